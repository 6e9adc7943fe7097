# Expert: nothing: the list is needed three times; a generator would be used up.
# Advice: none
"""Mean and spread."""


def spread(count):
    values = [(n * 7919) % 100003 for n in range(count)]
    mean = sum(values) / len(values)
    high = max(values)
    low = min(values)
    far = sum(1 for value in values if abs(value - mean) > 40000)
    return round(mean, 3), high, low, far


print(spread(1_300_000))
