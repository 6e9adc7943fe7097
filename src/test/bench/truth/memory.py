"""Lines that take memory, and some that give it back at once; prints the megabytes of the objects."""

import json
import os
import sys
import time

kept = []


def large():
    numbers = [i for i in range(10**6)]  #@large
    return len(numbers)


def transient():
    return len([0] * 5_000_000)  #@transient


def small():
    texts = []
    for i in range(200_000):
        texts.append(str(i))  #@small
    kept.append(texts)


for step in (large, transient, small):
    step()
    time.sleep(0.02)


def size(value):
    return (sys.getsizeof(value) + 15) // 16 * 16


truth = {
    "large": (8 * 10**6 + 32 * (10**6 - 257)) / 1e6,
    "transient": 40.0,
    "small": (sys.getsizeof(kept[0]) + sum(map(size, kept[0]))) / 1e6,
}
print(json.dumps(truth), file=open(os.environ["TRUTH"], "w") if "TRUTH" in os.environ else None)
