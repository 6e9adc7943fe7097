"""Lines of very different kinds inside one function; prints where the time went by its own clock. Argument: how often."""

import json
import os
import sys
import time


def main(times):
    numbers = [float(i * 7919 % 40_009) for i in range(40_009)]
    number = 3**40_000
    clock = time.perf_counter
    seconds = dict.fromkeys(["sort", "contains", "generate", "loop", "repeat", "multiply", "wait"], 0.0)
    for _ in range(times):
        t0 = clock()
        ordered = sorted(numbers)  #@sort
        t1 = clock()
        for _ in range(30):
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
        product = number * (number + 1)  #@multiply
        t6 = clock()
        time.sleep(0.01)  #@wait
        t7 = clock()
        for name, spent in zip(seconds, (t1 - t0, t2 - t1, t3 - t2, t4 - t3, t5 - t4, t6 - t5, t7 - t6)):
            seconds[name] += spent
        assert total and longer and product
    return seconds


print(json.dumps(main(int(sys.argv[1]))), file=open(os.environ["TRUTH"], "w") if "TRUTH" in os.environ else None)
