"""Two threads that compute, one that only waits, and a main thread that waits for the two."""

import threading


def compute(n):
    total = 0
    for i in range(n):  #@compute
        total += i  #@compute
    return total


never = threading.Event()
threading.Thread(target=never.wait, daemon=True).start()
threads = [threading.Thread(target=compute, args=(3_000_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()  #@join
