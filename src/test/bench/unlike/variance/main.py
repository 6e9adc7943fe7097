# Expert: sum() over a generator is a small win; NumPy or one pass is more.
# Advice: allowed
"""Integer statistics by hand."""


def data(count):
    values = []
    x = 17
    for _ in range(count):
        x = x * 75 % 65537
        values.append(x)
    return values


def total(values):
    result = 0
    for value in values:
        result += value
    return result


def squares(values):
    result = 0
    for value in values:
        result += value * value
    return result


values = data(200000)
for _ in range(12):
    a, b = total(values), squares(values)
n = len(values)
print(n, a, b, (b * n - a * a) // (n * n))
