print(sum(range(2_000_000)))
