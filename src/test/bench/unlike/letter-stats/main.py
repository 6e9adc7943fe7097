# Expert: collections.Counter.
# Advice: expected
"""Counts words and pairs of letters."""
import random


def make_words(count):
    rng = random.Random(9)
    return ["".join(rng.choice("aeioulnrst") for _ in range(rng.randint(1, 3))) for _ in range(count)]


def count(items):
    counts = {}
    for item in items:
        if item in counts:
            counts[item] += 1
        else:
            counts[item] = 1
    return counts


def top(counts, n):
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:n]


words = make_words(20000)
for _ in range(60):
    counts = count(words)
print(len(counts), top(counts, 5))
