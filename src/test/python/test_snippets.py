import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).parents[2] / "main/python/pareto/snippets.py"


def times(setup, *statements):
    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder, "results.json")
        request = {"setup": setup, "statements": statements, "repeats": 3}
        subprocess.run(
            [sys.executable, "-I", "-S", str(SCRIPT), str(results)],
            input=json.dumps(request).encode(),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return json.loads(results.read_text("utf-8"))["statements"]


class SnippetsTest(unittest.TestCase):
    def test_times_a_loop_of_each_statement(self):
        quick, slow = times("xs = list(range(5000))", "xs[0]", "4999 in xs")
        self.assertEqual([3, 3], [len(quick["seconds"]), len(slow["seconds"])])
        self.assertGreater(quick["loops"], slow["loops"])
        self.assertGreater(min(slow["seconds"]), max(quick["seconds"]))

    def test_a_statement_that_fails_says_why_and_the_others_are_timed(self):
        failed, syntax, leaves, timed = times("pass", "1 / 0", "x = = 1", "raise SystemExit(3)", "pass")
        self.assertEqual({"problem": "ZeroDivisionError: division by zero"}, failed)
        self.assertIn("SyntaxError", syntax["problem"])
        self.assertEqual({"problem": "SystemExit: 3"}, leaves)
        self.assertGreater(timed["loops"], 1)

    def test_what_a_statement_prints_does_not_disturb(self):
        (printed,) = times("pass", "print('x' * 100)")
        self.assertIn("seconds", printed)


if __name__ == "__main__":
    unittest.main()
