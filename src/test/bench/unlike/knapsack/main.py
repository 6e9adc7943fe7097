# Expert: cache `best`: it depends on its arguments and on two constant tuples.
# Advice: expected
"""Which goods to load."""
from goods import VALUES, WEIGHTS


def best(item, room):
    if item == len(WEIGHTS):
        return 0
    without = best(item + 1, room)
    if WEIGHTS[item] > room:
        return without
    return max(without, VALUES[item] + best(item + 1, room - WEIGHTS[item]))


def main():
    for room in (30, 40, 50):
        print(room, best(0, room))


if __name__ == "__main__":
    main()
