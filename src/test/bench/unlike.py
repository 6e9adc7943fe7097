"""How good advice is for programs that no rule was written for: what is shown, what it gains, whether anything breaks.

    python3 src/test/bench/unlike.py [--only NAME,NAME] [--budget S] [--python PATH] [--pareto COMMAND] [--results FILE]
    python3 src/test/bench/unlike.py --advise      says only what is suggested and refused, without measuring

Each folder of src/test/bench/unlike is a small slow program; its first lines say what an expert would do, and whether
advice is expected, allowed, or wrong (none). `pareto improve` tries every suggestion; what it writes is run once more by
this script, with other hash seeds, and must print what the original prints. All is appended to the results, which are
kept outside of the repository; nothing is retried and nothing is left out.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "unlike")
NEAR = 1.5  # a prediction is right within this factor
USELESS = 1.05
IMPROVED = 1.5


def expected(folder):
    with open(os.path.join(folder, "main.py"), encoding="utf-8") as file:
        head = file.read(2000)
    return re.search(r"^# Advice: (\w+)", head, re.M)[1]


def call(options, *arguments):
    done = subprocess.run([*shlex.split(options.pareto), *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode not in (0, 1):
        return {"error": f"exit status {done.returncode}: {done.stderr.strip()[-600:]}"}
    try:
        return json.loads(done.stdout)
    except ValueError:
        return {"error": f"no JSON: {done.stdout[-300:]} {done.stderr.strip()[-600:]}"}


def plain(python, folder, seed):
    """What a program prints and how it ends, with a hash seed."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = os.path.join(scratch, "program")
        shutil.copytree(folder, copy)
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run([python, "main.py"], cwd=copy, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
        return [done.stdout, done.returncode]


def changed(python, folder, out):
    """Whether what was written prints something else than the original; with seeds for which the original agrees with itself."""
    with tempfile.TemporaryDirectory() as scratch:
        after = os.path.join(scratch, "after")
        shutil.copytree(folder, after)
        if os.path.isdir(out):
            shutil.copytree(out, after, dirs_exist_ok=True)
        else:
            shutil.copy(out, os.path.join(after, "main.py"))
        return any(plain(python, folder, seed) != plain(python, after, seed) for seed in (0, 1, 2))


def advised(options, name, folder, scratch):
    found = call(options, "advise", "--json", *where(options, folder))
    return {"program": name, "expected": expected(folder), "advice": found}


def where(options, folder):
    python = ["--python", options.python] if options.python else []
    return [os.path.join(folder, "main.py"), "--root", folder, *python]


def improved(options, name, folder, scratch):
    out = os.path.join(scratch, "out")
    began = time.monotonic()
    found = call(options, "improve", "--json", "--budget", str(options.budget), "-o", out, *where(options, folder))
    row = {"program": name, "expected": expected(folder), "improvement": found, "seconds": time.monotonic() - began}
    written = found.get("out")
    if written:
        row["changed"] = changed(options.python or sys.executable, folder, written)
    return row


def trial(step):
    it = step["trial"]
    suggestion = step["suggestion"]
    predicted = suggestion["predicted"]
    return {
        "rule": suggestion["rule"],
        "low": predicted["low"],
        "high": predicted["high"],
        "memory": suggestion.get("memory") is not None,
        "verdict": it["verdict"],
        "ratio": it.get("ratio"),
        "interval": it.get("interval"),
        "kept": step["kept"],
        "reason": step["reason"],
    }


def factor(value):
    return "" if value is None else f"{value:.2f}×"


def show(row):
    found = row["improvement"]
    print(f"{row['program']:<20} {row['expected']:<9}", end="")
    if "error" in found:
        print("ERROR", found["error"])
        return
    final = found.get("final") or {}
    print(f"final {factor(final.get('ratio')):<8} in {row['seconds']:.0f} s", "OUTPUT CHANGED" if row.get("changed") else "")
    for step in map(trial, found["steps"]):
        interval = step["interval"]
        print(
            f"    {step['rule']:<18} predicted {step['low']:.2f}–{step['high']:.2f}"
            f"  measured {factor(step['ratio'])}{' (%.2f–%.2f)' % tuple(interval) if interval else ''}"
            f"  {step['verdict']}{'' if step['kept'] else ', dropped: ' + step['reason'][:90]}"
        )


def show_advice(row):
    advice = row["advice"]
    print(f"{row['program']:<20} {row['expected']}")
    if "error" in advice:
        print("    ERROR", advice["error"])
        return
    for it in advice["suggestions"]:
        print(f"    + {it['rule']:<16} {it['file']}:{it['line']}  {it['predicted']['low']:.2f}–{it['predicted']['high']:.2f}")
    for it in advice["refused"]:
        print(f"    - {it['rule']:<16} {it.get('file', '')}:{it['line']}  {it.get('subject', '')}: {it['reason']}")


def share(part, whole):
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


def total(rows):
    done = [row for row in rows if "error" not in row["improvement"]]
    steps = [trial(step) for row in done for step in row["improvement"]["steps"]]
    timed = [it for it in steps if not it["memory"] and it["ratio"] is not None]
    hopeful = [row for row in done if row["expected"] == "expected"]
    useful = [row for row in done if row["expected"] != "none"]
    barren = [row for row in done if row["expected"] == "none"]

    def gain(row):
        return (row["improvement"].get("final") or {}).get("ratio") or 1

    print()
    print("programs                          ", len(rows), "of which failed to be looked at:", len(rows) - len(done))
    print("improved ≥ 1.5×, advice expected  ", share(sum(gain(row) >= IMPROVED for row in hopeful), len(hopeful)))
    print("improved ≥ 1.5×, all that can be  ", share(sum(gain(row) >= IMPROVED for row in useful), len(useful)))
    print("advice where none should be       ", share(sum(bool(row["improvement"]["steps"]) for row in barren), len(barren)))
    print("    of these faster, same output  ", sum(gain(row) > 1 and not row.get("changed") for row in barren))
    print("wrong outputs: what was kept      ", sum(bool(row.get("changed")) for row in done))
    print("wrong outputs: caught by a trial  ", sum(it["verdict"] in ("output_changed", "failed") for it in steps))
    print("shown                             ", len(steps), "of which about memory:", sum(it["memory"] for it in steps))
    print("shown and gained < 1.05×          ", share(sum(it["ratio"] < USELESS for it in timed), len(timed)))
    print(
        "measured within predicted, or ×1.5",
        share(sum(it["low"] / NEAR <= it["ratio"] <= it["high"] * NEAR for it in timed), len(timed)),
    )
    print(
        "middle of prediction within ×1.5  ",
        share(sum(1 / NEAR <= (it["low"] * it["high"]) ** 0.5 / it["ratio"] <= NEAR for it in timed), len(timed)),
    )
    if useful:
        print("median gain, all that can be      ", factor(statistics.median(map(gain, useful))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pareto", default="target/pareto/bin/pareto")
    parser.add_argument("--python", help="interpreter of the programs")
    parser.add_argument("--budget", type=float, default=60)
    parser.add_argument("--only", help="names, with commas between")
    parser.add_argument("--advise", action="store_true")
    parser.add_argument("--folder", default=FOLDER)
    parser.add_argument("--results", default=os.path.join(tempfile.gettempdir(), "pareto-unlike.jsonl"))
    parser.add_argument("--again", action="store_true", help="no runs: the table of the results so far, the last of each program")
    options = parser.parse_args()
    names = sorted(os.listdir(options.folder))
    if options.only:
        names = [name for name in names if name in options.only.split(",")]
    if options.again:
        last = {}
        with open(options.results, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                if "improvement" in row and row["program"] in names:
                    last[row["program"]] = row
        rows = list(last.values())
        for row in rows:
            show(row)
        total(rows)
        return
    rows = []
    for name in names:
        with tempfile.TemporaryDirectory() as scratch:
            folder = os.path.join(scratch, name)
            shutil.copytree(os.path.join(options.folder, name), folder)
            row = (advised if options.advise else improved)(options, name, folder, scratch)
        (show_advice if options.advise else show)(row)
        sys.stdout.flush()
        row["when"] = time.strftime("%Y-%m-%dT%H:%M:%S")
        rows.append(row)
        with open(options.results, "a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
    if not options.advise:
        total(rows)


if __name__ == "__main__":
    main()
