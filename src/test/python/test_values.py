"""What the probes of an evidence run see of an expression's values is right.

Run with the interpreter that is to be tested: ``python test_values.py``.
"""

import ast
import os
import unittest

from watched import EVIDENCE, Program, facts, read


class Values(unittest.TestCase):
    def seen(self, text, expression):
        """What was seen of the one expression that has this text."""
        program = Program(self, main=text)
        [node] = [
            n
            for n in ast.walk(ast.parse(program.files["main.py"]))
            if isinstance(n, ast.expr) and ast.unparse(n) == expression
        ]
        place = node.lineno, node.col_offset, node.end_lineno, node.end_col_offset
        plan = os.path.join(program.private, "values")
        results = os.path.join(program.private, "results")
        fields = [results, program.root, "2000", "value", "v", "main.py", *map(str, place)]
        with open(plan, "w", encoding="utf-8") as file:
            file.write("".join(field + "\0" for field in fields))
        done = program._run([EVIDENCE, plan], ["main.py"])
        self.assertEqual(program.plain("main.py").stdout, done.stdout)
        self.assertEqual("", done.stderr)
        return [record for record in read(results) if record["kind"] == "seen"][-1]

    def test_counts_values_by_type(self):
        seen = self.seen("t = 0\nfor x in [1, 2.5, True, 4]:\n    t += x * 1\nprint(t)\n", "x * 1")
        self.assertEqual(
            dict(count=4, types={"int": 3, "float": 1}, length=0, nan=False),
            facts(seen, "count", "types", "length", "nan"),
        )

    def test_sums_the_lengths_of_containers(self):
        seen = self.seen("for n in (3, 4):\n    for x in list(range(n)):\n        pass\n", "list(range(n))")
        self.assertEqual(dict(count=2, length=7, types={"list": 2}), facts(seen, "count", "length", "types"))

    def test_knows_what_can_be_copied_without_asking_the_program(self):
        text = """\
            class Mine:
                def __reduce__(self):
                    print("asked")
                    return Mine, ()
            for x in [(1, "a"), [{"k": 2.0}], Mine(), lambda: 1]:
                [x, 1]
            """
        self.assertEqual(dict(count=4, details=4, copied=2), facts(self.seen(text, "[x, 1]"), "count", "details", "copied"))

    def test_sees_a_nan(self):
        self.assertTrue(self.seen("for x in (1.0, float('nan')):\n    x + 0\n", "x + 0")["nan"])

    def test_knows_how_large_the_numbers_are(self):
        self.assertEqual(11, self.seen("for x in (3, -1024, 7, 2.0**80):\n    x * 1\n", "x * 1")["bits"])
        self.assertEqual(0, self.seen("for x in (2.0**80, 'a'):\n    x * 1\n", "x * 1")["bits"])

    def test_keeps_an_exception(self):
        seen = self.seen("for i in (1, 0):\n    try:\n        print(1 // i)\n    except ZeroDivisionError:\n        print('no')\n", "1 // i")
        self.assertEqual(1, seen["count"])


if __name__ == "__main__":
    unittest.main()
