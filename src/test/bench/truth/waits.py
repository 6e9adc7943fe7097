"""Computes, sleeps, waits at a socket; prints seconds on the clock and on a core by its own clocks."""

import json
import os
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


here, there = socket.socketpair()
threading.Thread(target=serve, args=(there,), daemon=True).start()
spent = {name: [0.0, 0.0] for name in ("compute", "sleep", "receive")}


def timed(name, function, *arguments):
    begin, cpu = time.perf_counter(), time.thread_time()
    function(*arguments)
    spent[name][0] += time.perf_counter() - begin
    spent[name][1] += time.thread_time() - cpu


def receive():
    here.recv(16)  #@receive


def sleep():
    time.sleep(0.06)  #@sleep


for _ in range(20):
    timed("compute", compute, 600_000)
    timed("sleep", sleep)
    here.sendall(b"?")
    timed("receive", receive)
print(json.dumps(spent), file=open(os.environ["TRUTH"], "w") if "TRUTH" in os.environ else None)
