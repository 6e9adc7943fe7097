"""Lines that take and give back memory."""

import time

kept = []


def build():
    many = [i for i in range(800_000)]  #@large
    return len(many)


def passing():
    return len([0] * 5_000_000)  #@passing


def block():
    kept.append(bytearray(30_000_000))  #@block


def reuse():
    for i in range(0, len(kept[0]), 4096):
        kept[0][i] = 1  #@reuse


for step in (build, passing, block, reuse):
    step()
    time.sleep(0.04)
