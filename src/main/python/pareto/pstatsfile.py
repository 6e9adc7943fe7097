"""Turns a ``.prof`` of cProfile into JSON and back, so that nobody else has to unmarshal one.

    python -I -S pstatsfile.py read FILE.prof OUT.json
    python -I -S pstatsfile.py write IN.json FILE.prof

The JSON is a list of rows: file, line, name, calls, calls but the recursive ones, own seconds, seconds with
callees, and the callees as [row, calls, primitive calls, own seconds, seconds].
"""

import json
import marshal
import sys


def read(source, target):
    import pstats

    table = pstats.Stats(source).stats
    numbers = {key: at for at, key in enumerate(table)}
    rows = [[*key, nc, cc, tt, ct, []] for key, (cc, nc, tt, ct, _) in table.items()]
    for key, (_, _, _, _, callers) in table.items():
        for caller, numbers_of_it in callers.items():
            if caller in numbers:
                # The module `profile` writes only how often.
                parts = numbers_of_it if isinstance(numbers_of_it, tuple) else (numbers_of_it,) * 2 + (0.0, 0.0)
                nc, cc, tt, ct = parts
                rows[numbers[caller]][7].append([numbers[key], nc, cc, tt, ct])
    with open(target, "w", encoding="utf-8") as file:
        json.dump(rows, file)


def write(source, target):
    with open(source, encoding="utf-8") as file:
        rows = json.load(file)
    keys = [(file, line, name) for file, line, name, *_ in rows]
    table = {key: (cc, nc, tt, ct, {}) for key, (_, _, _, nc, cc, tt, ct, _) in zip(keys, rows)}
    for key, row in zip(keys, rows):
        for callee, nc, cc, tt, ct in row[7]:
            table[keys[callee]][4][key] = (nc, cc, tt, ct)
    with open(target, "wb") as file:
        marshal.dump(table, file)


if __name__ == "__main__":
    {"read": read, "write": write}[sys.argv[1]](sys.argv[2], sys.argv[3])
