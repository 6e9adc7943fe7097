"""Lines that take memory, and some that give it back at once; prints megabytes by tracemalloc's book where it is the truth."""

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
