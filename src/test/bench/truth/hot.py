"""Six statements in a hot loop. With the argument "truth" it prints what each adds to the loop's time, by leaving it out."""

import json
import os
import statistics
import sys
import time


def loop(n, data):
    count = 0
    seen = {}
    for i in range(n):  #@for
        a = i * 3 + 1  #@multiply
        b = len(data)  #@length
        c = sum(data)  #@sum
        seen[i & 255] = c  #@store
        count += str(a).count("1")  #@text
    return count, b


def truth(n, data):
    statements = {
        "multiply": "a = i * 3 + 1",
        "length": "b = len(data)",
        "sum": "c = sum(data)",
        "store": "seen[i & 255] = c",
        "text": "count += str(a).count('1')",
    }

    def seconds(left_out):
        body = [text for name, text in statements.items() if name not in left_out] or ["pass"]
        source = "def f(n, data):\n    count, seen, a, b, c = 0, {}, 5, 5, 5\n    for i in range(n):\n        "
        namespace = {}
        exec(source + "\n        ".join(body), namespace)
        spent = []
        for _ in range(5):
            begin = time.process_time()
            namespace["f"](n, data)
            spent.append(time.process_time() - begin)
        return statistics.median(spent)

    whole = seconds(())
    parts = {name: max(0.0, whole - seconds((name,))) for name in statements}
    return {"for": seconds(statements), **parts}


data = list(range(60))
if sys.argv[1:] == ["truth"]:
    print(json.dumps(truth(200_000, data)), file=open(os.environ["TRUTH"], "w") if "TRUTH" in os.environ else None)
else:
    loop(1_000_000, data)
