"""What layout.py finds is true: reading our own memory by it gives what Python says of itself."""

import json
import os
import subprocess
import sys
import types
import unittest

from pareto import layout

FOUND = layout.layout()


def word(address):
    return layout.words(address, 8)[0]


def number(address):
    return int.from_bytes(layout.read(address, 4), "little", signed=True)


def text(address):
    length = word(address + FOUND["text_length"])
    state = number(address + FOUND["text_state"])
    ascii_only = state >> FOUND["text_ascii_shift"] & 1
    width = state >> FOUND["text_kind_shift"] & 7
    data = layout.read(address + FOUND["ascii_data" if ascii_only else "text_data"], length * width)
    return data.decode({1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width])


def base():
    with open("/proc/self/maps") as maps:
        return min(int(line.split("-")[0], 16) for line in maps if line.rstrip().endswith(" " + FOUND["library"]))


@unittest.skipUnless(sys.platform == "linux", "reads /proc")
class LayoutTest(unittest.TestCase):
    def test_walks_from_the_runtime_to_every_frame_of_this_thread(self):
        runtime = base() + FOUND["runtime"]
        interpreter = word(runtime + FOUND["runtime_interpreter"])
        state = word(interpreter + FOUND["interpreter_threads"])
        self.assertEqual(0, word(state + FOUND["thread_next"]), "this is the only thread")
        frame = word(state + FOUND["thread_frame"])
        if FOUND["cframe_frame"] >= 0:
            frame = word(frame + FOUND["cframe_frame"])
        seen = []
        while frame:
            code = word(frame + FOUND["frame_code"]) & ~layout.TAG_BITS
            if word(code + FOUND["object_type"]) == id(types.CodeType):
                seen.append(text(word(code + FOUND["code_name"])).split(".")[-1])
            frame = word(frame + FOUND["frame_previous"])
        expected = []
        frame = sys._getframe()
        while frame:
            expected.append(frame.f_code.co_name)
            frame = frame.f_back
        # The innermost frames were those of `word` while it read; the rest is this stack. Machinery has names of its own.
        self.assertEqual(expected, [name for name in seen if name in expected][-len(expected) :])

    def test_reads_what_a_code_object_says(self):
        def example(first, second):
            third = first + second
            return third

        code = example.__code__
        at = id(code)
        self.assertEqual(code.co_filename, text(word(at + FOUND["code_filename"])))
        self.assertEqual(getattr(code, "co_qualname", code.co_name), text(word(at + FOUND["code_name"])))
        self.assertEqual(code.co_firstlineno, number(at + FOUND["code_first_line"]))
        table = word(at + FOUND["code_lines"])
        length = word(table + FOUND["bytes_length"])
        self.assertEqual(code.co_linetable, layout.read(table + FOUND["bytes_data"], length))
        names = word(at + FOUND["code_locals"])
        items = layout.words(names + FOUND["tuple_items"], 8 * word(names + FOUND["tuple_length"]))
        self.assertEqual(("first", "second", "third"), tuple(map(text, items)))

    def test_reads_strings_of_all_kinds(self):
        for string in ("plain", "", "caf\xe9", "\u0416\u0416", "a\U0001f600b", "x" * 5000):
            string = "".join(list(string))
            with self.subTest(string[:9]):
                self.assertEqual(string, text(id(string)))

    def test_knows_the_length_of_containers(self):
        for one in ([1, 2], (3,), {4: 5}, {6, 7, 8}, frozenset((9,)), "ab", b"abc", bytearray(9)):
            with self.subTest(type(one).__name__):
                (kind,) = [k for k in FOUND["containers"] if k["name"] == type(one).__name__]
                self.assertEqual(id(type(one)), base() + kind["type"])
                self.assertEqual(len(one), word(id(one) + kind["length"]))

    def test_finds_the_same_in_every_process_of_this_build(self):
        script = layout.__file__
        answers = [
            json.loads(subprocess.check_output([sys.executable, "-I", "-S", script], env={"PATH": os.defpath}))
            for _ in range(3)
        ]
        self.assertEqual([FOUND] * 3, answers)


if __name__ == "__main__":
    unittest.main()
