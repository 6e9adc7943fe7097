"""Total and peak of a day's meter readings."""
import random
import sys


def readings(n, seed):
    """n readings in tenths of a watt hour; the same for the same seed."""
    draw = random.Random(seed)
    return (round(draw.random() * 1000) + i % 7 for i in range(n))


def summary(n, seed):
    total = 0
    peak = 0
    for value in readings(n, seed):
        corrected = value * 3 // 2
        total += corrected
        if corrected > peak:
            peak = corrected
    return total, peak


def main():
    n, seed = int(sys.argv[1]), int(sys.argv[2])
    print(*summary(n, seed))


if __name__ == "__main__":
    main()
