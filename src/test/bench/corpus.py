"""Whether advice breaks code that nobody here wrote: the standard library with its own tests.

    python3 src/test/bench/corpus.py --bench "java … dev.pareto.advice.CorpusBench" [--python PATH] [--only NAME,NAME]
                                     [--first N] [--workers N] [--results FILE]

For each module of the library that has tests: a private copy of both in a folder is one program, run as `-m unittest`.
That run is observed; then every rule looks at every line as if it mattered (what pays is not asked; every condition of
safety is). Each fix must compile, and the tests must end with it as they ended without it. Nothing is left out: modules
whose tests cannot be run even unchanged are counted. All is appended to the results, outside of the repository.
"""

import argparse
import ast
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time

SECONDS = 60
# Their tests start servers, windows or whole builds, use much memory, or take minutes.
SLOW = set(
    "asyncio concurrent multiprocessing tkinter idlelib turtledemo lib2to3 ensurepip venv ctypes dbm distutils curses"
    " tcl ttk subprocess signal socket ssl asyncore socketserver ftplib smtplib poplib imaplib nntplib xmlrpc_net"
    " urllib_net urllib2net timeout test __pycache__ site-packages zipfile64 faulthandler sysconfig site pydoc_data"
    " tokenize peg_generator tools multiprocessing_fork multiprocessing_spawn".split()
)


def library(python):
    code = "import sys, os; print([os.path.dirname(os.__file__), '.'.join(map(str, sys.version_info[:3])), sorted(sys.modules)])"
    return ast.literal_eval(subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout)


def programs(folder, loaded):
    """(module, test) pairs: what the library has tests for, and is not in use before any program starts."""
    tests = os.path.join(folder, "test")
    for entry in sorted(os.listdir(folder)):
        name = entry.removesuffix(".py")
        path = os.path.join(folder, entry)
        if name in SLOW or name in loaded or not (entry.endswith(".py") or os.path.exists(os.path.join(path, "__init__.py"))):
            continue
        for test in (f"test_{name.strip('_')}", f"test_{name}"):
            for found in (f"{test}.py", test):
                if os.path.exists(os.path.join(tests, found)):
                    yield name, path, test, os.path.join(tests, found)
                    break
            else:
                continue
            break
    # Tests of what is written in C, or of the language: they are modules that work as well.
    for entry in sorted(os.listdir(tests)):
        test = entry.removesuffix(".py")
        name = test.removeprefix("test_")
        if not entry.startswith("test_") or not entry.endswith(".py") or name in SLOW:
            continue
        if os.path.exists(os.path.join(folder, name + ".py")) or os.path.exists(os.path.join(folder, name)):
            continue
        yield "", "", test, os.path.join(tests, entry)


def copy(source, target):
    if os.path.isdir(source):
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    else:
        shutil.copy(source, target)


def prepare(root, name, path, test, test_path):
    """A folder with the module and its tests."""
    os.makedirs(root)
    if path:
        copy(path, os.path.join(root, os.path.basename(path)))
    copy(test_path, os.path.join(root, os.path.basename(test_path)))
    if os.path.isdir(test_path):
        for base, _, files in os.walk(os.path.join(root, test)):
            for file in files:
                if file.endswith(".py"):
                    whole = os.path.join(base, file)
                    with open(whole, "rb") as stream:
                        text = stream.read()
                    with open(whole, "wb") as stream:
                        stream.write(text.replace(b"test." + test.encode(), test.encode()))


