"""Runs programs on inputs, each in a forked child, and prints a line for each run: status and output.

    python plain_runs.py COUNT ROOT... INPUT...

COUNT roots, each with a ``main.py``; an input is its arguments with spaces between. All runs of the first root
come first.
"""

import os
import runpy
import sys


def child(root, arguments):
    """What the child does: never returns."""
    status = 0
    try:
        os.chdir(root)
        sys.path[0] = root
        sys.argv = [os.path.join(root, "main.py"), *arguments]
        runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException as error:
        print(repr(error))
        status = 1
    finally:
        sys.stdout.flush()
        os._exit(status)


def run(root, arguments):
    """Status and output, without what names the root."""
    readable, writable = os.pipe()
    process = os.fork()
    if process == 0:
        os.dup2(writable, 1)
        os.dup2(writable, 2)
        child(root, arguments)
    os.close(writable)
    with os.fdopen(readable, "rb") as file:
        output = file.read().decode("utf-8", "backslashreplace")
    _, status = os.waitpid(process, 0)
    return "%d %r" % (status, output.replace(root, "ROOT"))


def main():
    count = int(sys.argv[1])
    for root in sys.argv[2 : 2 + count]:
        for text in sys.argv[2 + count :]:
            print(run(root, text.split()))


if __name__ == "__main__":
    main()
