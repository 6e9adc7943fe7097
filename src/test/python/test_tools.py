"""What the tools inside a program write down, and that the program does what it does without them."""

import marshal
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

from watched import EVIDENCE, read

FOLDER = os.path.dirname(EVIDENCE)


class Tool:
    """A program in a folder of its own, run plainly and inside of a tool."""

    def __init__(self, case, text):
        folder = tempfile.TemporaryDirectory()
        case.addCleanup(folder.cleanup)
        self.root = os.path.realpath(folder.name)
        self.results = os.path.join(self.root, "results")
        self.table = os.path.join(self.root, "table.prof")
        with open(os.path.join(self.root, "main.py"), "w", encoding="utf-8") as file:
            file.write(textwrap.dedent(text))

    def run(self, *before, target=("main.py",)):
        return subprocess.run(
            [sys.executable, *before, *target], cwd=self.root, capture_output=True, text=True, timeout=60
        )

    def inside(self, tool, *fields, target=("main.py",)):
        """With these fields in the plan, or those that are usual for the tool."""
        usual = {
            "calls.py": (self.table, self.root, self.root),
            "stacks.py": ("0.002",),
            "lines.py": ("time", self.root, "", self.root, self.root),
            "heap.py": (self.root, "12"),
        }
        plan = os.path.join(self.root, "plan")
        with open(plan, "w", encoding="utf-8") as file:
            file.write("".join(f + "\0" for f in (self.results, *(fields or usual[tool]))))
        return self.run(os.path.join(FOLDER, tool), plan, target=target)

    def record(self, kind):
        return [r for r in read(self.results) if r["kind"] == kind][-1]


WORK = """\
    import sys
    def leaf(x): return x * 2
    def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
    class K:
        def method(self): return [leaf(i) for i in range(50)]
    print(fib(12), K().method()[-1], len(sys.argv), sorted([3, 1, 2]), "".join(map(str, [1])))
    """
ENDINGS = (
    "import sys; sys.exit(3)",
    "1 / 0",
    "import sys; print(sys.argv, sys.orig_argv[1:], sorted(globals()), __file__[-8:])",
    "import os; os._exit(4)",
    "import profile_of_mine",
    "def f(:",
)


class CallsTest(unittest.TestCase):
    def test_counts_as_cprofile_does(self):
        tool = Tool(self, WORK)
        self.assertEqual("", tool.inside("calls.py").stderr)
        with open(tool.table, "rb") as file:
            ours = marshal.load(file)
        theirs_file = os.path.join(tool.root, "theirs.prof")
        tool.run("-m", "cProfile", "-o", theirs_file)
        with open(theirs_file, "rb") as file:
            theirs = marshal.load(file)

        def counts(table):
            return {
                (os.path.basename(key[0]), *key[1:]): (cc, nc, {(os.path.basename(c[0]), *c[1:]): n[:2] for c, n in callers.items()})
                for key, (cc, nc, _, _, callers) in table.items()
            }

        self.assertEqual(counts(theirs), counts(ours))

    def test_opens_in_pstats(self):
        tool = Tool(self, WORK)
        tool.inside("calls.py")
        shown = tool.run("-c", "import pstats; pstats.Stats('table.prof').print_stats()", target=())
        self.assertIn("(fib)", shown.stdout)

    def test_writes_functions_with_those_they_call(self):
        tool = Tool(self, WORK)
        tool.inside("calls.py")
        functions = tool.record("calls")["functions"]
        fib = next(f for f in functions if f[2] == "fib")
        self.assertEqual([3, 465, 1], [fib[1], fib[3], fib[4]])
        self.assertEqual([[functions.index(fib), 464]], [call[:2] for call in fib[7]])

    def test_writes_its_table_when_the_program_leaves_at_once(self):
        tool = Tool(self, "import os\ndef f(): pass\nf()\nos._exit(4)\n")
        self.assertEqual(4, tool.inside("calls.py").returncode)
        self.assertEqual(1, sum(f[2] == "f" for f in tool.record("calls")["functions"]))


class StacksTest(unittest.TestCase):
    def test_sees_where_the_time_goes(self):
        tool = Tool(
            self,
            """\
            import time
            def busy():
                end = time.perf_counter() + 0.3
                while time.perf_counter() < end:
                    pass
            def wait():
                time.sleep(0.3)
            busy(); wait()
            """,
        )
        tool.inside("stacks.py")
        record = tool.record("stacks")
        names = [f[2] for f in record["functions"]]
        seconds = dict.fromkeys(names, 0)
        cpu = dict.fromkeys(names, 0)
        for stack, _, wall, on in record["stacks"]:
            seconds[names[stack[-1][0]]] += wall
            cpu[names[stack[-1][0]]] += on
        self.assertAlmostEqual(0.3, seconds["busy"], delta=0.1)
        self.assertAlmostEqual(0.3, seconds["wait"], delta=0.1)
        self.assertLess(cpu["wait"], 0.1)


class SameTest(unittest.TestCase):
    def test_programs_do_what_they_do_alone(self):
        for tool_file in ("calls.py", "stacks.py", "lines.py", "heap.py"):
            for text in ENDINGS:
                for target in (["main.py", "a"], ["-m", "main", "b"]):
                    with self.subTest(tool=tool_file, text=text, target=target):
                        tool = Tool(self, text)
                        plain = tool.run(target=target)
                        inside = tool.inside(tool_file, target=target)
                        for name in ("stdout", "stderr", "returncode"):
                            self.assertEqual(getattr(plain, name), getattr(inside, name))


if __name__ == "__main__":
    unittest.main()
