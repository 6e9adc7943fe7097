# Expert: functools.lru_cache on the recursive function (or a table).
# Advice: expected
"""Suggests corrections by edit distance, written the way it is defined."""

NAMES = ["lovelace", "turing", "hopper", "noether"]
TYPED = ["lovlac", "trings", "hoperr", "noehter"]


def distance(a, b):
    if not a:
        return len(b)
    if not b:
        return len(a)
    if a[0] == b[0]:
        return distance(a[1:], b[1:])
    return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))


def best(word):
    ranked = [(distance(word, name), name) for name in NAMES]
    ranked.sort()
    return ranked[0]


for word in TYPED:
    cost, name = best(word)
    print(f"{word}: {name} ({cost})")
