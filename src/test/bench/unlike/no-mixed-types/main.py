# Expert: a cache must be typed: 1, 1.0 and True are equal, and are described differently.
# Advice: allowed
"""Describes values of different types."""


def describe(value):
    text = repr(value) + ":" + type(value).__name__
    code = 0
    for n in range(120):
        for letter in text:
            code = (code * 131 + ord(letter) + n) % 1000003
    return code


def values(count):
    for n in range(count):
        k = n % 4
        yield True if k == 1 else (1.0 if k == 2 else (1 if k == 3 else n % 5))


total = 0
for value in values(6000):
    total = (total * 7 + describe(value)) % 1000003
print(total, describe(1), describe(1.0), describe(True))
