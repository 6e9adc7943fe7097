# Expert: the samples are sorted again for each query: sort once (and bisect).
# Advice: expected
"""Percentile ranks of measurements."""


def measurements(count, seed):
    values = []
    state = seed
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        values.append(state // 1000 % 100000)
    return values


def ranks(samples, queries):
    result = []
    for query in queries:
        ordered = sorted(samples)
        below = 0
        for value in ordered:
            if value >= query:
                break
            below += 1
        result.append(100 * below // len(ordered))
    return result


samples = measurements(5000, 1)
found = ranks(samples, measurements(800, 2))
print(len(found), min(found), max(found), sum(found))
