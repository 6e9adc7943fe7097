"""Runs a program under cProfile, the interpreter's own tracer, and writes down its table.

    python calls.py PLAN SCRIPT [ARGS...]

PLAN holds the results file (see ``channel.py``), the file that pstats, snakeviz and others open, the root, and
the root that this file is to speak of. The tracer
is ``_lsprof``, the C part of which the module ``cProfile`` is the wrapper: so the program may have a module of
its own by the name of ``profile``. What is measured begins and ends where ``python -m cProfile`` has it.
"""

import sys

with open(__file__[: -len("calls.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))


_SET = "setprofile>"  # as a function of the interpreter is called in its own table


class Table:
    """The tracer with its results; written once, by the process that began it."""

    def __init__(self, channel, file, shown):
        import _lsprof
        import marshal

        self._channel = channel
        self._file = file
        self._shown = shown
        # The program may change these modules for itself, or empty `sys.modules`.
        self._getpid, self._open, self._marshal = _os.getpid, open, marshal.dump
        self._process = _os.getpid()
        self._written = False
        self._profiler = _lsprof.Profiler()

    def execute(self, code, namespace):
        self._profiler.enable()
        try:
            exec(code, namespace)
        finally:
            try:
                self._profiler.disable()
            except Exception:
                # From 3.12 on it needs `sys.modules`, which the program may have emptied.
                pass
            self.write()

    def enable(self):
        self._profiler.enable()

    def write(self):
        if self._written or self._getpid() != self._process:
            return
        self._written = True
        try:
            self._profiler.disable()
        except Exception:
            pass
        entries = self._profiler.getstats()
        # From 3.12 on, what the program sets for itself does not take the place of ours.
        displaced = sys.version_info < (3, 12) and any(_SET in str(entry.code) for entry in entries if isinstance(entry.code, str))
        names = {id(entry.code): _label(entry.code) for entry in entries}
        self._dump(_pstats(entries, self._shown))
        number = {key: at for at, key in enumerate(names)}
        self._channel.write(
            {
                "kind": "calls",
                "displaced": displaced,
                "functions": [
                    [*_shown(entry.code), *_numbers(entry), [
                        [number[id(called.code)], *_numbers(called)]
                        for called in entry.calls or ()
                        if id(called.code) in number
                    ]]
                    for entry in entries
                ],
            }
        )

    def _dump(self, table):
        if self._file:
            try:
                with self._open(self._file, "wb") as out:
                    self._marshal(table, out)
            except Exception:
                # The program may have taken away what this needs; the record is written.
                pass


def _label(code):
    """As pstats has it."""
    if isinstance(code, str):
        return "~", 0, code
    return code.co_filename, code.co_firstlineno, code.co_name


def _shown(code):
    """The same with the qualified name, where the interpreter knows it."""
    file, line, name = _label(code)
    return file, line, getattr(code, "co_qualname", name)


def _numbers(entry):
    """Calls, calls but the recursive ones, own seconds, seconds with callees."""
    return entry.callcount, entry.callcount - entry.reccallcount, entry.inlinetime, entry.totaltime


def _pstats(entries, shown):
    """The table of ``cProfile.Profile.create_stats``: function → (cc, nc, tt, ct, callers)."""

    def key_of(code):
        file, line, name = _label(code)
        return shown(file), line, name

    table, callers = {}, {}
    for entry in entries:
        nc, cc, tt, ct = _numbers(entry)
        key = key_of(entry.code)
        callers.setdefault(id(entry.code), {})
        table[key] = cc, nc, tt, ct, callers[id(entry.code)]
    for entry in entries:
        caller = key_of(entry.code)
        for called in entry.calls or ():
            known = callers.get(id(called.code))
            if known is None:
                continue
            numbers = _numbers(called)
            if caller in known:
                numbers = tuple(a + b for a, b in zip(numbers, known[caller]))
            known[caller] = numbers
    return table


def start(namespace):
    results, file, root, shown = (field for _, field in zip(range(4), faithful.fields(sys.argv[1])))
    table = Table(faithful.ours("channel").Channel(results), file, lambda name: name.replace(root, shown))
    leave = _os._exit

    def leave_with_table(status):
        table.write()
        leave(status)

    # Not told by anything else: the process ends within the call.
    _os._exit = leave_with_table
    if sys.argv[2] == "-m":
        table.enable()
        try:
            faithful.hand_over(namespace)
        finally:
            table.write()
    else:
        faithful.hand_over(namespace, execute=table.execute)


if __name__ == "__main__":
    _own = dict(globals())
    import os as _os

    start(_own)
