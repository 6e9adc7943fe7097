"""What the stand-ins of line_profiler and memory_profiler count, and which functions are looked at."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

from test_tools import FOLDER, Tool

WORK = """\
    import threading
    def fib(n):
        if n < 2:
            return n
        return fib(n - 1) + fib(n - 2)
    class K:
        @property
        def p(self):
            return [i for i in range(10)]
        @staticmethod
        def s(x):
            for i in range(x):
                if i % 2:
                    continue
            return x
    def gen(n):
        for i in range(n):
            yield i
    def outer():
        y = 3
        def inner(z):
            return y + z
        return inner(1) + inner(2)
    def fails():
        try:
            int("x")
        except ValueError:
            pass
        raise KeyError(1)
    print(fib(10), K().p[-1], K.s(7), sum(gen(5)), outer())
    try: fails()
    except KeyError: pass
    t = threading.Thread(target=K.s, args=(5,)); t.start(); t.join()
    """
# As kernprof -l -p has them.
HITS = {
    "fib": {3: 177, 4: 89, 5: 88},
    "p": {9: 1},
    "s": {12: 14, 13: 12, 14: 5, 15: 2},
    "gen": {17: 6, 18: 5},
    "outer": {20: 1, 21: 1, 23: 1},
    "inner": {22: 2},
    "fails": {25: 1, 26: 1, 27: 1, 28: 1, 29: 1},
}
MARKED = """\
    @profile
    def marked(n):
        return [0] * n
    def plain():
        return 1
    class A:
        @staticmethod
        @profile
        def s(): return marked(3)
        @property
        @profile
        def p(self):
            return 3
    marked(10); plain(); A.s(); A().p
    """
MEMORY = """\
    def make():
        a = [0] * 5_000_000
        b = [0] * 2_500_000
        del a
        return b
    kept = make()
    """

FAKE = """\
import pickle
pickle.dumps
__version__ = "0"
class LineProfiler:
    timings, unit = {}, 1.0
    def add_function(self, function): pass
    def enable_by_count(self): pass
    def disable_by_count(self): pass
    def get_stats(self): return self
