"""Lines of very different kinds inside one function; prints where the time went by its own clock."""

import json
import time


def main():
    numbers = [float(i * 7919 % 40_009) for i in range(40_009)]
    clock = time.perf_counter
    seconds = dict.fromkeys(["sort", "contains", "generate", "loop", "repeat"], 0.0)
    for _ in range(7):
        t0 = clock()
        ordered = sorted(numbers)  #@sort
        t1 = clock()
        for _ in range(40):
            if -1.0 in numbers:  #@contains
                ordered = None
        t2 = clock()
        total = sum(x * x for x in numbers)  #@generate
        t3 = clock()
        n = 0
        while n < 150_000:  #@loop
            n += 1  #@loop
        t4 = clock()
        longer = (ordered or numbers) * 20  #@repeat
        t5 = clock()
        seconds["sort"] += t1 - t0
        seconds["contains"] += t2 - t1
        seconds["generate"] += t3 - t2
        seconds["loop"] += t4 - t3
        seconds["repeat"] += t5 - t4
        assert total and longer
    return seconds


print(json.dumps(main()))
