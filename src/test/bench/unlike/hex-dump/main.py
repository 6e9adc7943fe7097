# Expert: the line is prepended to the text: quadratic; reverse and join.
# Advice: expected
"""A hex dump, newest block first."""


def block(number):
    state = number * 2654435761 % 2**32
    data = []
    for _ in range(16):
        state = (state * 1664525 + 1013904223) % 2**32
        data.append(state >> 24)
    return data


def dump(blocks):
    text = ""
    for number in range(blocks):
        line = ""
        for byte in block(number):
            line = line + "%02x " % byte
        text = "%08d  %s\n" % (number * 16, line) + text
    return text


shown = dump(7000)
print(len(shown))
print(shown[:60])
print(hash(shown) == hash(dump(7000)))
