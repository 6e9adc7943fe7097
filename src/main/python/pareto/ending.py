"""Sees to it that what a tool knows is written down, however the program ends."""

import os


def write_at_end(write, every):
    """Calls ``write(last)`` at the end, and every so many seconds until then (``last`` is false).

    A program that is killed leaves what was written last. Forked children write nothing.
    """
    import _thread
    import atexit
    import time

    process = os.getpid()
    sleep = time.sleep
    written = []

    def last():
        if not written and os.getpid() == process:
            written.append(True)
            write(True)

    def now_and_then():
        while True:
            sleep(every)
            if written or os.getpid() != process:
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
