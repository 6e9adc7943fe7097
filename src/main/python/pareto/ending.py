"""Sees to it that what a tool knows is written down, however the program ends."""

import os

_FIRST = 0.05  # seconds


def write_at_end(write, every):
    """Calls ``write(last)`` at the end, and every so many seconds until then (``last`` is false), at first more often.

    A program that is killed leaves what was written last. Forked children write nothing.
    """
    import _thread
    import atexit
    import time

    # The program may change these modules for itself.
    getpid, sleep = os.getpid, time.sleep
    process = getpid()
    written = []

    def last():
        if not written and getpid() == process:
            written.append(True)
            write(True)

    def now_and_then():
        pause = _FIRST
        while True:
            sleep(min(pause, every))
            pause *= 2
            if written or getpid() != process:
                return
            try:
                write(False)
            except Exception:
                # As when the program changes what is being counted just now.
                pass

    leave = os._exit

    def leave_with_results(status):
        last()
        leave(status)

    # Not told by anything else: the process ends within the call.
    os._exit = leave_with_results
    # Registered first, so called last.
    atexit.register(last)
    _thread.start_new_thread(now_and_then, ())
