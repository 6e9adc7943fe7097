"""Runs a program with its functions looked at line by line: times by line_profiler, memory by memory_profiler.

    python lines.py PLAN SCRIPT [ARGS...]

PLAN holds the results file (see ``channel.py``), "time" or "memory", the root folder, the folder of packages
(empty when there is none), a folder for the tool's own files, the root that these are to speak of, and the functions
that were picked: for each a line with its file below the root, a tab and its first line; without any, those of
``picking.py`` are looked at. The package comes from the program's own
interpreter, else from the folder of packages, which is searched for this import alone. Without it a stand-in
does the work, and says so.
"""

import sys

with open(__file__[: -len("lines.py")] + "faithful.py", "rb") as _file:
    faithful = type(sys)("pareto.faithful")
    faithful.__file__ = _file.name
    exec(compile(_file.read(), _file.name, "exec"), vars(faithful))

_SECONDS = 1.0


def package(name, folder, own):
    """A package, or None. Search path and loaded modules are afterwards as the program needs them.

    ``own``: the root and other folders of own code, in which it is not looked for.
    """
    import importlib
    import os

    path, loaded = list(sys.path), set(sys.modules)
    # The interpreter has put the folder of this file first; own code may be on the path already.
    first = 0 if getattr(sys.flags, "safe_path", False) else 1
    roots = tuple(os.path.realpath(folder) + os.sep for folder in own)
    libraries = [
        p for p in path[first:] if "-packages" in p or not (os.path.realpath(p) + os.sep).startswith(roots)
    ]
    try:
        for extra in ([], [folder] if folder else []):
            sys.path[:] = libraries + extra
            try:
                return importlib.import_module(name)
            except ImportError:
                pass
            except Exception:
                # An installation that is damaged, or none for this interpreter.
                return None
        return None
    finally:
        sys.path[:] = path
        for module in set(sys.modules) - loaded:
            # The program may have one of its own by that name.
            top = module.partition(".")[0]
            if any(os.path.exists(os.path.join(f, top + end)) for f in own for end in (".py", "")):
                del sys.modules[module]


def start(namespace):
    import builtins
    import os

    results, kind, root, packages, folder, shown, chosen = (
        f for _, f in zip(range(7), faithful.fields(sys.argv[1]))
    )
    channel = faithful.ours("channel").Channel(results)
    picking = faithful.ours("picking")
    is_module = sys.argv[2] == "-m"
    # As the interpreter and `-m` search, before all others.
    own = (root, os.getcwd()) if is_module else (root, os.path.dirname(os.path.realpath(sys.argv[2])))
    picked = picking.Picked(root, sys.argv[3 if is_module else 2], is_module)
    choice = picking.Choice(root, chosen)
    if kind == "time":
        looker = faithful.ours("timing").looker(package("line_profiler", packages, own))
    else:
        looker = faithful.ours("resident").looker(package("memory_profiler", packages, own))

    def write(last):
        channel.write(
            {
                "kind": "lines",
                "tool": looker.tool,
                "last": last,
                "marked": picked.marked and not choice,
                "picked": len(choice.places),
                "found": len(choice.found),
                "displaced": traced.displaced(),
                "functions": looker.functions(),
            }
        )
        if last:
            looker.save(folder, lambda text: text.replace(root, shown))

    def code_of(path, source):
        if not picked.is_own(path):
            return None
        code = compile(source(), path, "exec", dont_inherit=True)
        if choice:
            return picking.functions_of(code, choice.adding(path, looker.add))
        if picked.empty and picked.is_entry(path):
            return looker.add(code, True)
        return picking.functions_of(code, looker.add)

    traced = Traced()
    builtins.profile = (lambda function: function) if choice else looker.profile
    faithful.ours("ending").write_at_end(write, _SECONDS)
    if picked.marked and not choice:
        faithful.hand_over(namespace)
    else:
        faithful.hook_imports(code_of)
        looker.begin()
        traced.begin()
        try:
            faithful.hand_over(namespace, guarded(code_of))
        finally:
            traced.end()
            looker.end()


class Traced:
    """Whether the trace function of the tool is still there: the program may have set one of its own."""

    def __init__(self):
        import _thread

        self._trace, self._thread = sys.gettrace, _thread.get_ident
        self._watched = False
        self._displaced = False

    def begin(self):
        self._watched, self._began, self._ours = True, self._thread(), self._trace()

    def displaced(self):
        if self._watched and self._thread() == self._began:
            self._displaced = self._trace() != self._ours
        return self._displaced

    def end(self):
        self.displaced()
        self._watched = False


def guarded(code_of):
    """None where the code cannot be had, so that the interpreter says why."""

    def code(path, source):
        try:
            return code_of(path, source)
        except Exception:
            return None

    return code


if __name__ == "__main__":
    start(dict(globals()))
