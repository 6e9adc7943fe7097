# Expert: independent heavy integer work: all cores.
# Advice: allowed
"""Checks digits of roots with big integers."""
import math


def digits(n):
    root = math.isqrt(n * 10 ** 12000)
    text = str(root % 10 ** 3000)
    return sum(map(int, text))


def main():
    numbers = [n for n in range(2, 160) if math.isqrt(n) ** 2 != n]
    sums = [digits(n) for n in numbers]
    print(len(sums), sums[:5], max(sums))


if __name__ == "__main__":
    main()
