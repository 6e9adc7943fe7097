# Expert: do not cache: `price` reads a rate that changes while the program runs.
# Advice: none
"""Prices by a rate that is adjusted from time to time."""
rate = 100


def adjust(step):
    global rate
    rate = 100 + step % 23


def price(units):
    total = 0
    for n in range(units):
        total += rate * (n % 7) // 10
    return total


def main():
    income = 0
    for step in range(18000):
        if step % 100 == 0:
            adjust(step // 100)
        income += price(100 + step % 12)
    print(income)


if __name__ == "__main__":
    main()
