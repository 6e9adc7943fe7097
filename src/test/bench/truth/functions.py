"""Functions with and without callees; prints where the time went, callees included, by its own clock."""

import json
import os
import sys
import time


def heavy(n):
    total = 0
    for i in range(n):
        total += i & 7
    return total


def tiny(x):
    return x + 1


def many(n):
    total = 0
    for _ in range(n):
        total = tiny(total)
    return total


def sorting(numbers):
    return [sorted(numbers) for _ in range(3)]


def main(times):
    numbers = [float(i * 7919 % 30_011) for i in range(30_011)]
    clock = time.perf_counter
    seconds = dict.fromkeys(["heavy", "many", "sorting"], 0.0)
    for _ in range(times):
        for function, argument in ((heavy, 700_000), (many, 200_000), (sorting, numbers)):
            begin = clock()
            function(argument)
            seconds[function.__name__] += clock() - begin
    return seconds


print(json.dumps(main(int(sys.argv[1]))), file=open(os.environ["TRUTH"], "w") if "TRUTH" in os.environ else None)
