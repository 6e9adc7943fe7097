"""How true profiles are: time by line and function, waiting, memory; against what programs know of themselves.

    python3 src/test/bench/truth.py accuracy [--rounds N] [--busy N] [--python P …]    time in the wrong place
    python3 src/test/bench/truth.py waits    [--rounds N] [--busy N] [--python P …]    sleep, socket and CPU; a computing thread
    python3 src/test/bench/truth.py memory   [--rounds N] [--python P …]               memory by line, and what looking costs

--pareto names the command of the product (default: target/pareto/bin/pareto, made by `mvn package`); --python interpreters
(default: those that it finds); --busy runs that many other processes meanwhile (waits: 2). All rounds count.
"""

import argparse
import contextlib
import json
import os
import re
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "truth")
TAG = re.compile(r"#@(\w+)$")


@contextlib.contextmanager
def busy(count):
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        time.sleep(0.2 if count else 0)
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.command = shlex.split(options.pareto)
        self.pythons = options.python or self.found()

    def found(self):
        answer = subprocess.run([*self.command, "doctor", "--json", "--quiet"], capture_output=True, text=True)
        found = {}
        for one in json.loads(answer.stdout)["interpreters"]:
            found.setdefault(one["version"], one["path"])
        return [found[version] for version in sorted(found, key=lambda v: [int(n) for n in v.split(".")])]

    def profile(self, python, script, *arguments):
        """The profile, and what the program knows of itself."""
        told = os.path.join(self.folder, "truth")
        command = [*self.command, "profile", os.path.join(HERE, script), "--json", "--quiet", "--python", python]
        command += ["--root", HERE, "--engine", "outside", "--env", "TRUTH=" + told]
        answer = subprocess.run([*command, "--", *arguments], capture_output=True, text=True)
        if answer.returncode:
            raise SystemExit(f"{shlex.join(command)} ended with {answer.returncode}: {answer.stderr}")
        truth = ""
        if os.path.exists(told):
            with open(told, encoding="utf-8") as file:
                truth = file.read()
            os.remove(told)
        return json.loads(answer.stdout), truth

    def rounds(self, python, script, *arguments):
        return [self.profile(python, script, *arguments) for _ in range(self.options.rounds)]


def by_tag(script, profile, figure):
    """A figure of the lines with the same tag, added up."""
    found = {}
    with open(os.path.join(HERE, script), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if tag := TAG.search(line.rstrip("\n")):
                found.setdefault(tag[1], 0.0)
                for one in profile["lines"]:
                    if (one["file"], one["line"]) == (script, number):
                        found[tag[1]] += one[figure]
    return found


def wrong(truth, found):
    """The share of the time that is in the wrong place; both as parts of their own whole."""
    all_true, all_found = sum(truth.values()), sum(found.get(name, 0) for name in truth)
    if not all_found:
        return 1.0
    return sum(abs(truth[name] / all_true - found.get(name, 0) / all_found) for name in truth) / 2


def version(python):
    return subprocess.run([python, "-V"], capture_output=True, text=True).stdout.split()[1]


def row(name, values, unit=" %", scale=100):
    values = sorted(values)
    print(f"  {name:28} {scale * statistics.median(values):7.2f}{unit}  ({scale * values[0]:.2f}–{scale * values[-1]:.2f})")


def accuracy(bench):
    print("time in the wrong place: median (least–most)")
    for python in bench.pythons:
        print(version(python))
        for name, script, *arguments in (
            ("mixed lines, over 1 s", "mixed.py", "24"),
            ("mixed lines, 0.3 s", "mixed.py", "6"),
            ("functions", "functions.py", "15"),
        ):
            found = []
            for profile, printed in bench.rounds(python, script, *arguments):
                truth = json.loads(printed)
                if script == "functions.py":
                    seen = {f["name"]: f["total_s"] for f in profile["functions"] if f["own"]}
                else:
                    seen = by_tag(script, profile, "self_s")
                found.append(wrong(truth, seen))
            row(name, found)
        told = subprocess.run([python, os.path.join(HERE, "hot.py"), "truth"], capture_output=True, text=True)
        truth = json.loads(told.stdout)
        row("hot loop", [wrong(truth, by_tag("hot.py", p, "cpu_s")) for p, _ in bench.rounds(python, "hot.py")])


def waits(bench):
    print("share of a line's time that is waiting: off the truth by at most … of its time; median (least–most)")
    for python in bench.pythons:
        print(version(python))
        off = {}
        for profile, printed in bench.rounds(python, "waits.py"):
            clock, core = (by_tag("waits.py", profile, name) for name in ("self_s", "cpu_s"))
            waited = by_tag("waits.py", profile, "wait_s")
            for name, (seconds, cpu) in json.loads(printed).items():
                # Waiting for a core is neither.
                truth = seconds - cpu if name != "compute" else 0.0
                off.setdefault(name + ": time", []).append(abs(clock[name] - seconds) / seconds)
                off.setdefault(name + ": waiting", []).append(abs(waited[name] - truth) / seconds)
                off.setdefault(name + ": CPU", []).append(abs(core[name] - cpu) / seconds)
        for name, values in off.items():
            row(name, values)
        shares = []
        for profile, _ in bench.rounds(python, "worker.py"):
            worker = max(profile["threads"], key=lambda thread: thread["cpu_s"])
            shares.append(worker["wait_s"] / (worker["cpu_s"] + worker["wait_s"]))
        row("computing thread: waiting", shares)


def memory(bench):
    print("megabytes gained by line, off the truth by …; median (least–most)")
    for python in bench.pythons:
        print(version(python))
        off, ratios = {}, []
        for profile, printed in bench.rounds(python, "memory.py"):
            gained = by_tag("memory.py", profile, "rss_up")
            for name, truth in json.loads(printed).items():
                off.setdefault(name, []).append(abs(gained[name] / 1e6 - truth) / truth)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([python, os.path.join(HERE, "memory.py")], check=True, stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            plain = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            ratios.append(profile["cpu_s"] / plain)
        for name, values in off.items():
            row(name, values)
        row("CPU, times a plain run", ratios, "×", 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["accuracy", "waits", "memory"])
    parser.add_argument("--pareto", default="target/pareto/bin/pareto")
    parser.add_argument("--python", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--busy", type=int)
    options = parser.parse_args()
    others = options.busy if options.busy is not None else 2 if options.what == "waits" else 0
    begin = time.time()
    with busy(others), tempfile.TemporaryDirectory() as folder:
        {"accuracy": accuracy, "waits": waits, "memory": memory}[options.what](Bench(options, folder))
    print(f"{options.rounds} rounds, {others} busy processes, {time.time() - begin:.0f} s")


if __name__ == "__main__":
    main()
