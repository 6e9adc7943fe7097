"""How good verdicts are: false claims, planted differences found, seconds taken; and the same for pyperf and hyperfine.

    python3 src/test/bench/trials.py aa      [--rounds N] [--busy N]     programs against themselves: claims there are false
    python3 src/test/bench/trials.py planted [--rounds N] [--busy N]     3 %, 10 % and 100 % less time for the whole program
    python3 src/test/bench/trials.py trap    [--rounds N]                whoever starts second is slower, against itself
    python3 src/test/bench/trials.py peers   [--rounds N] [--busy N]     pyperf and hyperfine, where they are installed
    python3 src/test/bench/trials.py outputs [--rounds N]                what is, and what is not, another output


--pareto names the command of the product (default: target/pareto/bin/pareto, made by `mvn package`), --python the interpreter.
--budget is that of a trial, in seconds: 600 is as good as none.
--busy runs that many other processes meanwhile. --record appends a line of JSON for each trial to a file; --only names
programs. Nothing is retried and nothing is left out.
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
# What is tried, what it becomes, and the verdict that has to come of it ("no claim": neither faster nor slower).
SLOW = "total = 0\nfor i in range(600_000): total += i * i & 7\n"
OUTPUTS = {
    "faster, one digit differs": (SLOW + "print(total, 0.1 + 0.2)\n", "print(2099997, 0.3)\n", "output_changed"),
    "another file": (
        SLOW + "open('out.txt', 'w').write('a')\nprint('done')\n",
        "open('result.txt', 'w').write('a')\nprint('done')\n",
        "output_changed",
    ),
    "another content of a file": (
        SLOW + "open('out.txt', 'w').write('a')\n",
        "open('out.txt', 'w').write('b')\n",
        "output_changed",
    ),
    "another exit status": (SLOW + "raise SystemExit(0)\n", "raise SystemExit(3)\n", "output_changed"),
    "another order of a set": (
        SLOW + "print(*{'a', 'b', 'c', 'd', 'e'})\n",
        "print(*sorted({'a', 'b', 'c', 'd', 'e'}, reverse=True))\n",
        "output_changed",
    ),
    "the same set": (SLOW + "print({'a', 'b', 'c', 'd', 'e'})\n", "print({'a', 'b', 'c', 'd', 'e'})\n", "faster"),
    "its own duration": (
        "import time\nbegin = time.perf_counter()\n" + SLOW + "print(f'took {time.perf_counter() - begin:.3f} s')\n",
        "import time\nbegin = time.perf_counter()\nprint(f'took {time.perf_counter() - begin:.3f} s')\n",
        "faster",
    ),
    "its process id": (SLOW + "import os\nprint('pid', os.getpid())\n", "import os\nprint('pid', os.getpid())\n", "faster"),
    "a date": (
        SLOW + "import datetime\nprint('at', datetime.datetime.now())\n",
        "import datetime\nprint('at', datetime.datetime.now())\n",
        "faster",
    ),
    "a temporary path": (
        SLOW + "import tempfile\nprint('in', tempfile.mkdtemp())\n",
        "import tempfile\nprint('in', tempfile.mkdtemp())\n",
        "faster",
    ),
    "random without a seed": (
        SLOW + "import random\nprint(random.random())\n",
        "import random\nprint(random.random())\n",
        "failed",
    ),
    "a cache of what is called once": (
        "import functools\n\ndef work(n):\n    return sum(i * i for i in range(n))\n\nprint(work(60_000))\n",
        "import functools\n\n@functools.cache\ndef work(n):\n    return sum(i * i for i in range(n))\n\nprint(work(60_000))\n",
        "no claim",
    ),
}
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

    def trial(self, kind, name, a, b):
        result = self.compared(a, b)
        if self.options.record:
            kept = {key: value for key, value in result.items() if key not in ("times", "memory")}
            with open(self.options.record, "a", encoding="utf-8") as file:
                file.write(json.dumps({"kind": kind, "program": name, "busy": self.options.busy, **kept}) + "\n")
        return result

    def compared(self, a, b):
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
    paths = {
        name: bench.program(name) if name in PROGRAMS else bench.write(f"{name}.py", OTHERS[name])
        for name in [*PROGRAMS, *OTHERS]
        if not bench.options.only or name in bench.options.only
    }
    results = {name: [] for name in paths}
    for _ in range(bench.options.rounds):
        for name, path in paths.items():
            results[name].append(bench.trial("aa", name, path, path))
    for name, some in results.items():
        show(name, some)
    every = sum(results.values(), [])
    claims = sum(r["verdict"] in ("faster", "slower") for r in every)
    print(f"false claims: {claims} of {len(every)}")


def planted(bench):
    for percent, part in ((3, 0.97), (10, 0.9), (100, 0.5)):
        every = []
        for turn in range(bench.options.rounds):
            for number, name in enumerate(PROGRAMS):
                a, b = bench.program(name), bench.program(name, part)
                # Both directions, so that a liking for one of them would show.
                forward = (turn + number) % 2 == 0
                one = bench.trial(f"planted {percent}", name, *((a, b) if forward else (b, a)))
                right = one["verdict"] == ("faster" if forward else "slower")
                wrong = one["verdict"] == ("slower" if forward else "faster")
                ratio = one["ratio"] if forward or not one["ratio"] else 1 / one["ratio"]
                verdict = "right" if right else "WRONG DIRECTION" if wrong else one["verdict"]
                every.append({**one, "verdict": verdict, "ratio": ratio})
        show(f"{percent} % (ratio {1 / part:.3f})", every)


def trap(bench):
    path = bench.write("trap.py", TRAP.format(mark=os.path.join(bench.folder, "mark"), count=1_500_000))
    show("second starter 1.5×", [bench.trial("trap", "trap", path, path) for _ in range(bench.options.rounds)])


def outputs(bench):
    wrong = 0
    for name, (before, after, expected) in OUTPUTS.items():
        a, b = bench.write("before.py", before), bench.write("after.py", after)
        for _ in range(bench.options.rounds):
            one = bench.trial("outputs", name, a, b)
            said = one["verdict"]
            right = said not in ("faster", "slower", "output_changed") if expected == "no claim" else said == expected
            wrong += not right
            print(f"{name:32} {said:16} {'' if right else 'EXPECTED ' + expected}", flush=True)
    print(f"not as expected: {wrong}")


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
    parser.add_argument("what", choices=("aa", "planted", "trap", "peers", "outputs"))
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--busy", type=int, default=0)
    parser.add_argument("--budget", type=float, default=30)
    parser.add_argument("--record")
    parser.add_argument("--only", nargs="*")
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
