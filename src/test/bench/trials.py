"""How good verdicts are: false claims, planted differences found, seconds taken; and the same for pyperf and hyperfine.

    python3 src/test/bench/trials.py aa      [--rounds N] [--busy N]     programs against themselves: claims there are false
    python3 src/test/bench/trials.py planted [--rounds N] [--busy N]     3 %, 10 % and 100 % less time for the whole program
    python3 src/test/bench/trials.py trap    [--rounds N]                whoever starts second is slower, against itself
    python3 src/test/bench/trials.py peers   [--rounds N] [--busy N]     pyperf and hyperfine, where they are installed

--pareto names the command of the product (default: target/pareto/bin/pareto, made by `mvn package`), --python the interpreter.
--budget is that of a trial, in seconds: 600 is as good as none.
--busy runs that many other processes meanwhile. Nothing is retried and nothing is left out.
"""

import argparse
import contextlib
import json
import math
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAMS = {
    "numbers": "total = 0\nfor i in range(N):\n    total += i * i & 7\n",
    "strings": "parts = {}\nfor i in range(N):\n    parts.setdefault('k' + str(i % 1013), []).append(i)\n",
    "objects": "class P:\n    def __init__(self, x): self.x = x\nkept = []\nfor i in range(N):\n    kept.append(P(i))\n    if len(kept) > 5000: kept.clear()\n",
    "sorting": "import random\nrandom.seed(1)\nvalues = [random.random() for _ in range(N)]\nvalues.sort()\n",
    "calls": "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfor _ in range(N):\n    fib(9)\n",
    "texts": "import json, re\nfor i in range(N):\n    re.findall('[a-z]+', json.dumps({'name': 'x' * 5, 'i': i}))\n",
}
# Used against themselves alone: what waits, what starts others, what is long and what is too short to be timed.
OTHERS = {
    "sleeping": "import time\nfor _ in range(8): time.sleep(0.01)\nprint('done')\n",
    "processes": "import subprocess, sys\nfor _ in range(3): subprocess.run([sys.executable, '-c', 'sum(range(200000))'])\nprint('done')\n",
    "long": "total = 0\nfor i in range(8_000_000):\n    total += i * i & 7\nprint(total)\n",
    "tiny": "print(sum(i * i for i in range(20000)))\n",
}
TRAP = """\
import os
mark = {mark!r}
try:
    os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    first = True
except FileExistsError:
    first = False
for i in range({count} if first else {count} * 3 // 2):
    i * i
if first:
    os.unlink(mark)
print("done")
"""
WORK = 0.08  # seconds of each program above its start


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.counts = {}

    def cpu(self, path):
        """Least processor time of five runs."""
        times = []
        for _ in range(5):
            pid = os.spawnv(os.P_NOWAIT, self.options.python, [self.options.python, path])
            _, _, used = os.wait4(pid, 0)
            times.append(used.ru_utime + used.ru_stime)
        return min(times)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def program(self, name, part=1.0):
        """A program whose whole processor time is that part of the usual."""
        if name not in self.counts:
            count = 1000
            while self.cpu(self.write("probe.py", f"N = {count}\n" + PROGRAMS[name])) < WORK:
                count *= 2
            empty = self.cpu(self.write("probe.py", "N = 0\n" + PROGRAMS[name]))
            full = self.cpu(self.write("probe.py", f"N = {count}\n" + PROGRAMS[name]))
            self.counts[name] = int(count * WORK / (full - empty)), empty
        count, empty = self.counts[name]
        count = round(count * ((empty + WORK) * part - empty) / WORK)
        return self.write(f"{name}{count:08d}.py", f"N = {count}\n" + PROGRAMS[name] + "print('done')\n")

    def trial(self, a, b):
        command = [*shlex.split(self.options.pareto), "compare", "--json", "--quiet", "--budget", str(self.options.budget)]
        command += ["--python", self.options.python, a, b]
        done = subprocess.run(command, capture_output=True, text=True)
        try:
            return json.loads(done.stdout)
        except ValueError:
            sys.exit(f"{shlex.join(command)}\n{done.stdout}{done.stderr}")


@contextlib.contextmanager
def busy(count):
    hogs = [subprocess.Popen([sys.executable, "-c", "while True: sum(range(100000))"]) for _ in range(count)]
    try:
        yield
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()


