def customers(count):
    return [{"id": n, "name": f"customer {n * 37 % count}"} for n in range(count)]


def orders(count):
    return [{"customer": n * 613 % 2300, "amount": n % 50} for n in range(count)]
