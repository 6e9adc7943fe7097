"""Writes a large number in base 3, digit by digit from the right."""

import sys


def digits(values):
    text = ""
    for value in values:
        while value:
            value, rest = divmod(value, 3)
            text = "012"[rest] + text
    return text


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 26000
    line = digits([i * i + 12345 for i in range(1, count)])
    print(len(line), line.count("2"), line[:50], line[-20:])


main()
