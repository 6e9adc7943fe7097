"""Repeats a program that is too short to be timed: an interpreter that has started forks once for each repetition.

    python zygote.py PLAN SCRIPT [ARGS...]

PLAN holds the results file, the number of repetitions, and an empty script. No code of the program is loaded before the fork,
so that each repetition imports, computes and ends as a run of its own does. The first one prints; the others print to nowhere.
In between, the empty script is run in the same way. The results file gets the mean processor time of a repetition and of the
empty script, in seconds. This process ends as the first repetition did; without results when another one ended otherwise.
"""

import sys

with open(__file__[: -len("zygote.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))


EMPTY_EVERY = 4


class _Child(Exception):
    """Raised in a child, to leave everything that is the parent's."""


def _fork(visible):
    """Forks and waits. Returns the wait status and the processor time in seconds; in the child it raises."""
    import os

    pid = os.fork()
    if pid == 0:
        if not visible:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            os.close(nowhere)
        raise _Child
    _, status, used = os.wait4(pid, 0)
    try:
        # Our children share the position in it.
        os.lseek(0, 0, os.SEEK_SET)
    except OSError:
        pass  # closed, or a pipe
    return status, used.ru_utime + used.ru_stime


def _repeat(count, empty):
    """Returns the wait status and the two means; no means when the repetitions did not end in one way."""
    first = None
    program, nothing = [], []
    for number in range(count):
        status, seconds = _fork(number == 0)
        first = status if first is None else first
        if status != first:
            return first, None
        program.append(seconds)
        if number % EMPTY_EVERY == 0:
            try:
                nothing.append(_fork(False)[1])
            except _Child:
                sys.argv[2:] = [empty]
                raise
    return first, (sum(program) / len(program), sum(nothing) / len(nothing))


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
    try:
        status, means = _repeat(int(next(fields)), next(fields))
    except _Child:
        pass
    else:
        if means is not None:
            with open(results, "w", encoding="ascii") as file:
                file.write("%r %r" % means)
        _end_like(status)
    faithful.hand_over(globals_of_main)


if __name__ == "__main__":
    _main(sys.argv[1], dict(globals()))
