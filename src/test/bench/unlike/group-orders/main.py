# Expert: defaultdict or setdefault; a small gain.
# Advice: allowed
"""Orders by customer."""


def orders(count):
    return [(n * 7919 % 5003, n % 89) for n in range(count)]


def group(rows):
    groups = {}
    for customer, amount in rows:
        if customer not in groups:
            groups[customer] = []
        groups[customer].append(amount)
    return groups


rows = orders(300000)
for _ in range(4):
    groups = group(rows)
biggest = max(groups, key=lambda c: (sum(groups[c]), -c))
print(len(groups), biggest, sum(groups[biggest]))
