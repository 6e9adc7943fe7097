"""How alike a signal is to itself, some steps later."""
import sys


def signal(count, seed=12345):
    values = []
    state = seed
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        values.append(state % 4001 - 2000)
    return values


def correlation(values, lags):
    found = []
    for lag in range(1, lags + 1):
        total = 0
        for i in range(len(values) - lag):
            total += values[i] * values[i + lag]
        found.append(total)
    return found


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60000
    found = correlation(signal(count), 100)
    best = max(range(len(found)), key=found.__getitem__)
    print(best + 1, found[best])
    print(sum(found), min(found))


main()
