"""What the probes of a function see is right.

Run with the interpreter that is to be tested: ``python test_evidence_calls.py``.
"""

import unittest

from watched import Program, facts


class Calls(unittest.TestCase):
    def observe(self, text):
        program = Program(self, main=text)
        done = program.watched("main.py", questions=program.calls())
        plain = program.plain("main.py")
        self.assertEqual((plain.stdout, plain.stderr), (done.stdout, done.stderr))
        return program.seen["watched"]

    def test_counts_repeated_arguments_of_a_recursion(self):
        seen = self.observe(
            '''\
            def watched(n):
                """Doc."""
                if n < 2:
                    return n
                return watched(n - 1) + watched(n - 2)
            print(watched(10), watched.__doc__)
            '''
        )
        self.assertEqual(
            dict(count=177, keyed=177, distinct=11, repeated=166, other=0, deepest=10, failure=""),
            facts(seen, "count", "keyed", "distinct", "repeated", "other", "deepest", "failure"),
        )
        self.assertEqual(
            dict(arguments=[["int"]], results=["int"], strange=[], strange_results=[]),
            facts(seen, "arguments", "results", "strange", "strange_results"),
        )

    def test_tells_equal_values_of_different_types_apart(self):
        seen = self.observe("def watched(x, *, y=0): return x\nfor x in (1, 1.0, True, 1): watched(x, y='a')\n")
        self.assertEqual(3, seen["distinct"])
        self.assertEqual([["bool", "float", "int"], ["str"]], seen["arguments"])
        self.assertFalse(seen["mixed"])
        self.assertTrue(self.observe("def watched(x): return 1\nwatched((1,)); watched((1.0,))\n")["mixed"])

    def test_sees_minus_zero(self):
        self.assertTrue(self.observe("def watched(x): return 1 + x\nwatched(-0.0)\n")["minus_zero"])
        self.assertFalse(self.observe("def watched(x): return 0.0 * -x\nwatched(1.0)\n")["minus_zero"])
        self.assertFalse(self.observe("def watched(x): return x\nwatched(1e-05)\n")["minus_zero"])

    def test_names_what_can_be_no_key(self):
        seen = self.observe("class A: pass\ndef watched(x, y): return []\nwatched([], 1); watched(A(), 2)\nwatched(1, 1)\n")
        self.assertEqual(["__main__.A", "list"], seen["strange"])
        self.assertEqual(["list"], seen["strange_results"])

    def test_sees_other_results_for_the_same_arguments(self):
        seen = self.observe("n = 0\ndef watched(x):\n    global n\n    n += 1\n    return n\nwatched(1); watched(1); watched(2)\n")
        self.assertEqual(1, seen["other"])

    def test_counts_what_memos_of_some_sizes_would_compute(self):
        seen = self.observe(
            "def watched(x): return x\nfor x in range(1500): watched(x); watched(x)\nfor x in range(1500): watched(x)\n"
        )
        self.assertEqual({"1000": 3000, "10000": 1500, "100000": 1500}, seen["entries"])
    def test_forgets_what_an_older_inner_function_was_asked(self):
        seen = self.observe(
            """\
            def outer(k):
                def watched(x):
                    return x + k
                return watched(1) + watched(1) + watched(2)
            outer(1); outer(2)
            """
        )
        self.assertEqual(
            dict(count=6, keyed=6, distinct=4, repeated=2, other=0, outermost=6),
            facts(seen, "count", "keyed", "distinct", "repeated", "other", "outermost"),
        )

    def test_knows_dates_and_exact_numbers(self):
        seen = self.observe(
            """\
            import datetime, decimal, fractions
            def watched(x): return decimal.Decimal(1), fractions.Fraction(1, 2), frozenset((1, "a")), x
            for day in (1, 2, 1): watched(datetime.date(2024, 1, day))
            """
        )
        self.assertEqual(
            dict(distinct=2, repeated=1, other=0, strange=[], strange_results=[]),
            facts(seen, "distinct", "repeated", "other", "strange", "strange_results"),
        )

    def test_takes_no_moments_with_a_zone_for_keys(self):
        seen = self.observe(
            """\
            import datetime
            def watched(x): return 1
            watched(datetime.datetime(2024, 1, 1))
            watched(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc))
            """
        )
        self.assertEqual((1, ["datetime.datetime"]), (seen["distinct"], seen["strange"]))
        held = self.observe("def watched(x): return frozenset([()])\nwatched(frozenset())\n")
        self.assertEqual((["frozenset"], []), (held["strange"], held["strange_results"]))

    def test_changes_nothing(self):
        seen = self.observe(
            """\
            def watched(x):
                def inner():
                    return 5
                if x:
                    raise ValueError(x)
                for i in range(3):
                    try:
                        if i == 1:
                            return
                    finally:
                        print(i)
            print(watched(0))
            watched.y = 1
            try:
                watched(1)
            except ValueError as error:
                print(error, error.__traceback__.tb_next.tb_lineno)
            print(watched(False))
            """
        )
        self.assertEqual(3, seen["count"])
        self.assertEqual(["NoneType"], seen["results"])

    def test_takes_long_values_by_their_hash(self):
        seen = self.observe(
            "def watched(x): return len(x)\nfor i in range(9): watched('a' * 100_000 + str(i % 3))\nwatched((1,) * 2000)\n"
        )
        self.assertEqual((3, ["tuple"]), (seen["distinct"], seen["strange"]))


if __name__ == "__main__":
    unittest.main()
