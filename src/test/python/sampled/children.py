"""Two child processes that compute; the way to start them is the argument."""

import multiprocessing
import sys


def compute(n):
    total = 0
    for i in range(n):  #@compute
        total += i  #@compute
    return total


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    children = [context.Process(target=compute, args=(3_000_000,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()  #@join
