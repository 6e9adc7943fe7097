# Expert: `seen` is asked for each neighbour; keep a set beside the list, whose order is the result.
# Advice: expected
"""Who is reached from whom in a friendship graph, in order of discovery."""
import random


def make_graph(people, degree, seed):
    rng = random.Random(seed)
    graph = {p: [] for p in range(people)}
    for p in graph:
        for _ in range(degree):
            q = rng.randrange(people)
            if q != p:
                graph[p].append(q)
                graph[q].append(p)
    return graph


def reach(graph, start):
    seen = [start]
    frontier = [start]
    while frontier:
        following = []
        for person in frontier:
            for friend in graph[person]:
                if friend in seen:
                    continue
                seen.append(friend)
                following.append(friend)
        frontier = following
    return seen


graph = make_graph(4000, 2, 5)
order = reach(graph, 0)
print(len(order), order[:8], order[-3:])
print(sum(i * p for i, p in enumerate(order)) % 1000003)
