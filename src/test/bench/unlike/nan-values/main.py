# Expert: a set beside the list works (NaN is found by identity in both), if it is exact about that.
# Advice: allowed
"""Collects distinct readings, some of which are broken."""


def readings(count):
    for n in range(count):
        yield float("nan") if n % 50 == 0 else float(n * 31 % 1499) / 4


def distinct(values):
    kept = []
    for value in values:
        if value not in kept:
            kept.append(value)
    return kept


kept = distinct(readings(9000))
broken = [v for v in kept if v != v]
print(len(kept), len(broken), sum(v for v in kept if v == v))
