"""Runs a program with tracemalloc on, and writes down which lines' objects filled the memory of Python.

    python heap.py PLAN SCRIPT [ARGS...]

PLAN holds the results file (see ``channel.py``), the root folder and how many frames are kept for an
allocation. An allocation inside of a library counts for the nearest own line above it. A thread looks whether
there is a new peak, and takes a snapshot when there is; the time that this takes is bounded.
"""

import sys

with open(__file__[: -len("heap.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))


def start(namespace):
    import _tracemalloc

    results, root, frames = (field for _, field in zip(range(3), faithful.fields(sys.argv[1])))
    channel = faithful.ours("channel").Channel(results)
    heap = faithful.ours("heaping").Heap(channel, root, __file__[: -len("heap.py")])
    for function in (start, faithful.hand_over, faithful._run_script, faithful._run_module):
        # Their frames are below the program's, and their lines would be looked up at each allocation.
        function.__code__ = function.__code__.replace(co_linetable=b"")
    heap.begin()
    _tracemalloc.start(int(frames))
    faithful.hand_over(namespace)


if __name__ == "__main__":
    start(dict(globals()))
