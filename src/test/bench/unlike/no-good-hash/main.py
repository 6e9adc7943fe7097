# Expert: nothing: all time is in C.
# Advice: none
"""Compresses and hashes."""
import hashlib
import zlib


def blob(size):
    return b"".join(hashlib.sha256(str(n).encode()).digest() * 3 for n in range(size))


def main():
    data = blob(40000)
    packed = zlib.compress(data, 6)
    print(len(data), len(packed), hashlib.blake2b(packed).hexdigest()[:16])


if __name__ == "__main__":
    main()
