# Expert: the list of living cells is asked eight times for each cell: a set.
# Advice: expected
"""Conway's game of life on a list of cells."""


def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(alive):
    counts = {}
    for cell in alive:
        for around in neighbours(cell):
            counts[around] = counts.get(around, 0) + 1
    following = []
    for cell, count in counts.items():
        if count == 3 or (count == 2 and cell in alive):
            following.append(cell)
    return following


def start(size):
    return [(x, y) for x in range(size) for y in range(size) if (x * 7 + y * 13 + x * y) % 5 < 2]


cells = start(60)
for _ in range(30):
    cells = step(cells)
print(len(cells), sorted(cells)[:3])
