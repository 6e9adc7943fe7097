# Expert: stop at the first bad sample: any() or break.
# Advice: allowed
"""Which batches hold a sample out of range."""


def batch(number, size):
    return [(number * 31 + n * 17) % 1000 for n in range(size)]


def is_bad(samples, limit):
    bad = False
    for sample in samples:
        if sample > limit:
            bad = True
    return bad


batches = [batch(number, 4000) for number in range(300)]
rejected = []
for number, samples in enumerate(batches):
    if is_bad(samples, 900):
        rejected.append(number)
print(len(rejected), rejected[:5])
