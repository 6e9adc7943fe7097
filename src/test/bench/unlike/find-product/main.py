# Expert: an index of products by code; the inner loop searches from the front each time.
# Advice: expected
"""Prices a basket by searching a catalogue."""


class Product:
    def __init__(self, code, price):
        self.code = code
        self.price = price


class Catalogue:
    def __init__(self, size):
        self.products = [Product(f"P{n:05d}", 100 + n % 77) for n in range(size)]

    def find(self, code):
        for product in self.products:
            if product.code == code:
                return product
        return None


def basket(count, size):
    for n in range(count):
        yield f"P{n * 7907 % (size + 50):05d}", 1 + n % 3


def main():
    catalogue = Catalogue(3000)
    total, missing = 0, 0
    for code, amount in basket(6000, 3000):
        product = catalogue.find(code)
        if product is None:
            missing += 1
        else:
            total += product.price * amount
    print(total, missing)


main()
