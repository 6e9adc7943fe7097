# Expert: nothing: the list is asked once for each list that is built; a set would cost more.
# Advice: none
"""Checks that a generated code was not issued in its own batch."""


def batch(seed, size):
    state = seed
    codes = []
    for _ in range(size):
        state = (state * 69069 + 5) % 2**32
        codes.append(state >> 8)
    return codes


def collides(code, codes):
    return code in codes


clashes = 0
for seed in range(250):
    codes = batch(seed, 6000)
    if collides(codes[-1] ^ 1, codes):
        clashes += 1
print(clashes, len(codes))
