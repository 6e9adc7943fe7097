# Expert: memoise the inner function; it closes over names that never change.
# Advice: expected
"""Counts paths through a board with holes."""


def count_paths(width, height, holes):
    def ways(x, y):
        if x >= width or y >= height or (x, y) in holes:
            return 0
        if x == width - 1 and y == height - 1:
            return 1
        return ways(x + 1, y) + ways(x, y + 1)

    return ways(0, 0)


def boards():
    yield 9, 9, {(2, 2), (3, 1), (5, 6)}
    yield 11, 10, {(1, 4), (4, 4), (8, 2)}
    yield 12, 11, {(9, 0), (0, 9)}


for width, height, holes in boards():
    print(width, height, count_paths(width, height, holes))
