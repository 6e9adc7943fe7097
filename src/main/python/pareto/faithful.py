"""Runs a program inside a tool of ours as the interpreter runs it without one.

A tool is started as

    python TOOL PLAN SCRIPT [ARGS...]
    python TOOL PLAN -m MODULE [ARGS...]

and the program runs as ``__main__``: same globals, same arguments, same tracebacks. Only what the interpreter
has loaded anyway is imported here, so that the program finds the modules that it would find without us; for
the same reason our files are no modules that an ``import`` finds (see ``ours``).
"""

import sys

_HOOKS = []  # code of functions that stand in for those of the import system


def ours(name):
    """Another file of ours as a module that the program cannot meet in ``sys.modules``."""
    path = __file__[: -len("faithful.py")] + name + ".py"
    module = type(sys)("pareto." + name)
    module.__file__ = path
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec"), vars(module))
    return module


def fields(path):
    """The fields of a plan: a file in UTF-8, in which each field ends with NUL."""
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return iter(file.read().split("\0"))


def hand_over(namespace, code_of=None, execute=exec):
    """Runs the program that the tool was given, and reports an exception as the interpreter does.

    ``namespace``: a copy of the globals that this interpreter gave to the tool's own ``__main__``.
    ``code_of(path, source)`` may give the code of a file, or None to have it compiled as ever; ``source`` is
    a function. ``execute(code, namespace)`` runs the code of a script, inside of it the program begins.
    """
    import os

    own = len(sys.orig_argv) - len(sys.argv)
    del sys.orig_argv[own : own + 2]
    target = sys.argv[2]
    sys.argv[:] = sys.argv[2:]
    module = _main_module(namespace)
    try:
        if target == "-m":
            _run_module(sys.argv.pop(1), os)
        else:
            _run_script(target, module, code_of, execute, os)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        trace = _without_us(error.__traceback__)
        sys.excepthook(type(error), error.with_traceback(trace), trace)
        sys.exit(1)


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
    _HOOKS.append(instrumented.__code__)
    loader.get_code = instrumented


def _main_module(namespace):
    """A fresh ``__main__`` with the same names that this interpreter gives to any program."""
    module = type(sys)("__main__")
    names = {"__annotations__": {}, "__builtins__": sys.modules["builtins"]}
    vars(module).update({name: value for name, value in names.items() if name in namespace})
    sys.modules["__main__"] = module
    return module


def _run_script(path, module, code_of, execute, os):
    """Runs a script as ``python path`` does."""
    full = os.path.join(os.getcwd(), path)
    if not getattr(sys.flags, "safe_path", False):
        sys.path[0] = os.path.dirname(os.path.realpath(path))
    with open(full, "rb") as file:
        source = file.read()
    code = code_of(full, lambda: source) if code_of else None
    if code is None:
        code = compile(source, full, "exec", dont_inherit=True)
    module.__file__ = full
    if sys.version_info < (3, 15):
        module.__cached__ = None
    loader = sys.modules["_frozen_importlib_external"].SourceFileLoader
    module.__loader__ = loader("__main__", full)
    execute(code, vars(module))


def _run_module(name, os):
    """Runs a module as ``python -m name`` does, by the same function."""
    if not getattr(sys.flags, "safe_path", False):
        sys.path[0] = os.getcwd()
    sys.argv[0] = "-m"
    import runpy

    runpy._run_module_as_main(name)


def _without_us(trace):
    """A traceback from the first frame on that is not of our files, without our hook."""
    folder = __file__[: -len("faithful.py")]
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(folder):
        trace = trace.tb_next
    # The import system leaves its frames out of the tracebacks of imports, but not of `-m`.
    node = trace
    while node is not None and node.tb_next is not None:
        if node.tb_next.tb_frame.f_code in _HOOKS:
            node.tb_next = node.tb_next.tb_next
        else:
            node = node.tb_next
    return trace
