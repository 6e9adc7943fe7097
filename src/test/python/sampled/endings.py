"""Computes, and then ends in the way that is asked for."""

import ctypes
import os
import signal
import sys


def compute(n):
    total = 0
    for i in range(n):  #@compute
        total += i  #@compute
    return total


def deeper(n):
    return compute(3_000_000) if n == 0 else deeper(n - 1)


ending = sys.argv[1]
if ending == "closed":
    os.closerange(0, 256)
if ending == "deep":
    sys.setrecursionlimit(10_000)
    deeper(3_000)
else:
    compute(3_000_000)
if ending == "exit":
    os._exit(3)
elif ending == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
elif ending == "segfault":
    ctypes.string_at(0)
elif ending == "exec":
    os.execv("/bin/sh", ["sh", "-c", "exit 4"])
elif ending == "raise":
    raise ValueError("on purpose")
elif ending == "never":
    while True:
        compute(1_000)
