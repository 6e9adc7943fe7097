"""Repeats a program that is too short to be timed: an interpreter that has started forks once for each repetition.

    python zygote.py PLAN SCRIPT [ARGS...]

PLAN holds the results file and the number of repetitions. No code of the program is loaded before the fork, so that each
repetition imports, computes and ends as a run of its own does. The first one prints; the others print to nowhere. The
results file gets their processor time in seconds, all together. This process ends as the first repetition did; without
results when another one ended otherwise.
"""

import sys

with open(__file__[: -len("zygote.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))


def _repeat(count):
    """Forks `count` times, one after the other. Returns None in each child, else the seconds and the wait status."""
    import os

    seconds = 0.0
    first = None
    for number in range(count):
        pid = os.fork()
        if pid == 0:
            if number > 0:
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, 1)
                os.dup2(nowhere, 2)
                os.close(nowhere)
            return None
        _, status, used = os.wait4(pid, 0)
        seconds += used.ru_utime + used.ru_stime
        if first is None:
            first = status
        elif status != first:
            return None, first
        try:
            # Our children share the position in it.
            os.lseek(0, 0, os.SEEK_SET)
        except OSError:
            pass  # closed, or a pipe
    return seconds, first


def _end_like(status):
    import os
    import signal

    if os.WIFSIGNALED(status):
        signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
        os.kill(os.getpid(), os.WTERMSIG(status))
    os._exit(os.WEXITSTATUS(status))


def _main(plan, globals_of_main):
    fields = faithful.fields(plan)
    results = next(fields)
    ended = _repeat(int(next(fields)))
    if ended is None:
        faithful.hand_over(globals_of_main)
        return
    seconds, status = ended
    if seconds is not None:
        with open(results, "w", encoding="ascii") as file:
            file.write(repr(seconds))
    _end_like(status)


if __name__ == "__main__":
    _main(sys.argv[1], dict(globals()))