"""


def hits(tool):
    return {
        name.rpartition(".")[2]: {line: count for line, count, *_ in lines}
        for _, _, name, lines in tool.record("lines")["functions"]
    }


class TimesTest(unittest.TestCase):
    def test_counts_as_kernprof_does(self):
        tool = Tool(self, WORK)
        self.assertEqual("", tool.inside("lines.py").stderr)
        self.assertEqual(HITS, hits(tool))

    def test_looks_at_marked_functions_only_where_some_are(self):
        tool = Tool(self, MARKED)
        self.assertEqual("", tool.inside("lines.py").stderr)
        found = hits(tool)
        self.assertEqual(({3: 2}, {13: 1}, {"marked", "s", "p"}), (found["marked"], found["p"], set(found)))

    def test_finds_marks_in_modules_that_are_imported(self):
        tool = Tool(self, "import other\ndef f(): return 1\nf(); other.g()\n")
        with open(os.path.join(tool.root, "other.py"), "w", encoding="utf-8") as file:
            file.write("@profile\ndef g():\n    return 1\n")
        with open(os.path.join(tool.root, "elsewhere.py"), "w", encoding="utf-8") as file:
            file.write("@profile\ndef h():\n    return 1\n")
        tool.inside("lines.py")
        self.assertEqual({"g": {3: 1}}, hits(tool))

    def test_marks_of_files_that_are_not_imported_do_not_count(self):
        tool = Tool(self, "def f():\n    return 1\nf()\n")
        with open(os.path.join(tool.root, "elsewhere.py"), "w", encoding="utf-8") as file:
            file.write("@profile\ndef h():\n    return 1\n")
        tool.inside("lines.py")
        self.assertEqual({"f": {2: 1}}, hits(tool))

    def test_a_decorator_of_the_program_by_that_name_is_no_mark(self):
        tool = Tool(self, "def profile(f): return f\n@profile\ndef f():\n    return 1\ndef g():\n    return f()\ng()\n")
        self.assertEqual("", tool.inside("lines.py").stderr)
        self.assertEqual(({4: 1}, {6: 1}), (hits(tool)["f"], hits(tool)["g"]))

    def test_a_program_without_functions_is_looked_at_itself(self):
        tool = Tool(self, "total = 0\nfor i in range(10):\n    total += i\n")
        tool.inside("lines.py")
        self.assertEqual({"<module>": {1: 1, 2: 11, 3: 10}}, hits(tool))

    def test_times_the_lines(self):
        tool = Tool(self, "import time\ndef f():\n    x = 1\n    time.sleep(0.2)\n    return x\nf()\n")
        tool.inside("lines.py")
        ((_, _, _, lines),) = tool.record("lines")["functions"]
        seconds = {line: spent for line, _, spent in lines}
        self.assertAlmostEqual(0.2, seconds[4], delta=0.1)
        self.assertLess(seconds[3] + seconds[5], 0.05)

    def test_modules_are_looked_at_too(self):
        tool = Tool(self, "def f():\n    return 1\nf()\n")
        tool.inside("lines.py", target=("-m", "main"))
        self.assertEqual({"f": {2: 1}}, hits(tool))

    def test_writes_when_the_program_leaves_at_once(self):
        tool = Tool(self, "import os\ndef f():\n    return 1\nf()\nos._exit(4)\n")
        self.assertEqual(4, tool.inside("lines.py").returncode)
        self.assertEqual({"f": {3: 1}}, hits(tool))

    @unittest.skipUnless(hasattr(signal, "SIGKILL"), "no such signal here")
    def test_a_killed_program_leaves_what_was_written_last(self):
        tool = Tool(self, "def f():\n    return 1\nf()\nprint('ready', flush=True)\nwhile True: f()\n")
        plan = os.path.join(tool.root, "plan")
        with open(plan, "w", encoding="utf-8") as file:
            fields = (tool.results, "time", tool.root, "", tool.root, tool.root)
            file.write("".join(f + "\0" for f in fields))
        command = [sys.executable, os.path.join(FOLDER, "lines.py"), plan, "main.py"]
        with subprocess.Popen(command, cwd=tool.root, stdout=subprocess.PIPE) as process:
            while not os.path.exists(tool.results) or os.path.getsize(tool.results) == 0:
                self.assertIsNone(process.poll())
            process.kill()
        record = tool.record("lines")
        self.assertFalse(record["last"])
        self.assertEqual(["f"], [name for _, _, name, _ in record["functions"]])

    @unittest.skipUnless(hasattr(signal, "SIGKILL"), "no such signal here")
    def test_a_program_that_is_killed_soon_leaves_something_too(self):
        text = "import os, time\ndef f():\n    return 1\nf()\ntime.sleep(0.3)\nos.kill(os.getpid(), 9)\n"
        tool = Tool(self, text)
        self.assertEqual(-signal.SIGKILL, tool.inside("lines.py").returncode)
        self.assertEqual({"f": {3: 1}}, hits(tool))

    def test_leaves_the_search_path_as_it_is(self):
        text = "import sys\nprint(sys.path, [m for m in sys.modules if m.startswith('pareto')])\n"
        tool = Tool(self, text)
        packages = os.path.join(tool.root, "packages")
        os.mkdir(packages)
        inside = tool.inside("lines.py", "time", tool.root, packages, tool.root, tool.root)
        self.assertEqual(tool.run().stdout, inside.stdout)

    def test_own_modules_by_the_names_of_libraries_stay_the_programs(self):
        tool = Tool(self, "import pickle, line_profiler\nprint(pickle.MINE, line_profiler.MINE)\n")
        for name in ("pickle", "line_profiler"):
            with open(os.path.join(tool.root, name + ".py"), "w", encoding="utf-8") as file:
                file.write("MINE = 1\n")
        packages = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, packages)
        with open(os.path.join(packages, "line_profiler.py"), "w", encoding="utf-8") as file:
            file.write(FAKE)
        inside = tool.inside("lines.py", "time", tool.root, packages, tool.root, tool.root)
        self.assertEqual(("1 1\n", ""), (inside.stdout, inside.stderr))
        self.assertEqual("line_profiler 0", tool.record("lines")["tool"])

    def test_a_damaged_package_is_as_good_as_none(self):
        tool = Tool(self, "def f():\n    return 1\nf()\n")
        packages = os.path.join(tool.root, "packages")
        os.mkdir(packages)
        with open(os.path.join(packages, "line_profiler.py"), "w", encoding="utf-8") as file:
            file.write("1 / 0\n")
        self.assertEqual("", tool.inside("lines.py", "time", tool.root, packages, tool.root, tool.root).stderr)
        self.assertEqual({"f": {2: 1}}, hits(tool))


@unittest.skipUnless(os.path.exists("/proc/self/statm"), "resident memory cannot be read here")
class MemoryTest(unittest.TestCase):
    def test_knows_what_lines_gain_and_give_back(self):
        tool = Tool(self, MEMORY)
        self.assertEqual("", tool.inside("lines.py", "memory", tool.root, "", tool.root, tool.root).stderr)
        ((_, first, name, lines),) = tool.record("lines")["functions"]
        self.assertEqual((1, "make", [1, 2, 3, 4, 5]), (first, name, [line for line, *_ in lines]))
        up = {line: gained for line, _, gained, _, _ in lines}
        down = {line: given for line, _, _, given, _ in lines}
        for expected, found in ((40e6, up[2]), (20e6, up[3]), (40e6, down[4]), (0, up[5])):
            self.assertAlmostEqual(expected, found, delta=1e6)


class HeapTest(unittest.TestCase):
    def test_knows_the_lines_of_the_peak_and_of_the_end(self):
        tool = Tool(
            self,
            """\
            import time
            def passing():
                a = [bytes(1000) for _ in range(3000)]
                time.sleep(0.5)
            passing()
            kept = [bytes(1000) for _ in range(1000)]
            """,
        )
        self.assertEqual("", tool.inside("heap.py").stderr)
        record = tool.record("heap")
        lines = {line: (peak, end) for _, line, peak, _, end, _ in record["lines"]}
        self.assertAlmostEqual(3000 * 1033, lines[3][0], delta=300_000)
        self.assertLess(lines[3][1], 1000)
        self.assertAlmostEqual(1000 * 1033, lines[6][1], delta=50_000)
        self.assertGreaterEqual(record["peak"], record["seen"])

    def test_counts_what_libraries_make_for_the_own_line(self):
        tool = Tool(self, "import json\nkept = json.loads('[' + '1.5,' * 50000 + '1]')\n")
        tool.inside("heap.py")
        lines = {line: end for _, line, _, _, end, _ in tool.record("heap")["lines"]}
        self.assertGreater(lines[2], 50_000 * 24)

    def test_says_when_the_program_switched_it_off(self):
        tool = Tool(self, "import tracemalloc\ntracemalloc.stop()\n")
        self.assertEqual("", tool.inside("heap.py").stderr)
        self.assertFalse(tool.record("heap")["tracing"])

    def test_writes_when_the_program_leaves_at_once(self):
        tool = Tool(self, "import os\nkept = [bytes(1000) for _ in range(1000)]\nos._exit(4)\n")
        self.assertEqual(4, tool.inside("heap.py").returncode)
        self.assertIn(2, [line for _, line, *_ in tool.record("heap")["lines"]])


if __name__ == "__main__":
    unittest.main()
