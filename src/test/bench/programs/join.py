def rows(n):
    return [",".join([str(i), str(i * 2), str(i * 3)]) for i in range(n)]


rows(700_000)
