# Expert: iterate over the file instead of readlines().
# Advice: allowed
"""Scans a log that it wrote before."""
import os
import tempfile


def write(path, count):
    with open(path, "w", encoding="utf-8") as file:
        for n in range(count):
            level = "ERROR" if n % 97 == 0 else "INFO"
            file.write(f"{n:08d} {level} service-{n % 13} took {n % 4001} ms\n")


def scan(path):
    errors = 0
    slowest = 0
    with open(path, encoding="utf-8") as file:
        for line in file.readlines():
            parts = line.split()
            if parts[1] == "ERROR":
                errors += 1
            slowest = max(slowest, int(parts[4]))
    return errors, slowest


folder = tempfile.mkdtemp()
path = os.path.join(folder, "service.log")
write(path, 400_000)
print(scan(path))
os.remove(path)
os.rmdir(folder)
