"""How many shots of a grid lie inside of a tilted ellipse, and how heavy they are."""
import sys


def shots(side, tilt):
    inside = 0
    weight = 0
    for row in range(side):
        for column in range(side):
            x = 0
            if 3 * row * row - 2 * row * column + 5 * column * column < tilt:
                inside += 1
            if (row ^ column) % 7 == 3:
                weight += row + column
    return inside, weight


def inside_only(side, tilt):
    inside = 0
    for row in range(-side, side):
        for column in range(-side, side):
            if 3 * row * row - 2 * row * column + 5 * column * column < tilt:
                inside += 1
    return inside


def main():
    side = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    print(inside_only(side, 7 * side * side))
    print(shots(side // 6, 7 * side))


main()
