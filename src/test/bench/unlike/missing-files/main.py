# Expert: make a set of the names that are there.
# Advice: expected
"""Compares a manifest with what is in the archive."""
import argparse


def manifest(count):
    return [f"part-{n:06d}.bin" for n in range(count)]


def stored(count):
    return [f"part-{n * 3 % count:06d}.bin" for n in range(count * 2 // 3)]


def compare(wanted, present):
    missing = [name for name in wanted if name not in present]
    extra = [name for name in present if name not in wanted]
    return missing, extra


parser = argparse.ArgumentParser()
parser.add_argument("--count", type=int, default=4500)
count = parser.parse_args().count
missing, extra = compare(manifest(count), stored(count))
print(len(missing), len(extra), missing[:2], extra[:2])
