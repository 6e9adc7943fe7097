"""Keep the first of every order id, in order."""
import sys
from orders import load_orders


def first_of_each(orders):
    seen = []
    for order in orders:
        if order not in seen:
            seen.append(order)
    return seen


def main():
    n, seed = int(sys.argv[1]), int(sys.argv[2])
    unique = first_of_each(load_orders(n, seed))
    print(len(unique), *unique[:2], unique[-1])


if __name__ == "__main__":
    main()
