"""Processes the orders of a day, and prints a report.

Four things cost most of the time, and each is of another kind: codes that were called back are sought in a list (a set
would do), the fee of a parcel is computed anew although few weights and zones occur (a cache would do), prices are
sorted again for each discount (once would do), and the checksum is computed by a loop at module level, whose variables
are global (a function would do).
"""
import sys

from catalogue import code, products, recalls
from shipping import fee, insurance, label, zone

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 4200


class Order:
    """What one customer wants."""

    def __init__(self, number, customer, lines):
        self.number = number
        self.customer = customer
        self.lines = lines


def orders(count, available):
    """Made-up orders, always the same."""
    state = 20241
    for number in range(count):
        lines = []
        state = (state * 16807) % 2147483647
        for k in range(1 + state % 4):
            state = (state * 16807) % 2147483647
            lines.append((state % available, 1 + state // 1000 % 3))
        yield Order(number, state % 9973, lines)


def sendable(order, recalled):
    """The lines of an order that may be sent."""
    kept = []
    for number, amount in order.lines:
        if not recalled.concerns(code(number)):
            kept.append((number, amount))
    return kept


def weigh(lines, stock):
    """Kilograms of a parcel."""
    return sum(stock[number].weight * amount for number, amount in lines)


def price(lines, stock):
    """Cents, without the fee."""
    return sum(stock[number].price * amount for number, amount in lines)


def discounts(totals, steps):
    """How many orders get each discount: their rank among all decides."""
    counts = []
    for step in range(1, steps + 1):
        ranked = sorted(totals)
        limit = ranked[len(ranked) * step // (steps + 1)]
        above = 0
        for total in totals[:50]:
            if total > limit:
                above += 1
        counts.append((limit, above))
    return counts


def ship(stock, recalled):
    """All parcels of the day."""
    parcels = []
    refused = 0
    for order in orders(COUNT, len(stock)):
        lines = sendable(order, recalled)
        if not lines:
            refused += 1
            continue
        weight = weigh(lines, stock)
        place = zone(order.customer)
        total = price(lines, stock)
        total += fee(weight, place) + insurance(total)
        parcels.append((order.number, order.customer, place, weight, total))
    return parcels, refused


stock = products(9000)
recalled = recalls(len(stock))
parcels, refused = ship(stock, recalled)
totals = [parcel[4] for parcel in parcels]
print(len(parcels), "parcels,", refused, "refused,", len(recalled), "recalled")
for limit, above in discounts(totals, 300)[::75]:
    print("discount from", limit, "for", above)
print(label(*parcels[7][:4]))
checksum = 1
for number, customer, place, weight, total in parcels:
    digit = total
    rounds = 0
    while rounds < 40:
        digit = (digit * 31 + weight + rounds) % 65521
        checksum = (checksum + digit * number) % 1000003
        rounds += 1
print("checksum", checksum)
