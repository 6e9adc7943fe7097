# Expert: nothing: the lines are indexed, and their number is needed.
# Advice: none
"""Joins continued lines."""
import os
import tempfile


def write(path, count):
    with open(path, "w", encoding="utf-8") as file:
        for n in range(count):
            file.write(f"key{n} = {n * n}" + (" \\\n" if n % 5 == 0 else "\n"))


def read(path):
    with open(path, encoding="utf-8") as file:
        lines = file.readlines()
    logical = 0
    longest = 0
    for i, line in enumerate(lines):
        if line.endswith("\\\n") and i + 1 < len(lines):
            longest = max(longest, len(line) + len(lines[i + 1]))
        else:
            logical += 1
    return len(lines), logical, longest


folder = tempfile.mkdtemp()
path = os.path.join(folder, "settings.ini")
write(path, 300000)
print(*read(path))
os.remove(path)
os.rmdir(folder)
