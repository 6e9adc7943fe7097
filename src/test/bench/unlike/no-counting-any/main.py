# Expert: nothing: every test is counted, so the loop may not stop early.
# Advice: none
"""Checks all samples and counts the checks."""
checks = 0


def is_bad(value):
    global checks
    checks += 1
    return value % 997 == 0


def any_bad(values):
    bad = False
    for value in values:
        if is_bad(value):
            bad = True
    return bad


flagged = 0
for start in range(400):
    flagged += any_bad(range(start, start + 5000, 3))
print(flagged, checks)
