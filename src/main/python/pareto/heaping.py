"""What tracemalloc knows, added up by own line: at the highest snapshot, and at the end.

Apart from ``heap.py``, whose frame is below all of the program's: tracemalloc finds its line at each
allocation of a shallow stack, so its table of lines has to be short.
"""

import _tracemalloc
import _thread
import os
import sys
import time

_PAUSE = 0.005
_HIGHER = 1.1
_LEAST = 64 * 1024
_TIMES = 1  # as long as the program ran may be spent on snapshots
_HELD = 0.5
_FLUSH = 0.5
_PATIENCE = 10  # seconds for a snapshot that is being taken at the end
_MOST_LINES = 2_000
_join = os.path.join  # the program may change the module for itself


class Heap:
    """The snapshots of a run."""

    def __init__(self, channel, root, ours):
        self._channel = channel
        self._root = os.path.realpath(root) + os.sep
        self._ours = ours
        self._folder = os.getcwd()
        self._owners = {}  # file → whether it is own code
        self._highest = 0
        self._peak = {}
        self._elsewhere = 0
        self._getpid = os.getpid
        self._process = os.getpid()
        self._over = False
        self._lock = _thread.allocate_lock()

    def begin(self):
        import atexit

        leave = os._exit

        def leave_with_results(status):
            self.end()
            leave(status)

        os._exit = leave_with_results
        # Registered first, so called last.
        atexit.register(self.end)
        _thread.start_new_thread(self._run, (time.sleep, time.perf_counter))

    def _run(self, sleep, clock):
        due = flush = 0.0
        while not self._over and self._getpid() == self._process:
            sleep(_PAUSE)
            current = _tracemalloc.get_traced_memory()[0]
            if current < max(_LEAST, self._highest * _HIGHER) or clock() < due:
                continue
            with self._lock:
                if not self._over:
                    began = clock()
                    self._take_peak(current)
                    ended = clock()
                    due = ended + (ended - began) / _TIMES
                    if ended > flush:
                        self._write(False)
                        flush = clock() + _FLUSH

    def _take_peak(self, current):
        self._peak, self._elsewhere = self._sums()
        self._highest = current

    def _sums(self):
        """Own line → [bytes, blocks]; and the bytes of what no own line made."""
        interval = sys.getswitchinterval()
        try:
            # The program waits meanwhile: else it would take many times as long. What follows must not wait
            # for anything, or the program goes on for that long.
            sys.setswitchinterval(_HELD)
            return self._added()
        finally:
            sys.setswitchinterval(interval)

    def _added(self):
        sums, elsewhere = {}, 0
        for trace in _tracemalloc._get_traces():
            size, frames = trace[1], trace[2]
            for file, line in frames:
                if self._is_own(file):
                    known = sums.get((file, line))
                    if known is None:
                        sums[file, line] = [size, 1]
                    else:
                        known[0] += size
                        known[1] += 1
                    break
            else:
                if not frames[0][0].startswith(self._ours):
                    elsewhere += size
        return sums, elsewhere

    def _is_own(self, file):
        known = self._owners.get(file)
        if known is None:
            known = not file.startswith("<") and _join(self._folder, file).startswith(self._root) and not any(
                part in ("site-packages", "dist-packages") for part in file.split(os.sep)
            )
            self._owners[file] = known
        return known

    def end(self):
        if self._over or self._getpid() != self._process:
            return
        had = self._lock.acquire(timeout=_PATIENCE)
        self._over = True
        self._write(True)
        if had:
            self._lock.release()

    def _write(self, last):
        """A record replaces the one before it."""
        tracing = _tracemalloc.is_tracing()
        current, peak = _tracemalloc.get_traced_memory()
        if last and current >= self._highest:
            self._take_peak(current)
        left = self._sums()[0] if last else self._peak
        # What came after the peak has a line of its own.
        lines = sorted(
            set(self._peak) | set(left), key=lambda at: -self._peak.get(at, left.get(at, (0, 0)))[0]
        )
        self._channel.write(
            {
                "kind": "heap",
                "last": last,
                "tracing": tracing,
                "peak": peak,
                "seen": self._highest,
                "left": current,
                "elsewhere": self._elsewhere,
                "lines": [
                    [*at, *self._peak.get(at, (0, 0)), *left.get(at, (0, 0))] for at in lines[:_MOST_LINES]
                ],
            }
        )
