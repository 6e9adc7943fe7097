def churn(n):
    for _ in range(n):
        many = [[] for _ in range(20_000)]
    return many


churn(250)
