# Expert: cache the recursive function with its tuple argument.
# Advice: expected
"""The cheapest order to multiply matrices."""


def cheapest(sizes):
    if len(sizes) <= 2:
        return 0
    best = None
    for split in range(1, len(sizes) - 1):
        cost = (
            cheapest(sizes[: split + 1])
            + cheapest(sizes[split:])
            + sizes[0] * sizes[split] * sizes[-1]
        )
        if best is None or cost < best:
            best = cost
    return best


def main():
    chains = [(30, 35, 15, 5, 10, 20, 25, 9, 41, 12, 8), (5, 40, 3, 12, 5, 50, 6, 14, 7, 33, 21, 4)]
    for chain in chains:
        print(len(chain) - 1, cheapest(chain))


if __name__ == "__main__":
    main()
