"""Puts probes into a syntax tree, and keeps what they saw.

Works on ``_ast``, which is part of the interpreter, where ``ast`` would be a file that the program may
shadow.
"""

import _ast
import os
import time

_ONLY_AST = _ast.PyCF_ONLY_AST
# Annotations: programs read them as text.
_NOT_CODE = ("annotation", "returns")
_FLUSH_SECONDS = 0.02


class Watch:
    """All observers of a run, and when they report.

    A record repeats all that an observer knows; the last one for a process and a question counts.
    """

    def __init__(self, watching, channel, cap, questions):
        observing, repeats, joining, awaiting = watching
        self._channel = channel
        self._process = os.getpid()
        self._flushed = time.monotonic()
        points = {key: observing.Reached() for kind, key, *_ in questions if kind == "reached"}
        self.observers = dict(points)
        for kind, key, _, _, wanted, sought in questions:
            if kind == "membership":
                near = [(p, points[p]) for p in wanted if p in points]
                self.observers[key] = observing.Membership(near, cap, self.tick)
            if kind == "value":
                self.observers[key] = observing.Value(self.tick)
            if kind == "awaited":
                self.observers[key] = awaiting.Awaited(self.tick)
            if kind == "contents":
                near = [(p, points[p]) for p in wanted if p in points]
                self.observers[key] = repeats.Contents(near, self.tick, observing)
            if kind == "join":
                near = [(p, points[p]) for p in wanted if p in points]
                self.observers[key] = joining.Join(near, cap, self.tick, observing, *sought[1:])
            if kind == "calls":
                self.observers[key] = repeats.Calls(self.tick, observing)
        # How many values there are is known at the end of the run only.
        self._counts = any(kind in ("value", "contents", "awaited") for kind, *_ in questions)
        self._capped = [o for o in self.observers.values() if hasattr(o, "full")]
        channel.write({"kind": "start", "process": self._process})

    def tick(self, must):
        """Called by observers now and then: writes when it is time, and ends the run when all is known."""
        now = time.monotonic()
        if must or now - self._flushed > _FLUSH_SECONDS:
            self._flushed = now
            self.flush()
        if self._capped and not self._counts and all(o.full for o in self._capped):
            self._answered()

    def flush(self):
        for key, observer in self.observers.items():
            if observer.count != observer.written:
                observer.written = observer.count
                self._channel.write(
                    {"kind": "seen", "process": os.getpid(), "id": key, **observer.report()}
                )

    def _answered(self):
        if os.getpid() == self._process:
            self.flush()
            self._channel.write({"kind": "answered", "process": self._process})
            os._exit(0)

    def note(self, **record):
        self._channel.write(record)

    def end(self):
        """The program is over."""
        self.flush()
        if os.getpid() == self._process:
            self._channel.write({"kind": "end", "process": self._process})

    def forget(self):
        """In a forked child: what was seen until now is the parent's."""
        for observer in self.observers.values():
            observer.reset()


class Rewriter:
    """Gives the code of asked files, with probes. Lines and columns of all else stay what they are."""

    def __init__(self, root, questions, watch):
        self._watch = watch
        self._realpath = os.path.realpath
        self._files = {}
        for kind, key, file, place, _, sought in questions:
            path = os.path.join(root, *file.split("/"))
            self._files.setdefault(os.path.realpath(path), []).append((kind, key, place, sought))

    def code(self, path, source):
        """The code of a file, or None when nothing is asked about it or it does not compile.

        ``source`` is a function that gives its bytes.
        """
        asked = self._files.get(self._realpath(path))
        if asked is None:
            return None
        try:
            tree = compile(source(), path, "exec", _ONLY_AST, dont_inherit=True)
            probes = Probes(asked, self._watch)
            probes.visit(tree)
            code = compile(tree, path, "exec", dont_inherit=True)
        except SyntaxError:
            return None
        except Exception as error:
            self._watch.note(kind="failed", path=path, reason=repr(error))
            return None
        probes.connect()
        self._watch.note(kind="placed", path=path, ids=list(probes.placed))
        return code


