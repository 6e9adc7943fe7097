"""Times by line: line_profiler where it is installed, else a stand-in that counts in the same way."""

import os
import sys
import time


def looker(package):
    return Package(package) if package else StandIn()


class Package:
    """The real line_profiler."""

    def __init__(self, package):
        self.tool = "line_profiler " + package.__version__
        self.profile = package.LineProfiler()
        self._function = type(looker)
        self._cell = type(_cell())
        overwrite = getattr(getattr(package, "profile", None), "_kernprof_overwrite", None)
        if overwrite:
            # As kernprof does, for `from line_profiler import profile`.
            overwrite(self.profile)

    def add(self, code, outermost):
        """Has the function timed, and gives its code as line_profiler wants it."""
        cells = tuple(self._cell() for _ in code.co_freevars)
        function = self._function(code, {}, code.co_name, None, cells)
        self.profile.add_function(function)
        return function.__code__

    def begin(self):
        """From here on, all functions are timed, in all threads."""
        import threading

        profile = self.profile

        def in_thread(frame, event, argument):
            sys.settrace(None)
            profile.enable_by_count()

        threading.settrace(in_thread)
        profile.enable_by_count()

    def end(self):
        self.profile.disable_by_count()

    def functions(self):
        stats = self.profile.get_stats()
        return [
            [file, first, name, [[line, hits, spent * stats.unit] for line, hits, spent in lines]]
            for (file, first, name), lines in sorted(stats.timings.items())
        ]

    def save(self, folder, shown):
        """Its own file, which ``python -m line_profiler`` opens, and what that prints."""
        import io

        try:
            stats = self.profile.get_stats()
            text = io.StringIO()
            self.profile.print_stats(stream=text)
            stats.timings = {(shown(file), *rest): lines for (file, *rest), lines in stats.timings.items()}
            stats.to_file(os.path.join(folder, "lines.lprof"))
            with open(os.path.join(folder, "lines.txt"), "w", encoding="utf-8") as out:
                out.write(shown(text.getvalue()))
        except Exception:
            # The program may have closed files, or removed the folder; the record is written.
            pass


def _cell():
    value = None

    def inner():
        return value

    return inner.__closure__[0]


class StandIn:
    """Counts and times lines as line_profiler does: from a line's start to the next in the same frame.

    By ``sys.monitoring`` where there is one, else by ``sys.settrace``.
    """

    def __init__(self):
        self.tool = ""
        self._clock = time.perf_counter
        self._lines = {}  # code → {line: [hits, seconds]}
        self._open = {}  # frame's identity → (code, line, since)
        self._monitoring = getattr(sys, "monitoring", None)
        # The program may change the module for itself.
        self._frame, self._settrace = sys._getframe, sys.settrace
        self._began = False
        if self._monitoring:
            self._begin_monitoring()

    def profile(self, function):
        """``@profile``."""
        inner = function
        while not hasattr(inner, "__code__"):
            inner = getattr(inner, "__func__", None) or getattr(inner, "__wrapped__", None) or getattr(inner, "fget", None)
            if inner is None:
                return function
        self.add(inner.__code__, True)
        if not self._monitoring and not self._began:
            self._begin_tracing()
        return function

    def add(self, code, outermost):
        self._lines.setdefault(code, {})
        if self._monitoring and self._free:
            events = self._monitoring.events
            self._monitoring.set_local_events(
                self._number, code, events.LINE | events.PY_RETURN | events.PY_YIELD
            )
        return code

    def begin(self):
        if not self._monitoring:
            self._begin_tracing()

    def end(self):
        if not self._monitoring:
            self._settrace(None)

    def _begin_monitoring(self):
        monitoring = self._monitoring
        self._number = monitoring.PROFILER_ID
        self._free = monitoring.get_tool(self._number) is None
        if not self._free:
            return
        events = monitoring.events
        monitoring.use_tool_id(self._number, "pareto")
        monitoring.register_callback(self._number, events.LINE, self._at_line)
        for leaving in (events.PY_RETURN, events.PY_YIELD, events.PY_UNWIND):
            monitoring.register_callback(self._number, leaving, self._leaving)
        monitoring.set_events(self._number, events.PY_UNWIND)

    def _at_line(self, code, line):
        self._line(id(self._frame(1)), code, line)

    def _leaving(self, code, offset, value):
        if code in self._lines:
            self._close(id(self._frame(1)), code)

    def _begin_tracing(self):
        import threading

        self._began = True
        threading.settrace(self._trace)
        self._settrace(self._trace)

    def _trace(self, frame, event, argument):
        code = frame.f_code
        if code not in self._lines:
            return None
        if event == "line":
            self._line(id(frame), code, frame.f_lineno)
        elif event == "return":
            self._close(id(frame), code)
        return self._trace

    def _line(self, frame, code, line):
        self._close(frame, code)
        self._open[frame] = code, line, self._clock()

    def _close(self, frame, code):
        known = self._open.pop(frame, None)
        # The place of a frame may be used again by that of another function.
        if known is not None and known[0] is code:
            sums = self._lines[code].setdefault(known[1], [0, 0.0])
            sums[0] += 1
            sums[1] += self._clock() - known[2]

    def functions(self):
        found = {}
        for code, lines in list(self._lines.items()):
            key = code.co_filename, code.co_firstlineno, getattr(code, "co_qualname", code.co_name)
            found[key] = [[line, *sums] for line, sums in sorted(lines.items())]
        return [[*key, lines] for key, lines in sorted(found.items())]

    def save(self, folder, shown):
        pass
