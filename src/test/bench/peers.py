"""What other profilers cost, and what they find: the table beside that of our own sampler.

    python3 src/test/bench/peers.py [--python P] [--rounds 7] [--only NAME …] [--programs NAME …] [--venv DIR] [--pareto COMMAND]

The tools are installed from the package index into a temporary environment (or DIR, which is kept). Cost: the program's own
processor time by its own clock, divided by that of plain runs, medians; programs of `programs/`, a copy each, which says its
time at its end and whose functions are marked where a tool wants that. A run of more than 60 s is shown as such, and a cell
takes at most 25 s altogether (then it has fewer runs, shown behind it). Extra: what the whole command takes on the clock
beyond a program that does nothing. Memory: megabytes by line of `truth/memory.py`.
"""

import argparse
import glob
import json
import os
import random
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 60
CELL = 25
PACKAGES = [
    "line_profiler==5.1.0",
    "memory_profiler==0.61.0",
    "scalene==2.4.0",
    "py-spy",
    "austin-dist==3.7.0",
    "pyinstrument",
    "memray",
]
# In the program's last line: its time by its own clock, into a file.
TOLD = "\nimport os as _os, time as _time\nopen(_os.environ['PEER_CPU'], 'w').write(str(_time.process_time()))\n"


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.told = os.path.join(folder, "cpu")
        self.out = os.path.join(folder, "out")
        self.venv = options.venv or os.path.join(folder, "venv")
        self.python = os.path.join(self.venv, "bin", "python")
        self.missing = {}

    def install(self):
        if not os.path.exists(self.python):
            subprocess.run([self.options.python, "-m", "venv", self.venv], check=True)
        for package in PACKAGES:
            answer = subprocess.run(
                [self.python, "-m", "pip", "install", "-q", "--disable-pip-version-check", package], capture_output=True, text=True
            )
            if answer.returncode:
                name = re.split("[=<>]", package)[0]
                self.missing[name] = (answer.stderr.strip().splitlines() or ["?"])[-1]

    def bin(self, name):
        return os.path.join(self.venv, "bin", name)

    def tools(self):
        """Name → (package, command before the program, whether functions are marked)."""
        python, out = self.python, self.out
        ours = [*shlex.split(self.options.pareto), "profile", "--engine", "outside", "--json", "--quiet", "--python", python]
        tools = {
            "pareto outside": ("", [*ours, "--env", "PEER_CPU=" + self.told], False),
            "cProfile": ("", [python, "-m", "cProfile", "-o", out], False),
            "line_profiler": ("line_profiler", [self.bin("kernprof"), "-q", "-l", "-o", out], True),
            "memory_profiler": ("memory_profiler", [python, "-m", "memory_profiler"], True),
            "Scalene CPU": ("scalene", [python, "-m", "scalene", "run", "--cpu-only", "-o", out + ".json"], False),
            "Scalene": ("scalene", [python, "-m", "scalene", "run", "-o", out + ".json"], False),
            "py-spy": ("py-spy", [self.bin("py-spy"), "record", "-r", "1000", "-f", "raw", "-o", out, "--", python], False),
            "austin": ("austin-dist", [self.bin("austin"), "-i", "1ms", "-o", out, python], False),
            "pyinstrument": ("pyinstrument", [python, "-m", "pyinstrument", "-o", out], False),
            "memray": ("memray", [python, "-m", "memray", "run", "-f", "-q", "-o", out], False),
        }
        wanted = self.options.only
        return {name: tool for name, tool in tools.items() if not wanted or name in wanted}

    def copy(self, source, marked):
        """A copy of a program that tells its time, with its functions marked."""
        with open(source, encoding="utf-8") as file:
            text = file.read()
        if marked:
            text = re.sub(r"(?m)^def ", "@profile\ndef ", text)
        target = os.path.join(self.folder, ("marked_" if marked else "plain_") + os.path.basename(source))
        with open(target, "w", encoding="utf-8") as file:
            file.write(text + TOLD)
        return target

    def run(self, command, program):
        """The program's processor time, and seconds on the clock of all; None for more than a minute, a text for a failure."""
        for file in [self.told, *glob.glob(self.out + "*")]:
            if os.path.exists(file):
                os.remove(file)
        environment = {**os.environ, "PEER_CPU": self.told}
        begin = time.perf_counter()
        process = subprocess.Popen(
            [*command, program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env=environment,
            start_new_session=True,
        )
        try:
            _, said = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return None, LONGEST
        wall = time.perf_counter() - begin
        try:
            with open(self.told, encoding="utf-8") as file:
                return float(file.read()), wall
        except (OSError, ValueError):
            return "failed: " + (said.strip().splitlines() or [f"status {process.returncode}"])[-1][:60], wall

    def cell(self, name, tool, source):
        """What is printed of one tool and one program: pairs of a run with it and one without, in random order."""
        _, command, marked = tool
        with_tool, without = self.copy(source, marked), self.copy(source, False)
        ratios, spent = [], 0.0
        while len(ratios) < self.options.rounds and (spent < CELL or not ratios):
            figures = {}
            for watched in random.sample([True, False], 2):
                figures[watched], wall = self.run(command if watched else [self.python], with_tool if watched else without)
                spent += wall
                if figures[watched] is None:
                    return f"> {LONGEST} s"
                if isinstance(figures[watched], str):
                    return figures[watched]
            ratios.append(figures[True] / figures[False])
        few = "" if len(ratios) == self.options.rounds else f" ({len(ratios)})"
        return f"{statistics.median(ratios):.2f}{few}"

    def extra(self, tool):
        nothing = os.path.join(self.folder, "nothing.py")
        with open(nothing, "w", encoding="utf-8") as file:
            file.write("pass\n" + TOLD)
        found = []
        for _ in range(self.options.rounds):
            figure, wall = self.run(tool[1], nothing)
            if not isinstance(figure, float):
                return "–"
            _, plain = self.run([self.python], nothing)
            found.append(wall - plain)
        return f"{1000 * statistics.median(found):.0f} ms"

    def cost(self):
        sources = [
            source
            for source in sorted(glob.glob(os.path.join(HERE, "programs", "*.py")))
            if not self.options.programs or os.path.basename(source)[:-3] in self.options.programs
        ]
        heads = [os.path.basename(source)[:-3] for source in sources]
        print(f"{'':16}" + "".join(f"{head:>14}" for head in heads) + f"{'extra':>12}", flush=True)
        for name, tool in self.tools().items():
            if tool[0] in self.missing:
                print(f"{name:16} could not be installed: {self.missing[tool[0]]}")
                continue
            print(f"{name:16}", end="", flush=True)
            for source in sources:
                print(f"{self.cell(name, tool, source):>14}", end="", flush=True)
            print(f"{self.extra(tool):>12}", flush=True)

    def memory(self):
        """Megabytes by the lines that are tagged, as each tool has them."""
        source = os.path.join(HERE, "truth", "memory.py")
        with open(source, encoding="utf-8") as file:
            tags = {number: tag[1] for number, line in enumerate(file, 1) if (tag := re.search(r"#@(\w+)$", line.rstrip()))}
        print("\nmegabytes by line: " + ", ".join(f"{tag} (line {line})" for line, tag in tags.items()))
        program = self.copy(source, False)
        tools = self.tools()
        if "pareto outside" in tools:
            # What is printed is the profile.
            command = [*tools["pareto outside"][1], program]
            answer = subprocess.run(command, capture_output=True, text=True)
            lines = {one["line"]: one["rss_up"] / 1e6 for one in json.loads(answer.stdout)["lines"]}
            self.print_memory("pareto outside", {tag: lines.get(line, 0.0) for line, tag in tags.items()})
        if "Scalene" in tools and "scalene" not in self.missing:
            self.run(tools["Scalene"][1], program)
            try:
                with open(self.out + ".json", encoding="utf-8") as file:
                    files = json.load(file)["files"]
                rows = next(iter(files.values()))["lines"]
                lines = {one["lineno"]: one["n_malloc_mb"] * 1.048576 for one in rows}
                self.print_memory("Scalene", {tag: lines.get(line, 0.0) for line, tag in tags.items()})
            except (OSError, ValueError, KeyError, StopIteration) as error:
                print(f"  {'Scalene':16} nothing to be read: {error!r}")
        if "memray" in tools and "memray" not in self.missing:
            self.run(tools["memray"][1], program)
            code = (
                "import sys, memray\n"
                "sums = {}\n"
                "for record in memray.FileReader(sys.argv[1]).get_high_watermark_allocation_records(merge_threads=True):\n"
                "    for _, file, line in record.stack_trace():\n"
                "        if file == sys.argv[2]:\n"
                "            sums[line] = sums.get(line, 0) + record.size\n"
                "            break\n"
                "print(sums)\n"
            )
            answer = subprocess.run([self.python, "-c", code, self.out, program], capture_output=True, text=True)
            if answer.returncode:
                print(f"  {'memray':16} nothing to be read: {(answer.stderr.splitlines() or ['?'])[-1]}")
            else:
                lines = eval(answer.stdout, {"__builtins__": {}})
                self.print_memory("memray (peak)", {tag: lines.get(line, 0) / 1e6 for line, tag in tags.items()})
        if "memory_profiler" in tools and "memory_profiler" not in self.missing:
            marked = self.copy(source, True)
            try:
                answer = subprocess.run(
                    [self.python, "-m", "memory_profiler", marked],
                    capture_output=True,
                    text=True,
                    timeout=LONGEST,
                    cwd=self.folder,
                    env={**os.environ, "PEER_CPU": self.told},
                )
                found = re.findall(r"(?m)^\s*\d+\s+[\d.]+ MiB\s+(-?[\d.]+) MiB\s+\d+\s+.*#@(\w+)", answer.stdout)
                self.print_memory("memory_profiler", {tag: float(mib) * 1.048576 for mib, tag in found})
            except subprocess.TimeoutExpired:
                print(f"  {'memory_profiler':16} > {LONGEST} s")

    @staticmethod
    def print_memory(name, found):
        print(f"  {name:16} " + ", ".join(f"{tag} {value:.1f}" for tag, value in found.items()), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--programs", nargs="+")
    parser.add_argument("--venv")
    parser.add_argument("--pareto", default="target/pareto/bin/pareto")
    options = parser.parse_args()
    command = shlex.split(options.pareto)
    command[0] = os.path.abspath(command[0]) if os.sep in command[0] else command[0]
    options.pareto = shlex.join(command)
    begin = time.time()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, os.path.realpath(folder))
        bench.install()
        bench.cost()
        bench.memory()
    print(f"{options.rounds} rounds, {time.time() - begin:.0f} s")


if __name__ == "__main__":
    main()
