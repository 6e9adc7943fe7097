# Expert: collect the pieces in a list and join once; the gain is small on CPython, where a local += is in place.
# Advice: allowed
"""Renders a table as text."""


def cell(value, width):
    return str(value).rjust(width)


def render(rows, widths):
    out = ""
    for row in rows:
        for value, width in zip(row, widths):
            out += cell(value, width)
            out += " | "
        out += "\n"
    return out


def rows(count):
    for n in range(count):
        yield n, n * n % 1009, n ** 3 % 7919, hex(n)


text = render(rows(60000), (8, 6, 6, 10))
print(len(text), text.count("|"), text.splitlines()[-1])
