"""Times statements side by side, with the standard library's timeit.

    python snippets.py RESULTS < REQUEST

REQUEST is JSON: {"setup": text, "statements": [text, ...], "repeats": n}. RESULTS becomes JSON:
{"statements": [{"loops": n, "seconds": [per loop, ...]} or {"problem": text}, ...]}. The
statements take turns, so that a slow moment of the machine meets all of them.
"""

import json
import sys
import timeit
import traceback

LEAST = 0.05


def prepare(setup, statement):
    """A timer and the loops that take long enough, or what is wrong with the statement."""
    try:
        timer = timeit.Timer(statement, setup)
        loops = 1
        while True:
            taken = timer.timeit(loops)
            if taken >= LEAST:
                return timer, loops, None
            loops = max(loops + 1, min(loops * 10, int(loops * LEAST * 1.2 / max(taken, 1e-9))))
    except (Exception, SystemExit):
        return None, 0, traceback.format_exc(limit=0).strip().splitlines()[-1]


def main():
    request = json.load(sys.stdin)
    prepared = [prepare(request["setup"], one) for one in request["statements"]]
    times = [[] for _ in prepared]
    for _ in range(request["repeats"]):
        for (timer, loops, problem), own in zip(prepared, times):
            if problem is None:
                own.append(timer.timeit(loops) / loops)
    answers = [
        {"problem": problem} if problem is not None else {"loops": loops, "seconds": own}
        for (_, loops, problem), own in zip(prepared, times)
    ]
    with open(sys.argv[1], "w", encoding="utf-8") as results:
        json.dump({"statements": answers}, results)


if __name__ == "__main__":
    main()
