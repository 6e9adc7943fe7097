# Expert: nothing: sum() adds floats with another rounding from 3.12 on; the printed digits would differ.
# Advice: none
"""Adds many floats, and prints all digits."""


def series(count):
    return [1.0 / (n * n + 0.1 * n + 1) for n in range(count)]


def add(values):
    total = 0.0
    for value in values:
        total += value
    return total


values = series(300000)
for _ in range(12):
    total = add(values)
print(repr(total), repr(add(values[::-1])))
