# Expert: do not cache, do not spread over processes: the throws come from one seeded generator.
# Advice: none
"""Dice games with a fixed seed."""
import random

random.seed(42)


def game(sides):
    total = 0
    for _ in range(60):
        total += random.randint(1, sides)
    return total


def main():
    results = [game(6 + n % 3) for n in range(25000)]
    print(sum(results), min(results), max(results))


if __name__ == "__main__":
    main()
