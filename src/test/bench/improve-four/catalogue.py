"""Products of a made-up shop, and what is known about them."""

COLOURS = ["red", "green", "blue", "black", "white", "grey", "brown"]
SIZES = ["S", "M", "L", "XL"]


class Product:
    """One thing that can be ordered."""

    def __init__(self, number, name, price, weight):
        self.number = number
        self.name = name
        self.price = price
        self.weight = weight

    def __repr__(self):
        return f"Product({self.number}, {self.name!r})"


def code(number):
    """The code that is printed on the parcel."""
    colour = COLOURS[number % len(COLOURS)]
    size = SIZES[number // len(COLOURS) % len(SIZES)]
    return f"{colour[:2].upper()}-{size}-{number:06d}"


def products(count):
    """All products, by number."""
    found = []
    for number in range(count):
        price = 100 + number * 7919 % 9001
        weight = 1 + number * 31 % 19
        found.append(Product(number, f"article {number}", price, weight))
    return found


class Recalls:
    """Codes of products that must not be sent any more."""

    def __init__(self):
        self.codes = []

    def recall(self, text):
        self.codes.append(text)

    def concerns(self, text):
        """Whether a product was called back."""
        return text in self.codes

    def __len__(self):
        return len(self.codes)


def recalls(count):
    """Every seventh product was called back."""
    found = Recalls()
    for number in range(0, count, 7):
        found.recall(code(number))
    return found
