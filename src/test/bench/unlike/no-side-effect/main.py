# Expert: do not cache: each call is counted and logged.
# Advice: none
"""An audited calculation."""
AUDIT = []


def score(a, b):
    AUDIT.append((a, b))
    result = 0
    for n in range(150):
        result = (result * 31 + a * n + b) % 65521
    return result


def main():
    total = 0
    for n in range(30000):
        total += score(n % 10, n % 7)
    print(total, len(AUDIT), AUDIT[123])


main()
