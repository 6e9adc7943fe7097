"""Repetitions by fork do what plain runs do, once visibly, and their processor time comes back."""

import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

from watched import EVIDENCE

ZYGOTE = os.path.join(os.path.dirname(EVIDENCE), "zygote.py")


@unittest.skipUnless(hasattr(os, "fork"), "this system has no fork")
class ZygoteTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = os.path.realpath(folder.name)
        self.results = os.path.join(self.root, "results")

    def write(self, name, text):
        with open(os.path.join(self.root, name), "w", encoding="utf-8") as file:
            file.write(textwrap.dedent(text))

    def run_python(self, *arguments, stdin=None):
        return subprocess.run(
            [sys.executable, *arguments], cwd=self.root, stdin=stdin, capture_output=True, text=True, timeout=60
        )

    def repeat(self, count, *target, stdin=None):
        plan = os.path.join(self.root, "plan")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(f"{self.results}\0{count}\0{os.path.join(self.root, 'empty.py')}\0")
        self.write("empty.py", "")
        return self.run_python(ZYGOTE, plan, *target, stdin=stdin)

    def seconds(self):
        with open(self.results, encoding="ascii") as file:
            return tuple(map(float, file.read().split()))

    def test_ends_and_prints_as_a_plain_run(self):
        for text in (
            "import sys; print(sys.argv, __name__, __file__[-7:], sorted(vars()))",
            "import sys; sys.exit(3)",
            "1 / 0",
            "import os; print('x', flush=True); os._exit(4)",
            "def f(:",
            "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
        ):
            with self.subTest(text):
                self.write("main.py", text)
                plain = self.run_python("main.py", "a", "b")
                ours = self.repeat(3, "main.py", "a", "b")
                self.assertEqual(
                    (plain.returncode, plain.stdout, plain.stderr), (ours.returncode, ours.stdout, ours.stderr)
                )

    def test_runs_a_module(self):
        self.write("tool.py", "import sys; print(sys.argv[1:], __name__)")
        self.assertEqual("['a'] __main__\n", self.repeat(2, "-m", "tool", "a").stdout)

    def test_tells_the_time_of_a_repetition_and_of_nothing(self):
        self.write("main.py", "import time\nwhile time.process_time() < 0.05: pass")
        self.repeat(5, "main.py")
        program, nothing = self.seconds()
        self.assertGreater(program, 0.049)
        self.assertLess(program, 0.3)
        self.assertLess(nothing, program)

    def test_each_repetition_imports_anew_and_reads_all_of_its_input(self):
        self.write("state.py", "count = 0")
        self.write(
            "main.py",
            """\
            import os, sys, state
            state.count += 1
            text = sys.stdin.read()
            with open("log", "a") as log:
                log.write(f"{state.count} {text}")
            """,
        )
        self.write("input", "hello\n")
        with open(os.path.join(self.root, "input"), encoding="utf-8") as stdin:
            self.repeat(3, "main.py", stdin=stdin)
        with open(os.path.join(self.root, "log"), encoding="utf-8") as log:
            self.assertEqual("1 hello\n" * 3, log.read())

    def test_says_nothing_when_repetitions_end_differently(self):
        self.write("main.py", "import os, sys\nsys.exit(os.path.exists('mark') or open('mark', 'w').close())")
        self.assertEqual(0, self.repeat(3, "main.py").returncode)
        self.assertFalse(os.path.exists(self.results))


if __name__ == "__main__":
    unittest.main()
