# Expert: the dictionary is a list that is only asked `in`: make it a set.
# Advice: expected
"""Counts the words of a text that a dictionary does not know."""
import sys

from lexicon import Lexicon, make_text


def report(lexicon, text):
    unknown = {}
    checked = 0
    for number, line in enumerate(text.splitlines(), 1):
        for word in line.split():
            checked += 1
            if not lexicon.knows(word):
                unknown.setdefault(word, []).append(number)
    return checked, unknown


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    lexicon = Lexicon(size)
    checked, unknown = report(lexicon, make_text(size))
    print(checked, "words,", len(unknown), "unknown")
    for word in sorted(unknown)[:5]:
        print(word, unknown[word][:3])


if __name__ == "__main__":
    main()
