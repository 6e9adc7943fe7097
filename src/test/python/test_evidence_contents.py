"""What the probes of a container see is right.

Run with the interpreter that is to be tested: ``python test_evidence_contents.py``.
"""

import ast
import unittest

from watched import Program, facts, place


class Contents(unittest.TestCase):
    def observe(self, text):
        """Of each argument of ``len``, since the first loop of the program."""
        program = Program(self, main=text)
        nodes = list(ast.walk(ast.parse(program.files["main.py"])))
        loop = next(n for n in nodes if isinstance(n, ast.For))
        asked = ["reached", "loop", "main.py", *place(loop)]
        for n in nodes:
            if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "len":
                asked += ["contents", "it", "main.py", *place(n.args[0]), "1", "loop"]
        done = program.watched("main.py", questions=asked)
        plain = program.plain("main.py")
        self.assertEqual((plain.stdout, plain.stderr), (done.stdout, done.stderr))
        return program.seen["it"]

    def test_sees_a_container_that_stays_the_same(self):
        seen = self.observe("L = [1, 'a', (2.5,)]\nfor i in range(4):\n    print(len(L))\n")
        self.assertEqual(
            dict(count=4, examined=4, length=12, types={"list": "unhashable"}, nan=False),
            facts(seen, "count", "examined", "length", "types", "nan"),
        )
        self.assertEqual({"int": "plain", "str": "plain", "tuple": "tuple", "float": "plain"}, seen["elements"])
        self.assertEqual({"loop": {"stays": 1, "compared": 3, "changed": 0, "length": 3}}, seen["since"])

    def test_sees_changes(self):
        seen = self.observe("L = {1: 2}\nfor i in range(4):\n    print(len(L))\n    L[i] = 0\n")
        self.assertEqual(3, seen["since"]["loop"]["changed"])

    def test_uses_up_no_iterator(self):
        seen = self.observe("class A(list):\n    def __iter__(self): print('read')\nfor i in range(2):\n    print(len(A()))\n")
        self.assertEqual((2, 0, ["__main__.A"]), (seen["count"], seen["examined"], list(seen["types"])))


if __name__ == "__main__":
    unittest.main()
