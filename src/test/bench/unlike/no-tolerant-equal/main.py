# Expert: nothing: equality is within a tolerance, so no hash fits it.
# Advice: none
"""Points that are equal when they are near."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return abs(self.x - other.x) + abs(self.y - other.y) <= 2

    def __hash__(self):
        return hash((self.x, self.y))


def cluster(points):
    centres = []
    for point in points:
        if point not in centres:
            centres.append(point)
    return centres


points = [Point(n * 37 % 41, n * 53 % 47) for n in range(6000)]
centres = cluster(points)
print(len(centres), sum(p.x for p in centres), sum(p.y for p in centres))