def outcome(python, root, test):
    """How the tests end: which of them fail, without times."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    with tempfile.TemporaryDirectory() as scratch:
        copied = os.path.join(scratch, "p")
        shutil.copytree(root, copied)
        try:
            done = subprocess.run(
                [python, "-m", "unittest", "-v", test],
                cwd=copied,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=SECONDS,
                start_new_session=True,
            )
        except subprocess.TimeoutExpired:
            return "timeout", [], ""
    text = done.stdout.decode("utf-8", "replace")
    results = sorted(set(re.findall(r"^(test\w*) \(.*?(ok|FAIL|ERROR|skipped|expected failure|unexpected success)\b", text, re.M | re.S)))
    bad = sorted(set(re.findall(r"^(?:FAIL|ERROR): (.*)$", text, re.M)))
    ran = re.findall(r"^Ran (\d+) tests?", text, re.M)
    return "passed" if done.returncode == 0 else "failed", [ran, bad], text[-3000:]


class Bench:
    """One process of the product."""

    def __init__(self, command, python, version):
        self.process = subprocess.Popen(
            [*shlex.split(command), python, version], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, root, test):
        self.process.stdin.write("\t".join((root, "unittest", test)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return json.loads(line) if line else {"crash": "the bench ended"}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def apply(one, variant):
    """Whether its changes could be made, beside those that were made before."""
    for mode in (["--dry-run"], []):
        done = subprocess.run(
            ["patch", "-p1", "-s", "-f", "--fuzz=0", "--binary", *mode], cwd=variant, input=one["diff"].encode(), capture_output=True
        )
        if done.returncode:
            return False
    return True


def facts(one, state):
    return {"rule": one["rule"], "file": one["file"], "line": one["line"], "state": state}


def alone(options, one, root, test, state, ran):
    """What the tests say of one fix."""
    variant = root + "-alone"
    shutil.copytree(root, variant)
    for file, changed in one["changes"].items():
        with open(os.path.join(variant, file), "w", encoding="utf-8", newline="") as stream:
            stream.write(changed)
    found, found_ran, text = outcome(options.python, variant, test)
    fix = facts(one, "passed")
    if (found, found_ran) != (state, ran):
        # Once more both: is it the fix, or does the test itself waver?
        again = outcome(options.python, root, test)
        found, found_ran, text = outcome(options.python, variant, test)
        fix["wavers"] = again[:2] != (state, ran)
        if (found, found_ran) != again[:2]:
            fix |= {"state": "broken", "diff": one["diff"], "output": text}
    shutil.rmtree(variant)
    return fix


def judge(options, version, program, bench, scratch):
    name, path, test, test_path = program
    root = os.path.join(scratch, test)
    prepare(root, *program)
    row = {"module": name, "test": test, "modules": 0, "fixes": []}
    state, ran, text = outcome(options.python, root, test)
    if state == "timeout" or not ran[0] or ran[0] == ["0"]:
        row["unfit"] = state
        return row
    # Some tests need files that lie beside them in the library: they must fail as before.
    row["failing"] = len(ran[1])
    row["ran"] = ran
    advice = bench.ask(root, test)
    for field in ("crash", "broken", "refused", "questions", "modules", "ended", "complete", "unobserved"):
        if field in advice:
            row[field] = advice[field]
    left = advice.get("suggestions", [])
    # Several at once, as far as their changes do not touch; one at a time only where that fails.
    while left:
        variant = root + "-variant"
        shutil.copytree(root, variant)
        together = [one for one in left if apply(one, variant)]
        rest = [one for one in left if one not in together]
        if not together:
            together, rest = left[:1], left[1:]
        if outcome(options.python, variant, test)[:2] == (state, ran):
            row["fixes"] += [facts(one, "passed") for one in together]
        else:
            row["fixes"] += [alone(options, one, root, test, state, ran) for one in together]
        shutil.rmtree(variant)
        left = rest
    shutil.rmtree(root)
    return row


def show(row):
    label = f"{row['module'] or '-':<20} {row['test']:<28}"
    if "unfit" in row:
        print(label, "tests cannot be run:", row["unfit"])
        return
    bad = [fix for fix in row["fixes"] if fix["state"] != "passed"]
    rules = {}
    for fix in row["fixes"]:
        rules[fix["rule"]] = rules.get(fix["rule"], 0) + 1
    print(label, row.get("ended", "not run"), "" if row.get("complete") else "in part,", len(row["fixes"]), "fixes", rules or "", end="")
    print("  CRASH " + row["crash"][-400:] if "crash" in row else "", "  BROKEN " + str(row["broken"]) if row.get("broken") else "")
    for fix in bad:
        print(f"    {fix['state'].upper()} {fix['rule']} {fix['file']}:{fix['line']}")
        print("        " + fix.get("diff", "").replace("\n", "\n        "))
        print("        " + "\n        ".join(fix.get("output", "").splitlines()[-12:]))


def total(rows):
    fit = [row for row in rows if "unfit" not in row]
    fixes = [fix for row in fit for fix in row["fixes"]]
    print()
    print("programs                         ", len(rows), "of which have tests that can be run:", len(fit))
    print("modules in these                 ", sum(row["modules"] for row in fit))
    print("of these, observed                ", sum(row["modules"] for row in fit if row.get("ended")))
    print("crashes of the engine            ", sum("crash" in row for row in fit))
    print("fixes offered                    ", len(fixes))
    print("fixes that do not compile        ", sum(len(row.get("broken", [])) for row in fit))
    print("fixes after which tests fail     ", sum(fix["state"] != "passed" for fix in fixes))
    print("tests that waver by themselves   ", sum(fix.get("wavers", False) for fix in fixes))
    for rule in sorted({fix["rule"] for fix in fixes}):
        own = [fix for fix in fixes if fix["rule"] == rule]
        print(f"    {rule:<20} {len(own):>5} offered, {sum(fix['state'] != 'passed' for fix in own)} broken")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--only")
    parser.add_argument("--first", type=int, default=10**6)
    parser.add_argument("--resume", action="store_true", help="leave out what the results tell already, and count it")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--results", default=os.path.join(tempfile.gettempdir(), "pareto-corpus.jsonl"))
    options = parser.parse_args()
    folder, version, loaded = library(options.python)
    chosen = list(programs(folder, set(loaded)))
    if options.only:
        chosen = [program for program in chosen if program[2] in options.only.split(",")]
    rows = []
    if options.resume:
        with open(options.results, encoding="utf-8") as file:
            rows = list({row["test"]: row for row in map(json.loads, file) if row.get("unfit") != "failed"}.values())
        known = {row["test"] for row in rows}
        chosen = [program for program in chosen if program[2] not in known]
    chosen = chosen[: options.first]
    local = threading.local()
    benches = []

    def one(program):
        if not hasattr(local, "bench"):
            local.bench = Bench(options.bench, options.python, version)
            benches.append(local.bench)
        with tempfile.TemporaryDirectory() as scratch:
            row = judge(options, version, program, local.bench, scratch)
        row["when"] = time.strftime("%Y-%m-%dT%H:%M:%S")
        return row

    with concurrent.futures.ThreadPoolExecutor(options.workers) as pool, open(options.results, "a", encoding="utf-8") as file:
        for row in pool.map(one, chosen):
            show(row)
            sys.stdout.flush()
            rows.append(row)
            file.write(json.dumps(row) + "\n")
            file.flush()
    for bench in benches:
        bench.close()
    total(rows)


if __name__ == "__main__":
    main()
