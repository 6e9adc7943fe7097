"""The portable launcher by its protocol, and what it finds out about processes."""

import ctypes
import json
import os
import struct
import subprocess
import sys
import unittest
from unittest import mock

from pareto import job, tree

HERE = os.path.dirname(os.path.abspath(tree.__file__))


class Portable:
    """portable.py as the JVM starts it."""

    def __enter__(self):
        command = [sys.executable, "-I", "-S", "-X", "utf8", os.path.join(HERE, "portable.py")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()

    def order(self, **order):
        data = json.dumps(order).encode()
        self.process.stdin.write(struct.pack(">I", len(data)) + data)
        self.process.stdin.flush()

    def message(self):
        (length,) = struct.unpack(">I", self.process.stdout.read(4))
        message = json.loads(self.process.stdout.read(length))
        return message, self.process.stdout.read(message.get("bytes", 0))

    def until(self, event):
        seen = []
        while True:
            seen.append(self.message())
            if seen[-1][0]["event"] == event:
                return seen


def order(number, code, **limits):
    return {
        "run": number,
        "argv": [sys.executable, "-c", code],
        "environment": {},
        "folder": HERE,
        "scratch": os.path.join(HERE, "none"),
        "limits": {"descendants": 99, **limits},
    }


@unittest.skipIf(os.name == "nt", "signals of Unix")
class PortableTest(unittest.TestCase):
    def test_runs_two_programs_and_passes_their_output_on(self):
        with Portable() as launcher:
            self.assertEqual("hello", launcher.message()[0]["event"])
            codes = "print('one')", "import sys; sys.stderr.write('two'); sys.exit(3)"
            launcher.order(op="start", start=7, runs=[order(n, code) for n, code in enumerate(codes)])
            started, _ = launcher.message()
            self.assertEqual(("started", 7), (started["event"], started["start"]))
            seen = launcher.until("ended") + launcher.until("ended")
            raw = {(m["run"], m["stream"]): b"" for m, _ in seen if m["event"] == "output"}
            for message, part in seen:
                if message["event"] == "output":
                    raw[message["run"], message["stream"]] += part
            self.assertEqual({(0, 1): b"one\n", (0, 2): b"", (1, 1): b"", (1, 2): b"two"}, raw)
            ends = {m["run"]: (m["status"], m["reason"], m["left"]) for m, _ in seen if m["event"] == "ended"}
            self.assertEqual({0: (0, None, 0), 1: (3, None, 0)}, ends)

    @unittest.skipUnless(tree._PROC, "states of /proc")
    def test_stops_and_continues_in_turns_when_told(self):
        with Portable() as launcher:
            launcher.until("hello")
            paused = {**order(2, "while True: pass"), "pauses": 0.02}
            launcher.order(op="start", start=1, runs=[paused])
            pid = launcher.message()[0]["pids"]["2"]
            for expected in b"T", b"R", b"T":
                while True:
                    with open(f"/proc/{pid}/stat", "rb") as file:
                        if file.read().rsplit(b")", 1)[1].split()[0] == expected:
                            break

    def test_ends_all_when_the_jvm_is_gone(self):
        with Portable() as launcher:
            launcher.until("hello")
            launcher.order(op="start", start=1, runs=[order(2, "import time; time.sleep(60)")])
            pid = launcher.message()[0]["pids"]["2"]
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)

    def test_refuses_what_cannot_be_started(self):
        with Portable() as launcher:
            launcher.until("hello")
            missing = {**order(2, ""), "argv": ["/nowhere/python3"]}
            launcher.order(op="start", start=1, runs=[order(1, "import time; time.sleep(60)"), missing])
            message, _ = launcher.message()
            self.assertEqual("failed", message["event"])
            self.assertTrue(message["reason"].endswith(": /nowhere/python3"), message)


@unittest.skipIf(os.name == "nt", "processes of Unix")
class TreeTest(unittest.TestCase):
    CODE = (
        "import os, sys, time\n"
        "if os.fork() == 0: os.setsid()\n"
        "os.write(1, b'.')\n"
        "time.sleep(60)\n"
    )

    def setUp(self):
        self.tree = tree.Tree()
        self.process = subprocess.Popen(
            [sys.executable, "-c", self.CODE],
            env={**os.environ, **self.tree.marks()},
            stdout=subprocess.PIPE,
            **self.tree.how_to_start(),
        )
        self.tree.begin(self.process)
        os.read(self.process.stdout.fileno(), 1)
        os.read(self.process.stdout.fileno(), 1)

    def tearDown(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def test_finds_and_ends_what_left_the_session(self):
        count, resident = self.tree.figures()
        self.assertEqual(2, count)
        self.assertGreater(resident, 2_000_000)
        self.tree.kill()
        self.assertEqual(9, self.tree.collect(self.process)["signal"])
        while self.tree.living():
            pass

    def test_finds_an_orphan_by_its_mark(self):
        self.tree.figures()
        self.process.kill()
        self.process.wait()
        self.tree.known.clear()
        self.assertEqual(1, self.tree.living())
        self.tree.kill()
        while self.tree.living():
            pass

    def test_reads_the_same_from_ps(self):
        try:
            listed = tree._from_ps()
        except FileNotFoundError:
            self.skipTest("there is no ps here")
        mine, same = tree._from_proc()[self.process.pid], listed[self.process.pid]
        self.assertEqual((mine.parent, mine.session, mine.dead), (same.parent, same.session, same.dead))
        with mock.patch.object(tree, "_PROC", False):
            self.tree.known = {self.process.pid: same.born}
            self.assertEqual(2, self.tree.figures()[0])


class JobTest(unittest.TestCase):
    def test_lays_structures_out_as_windows_does(self):
        if ctypes.sizeof(ctypes.c_void_p) == 8:
            self.assertEqual((48, 144), (ctypes.sizeof(job._Accounting), ctypes.sizeof(job._Limits)))


if __name__ == "__main__":
    unittest.main()
