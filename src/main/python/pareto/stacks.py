"""Runs a program with a thread that looks at all stacks now and then; where sampling from outside is impossible.

    python stacks.py PLAN SCRIPT [ARGS...]

PLAN holds the results file (see ``channel.py``) and the seconds between two looks. The thread gets its turn at
the interpreter's safe points only, so the line of a sample is approximate: what a line spends inside of C code
that keeps the lock is seen at the next safe point. A look is charged with the time since the one before it,
split into what the process spent on the processor and the rest.
"""

import sys

with open(__file__[: -len("stacks.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))

_FLUSH_SECONDS = 0.2


class Sampler:
    """Adds up samples by stack, and writes the sums a few times a second; each record replaces the last."""

    def __init__(self, channel, pause):
        import time

        self._channel = channel
        self._pause = pause
        self._frames = sys._current_frames
        self._clock, self._cpu, self._sleep = time.perf_counter, time.process_time, time.sleep
        self._names = {}  # (file, first line, name) → number
        self._stacks = {}  # tuple of (number, line), outermost first → [samples, seconds, of these on the processor]
        self._own = None
        self._begin = self._clock()
        self._startup = None
        self._done = False
        self._getpid = _os.getpid
        self._process = _os.getpid()

    def begin(self):
        import _thread

        _thread.start_new_thread(self._run, ())

    def _run(self):
        import _thread

        self._own = _thread.get_ident()
        then, cpu_then, due = self._clock(), self._cpu(), 0
        while not self._done and self._getpid() == self._process:
            self._sleep(self._pause)
            now, cpu_now = self._clock(), self._cpu()
            self._look(now - then, min(cpu_now - cpu_then, now - then))
            then, cpu_then = now, cpu_now
            if now > due:
                self.write()
                due = self._clock() + _FLUSH_SECONDS

    def _look(self, seconds, cpu):
        for thread, frame in self._frames().items():
            if thread == self._own:
                continue
            stack = []
            while frame is not None:
                code = frame.f_code
                if not code.co_filename.startswith(_OURS):
                    stack.append((self._number(code), frame.f_lineno or 0))
                frame = frame.f_back
            if stack:
                known = self._stacks.setdefault(tuple(reversed(stack)), [0, 0.0, 0.0])
                known[0] += 1
                known[1] += seconds
                known[2] += cpu

    def _number(self, code):
        key = (code.co_filename, code.co_firstlineno, getattr(code, "co_qualname", code.co_name))
        return self._names.setdefault(key, len(self._names))

    def write(self):
        self._channel.write(
            {
                "kind": "stacks",
                "functions": list(self._names),
                "stacks": [[list(map(list, stack)), *sums] for stack, sums in list(self._stacks.items())],
            }
        )

    def end(self):
        if self._getpid() == self._process:
            self._done = True
            self.write()


def start(namespace):
    import atexit

    results, pause = (field for _, field in zip(range(2), faithful.fields(sys.argv[1])))
    sampler = Sampler(faithful.ours("channel").Channel(results), float(pause))
    # Registered first, so called last.
    atexit.register(sampler.end)
    sampler.begin()
    faithful.hand_over(namespace)


if __name__ == "__main__":
    _own = dict(globals())
    _OURS = __file__[: -len("stacks.py")]
    import os as _os

    start(_own)
