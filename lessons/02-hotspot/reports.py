"""Two figures of a sales report: one is quick to compute, one is not."""
import random
import sys


def load_sales(n, seed):
    draw = random.Random(seed)
    return [(draw.randrange(50), draw.randrange(1, 1_000_000)) for _ in range(n * 10)]


def closest_pair(sales):
    """The smallest difference of two amounts that were paid in the same city."""
    best = None
    for i, (city, amount) in enumerate(sales):
        for other_city, other_amount in sales[i + 1:]:
            if city == other_city and (best is None or abs(amount - other_amount) < best):
                best = abs(amount - other_amount)
    return best


def total_by_city(sales):
    totals = {}
    for city, amount in sales:
        totals[city] = totals.get(city, 0) + amount
    return totals


def main():
    n, seed = int(sys.argv[1]), int(sys.argv[2])
    sales = load_sales(n, seed)
    totals = total_by_city(sales)
    print("best city", max(totals.items(), key=lambda item: (item[1], item[0])))
    print("closest pair", closest_pair(sales))


if __name__ == "__main__":
    main()
