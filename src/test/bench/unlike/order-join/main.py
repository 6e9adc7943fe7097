# Expert: an index of customers by id instead of the inner loop.
# Advice: expected
"""Joins orders with customers."""
from tables import customers, orders


def join(orders, customers):
    rows = []
    for order in orders:
        for customer in customers:
            if customer["id"] == order["customer"]:
                rows.append((customer["name"], order["amount"]))
    return rows


def main():
    rows = join(orders(4000), customers(2000))
    totals = {}
    for name, amount in rows:
        totals[name] = totals.get(name, 0) + amount
    print(len(rows), sorted(totals.items())[:3])


if __name__ == "__main__":
    main()
