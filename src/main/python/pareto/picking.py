"""Which functions of a program are looked at line by line.

Those that were picked; where none was, those that the program marked with ``@profile``, as kernprof and memory_profiler have it; where it marked none,
all functions of its own files. Files are only read; the code of modules is found on its way out of the compiler.
"""

import _ast
import os

_ONLY_AST = _ast.PyCF_ONLY_AST
_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_INSTALLED = ("site-packages", "dist-packages")
_MOST_FILES = 5_000
_NEWLOCALS = 0x2  # of co_flags: all functions have it, and neither modules nor classes


class Picked:
    """What is known before the program begins.

    ``marked``: a file that may be imported marks a function. ``empty``: no such file has any function.
    """

    def __init__(self, root, target, module):
        self._root = os.path.realpath(root)
        self._entry = None if module else os.path.realpath(target)
        self.marked = False
        self.empty = True
        self._look(target, module)

    def is_own(self, path):
        real = os.path.realpath(path)
        if not real.startswith(self._root + os.sep):
            return False
        return not any(part in _INSTALLED for part in real[len(self._root) :].split(os.sep))

    def is_entry(self, path):
        return os.path.realpath(path) == self._entry

    def _look(self, target, module):
        """Reads the entry and, from file to file, what it may import."""
        named = self._by_name()
        waiting = list(named.get(target.rpartition(".")[2], ())) if module else [self._entry]
        waiting += named.get("__main__", ()) if module else ()
        seen = set()
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            try:
                with open(path, "rb") as file:
                    tree = compile(file.read(), path, "exec", _ONLY_AST, dont_inherit=True)
            except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
                continue
            for name in self._names(tree):
                waiting += named.get(name, ())

    def _by_name(self):
        """The last part of a module's name → its files."""
        named, count = {}, 0
        for folder, folders, files in os.walk(self._root):
            folders[:] = [f for f in folders if self._is_code(folder, f)]
            for file in files:
                if file.endswith(".py") and count < _MOST_FILES:
                    count += 1
                    name = os.path.basename(folder) if file == "__init__.py" else file[:-3]
                    named.setdefault(name, []).append(os.path.join(folder, file))
        return named

    @staticmethod
    def _is_code(folder, name):
        return not (
            name.startswith((".", "__pycache__"))
            or name in _INSTALLED
            or os.path.exists(os.path.join(folder, name, "pyvenv.cfg"))
        )

    def _names(self, tree):
        """What a file imports; sets the flags by the way."""
        names, marks, bound = set(), False, False
        for node in _walk(tree):
            if isinstance(node, _FUNCTIONS):
                self.empty = False
                marks = marks or any(map(_is_mark, node.decorator_list))
                bound = bound or node.name == "profile"
            elif isinstance(node, _ast.Import):
                names.update(part for alias in node.names for part in alias.name.split("."))
            elif isinstance(node, _ast.ImportFrom):
                names.update((node.module or "").split("."))
                names.update(alias.name for alias in node.names)
                brought = any((alias.asname or alias.name) == "profile" for alias in node.names)
                bound = bound or brought and node.module != "line_profiler"
        self.marked = self.marked or marks and not bound
        return names


class Choice:
    """Functions that somebody picked, by file and first line; false when there are none."""

    def __init__(self, root, text):
        self._root = os.path.realpath(root)
        self.places = {tuple(line.rsplit("\t", 1)) for line in text.split("\n") if line}
        self.found = set()

    def __bool__(self):
        return bool(self.places)

    def adding(self, path, add):
        """``add`` of the functions that were picked in a file; all others stay as they are."""
        name = os.path.relpath(os.path.realpath(path), self._root).replace(os.sep, "/")

        def chosen(code, outermost):
            place = (name, str(code.co_firstlineno))
            if place not in self.places:
                return code
            self.found.add(place)
            return add(code, True)

        return chosen


def _is_mark(node):
    """``profile``, ``line_profiler.profile``, and either called."""
    if isinstance(node, _ast.Call):
        node = node.func
    if isinstance(node, _ast.Attribute):
        return node.attr == "profile" and isinstance(node.value, _ast.Name) and node.value.id == "line_profiler"
    return isinstance(node, _ast.Name) and node.id == "profile"


def _walk(tree):
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for field in node._fields:
            value = getattr(node, field, None)
            for child in value if isinstance(value, list) else (value,):
                if isinstance(child, _ast.AST):
                    waiting.append(child)


def functions_of(code, add, inside=False):
    """The same code of a module with each function's code as ``add(code, outermost)`` gives it.

    Comprehensions and lambdas belong to the function that they are in, and are left as they are.
    """
    is_function = bool(code.co_flags & _NEWLOCALS) and not code.co_name.startswith("<")
    below = inside or is_function
    kind = type(code)
    constants = tuple(functions_of(c, add, below) if isinstance(c, kind) else c for c in code.co_consts)
    if any(new is not old for new, old in zip(constants, code.co_consts)):
        code = code.replace(co_consts=constants)
    return add(code, not inside) if is_function else code
