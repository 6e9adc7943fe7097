# Expert: do not cache: callers change the list that they get.
# Advice: none
"""Builds pay slips from a template list."""


def template(grade):
    lines = []
    for month in range(1, 13):
        base = 0
        for step in range(40):
            base += (grade * 37 + month * step) % 101
        lines.append(base)
    return lines


def slip(person, grade):
    lines = template(grade)
    lines[person % 12] += 1000
    lines.append(person)
    return lines


total = 0
lengths = set()
for person in range(4500):
    lines = slip(person, person % 9)
    total += sum(lines)
    lengths.add(len(lines))
print(total, sorted(lengths))
