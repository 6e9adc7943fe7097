# Expert: blocks are independent and heavy: all cores (or a sieve).
# Advice: allowed
"""Counts primes in blocks."""


def primes_between(low, high):
    found = 0
    for n in range(low, high):
        if n > 1:
            for k in range(2, int(n**0.5) + 1):
                if n % k == 0:
                    break
            else:
                found += 1
    return found


def main():
    counts = []
    for low in range(0, 160000, 10000):
        counts.append(primes_between(low, low + 10000))
    print(counts, sum(counts))


if __name__ == "__main__":
    main()
