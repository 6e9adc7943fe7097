# Expert: nothing: the report reads the variables by their names in globals().
# Advice: none
"""A loop at module level whose variables are reported by name."""
alpha = 1
beta = 0
gamma = 7
for n in range(1_500_000):
    alpha = (alpha * 31 + n) % 65521
    beta += alpha & 1
    gamma ^= alpha


def report(*names):
    for name in names:
        print(name, globals()[name])


report("alpha", "beta", "gamma", "n")
