"""What the probes of an evidence run see is right.

Run with the interpreter that is to be tested: ``python test_evidence.py``.
"""

import unittest

from watched import Program, facts


class Observations(unittest.TestCase):
    def observe(self, text, **options):
        program = Program(self, main=text)
        done = program.watched("main.py", **options)
        self.assertEqual("", done.stderr)
        self.assertEqual("end", program.records[-1]["kind"])
        return program

    def test_counts_probes_lengths_hits_and_elements_scanned(self):
        seen = self.observe("L = list(range(10))\nfor x in range(20):\n    x in L\n").only()
        self.assertEqual(
            dict(count=20, details=20, raised=0, failed=0, weight=20, length=200, scanned=155, hits=10),
            facts(seen, "count", "details", "raised", "failed", "weight", "length", "scanned", "hits"),
        )
        self.assertEqual(
            dict(longest=10, lengths={"4": 20}, containers={"list": 20}, identities=1, nan=False),
            facts(seen, "longest", "lengths", "containers", "identities", "nan"),
        )
        self.assertEqual({"int": "plain"}, seen["elements"])
        self.assertEqual({"int": "plain"}, seen["values"])
        self.assertEqual(
            {"main.py:2:for": {"stays": 1, "compared": 19, "changed": 0, "length": 10}}, seen["since"]
        )

    def test_sees_every_form_of_code(self):
        forms = {
            "comprehension": "L = [1, 2]\n[x for x in (1, 2, 3) if x in L]\n",
            "generator": "L = [1, 2]\nsum(x in L for x in (1, 2, 3))\n",
            "not in": "L = [1, 2]\n[x for x in (1, 2, 3) if x not in L]\n",
            "attribute": """\
                class A:
                    def __init__(self): self.known = [1, 2]
                    def ask(self, x): return x in self.known
                list(map(A().ask, (1, 2, 3)))
                """,
            "global": "L = [1, 2]\ndef ask(x):\n    return x in L\nlist(map(ask, (1, 2, 3)))\n",
            "nested": """\
                def outer(L):
                    def inner(x):
                        return x in L
                    return inner
                list(map(outer([1, 2]), (1, 2, 3)))
                """,
            "decorated": """\
                import functools
                @functools.lru_cache(None)
                def ask(x):
                    return x in [1, 2]
                list(map(ask, (1, 2, 3)))
                """,
            "class body": "class A:\n    L = [1, 2]\n    k = [0, 0]\n    for i in (1, 2, 3):\n        k[i in L] += 1\n",
            "lambda": "L = [1, 2]\nlist(filter(lambda x: x in L, (1, 2, 3)))\n",
            "yield": """\
                def ask():
                    while True:
                        (yield) in [1, 2]
                g = ask()
                next(g)
                for x in (1, 2, 3):
                    g.send(x)
                """,
            "coroutine": """\
                import asyncio
                async def one(x):
                    await asyncio.sleep(0)
                    return x
                async def ask():
                    for x in (1, 2, 3):
                        (await one(x)) in [1, 2]
                asyncio.run(ask())
                """,
            "walrus": "L = [1, 2]\nx = 0\nwhile (x := x + 1) in L:\n    pass\n",
            "private name": """\
                class A:
                    __known = [1, 2]
                    def ask(self, __x): return __x in self.__known
                list(map(A().ask, (1, 2, 3)))
                """,
        }
        for form, text in forms.items():
            with self.subTest(form):
                seen = self.observe(text).only()
                self.assertEqual(dict(count=3, hits=2, longest=2), facts(seen, "count", "hits", "longest"))

    def test_says_when_a_container_changed_after_a_point(self):
        program = self.observe(
            """\
            L = []
            for x in range(5):
                x in L
                L.append(x)
            for turn in range(3):
                for x in range(4):
                    x in L
            """
        )
        first, second = (r for k, r in program.seen.items() if not k.endswith(":for"))
        self.assertEqual(dict(pairs=4, changes=4), facts(first, "pairs", "changes"))
        self.assertEqual(
            {"stays": 1, "compared": 4, "changed": 4, "length": 0}, first["since"]["main.py:2:for"]
        )
        self.assertEqual(dict(pairs=11, changes=0), facts(second, "pairs", "changes"))
        self.assertEqual(
            {"stays": 3, "compared": 9, "changed": 0, "length": 15}, second["since"]["main.py:6:for"]
        )
        self.assertEqual(3, program.seen["main.py:6:for"]["count"])

    def test_tells_how_types_behave_in_a_set(self):
        seen = self.observe(
            """\
            import collections, dataclasses, datetime, enum
            class Same: pass
            class Word(str): pass
            class Equal:
                def __eq__(self, other): return False
                def __hash__(self): return 1
            class NoHash:
                def __eq__(self, other): return False
            class Colour(enum.Enum): RED = 1
            class Level(enum.IntEnum): LOW = 1
            Point = collections.namedtuple("Point", "x y")
            Frozen = dataclasses.make_dataclass("Frozen", ["x"], frozen=True)
            L = [1, "a", Same(), Word("w"), Equal(), NoHash(), Colour.RED, Level.LOW, Point(1, b"2"), Frozen(1)]
            L += [datetime.date(2000, 1, 1), (1, ([2],)), {}, frozenset(), None]
            1.5 in L
            """
        ).only()
        self.assertEqual(
            {
                "int": "plain",
                "str": "plain",
                "bytes": "plain",
                "NoneType": "plain",
                "frozenset": "plain",
                "datetime.date": "plain",
                "__main__.Word": "plain",
                "__main__.Level": "plain",
                "tuple": "tuple",
                "__main__.Point": "tuple",
                "__main__.Same": "identity",
                "__main__.Colour": "identity",
                "__main__.Equal": "custom",
                "types.Frozen" if "types.Frozen" in seen["elements"] else "__main__.Frozen": "custom",
                "__main__.NoHash": "unhashable",
                "list": "unhashable",
                "dict": "unhashable",
            },
            seen["elements"],
        )
        self.assertEqual({"float": "plain"}, seen["values"])

    def test_sees_nan_on_both_sides_and_inside_of_tuples(self):
        for text in (
            "float('nan') in [1, 2]",
            "1 in [2, float('nan')]",
            "1 in [2, (1, (float('nan'), 2))]",
        ):
            self.assertTrue(self.observe(text).only()["nan"], text)
        self.assertFalse(self.observe("1.0 in [2, (1, (3.5, 2))]").only()["nan"])

    def test_sees_a_late_probe_that_cannot_be_hashed(self):
        seen = self.observe(
            """\
            L = [(1, 2), (3, 4)]
            for i in range(5000):
                (i, 1) in L
            (1, [2]) in L
            """
        )
        values = [r["values"] for k, r in seen.seen.items() if k.startswith("main.py:4")]
        self.assertEqual([{"tuple": "tuple", "int": "plain", "list": "unhashable"}], values)

    def test_looks_at_other_containers_only_from_outside(self):
        program = self.observe(
            """\
            class Loud:
                def __contains__(self, x): print("asked", x); return 1
                def __len__(self): print("counted"); return 1
                def __iter__(self): print("iterated"); return iter(())
            class Mine(list): __iter__ = Loud.__iter__; __len__ = Loud.__len__
            for box in (Loud(), Mine([1]), {1: 2}, {1}, "1", iter([1])):
                print("1" in box if isinstance(box, str) else 1 in box)
            """
        )
        program.watched("main.py")
        plain = program.plain("main.py")
        self.assertEqual("asked 1\nTrue\nTrue\nTrue\nTrue\nTrue\nTrue\n", plain.stdout)
        found = [r["containers"] for k, r in program.seen.items() if k.endswith(":1")]
        self.assertEqual(
            [{"__main__.Mine": 1, "dict": 1, "set": 1, "list_iterator": 1, "__main__.Loud": 1}], found
        )

    def test_weighs_a_growing_list_over_the_whole_run(self):
        n = 20000
        seen = self.observe("L = []\nfor x in range(%d):\n    -1 in L\n    x % 10 or L.append(x)\n".replace("%d", str(n), 1)).only()
        self.assertEqual(n, seen["count"])
        self.assertLess(seen["details"], 2000)
        mean = seen["length"] / seen["weight"]
        self.assertAlmostEqual(1, mean / (n / 20), delta=0.1)

    def test_counts_on_when_details_are_capped_and_stops_when_all_is_known(self):
        program = Program(self, main="L = [1]\nn = 0\nwhile True:\n    n in L\n    n += 1\n")
        done = program.watched("main.py", cap=60)
        self.assertEqual(0, done.returncode)
        self.assertEqual("answered", program.records[-1]["kind"])
        self.assertEqual(60, program.only()["details"])
        self.assertGreater(program.only()["count"], 10000)

if __name__ == "__main__":
    unittest.main()
