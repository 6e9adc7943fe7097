# Expert: a Counter would count faster, and print differently: keep the dict, or convert it back.
# Advice: allowed
"""Counts, and shows the dict itself."""


def count(items):
    table = {}
    for item in items:
        if item in table:
            table[item] += 1
        else:
            table[item] = 1
    return table


items = [n * n % 11 for n in range(250000)]
for _ in range(8):
    table = count(items)
print(table)
print(type(table), table == dict(table))
try:
    print(table[99])
except KeyError as missing:
    print("missing", missing)
