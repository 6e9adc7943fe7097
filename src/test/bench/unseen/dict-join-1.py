"""Invoices of a month: which payments belong to which invoice?"""

import random
import sys


def load(count, rng):
    invoices = []
    for number in range(count):
        invoices.append(
            {"number": "R%06d" % number, "due": rng.randrange(1, 500), "client": "C%d" % rng.randrange(50)}
        )
    payments = []
    for number in range(count * 2):
        payments.append(
            {
                "reference": "R%06d" % rng.randrange(count + count // 10),
                "amount": rng.randrange(1, 300),
                "cancelled": rng.random() < 0.1,
            }
        )
    return invoices, payments


def settle(invoices, payments):
    open_amounts = {}
    for invoice in invoices:
        paid = 0
        for payment in payments:
            if payment["reference"] == invoice["number"] and not payment["cancelled"]:
                paid += payment["amount"]
        rest = invoice["due"] - paid
        if rest > 0:
            client = invoice["client"]
            open_amounts[client] = open_amounts.get(client, 0) + rest
    return open_amounts


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4500
    rng = random.Random(count)
    invoices, payments = load(count, rng)
    amounts = settle(invoices, payments)
    for client in sorted(amounts):
        print(client, amounts[client])
    print(sum(amounts.values()))


if __name__ == "__main__":
    main()
