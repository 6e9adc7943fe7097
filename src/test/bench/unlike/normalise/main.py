# Expert: max(values) does not change while the list is made: take it out of the comprehension.
# Advice: expected
"""Normalises signals."""


def signal(length, step):
    return [(n * step) % 997 + 1 for n in range(length)]


def normalise(values):
    return [round(value * 1000 / max(values)) for value in values]


def energy(values):
    return sum(v * v for v in values)


for step in (7, 13, 29):
    normal = normalise(signal(3000, step))
    print(step, len(normal), energy(normal), normal[:4])
