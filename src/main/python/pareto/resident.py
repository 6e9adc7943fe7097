"""Memory of the process by line: memory_profiler where it is installed, else a stand-in that counts as it does."""

import os
import sys


def looker(package):
    return Package(package) if package else StandIn()


class Changes:
    """What each line gained and gave back, from readings after each line of functions that are looked at.

    memory_profiler's own increment is the whole memory where the line before was one of another function.
    """

    def __init__(self):
        self._lines = {}  # (file, line) → [times, bytes gained, bytes given back, most bytes]
        self._last = 0

    def after(self, code, line, memory):
        sums = self._lines.setdefault((code.co_filename, line), [0, 0, 0, 0])
        change = memory - self._last
        self._last = memory
        sums[0] += 1
        # The line of the `def` stands for all that happened before the call.
        if line != code.co_firstlineno or code.co_name == "<module>":
            sums[1] += max(0, change)
            sums[2] += max(0, -change)
        sums[3] = max(sums[3], memory)

    def begin(self, memory):
        self._last = self._last or memory

    def of(self, code):
        """The lines of a function with those of the functions in it, in their order."""
        lines = set()
        waiting = [code]
        while waiting:
            one = waiting.pop()
            lines.update(line for _, _, line in one.co_lines() if line)
            lines.add(one.co_firstlineno)
            waiting += [c for c in one.co_consts if isinstance(c, type(code))]
        file = code.co_filename
        return [[line, *self._lines[file, line]] for line in sorted(lines) if (file, line) in self._lines]


class Package:
    """The real memory_profiler."""

    def __init__(self, package):
        self.tool = "memory_profiler " + package.__version__
        self._package = package
        self._changes = Changes()
        self.profile = package.LineProfiler(backend="psutil")
        code_map = self.profile.code_map
        trace, read, memory = code_map.trace, package._get_memory, [0.0]

        def reading(*arguments, **options):
            memory[0] = read(*arguments, **options)
            return memory[0]

        def traced(code, line, before):
            trace(code, line, before)
            self._changes.after(code, line, round(memory[0] * 2**20))

        # One reading serves both.
        package._get_memory = reading
        code_map.trace = traced
        self._changes.begin(round(read(-1, "psutil") * 2**20))

    def add(self, code, outermost):
        # It adds inner functions by itself.
        if outermost and code not in self.profile.code_map:
            try:
                self.profile.code_map.add(code)
            except (OSError, TypeError):
                # Its source cannot be read.
                pass
        return code

    def begin(self):
        self.profile.enable_by_count()

    def end(self):
        self.profile.disable_by_count()

    def functions(self):
        return functions([code for _, code, _ in list(self.profile.code_map._toplevel)], self._changes)

    def save(self, folder, shown):
        """What it prints."""
        import io

        try:
            text = io.StringIO()
            self._package.show_results(self.profile, stream=text, precision=3)
            with open(os.path.join(folder, "memory.txt"), "w", encoding="utf-8") as out:
                out.write(shown(text.getvalue()))
        except Exception:
            # The program may have closed files, or removed the folder; the record is written.
            pass


class StandIn:
    """Resident memory of the process before and after each line, by ``sys.settrace``.

    Where the system has no ``/proc``, the memory of Python objects takes its place.
    """

    def __init__(self):
        self.tool = ""
        self._codes = set()
        self._tops = []
        self._open = []  # lines of the frames that are open
        self._began = False
        self._settrace = sys.settrace
        self._resident = _resident()
        self._changes = Changes()
        self._changes.begin(self._resident())

    def profile(self, function):
        """``@profile``."""
        inner = function
        while not hasattr(inner, "__code__"):
            inner = getattr(inner, "__func__", None) or getattr(inner, "__wrapped__", None) or getattr(inner, "fget", None)
            if inner is None:
                return function
        self.add(inner.__code__, True)
        if not self._began:
            self._began = True
            self._settrace(self._trace)
        return function

    def add(self, code, outermost):
        if outermost and code not in self._codes:
            self._tops.append(code)
            self._with_inner(code)
        return code

    def _with_inner(self, code):
        self._codes.add(code)
        for constant in code.co_consts:
            if isinstance(constant, type(code)):
                self._with_inner(constant)

    def begin(self):
        self._began = True
        self._settrace(self._trace)

    def end(self):
        self._settrace(None)

    def _trace(self, frame, event, argument):
        if frame.f_code not in self._codes:
            return None
        if event == "call":
            self._open.append(frame.f_lineno)
        elif event in ("line", "return") and self._open:
            self._changes.after(frame.f_code, self._open[-1], self._resident())
            if event == "line":
                self._open[-1] = frame.f_lineno
            else:
                self._open.pop()
        return self._trace

    def functions(self):
        return functions(self._tops, self._changes)

    def save(self, folder, shown):
        pass


def functions(codes, changes):
    """File, first line, name, and for each line how often it ran, what it gained, gave back, and the most."""
    return [
        [code.co_filename, code.co_firstlineno, getattr(code, "co_qualname", code.co_name), changes.of(code)]
        for code in list(codes)
    ]


def _resident():
    """A function that gives bytes."""
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        pread, open_file = os.pread, os.open
        opened = [None, None]  # its number, and how many blanks it holds

        def begin():
            opened[0] = open_file("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
            opened[1] = pread(opened[0], 100, 0).count(b" ")

        def read():
            try:
                fields = pread(opened[0], 100, 0).split()
                # The program may have closed all files, and the number may be another file by now.
                if len(fields) == opened[1] + 1:
                    return int(fields[1]) * page
            except (OSError, ValueError):
                pass
            begin()
            return int(pread(opened[0], 100, 0).split()[1]) * page

        begin()
        return read
    except (AttributeError, OSError, ValueError):
        import _tracemalloc

        _tracemalloc.start(1)
        return lambda: _tracemalloc.get_traced_memory()[0]
