# Expert: ask a set (or dict) for the difference.
# Advice: expected
"""Counts numbers whose counterpart is there as well."""


def numbers(count, seed):
    state = seed
    result = []
    for _ in range(count):
        state = (state * 16807) % 2147483647
        result.append(state % 100003)
    return result


def counterparts(values, target):
    pairs = []
    for value in values:
        if target - value in values:
            pairs.append(value)
    return pairs


values = numbers(3500, 11)
for target in (60000, 100000):
    found = counterparts(values, target)
    print(target, len(found), sum(found))
