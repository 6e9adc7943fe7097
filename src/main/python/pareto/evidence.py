"""Runs a program with probes at asked places, and writes down what they see.

    python evidence.py PLAN SCRIPT [ARGS...]
    python evidence.py PLAN -m MODULE [ARGS...]

PLAN is a file which says where to look and where to write (see ``plan``). The program runs as ``__main__``,
as it does without us: same globals, same arguments, same tracebacks. Its modules are instrumented while they
are compiled, its files are only read. What is seen goes to the results file (see ``channel.py``), never to
the program's output; it says nothing about time, since probes take some.

Only what the interpreter has loaded anyway is imported, so that the program finds the modules that it would
find without us.
"""

import sys


def ours(folder, name):
    """Another file of ours as a module that the program cannot meet in ``sys.modules``."""
    path = folder + name + ".py"
    module = type(sys)("pareto." + name)
    module.__file__ = path
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec"), vars(module))
    return module


def plan(path):
    """Reads the plan: fields which end with NUL each, in UTF-8.

    results file, root folder, cap of detailed observations for a place, then for every question its
    kind, id, path under the root, line, column, end line, end column (as ``ast`` has them), and for
    ``membership`` a count of points and their ids. A point is the id of a ``reached`` question.
    """
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        fields = iter(file.read().split("\0"))
    results, root, cap = next(fields), next(fields), int(next(fields))
    questions = []
    for kind in fields:
        if not kind:
            break
        key, file = next(fields), next(fields)
        place = tuple(int(next(fields)) for _ in range(4))
        points = [next(fields) for _ in range(int(next(fields)))] if kind == "membership" else []
        questions.append((kind, key, file, place, points))
    return results, root, cap, questions


def hook_imports(rewrite):
    """Lets ``rewrite(path, source)`` give the code of modules, whichever finder finds them.

    It answers None for a module which is none of its business; that one is loaded as ever.
    """
    loader = sys.modules["_frozen_importlib_external"].SourceLoader
    get_code = loader.get_code

    def instrumented(self, fullname):
        try:
            path = self.get_filename(fullname)
            code = rewrite(path, lambda: self.get_data(path))
        except Exception:
            code = None
        return get_code(self, fullname) if code is None else code

    # In tracebacks of syntax errors the import system leaves out its own frames: so it does with this one.
    instrumented.__code__ = instrumented.__code__.replace(co_filename=get_code.__code__.co_filename)
    loader.get_code = instrumented


def main_module(namespace):
    """A fresh ``__main__`` with the same names that this interpreter gives to any program."""
    module = type(sys)("__main__")
    names = {"__annotations__": {}, "__builtins__": sys.modules["builtins"]}
    vars(module).update({name: value for name, value in names.items() if name in namespace})
    sys.modules["__main__"] = module
    return module


def run_script(path, module, rewrite, os):
    """Runs a script as ``python path`` does."""
    full = os.path.join(os.getcwd(), path)
    if not getattr(sys.flags, "safe_path", False):
        sys.path[0] = os.path.dirname(os.path.realpath(path))
    with open(full, "rb") as file:
        source = file.read()
    code = rewrite(full, lambda: source)
    if code is None:
        code = compile(source, full, "exec", dont_inherit=True)
    module.__file__ = full
    if sys.version_info < (3, 15):
        module.__cached__ = None
    loader = sys.modules["_frozen_importlib_external"].SourceFileLoader
    module.__loader__ = loader("__main__", full)
    exec(code, vars(module))


def run_module(name, os):
    """Runs a module as ``python -m name`` does, by the same function."""
    if not getattr(sys.flags, "safe_path", False):
        sys.path[0] = os.getcwd()
    sys.argv[0] = "-m"
    import runpy

    runpy._run_module_as_main(name)


def run(target, module, rewrite, os):
    """Runs the target; an exception is reported as the interpreter reports it, without our frames."""
    try:
        if target == "-m":
            run_module(sys.argv.pop(1), os)
        else:
            run_script(target, module, rewrite, os)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        # The first is this function's frame, the second is the one that executes the program.
        trace = error.__traceback__.tb_next
        if trace is not None and trace.tb_frame.f_code in (run_script.__code__, run_module.__code__):
            trace = trace.tb_next
        sys.excepthook(type(error), error.with_traceback(trace), trace)
        sys.exit(1)


def start(namespace):
    """Prepares everything and hands over to the program."""
    import atexit
    import os

    results, root, cap, questions = plan(sys.argv[1])
    folder = namespace["__file__"][: -len("evidence.py")]
    channel = ours(folder, "channel").Channel(results)
    probing = ours(folder, "probing")
    watch = probing.Watch(ours(folder, "observing"), channel, cap, questions)
    rewrite = probing.Rewriter(os.path.realpath(root), questions, watch).code
    hook_imports(rewrite)
    # Registered first, so called last.
    atexit.register(watch.end)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=watch.forget)
    sys.orig_argv[:] = [a for i, a in enumerate(sys.orig_argv) if i not in _own_arguments(sys.orig_argv)]
    target = sys.argv[2]
    sys.argv[:] = sys.argv[2:]
    run(target, main_module(namespace), rewrite, os)


def _own_arguments(arguments):
    """The indices of this file and of the plan in the interpreter's own argument list."""
    first = len(arguments) - len(sys.argv)
    return (first, first + 1)


if __name__ == "__main__":
    start(dict(globals()))
