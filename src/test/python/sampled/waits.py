"""Sleeps, waits for another thread's answer, and computes; prints where the time went by the main thread's own clock."""

import json
import socket
import threading
import time


def compute(n):
    total = 0
    for i in range(n):  #@compute
        total += i  #@compute
    return total


def serve(end):
    while end.recv(16):
        time.sleep(0.03)
        end.sendall(b"!")


def main():
    here, there = socket.socketpair()
    threading.Thread(target=serve, args=(there,), daemon=True).start()
    clock = time.perf_counter
    seconds = dict.fromkeys(["compute", "sleep", "ask"], 0.0)
    for _ in range(4):
        t0 = clock()
        compute(600_000)
        t1 = clock()
        time.sleep(0.04)  #@sleep
        t2 = clock()
        here.sendall(b"?")
        here.recv(16)  #@ask
        t3 = clock()
        seconds["compute"] += t1 - t0
        seconds["sleep"] += t2 - t1
        seconds["ask"] += t3 - t2
    return seconds


print(json.dumps(main()))
