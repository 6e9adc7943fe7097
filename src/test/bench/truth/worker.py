"""A thread that computes, while the main thread waits for it; prints the thread's seconds on the clock and on a core."""

import json
import os
import threading
import time

spent = {}


def work():
    begin, cpu = time.perf_counter(), time.thread_time()
    total = 0
    for i in range(15_000_000):  #@work
        total += i  #@work
    spent["work"] = [time.perf_counter() - begin, time.thread_time() - cpu]


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(json.dumps(spent), file=open(os.environ["TRUTH"], "w") if "TRUTH" in os.environ else None)
