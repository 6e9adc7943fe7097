def tiny(x):
    return x + 1


def many(n):
    total = 0
    for _ in range(n):
        total = tiny(total)


many(6_000_000)
