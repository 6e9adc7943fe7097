# Expert: `is_prime` is asked for the same numbers again and again: cache it (or sieve).
# Advice: expected
"""In how many ways even numbers are sums of two primes."""
import sys


def is_prime(n):
    if n < 2:
        return False
    k = 2
    while k * k <= n:
        if n % k == 0:
            return False
        k += 1
    return True


def splits(n):
    found = 0
    for p in range(2, n // 2 + 1):
        if is_prime(p) and is_prime(n - p):
            found += 1
    return found


limit = int(sys.argv[1]) if len(sys.argv) > 1 else 2600
best = (0, 0)
for n in range(4, limit, 2):
    ways = splits(n)
    if ways > best[0]:
        best = (ways, n)
print(limit, best)
