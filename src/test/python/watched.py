"""Programs for the tests of evidence runs."""

import ast
import json
import os
import struct
import subprocess
import sys
import tempfile
import textwrap

EVIDENCE = os.path.abspath(
    os.path.join(os.path.dirname(__file__), "..", "..", "main", "python", "pareto", "evidence.py")
)


class Program:
    """A program in a folder of its own, run plainly and with probes at each ``in`` and each ``for``."""

    def __init__(self, case, **files):
        folder = tempfile.TemporaryDirectory()
        case.addCleanup(folder.cleanup)
        self.root = os.path.join(os.path.realpath(folder.name), "root")
        self.private = os.path.join(os.path.realpath(folder.name), "private")
        os.makedirs(self.root)
        os.mkdir(self.private, 0o700)
        self.files = {}
        for name, text in files.items():
            path = name.replace("__in__", "/") + ".py"
            self.files[path] = textwrap.dedent(text)
            full = os.path.join(self.root, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8", newline="") as file:
                file.write(self.files[path])

    def plain(self, *target, **options):
        return self._run([], target, **options)

    def watched(self, *target, cap=2000, questions=None, **options):
        """The finished process; the observations are then in ``seen``, by line and order in it."""
        asked = self._questions() if questions is None else questions
        plan = os.path.join(self.private, "plan")
        results = os.path.join(self.private, "results")
        with open(plan, "w", encoding="utf-8") as file:
            file.write("".join(f + "\0" for f in [results, self.root, str(cap), *asked]))
        done = self._run([EVIDENCE, plan], target, **options)
        self.records = list(read(results))
        self.seen = {}
        for record in self.records:
            if record["kind"] == "seen":
                self.seen[record["id"]] = record
        return done

    def calls(self):
        """A question for each function whose name begins with ``watched``."""
        for path, text in self.files.items():
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and node.name.startswith("watched"):
                    yield from ("calls", node.name, path, *place(node))

    def _questions(self):
        for path, text in self.files.items():
            try:
                nodes = list(ast.walk(ast.parse(text)))
            except SyntaxError:
                continue
            loops = [n for n in nodes if isinstance(n, ast.For)]
            for node in loops:
                yield from ("reached", "%s:%d:for" % (path, node.lineno), path, *place(node))
            tests = [
                n
                for n in nodes
                if isinstance(n, ast.Compare) and isinstance(n.ops[0], (ast.In, ast.NotIn))
            ]
            for i, node in enumerate(sorted(tests, key=place)):
                points = ["%s:%d:for" % (path, n.lineno) for n in loops]
                key = "%s:%d:%d" % (path, node.lineno, i)
                yield from ("membership", key, path, *place(node), str(len(points)), *points)

    def only(self):
        """The one membership test of the program."""
        (found,) = (r for k, r in self.seen.items() if not k.endswith(":for"))
        return found

    def _run(self, before, target, stdin="", timeout=60):
        return subprocess.run(
            [sys.executable, *before, *target],
            cwd=self.root,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=timeout,
            env={**os.environ, "PYTHONHASHSEED": "1"},
        )


def place(node):
    return tuple(str(v) for v in (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    while data:
        (size,) = struct.unpack(">I", data[:4])
        yield json.loads(data[4 : 4 + size])
        data = data[4 + size :]


def facts(record, *names):
    return {name: record[name] for name in names}