def show(name, results):
    words = {}
    for result in results:
        words[result["verdict"]] = words.get(result["verdict"], 0) + 1
    pairs = statistics.median(r["pairs"] for r in results)
    seconds = statistics.median(r["seconds"] for r in results)
    ratios = [math.log(r["ratio"]) for r in results if r.get("ratio")]
    ratio = math.exp(statistics.median(ratios)) if ratios else math.nan
    print(f"{name:22} {words}  median: {pairs:.0f} pairs, {seconds:.1f} s, ratio {ratio:.4f}", flush=True)


def aa(bench):
    every = []
    for name in [*PROGRAMS, *OTHERS]:
        path = bench.program(name) if name in PROGRAMS else bench.write(f"{name}.py", OTHERS[name])
        results = [bench.trial(path, path) for _ in range(bench.options.rounds)]
        show(name, results)
        every += results
    claims = sum(r["verdict"] in ("faster", "slower") for r in every)
    print(f"false claims: {claims} of {len(every)}")


def planted(bench):
    for percent, part in ((3, 0.97), (10, 0.9), (100, 0.5)):
        every = []
        for name in PROGRAMS:
            a, b = bench.program(name), bench.program(name, part)
            for turn in range(bench.options.rounds):
                # Both directions, so that a liking for one of them would show.
                one = bench.trial(a, b) if turn % 2 == 0 else bench.trial(b, a)
                expected = "faster" if turn % 2 == 0 else "slower"
                every.append({**one, "verdict": "right" if one["verdict"] == expected else one["verdict"]})
                if turn % 2:
                    every[-1]["ratio"] = 1 / every[-1]["ratio"]
        show(f"{percent} % (ratio {1 / part:.3f})", every)


def trap(bench):
    count = int(bench.counts.get("numbers", (1_500_000, 0))[0])
    path = bench.write("trap.py", TRAP.format(mark=os.path.join(bench.folder, "mark"), count=count))
    show("second starter 1.5×", [bench.trial(path, path) for _ in range(bench.options.rounds)])


def peers(bench):
    a, b = bench.program("numbers"), bench.program("numbers", 0.9)
    for name, other in (("A/A", a), ("10 %", b)):
        for tool, run in (("pyperf", pyperf), ("hyperfine", hyperfine)):
            for _ in range(bench.options.rounds):
                begin = time.monotonic()
                said = run(bench, a, other)
                if said is None:
                    print(f"{tool}: not installed")
                    break
                print(f"{name:5} {tool:10} {said}  {time.monotonic() - begin:.1f} s", flush=True)


def pyperf(bench, a, b):
    python = bench.options.python
    if subprocess.run([python, "-c", "import pyperf"], capture_output=True).returncode:
        return None
    files = []
    for number, path in enumerate((a, b)):
        files.append(os.path.join(bench.folder, f"perf{number}.json"))
        with contextlib.suppress(FileNotFoundError):
            os.unlink(files[-1])
        subprocess.run(
            [python, "-m", "pyperf", "command", "-q", "--name", "it", "-o", files[-1], python, path],
            check=True, capture_output=True,
        )
    done = subprocess.run([python, "-m", "pyperf", "compare_to", *files], capture_output=True, text=True)
    return " ".join(done.stdout.split())


def hyperfine(bench, a, b):
    """Its own samples, read with Welch's test at 5 %."""
    if not shutil.which("hyperfine"):
        return None
    file = os.path.join(bench.folder, "hyperfine.json")
    python = bench.options.python
    subprocess.run(
        ["hyperfine", "-N", "--style", "none", "--warmup", "1", "--export-json", file, f"{python} {a}", f"{python} {b}"],
        check=True, capture_output=True,
    )
    with open(file, encoding="utf-8") as text:
        one, other = (result["times"] for result in json.load(text)["results"])
    error = math.sqrt(statistics.variance(one) / len(one) + statistics.variance(other) / len(other))
    apart = statistics.mean(one) - statistics.mean(other)
    claim = "no claim" if abs(apart) < 2 * error else "faster" if apart > 0 else "slower"
    return f"{claim}, ratio {statistics.mean(one) / statistics.mean(other):.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("aa", "planted", "trap", "peers"))
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--busy", type=int, default=0)
    parser.add_argument("--budget", type=float, default=30)
    parser.add_argument("--pareto", default=os.path.join("target", "pareto", "bin", "pareto"))
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, os.path.realpath(folder))
        for name in PROGRAMS:
            bench.program(name)
        with busy(options.busy):
            globals()[options.what](bench)


if __name__ == "__main__":
    main()
