"""Counts the words that can be reached from each word by changing a letter, twice."""
import random
import sys


def near(word, words):
    return [other for other in words if sum(a != b for a, b in zip(word, other)) == 1]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    draw = random.Random(11)
    words = ["".join(draw.choice("abcd") for _ in range(6)) for _ in range(count)]
    reached = []
    for word in words:
        first = near(word, words)
        both = set(first)
        for step in first:
            both.update(near(step, words))
        both.discard(word)
        reached.append(len(both))
    print(sum(reached), max(reached), reached[:10])


if __name__ == "__main__":
    main()