class Probes:
    """The probes of one file.

    They are called by names that no program can spell, found among the built-ins.
    """

    def __init__(self, asked, watch):
        self._watch = watch
        self._membership = {place: key for kind, key, place, _ in asked if kind == "membership"}
        self._value = {}
        for kind, key, place, _ in asked:
            if kind in ("value", "contents"):
                self._value.setdefault(place, []).append(key)
        self._calls = {place: key for kind, key, place, _ in asked if kind == "calls"}
        self._join = {place: (key, sought[0]) for kind, key, place, sought in asked if kind == "join"}
        self._awaited = {place: key for kind, key, place, _ in asked if kind == "awaited"}
        self._reached = {}
        for kind, key, place, _ in asked:
            if kind == "reached":
                self._reached.setdefault(place, []).append(key)
        self.placed = []

    def visit(self, node):
        if isinstance(node, _ast.JoinedStr):
            # Before Python 3.12 its parts claim to stand where all of it does.
            for part in node.values:
                self.visit(part)
            return
        for name in node._fields:
            if name in _NOT_CODE:
                continue
            value = getattr(node, name, None)
            if isinstance(value, list):
                value[:] = self._visit_list(value)
            elif isinstance(value, _ast.JoinedStr) and isinstance(node, _ast.FormattedValue):
                self.visit(value)
            elif isinstance(value, _ast.AST):
                self.visit(value)
                changed = self._changed(value)
                if changed is not value:
                    setattr(node, name, changed)

    def _visit_list(self, nodes):
        result = []
        for node in nodes:
            if isinstance(node, _ast.AST):
                if isinstance(node, _ast.stmt):
                    for key in self._reached.get(_place(node), ()):
                        result.append(at(node, _ast.Expr(self._call(key, node, []))))
                self.visit(node)
                node = self._changed(node)
                if isinstance(node, _ast.FunctionDef) and _place(node) in self._calls:
                    key = self._calls[_place(node)]
                    self._watch_calls(key, node)
                    result.append(at(node, _ast.Expr(self._call(key, node, [], _name(key) + " renews"))))
            result.append(node)
        return result

    def _changed(self, node):
        """An expression whose value is asked for as an argument of its probe."""
        keys = self._value.get(_place(node), ()) if isinstance(node, _ast.expr) else ()
        inner = self._asked(node)
        if isinstance(getattr(node, "ctx", None), (type(None), _ast.Load)):
            for key in keys:
                inner = self._call(key, node, [inner])
            if isinstance(node, _ast.expr) and _place(node) in self._join:
                key, sought = self._join[_place(node)]
                # A name or a constant.
                root = compile(sought, "<sought>", "eval", _ONLY_AST).body
                inner = self._call(key, node, [inner, at(node, root)])
        return inner

    def _asked(self, node):
        """``a in b`` or ``await a`` as a call of its probe; anything else as it is."""
        if isinstance(node, _ast.Await) and _place(node) in self._awaited:
            key = self._awaited[_place(node)]
            return self._call(key, node, [self._call(key, node, [], _name(key) + " begins"), node])
        if not isinstance(node, _ast.Compare) or len(node.ops) != 1:
            return node
        key = self._membership.get(_place(node))
        if key is None or not isinstance(node.ops[0], (_ast.In, _ast.NotIn)):
            return node
        call = self._call(key, node, [node.left, node.comparators[0]])
        return call if isinstance(node.ops[0], _ast.In) else at(node, _ast.UnaryOp(_ast.Not(), call))

    def _watch_calls(self, key, function):
        """Tells of each call's arguments before anything else, and of its result when it returns."""
        first = function.body[0]
        token = lambda context: at(first, _ast.Name(_name(key) + " call", context))
        enter = self._call(key, first, [at(first, _ast.Name(p.arg, _ast.Load())) for p in _parameters(function)])
        leave = lambda node, value: self._call(key, node, [token(_ast.Load()), value], _name(key) + " returns")
        for node in _returns(function.body):
            node.value = leave(node, node.value or at(node, _ast.Constant(None)))
        last = function.body[-1]
        if not isinstance(last, _ast.Return):
            function.body.append(at(last, _ast.Return(leave(last, at(last, _ast.Constant(None))))))
        documented = isinstance(first, _ast.Expr) and isinstance(first.value, _ast.Constant)
        function.body.insert(documented, at(first, _ast.Assign([token(_ast.Store())], enter)))

    def _call(self, key, node, arguments, name=None):
        self.placed.append(key)
        function = at(node, _ast.Name(name or _name(key), _ast.Load()))
        return at(node, _ast.Call(function, arguments, []))

    def connect(self):
        import builtins

        for key in self.placed:
            observer = self._watch.observers[key]
            setattr(builtins, _name(key), observer.probe)
            if hasattr(observer, "begin"):
                setattr(builtins, _name(key) + " begins", observer.begin)
            if hasattr(observer, "leave"):
                setattr(builtins, _name(key) + " returns", observer.leave)
                setattr(builtins, _name(key) + " renews", observer.renew)


def _parameters(function):
    """Of a function that takes no ``*args`` or ``**kwargs``."""
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def _returns(statements):
    """The ``return`` statements of a function, without those of functions in it."""
    for node in statements:
        if isinstance(node, _ast.Return):
            yield node
        elif not isinstance(node, (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.ClassDef)):
            for name in ("body", "orelse", "finalbody", "handlers", "cases"):
                yield from _returns(getattr(node, name, ()))


def _name(key):
    return "pareto probe " + key


def _place(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def at(node, new):
    """A new node at the place of another."""
    new.lineno, new.col_offset, new.end_lineno, new.end_col_offset = _place(node)
    return new
