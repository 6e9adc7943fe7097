"""What the probes of a search by a key see is right.

Run with the interpreter that is to be tested: ``python test_evidence_joins.py``.
"""

import ast
import unittest

from watched import Program, facts, place


class Joins(unittest.TestCase):
    def observe(self, text, key, sought="p", probe="", cap=2000):
        """Of what the innermost loop of the program goes through, since the first loop."""
        program = Program(self, main=text)
        loops = [n for n in ast.walk(ast.parse(program.files["main.py"])) if isinstance(n, ast.For)]
        asked = ["reached", "loop", "main.py", *place(loops[0])]
        asked += ["join", "it", "main.py", *place(loops[-1].iter), "1", "loop", sought, key, probe]
        done = program.watched("main.py", questions=asked, cap=cap)
        plain = program.plain("main.py")
        self.assertEqual((plain.stdout, plain.stderr), (done.stdout, done.stderr))
        return program.seen["it"]

    def test_sees_where_items_with_the_key_stand(self):
        seen = self.observe(
            """
            L = [{"k": i % 5} for i in range(10)]
            for p in (1, 2, 7):
                for b in L:
                    if b["k"] == p:
                        print(p)
            """,
            "ik",
        )
        self.assertEqual(
            dict(count=3, details=3, length=30, first=2 + 3 + 10, matches=4, unreadable=0, nan=False),
            facts(seen, "count", "details", "length", "first", "matches", "unreadable", "nan"),
        )
        self.assertEqual(
            ({"list": "unhashable"}, {"dict": "unhashable"}, {"int": "plain"}, {"int": "plain"}),
            tuple(seen[n] for n in ("containers", "items", "elements", "values")),
        )
        self.assertEqual({"loop": {"stays": 1, "compared": 2, "changed": 0, "length": 10}}, seen["since"])

    def test_sees_a_key_that_changes(self):
        seen = self.observe(
            "class A: pass\nL = [A()]\nL[0].k = 1\nfor p in (1, 2, 3):\n    L[0].k = p\n    for b in L:\n        b.k == p\n",
            ".k",
        )
        self.assertEqual(2, seen["since"]["loop"]["changed"])

    def test_follows_steps_on_both_sides(self):
        seen = self.observe(
            "L = [(('a', 2), 0)]\nfor p in [{'x': [5, 2]}]:\n    for b in L:\n        b[0][1] == p['x'][1]\n",
            "#0\n#1",
            probe="ix\n#1",
        )
        self.assertEqual((1, {"int": "plain"}, {"int": "plain"}), (seen["matches"], seen["elements"], seen["values"]))
        self.assertEqual({"tuple": "tuple"}, seen["items"])

    def test_reads_slots_and_fields_of_named_tuples(self):
        seen = self.observe(
            """
            from collections import namedtuple
            class S:
                __slots__ = "k",
            s = S()
            s.k = 1
            L = [s, namedtuple("N", "k")(2)]
            for p in (1, 2):
                for b in L:
                    b.k == p
            """,
            ".k",
        )
        self.assertEqual((2, 0), (seen["matches"], seen["unreadable"]))

    def test_runs_no_code_of_the_program(self):
        for body in (
            "@property\n    def k(self): print('read')",
            "def __getattr__(self, name): print('read')",
            "def __getattribute__(self, name): print('read')",
            "other = 1",
        ):
            with self.subTest(body):
                seen = self.observe(
                    "class A:\n    %s\nL = [A()]\nfor p in (1, 2):\n    for b in L:\n        pass\n" % body, ".k"
                )
                self.assertEqual((2, 2, {}), (seen["count"], seen["unreadable"], seen["elements"]))

    def test_asks_no_dict_of_the_program(self):
        seen = self.observe(
            "class D(dict):\n    def __getitem__(self, k): print('read')\nL = [D(k=1)]\n"
            "for p in (1,):\n    for b in L:\n        pass\n",
            "ik",
        )
        self.assertEqual(1, seen["unreadable"])

    def test_uses_up_no_iterator(self):
        seen = self.observe(
            "G = (c for c in 'abc')\nfor p in (1, 2):\n    for b in G:\n        print(b)\n", ""
        )
        self.assertEqual((2, 0, {"generator": "identity"}), (seen["count"], seen["details"], seen["containers"]))

    def test_looks_at_a_part_of_many_searches(self):
        seen = self.observe("L = [1, 2]\nfor p in range(1000):\n    for b in L:\n        pass\n", "", cap=60)
        self.assertEqual(1000, seen["count"])
        self.assertLess(seen["details"], 61)
        self.assertEqual(2, seen["length"] / seen["weight"])


if __name__ == "__main__":
    unittest.main()
