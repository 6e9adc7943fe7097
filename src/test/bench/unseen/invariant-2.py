"""Prices orders with a list of rates that lies in a file."""
import os
import sys
import tempfile


def price(path, orders):
    total = 0
    shown = []
    for name, amount in orders:
        with open(path, encoding="utf-8") as file:
            rates = file.read()
        position = rates.index(f"\n{name} ")
        rate = int(rates[position + 1 :].split("\n", 1)[0].split(" ")[1])
        total += rate * amount
        if amount > max(order[1] for order in orders[:200]) - 2:
            shown.append(name)
    return total, shown


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "rates.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n" + "".join(f"item{n} {n * 37 % 1009}\n" for n in range(900)))
    orders = [(f"item{(n * 71) % 900}", n % 17) for n in range(count)]
    total, shown = price(path, orders)
    print(total, len(shown), shown[:3])
    os.remove(path)
    os.rmdir(folder)


main()
