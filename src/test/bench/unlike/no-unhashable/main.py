# Expert: nothing simple: the elements are lists, which no set can hold.
# Advice: none
"""Finds repeated rows of a matrix."""


def rows(count):
    return [[n % 7, n * n % 11, n * 3 % 13, n % 2] for n in range(count)]


def distinct(table):
    seen = []
    for row in table:
        if row not in seen:
            seen.append(row)
    for row in seen:
        row.sort()
    return seen


found = distinct(rows(9000))
print(len(found), found[0], found[-1])
print(sum(map(sum, found)))
