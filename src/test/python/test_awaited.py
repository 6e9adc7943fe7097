"""What the probes of an evidence run see of an ``await`` is right.

Run with the interpreter that is to be tested: ``python test_awaited.py``.
"""

import ast
import os
import unittest

from watched import EVIDENCE, Program, read

HEAD = """\
import asyncio

async def wait(seconds):
    await asyncio.sleep(0)
    await asyncio.sleep(seconds)
    return seconds
"""


class Awaited(unittest.TestCase):
    def seen(self, text, expression):
        """What was seen of the one ``await`` that has this text."""
        program = Program(self, main=HEAD + text)
        [node] = [
            n
            for n in ast.walk(ast.parse(program.files["main.py"]))
            if isinstance(n, ast.Await) and ast.unparse(n) == expression
        ]
        place = node.lineno, node.col_offset, node.end_lineno, node.end_col_offset
        plan = os.path.join(program.private, "awaited")
        results = os.path.join(program.private, "results")
        fields = [results, program.root, "2000", "awaited", "a", "main.py", *map(str, place)]
        with open(plan, "w", encoding="utf-8") as file:
            file.write("".join(field + "\0" for field in fields))
        done = program._run([EVIDENCE, plan], ["main.py"])
        self.assertEqual(program.plain("main.py").stdout, done.stdout)
        self.assertEqual("", done.stderr)
        return [record for record in read(results) if record["kind"] == "seen"][-1]

    def assertSeconds(self, expected, seconds):
        self.assertGreaterEqual(seconds, 0.95 * expected)
        self.assertLess(seconds, expected + 0.1)

    def test_adds_what_is_awaited_one_after_the_other(self):
        seen = self.seen(
            "async def main():\n    for n in range(4):\n        print(await wait(0.03))\nasyncio.run(main())\n",
            "await wait(0.03)",
        )
        self.assertEqual(4, seen["count"])
        self.assertSeconds(0.12, seen["seconds"])
        self.assertAlmostEqual(seen["seconds"], seen["elapsed"])

    def test_knows_the_time_in_which_several_waited(self):
        seen = self.seen(
            "async def one(n):\n    return await wait(0.05 + n / 100)\n"
            "async def main():\n    print(await asyncio.gather(*map(one, range(6))))\nasyncio.run(main())\n",
            "await wait(0.05 + n / 100)",
        )
        self.assertEqual(6, seen["count"])
        self.assertSeconds(0.45, seen["seconds"])
        self.assertSeconds(0.1, seen["elapsed"])

    def test_keeps_an_exception(self):
        seen = self.seen(
            "async def fails(n):\n    if n:\n        raise ValueError(n)\n"
            "async def main():\n    for n in (0, 1, 0):\n        try:\n            await fails(n)\n"
            "        except ValueError as e:\n            print(repr(e))\nasyncio.run(main())\n",
            "await fails(n)",
        )
        self.assertEqual(2, seen["count"])


if __name__ == "__main__":
    unittest.main()
