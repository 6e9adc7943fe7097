"""A dictionary of made-up words."""

SYLLABLES = ["ka", "lo", "mi", "ne", "pu", "ra", "shi", "to", "ve", "zu"]


def word(number):
    text = ""
    while True:
        text += SYLLABLES[number % 10]
        number //= 10
        if number == 0:
            return text


class Lexicon:
    def __init__(self, size):
        self.words = [word(7 * n) for n in range(size)]
        self.lookups = 0

    def knows(self, text):
        self.lookups += 1
        return text.lower() in self.words


def make_text(size):
    state = 12345
    lines = []
    for _ in range(400):
        row = []
        for _ in range(12):
            state = (state * 1103515245 + 12345) % 2**31
            row.append(word(state // 64 % (size * 7)))
        lines.append(" ".join(row))
    return "\n".join(lines)
