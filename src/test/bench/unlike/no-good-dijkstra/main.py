# Expert: nothing: a heap and dicts.
# Advice: none
"""Shortest paths on a grid."""
import heapq


def cost(x, y):
    return 1 + (x * 7 + y * 13 + x * y) % 9


def shortest(width, height):
    distance = {(0, 0): 0}
    heap = [(0, 0, 0)]
    done = set()
    while heap:
        far, x, y = heapq.heappop(heap)
        if (x, y) in done:
            continue
        done.add((x, y))
        for nx, ny in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            if 0 <= nx < width and 0 <= ny < height and (nx, ny) not in done:
                longer = far + cost(nx, ny)
                if longer < distance.get((nx, ny), 1 << 60):
                    distance[nx, ny] = longer
                    heapq.heappush(heap, (longer, nx, ny))
    return distance


def main():
    distance = shortest(210, 210)
    print(len(distance), distance[209, 209], max(distance.values()))


if __name__ == "__main__":
    main()
