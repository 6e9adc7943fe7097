"""What a probe remembers of an ``await``."""

import time

_TICK = 64
_INTERVALS = 10_000


class Awaited:
    """Watches how long an ``await`` waits, in all tasks together."""

    def __init__(self, tick):
        self._clock = time.perf_counter
        self._tick = tick
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0
        self._seconds = 0.0
        # Times in which somebody waited: those that are over for good as a sum, the last ones as intervals.
        self._elapsed = 0.0
        self._intervals = []

    def begin(self):
        """Evaluated before what is awaited."""
        return self._clock()

    def probe(self, began, value):
        """Stands for ``await …``, once that has given its value."""
        now = self._clock()
        self.count += 1
        self._seconds += now - began
        # They come in the order of their ends, so only the last ones can overlap with this one.
        start = began
        while self._intervals and self._intervals[-1][1] >= began:
            start = min(start, self._intervals.pop()[0])
        self._intervals.append((start, now))
        if len(self._intervals) > _INTERVALS:
            self._elapsed += sum(end - begin for begin, end in self._intervals[: _INTERVALS // 2])
            del self._intervals[: _INTERVALS // 2]
        doubled = self.count & (self.count - 1) == 0
        if doubled or self.count % _TICK == 0:
            self._tick(doubled)
        return value

    def report(self):
        return {
            "count": self.count,
            "seconds": self._seconds,
            "elapsed": self._elapsed + sum(end - begin for begin, end in self._intervals),
        }
