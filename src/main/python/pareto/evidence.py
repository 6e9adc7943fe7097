"""Runs a program with probes at asked places, and writes down what they see.

    python evidence.py PLAN SCRIPT [ARGS...]
    python evidence.py PLAN -m MODULE [ARGS...]

PLAN is a file which says where to look and where to write (see ``plan``). The program runs as it does without
us (see ``faithful.py``). Its modules are instrumented while they are compiled, its files are only read. What
is seen goes to the results file (see ``channel.py``), never to the program's output; it says nothing about
time, since probes take some.
"""

import sys

with open(__file__[: -len("evidence.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))


def plan(path):
    """Reads the plan: fields which end with NUL each, in UTF-8.

    results file, root folder, cap of detailed observations for a place, then for every question its
    kind, id, path under the root, line, column, end line, end column (as ``ast`` has them), for
    ``membership``, ``contents`` and ``join`` a count of points and their ids, and for ``join`` what is looked for:
    a name or constant, the steps from an item to its key, and those from the name to what is looked for (see
    ``joining.py``). A point is the id of a ``reached`` question.
    """
    fields = faithful.fields(path)
    results, root, cap = next(fields), next(fields), int(next(fields))
    questions = []
    for kind in fields:
        if not kind:
            break
        key, file = next(fields), next(fields)
        place = tuple(int(next(fields)) for _ in range(4))
        pointed = kind in ("membership", "contents", "join")
        points = [next(fields) for _ in range(int(next(fields)))] if pointed else []
        sought = [next(fields) for _ in range(3)] if kind == "join" else []
        questions.append((kind, key, file, place, points, sought))
    return results, root, cap, questions


def start(namespace):
    """Prepares everything and hands over to the program."""
    import atexit
    import os

    results, root, cap, questions = plan(sys.argv[1])
    channel = faithful.ours("channel").Channel(results)
    probing = faithful.ours("probing")
    watching = tuple(map(faithful.ours, ("observing", "repeats", "joining", "awaiting")))
    watch = probing.Watch(watching, channel, cap, questions)
    rewrite = probing.Rewriter(os.path.realpath(root), questions, watch).code
    faithful.hook_imports(rewrite)
    # Registered first, so called last.
    atexit.register(watch.end)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=watch.forget)
    faithful.hand_over(namespace, rewrite)


if __name__ == "__main__":
    start(dict(globals()))
