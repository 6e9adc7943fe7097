"""Marks the words of a text that a dictionary with settings knows."""
import json
import re
import sys


class Speller:
    def __init__(self, words, settings):
        self.words = words
        self.settings = settings

    def marked(self, lines):
        result = []
        for number, line in enumerate(lines):
            options = json.loads(self.settings)
            known = set(self.words)
            parts = []
            for part in re.compile(r"[a-z]+|[^a-z]+").findall(line):
                parts.append(part if part in known else options["open"] + part + options["close"])
            result.append(f"{number:>{options['width']}} " + "".join(parts))
        return result


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    words = [a + b + c for a in "abcdefghij" for b in "klmno" for c in "pqrstuvw"]
    settings = json.dumps({"open": "<", "close": ">", "width": 6, "notes": list(range(300))})
    lines = [" ".join(words[(7 * n + 3 * k) % 401 % len(words)] + "x" * (k % 3 == n % 3) for k in range(8)) for n in range(count)]
    marked = Speller(words, settings).marked(lines)
    print(len(marked), marked[0], marked[-1])


main()
