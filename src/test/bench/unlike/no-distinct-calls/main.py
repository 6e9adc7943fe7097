# Expert: nothing simple: every argument is new, so a cache would only cost.
# Advice: none
"""Collatz lengths, each start once."""


def length(n):
    steps = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def main():
    best = (0, 0)
    for start in range(1, 26000):
        steps = length(start)
        if steps > best[0]:
            best = (steps, start)
    print(best)


if __name__ == "__main__":
    main()
