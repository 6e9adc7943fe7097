"""A program does what it does without the probes of an evidence run.

Run with the interpreter that is to be tested: ``python test_evidence_faithful.py``.
"""

import os
import unittest

from watched import Program


class Faithfulness(unittest.TestCase):
    def assert_same(self, *target, stdin="", **files):
        program = Program(self, **files)
        plain = program.plain(*target, stdin=stdin)
        watched = program.watched(*target, stdin=stdin)
        for name in ("stdout", "stderr", "returncode"):
            self.assertEqual(getattr(plain, name), getattr(watched, name))
        return program, plain

    def test_main_module_is_what_it_is(self):
        text = """\
            import os, pickle, sys
            import __main__
            class K: pass
            names = sorted(globals())
            print(names, [(k, repr(globals()[k]).split(" at ")[0]) for k in names if k.startswith("__")])
            print(sys.argv, sys.path, sys.orig_argv[1:], sys.modules["__main__"].__dict__ is globals())
            print(type(pickle.loads(pickle.dumps(K()))), K.__module__, 1 in [1], sys.flags)
            sys.stdout.write(sys.stdin.read())
            """
        for target in (["main.py", "a", "-m"], ["-m", "main", "b"], ["./main.py"]):
            with self.subTest(target=target):
                program, plain = self.assert_same(*target, main=text, stdin="typed")
                self.assertEqual("", plain.stderr)
                self.assertEqual(1, program.only()["count"])

    def test_package_modules_are_probed_where_they_are_imported(self):
        program, _ = self.assert_same(
            "-m",
            "app.main",
            "7",
            app__in____init__="",
            app__in__main="import sys\nfrom . import core\nprint(core.ask(int(sys.argv[1])), __package__, __spec__.name)\n",
            app__in__core="KNOWN = [7]\ndef ask(x):\n    return x in KNOWN\n",
        )
        self.assertEqual({"app/core.py:3:0": 1}, {k: r["count"] for k, r in program.seen.items()})

    def test_modules_of_the_program_may_have_names_of_ours(self):
        names = ("json", "ast", "evidence", "channel", "probing", "observing", "struct", "typing")
        files = {name: "WHO = 'program'\n" for name in names}
        files["main"] = "".join("import %s\nprint(%s.WHO, 1 in [1])\n" % (n, n) for n in names)
        self.assert_same("main.py", **files)

    def test_tracebacks_name_the_same_lines(self):
        text = """\
            import core
            def f(x):
                L = [1]
                for i in range(3):
                    if i in L:
                        core.g(
                            x
                        )
            f(0)
            """
        core = "def g(x):\n    if x not in [1]: return 1 / x\n"
        for target in (["main.py"], ["-m", "main"]):
            self.assert_same(*target, main=text, core=core)

    def test_endings_are_the_same(self):
        for text in (
            "import sys\n1 in [1]\nsys.exit(3)\n",
            "import sys\n1 in [1]\nsys.exit('sorry')\n",
            "import os\n1 in [1]\nprint('x', flush=True)\nos._exit(4)\n",
            "import os, signal\n1 in [1]\nos.kill(os.getpid(), signal.SIGKILL)\n",
            "1 in [1]\ndef f(:\n",
            "1 in [1]\nraise KeyError(2)\n",
            "import sys\nsys.excepthook = lambda *a: print('mine', a[0])\n1 in [1]\nraise KeyError(2)\n",
            "import atexit\natexit.register(print, 'bye', __name__)\n1 in [1]\n",
            "import threading, time\ndef late():\n    time.sleep(0.05); print('late', __name__, 1 in [1])\n"
            "threading.Thread(target=late).start()\n",
            "import late\n",
        ):
            with self.subTest(text):
                self.assert_same("main.py", main=text, late="1 in [1]\nx = = 2\n")

    def test_what_was_seen_survives_any_ending(self):
        for ending in ("os._exit(0)", "os.kill(os.getpid(), 9)", "os.closerange(0, 1000); os._exit(0)"):
            with self.subTest(ending):
                program = Program(self, main="import os\nfor i in range(1000): i in [1]\n%s\n" % ending)
                program.watched("main.py")
                self.assertGreaterEqual(program.only()["count"], 512)

    def test_closed_files_are_not_written_to(self):
        program = Program(
            self,
            main="""\
            import os
            os.closerange(3, 1000)
            mine = [os.open("mine", os.O_WRONLY | os.O_CREAT) for i in range(600)]
            for i in range(1000): i in [1]
            print(os.stat("mine").st_size, mine[0])
            """,
        )
        self.assertEqual("0 3\n", program.watched("main.py").stdout)
        self.assertEqual(1000, program.only()["count"])

    def test_numbers_of_files_are_the_same(self):
        self.assert_same("main.py", main="import os\nprint(os.open('main.py', os.O_RDONLY), 1 in [1])\n")

    @unittest.skipUnless(hasattr(os, "fork"), "no fork here")
    def test_forked_children_are_seen_apart(self):
        program = Program(
            self,
            main="""\
            import os
            def ask():
                for i in range(10): i in [1]
            ask()
            child = os.fork()
            if not child:
                ask(); raise SystemExit
            os.waitpid(child, 0)
            ask()
            """,
        )
        program.watched("main.py")
        last = {r["process"]: r["count"] for r in program.records if r["kind"] == "seen" and "length" in r}
        self.assertEqual([10, 20], sorted(last.values()))

    def test_multiprocessing_works(self):
        text = """\
            import multiprocessing as mp
            class K:
                def __init__(self, v): self.v = v
            def known(k): return k.v in [1, 2]
            if __name__ == "__main__":
                for method in mp.get_all_start_methods():
                    with mp.get_context(method).Pool(2) as pool:
                        print(method, pool.map(known, [K(1), K(3)]))
            """
        self.assert_same("main.py", main=text)

    def test_errors_of_a_test_are_the_programs_own(self):
        program = Program(self, main="try:\n    1 in None\nexcept TypeError as e:\n    print(e)\n1 in None\n")
        plain = program.plain("main.py")
        watched = program.watched("main.py")
        self.assertEqual(plain.stdout, watched.stdout)
        self.assertEqual(plain.stderr.splitlines()[-1], watched.stderr.splitlines()[-1])
        self.assertIn('main.py", line 5', watched.stderr)

    def test_objects_live_as_long_as_without_us(self):
        self.assert_same(
            "main.py",
            main="""\
            class Loud:
                def __del__(self): print("gone")
            L = [Loud() for _ in range(3)]
            for i in range(3):
                print(i, Loud() in L)
                L.pop()
            """,
        )

    def test_docstrings_and_future_imports_stay_first(self):
        self.assert_same(
            "main.py",
            main='''\
            """Text."""
            from __future__ import annotations
            def f(x: nowhere) -> 1 in [1]:
                "Doc."
                for i in (1,): i in [1]
            f(0)
            print(__doc__, f.__doc__, f.__annotations__, f.__code__.co_firstlineno)
            ''',
        )


if __name__ == "__main__":
    unittest.main()
