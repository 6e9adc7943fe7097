# Expert: the list inside of sum() is used once: a generator keeps memory flat.
# Advice: allowed
"""Aggregates a long series of readings."""


def reading(n):
    return (n * 1103515245 + 12345) % 4093


def summary(count):
    total = sum([reading(n) for n in range(count)])
    high = max([reading(n) * 3 for n in range(count)])
    return total, high


total, high = summary(1_500_000)
print(total, high)
