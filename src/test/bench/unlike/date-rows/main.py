# Expert: the same few hundred dates are parsed 30,000 times: cache `parse`.
# Advice: expected
"""Sums by quarter."""
from collections import defaultdict

from dates import parse, quarter


def rows(count):
    for n in range(count):
        k = n * 7919 % 731
        yield f"{k % 28 + 1:02d}/{k % 12 + 1:02d}/{2020 + k % 5}", n % 97


def main():
    sums = defaultdict(int)
    for text, amount in rows(30000):
        day = parse(text)
        sums[quarter(day)] += amount
    for key in sorted(sums):
        print(*key, sums[key])


if __name__ == "__main__":
    main()
