"""What other tools make of files that Pareto wrote; prints it as JSON. Needs jsonschema and snakeviz.

    python opens.py FOLDER SCHEMA

FOLDER holds `*.speedscope.json` and `*.prof`; SCHEMA is speedscope's published one.
"""

import glob
import io
import json
import os
import pstats
import sys


def speedscope(file, schema):
    import jsonschema

    with open(file, encoding="utf-8") as text:
        profile = json.load(text)
    try:
        jsonschema.validate(profile, schema)
    except jsonschema.ValidationError as error:
        return error.message
    return "valid"


def functions(file):
    """Names by pstats, and whether it prints them."""
    text = io.StringIO()
    stats = pstats.Stats(file, stream=text)
    stats.sort_stats("cumulative").print_stats()
    return sorted(one[2] for one in stats.stats if pstats.func_std_string(one) in text.getvalue())


def snakeviz(file):
    """Names by snakeviz: of its table, and of its graph."""
    from snakeviz.stats import json_stats, table_rows

    stats = pstats.Stats(file)
    graph = json_stats(stats)
    # Its releases up to 2.2.0 give the text.
    graph = json.loads(graph) if isinstance(graph, str) else graph
    return len(table_rows(stats)), sorted(one["display_name"].rpartition("(")[2].rstrip(")") for one in graph.values())


folder, schema = sys.argv[1:]
with open(schema, encoding="utf-8") as text:
    published = json.load(text)
found = {}
for file in sorted(glob.glob(os.path.join(folder, "*.speedscope.json"))):
    found[os.path.basename(file)] = speedscope(file, published)
for file in sorted(glob.glob(os.path.join(folder, "*.prof"))):
    rows, names = snakeviz(file)
    found[os.path.basename(file)] = {"pstats": functions(file), "snakeviz": names, "rows": rows}
print(json.dumps(found))
