# Expert: cache the path search (the table is a constant), or invert it.
# Advice: expected
"""Converts amounts along chains of exchange offices."""
from offices import RATES


def chain(source, target, hops):
    """The best rate in micro units."""
    if source == target:
        return 1_000_000
    if hops == 0:
        return 0
    best = 0
    for (left, right), rate in RATES.items():
        if left == source:
            best = max(best, rate * chain(right, target, hops - 1) // 1_000_000)
    return best


def invoices(count):
    names = ["EUR", "USD", "GBP", "JPY", "CHF"]
    for n in range(count):
        yield names[n % 5], names[(n // 5 + n % 3) % 5], 100 + n % 900


total = 0
for source, target, amount in invoices(1800):
    total += amount * chain(source, target, 3) // 1_000_000
print(total)
