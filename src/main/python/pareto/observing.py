"""What the probes of an evidence run remember.

An observer never changes what the program does: it calls no method that the program wrote, keeps no
reference to the program's objects but for their types, and swallows its own mistakes. Detailed observations
are capped and spread over the run: every probe until a sixth of the cap is used, then one in 4 for the next
sixth, one in 16, and so on. Sums are weighted by how many probes a detailed observation stands for.
"""

import marshal
from _operator import ne
from itertools import chain

# Equality and hash of these agree, and neither runs code of the program.
PLAIN = frozenset((int, str, bytes, bool, float, complex, type(None), type(...), range, type, type(len)))
# The same holds for these classes of the standard library, named so that they need not be imported.
AGREEING = frozenset(
    (
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("enum", "Enum"),
        ("fractions", "Fraction"),
        ("ipaddress", "_BaseAddress"),
        ("pathlib", "PurePath"),
        ("uuid", "UUID"),
    )
)
# As the interpreter has them: a metaclass may answer differently.
_ORDER = type.__dict__["__mro__"].__get__
_MEMBERS = type.__dict__["__dict__"].__get__
_GET = type.__getattribute__
_EXAMINED_ELEMENTS = 10_000_000
_SAMPLE = 256
_TICK = 64
_DEPTH = 3
# Their `len` runs no code of the program.
SIZED = frozenset(
    (list, tuple, dict, set, frozenset, str, bytes, bytearray, range)
    + (type({}.keys()), type({}.values()), type({}.items()))
)
_COPIED_BYTES = 50_000_000


class Reached:
    """Counts how often a statement is about to be executed."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0

    def probe(self):
        self.count += 1

    def report(self):
        return {"count": self.count}


class Value:
    """Watches what an expression gives."""

    def __init__(self, tick):
        self._tick = tick
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0
        self._types = {}
        self._sum = dict.fromkeys(("details", "length", "copied", "bytes"), 0)
        self._left = _COPIED_BYTES
        self._nan = False
        self._bits = 0

    def probe(self, value):
        """Stands for ``value``."""
        self.count += 1
        try:
            self._look(value)
        except Exception:
            pass
        return value

    def _look(self, value):
        kind = type(value)
        self._types[kind] = self._types.get(kind, 0) + 1
        if kind in SIZED:
            self._sum["length"] += len(value)
        elif kind is int:
            bits = value.bit_length()
            if bits > self._bits:
                self._bits = bits
        if kind is float and value != value:
            self._nan = True
        doubled = self.count & (self.count - 1) == 0
        if self._left > 0 and (self.count <= _TICK or doubled):
            self._copy(value)
        if doubled or self.count % _TICK == 0:
            self._tick(doubled)

    def _copy(self, value):
        """Whether it can be written out without asking the program how; large ones use up what may be tried."""
        self._sum["details"] += 1
        try:
            size = len(marshal.dumps(value))
        except ValueError:
            return
        self._left -= size
        self._sum["copied"] += 1
        self._sum["bytes"] += size

    def report(self):
        return {
            "count": self.count,
            **self._sum,
            "types": {name_of(kind): n for kind, n in self._types.items()},
            "nan": self._nan,
            "bits": self._bits,
        }


class Membership:
    """Watches one ``value in container``."""

    def __init__(self, points, cap, tick):
        self._points = points
        self._cap = cap
        self._tick = tick
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0
        self.full = False
        self._due = 1
        self._next_detail = 1
        self._stride = 1
        self._last_detail = 0
        self._left = _EXAMINED_ELEMENTS
        self._values = Types()
        self._elements = Types()
        self._containers = {}
        self._known_values = self._values.simple
        self._identities = set()
        self._last = None
        self._since = {key: Since() for key, _ in self._points}
        self._sum = dict.fromkeys(
            ("details", "raised", "failed", "weight", "length", "scanned", "hits", "pairs", "changes", "examined"), 0
        )
        self._longest = 0
        self._lengths = {}
        self._failure = ""

    def probe(self, value, container):
        """Stands for ``value in container``."""
        try:
            found = value in container
        except BaseException:
            self._sum["raised"] += 1
            raise
        self.count += 1
        if (
            self.count >= self._due
            or type(value) not in self._known_values
            or type(container) not in self._containers
        ):
            try:
                self._look(value, container, found)
            except Exception as error:
                self._sum["failed"] += 1
                self._failure = repr(error)
        return found

    def _look(self, value, container, found):
        self._values.add_all((value,))
        kind = type(container)
        self._containers.setdefault(kind, 0)
        if self.count >= self._next_detail and not self.full:
            self._detail(value, container, kind, found)
        doubled = 1 << self.count.bit_length()
        self._due = min(self.count + _TICK, doubled)
        if not self.full:
            self._due = min(self._due, self._next_detail)
        self._tick(2 * self.count == doubled)

    def _detail(self, value, container, kind, found):
        total = self._sum
        weight = self.count - self._last_detail
        self._last_detail = self.count
        total["details"] += 1
        # One sixth of the cap for each stride: 1, 4, 16, …, 1,024.
        if total["details"] % max(1, self._cap // 6) == 0:
            self._stride *= 4
        self.full = total["details"] >= self._cap
        self._next_detail = self.count + self._stride
        self._containers[kind] += weight
        total["weight"] += weight
        total["hits"] += weight if found else 0
        if kind is list or kind is tuple:
            self._examine(value, container, found, weight)

    def _examine(self, value, container, found, weight):
        total = self._sum
        length = len(container)
        total["length"] += weight * length
        self._longest = max(self._longest, length)
        size = length.bit_length()
        self._lengths[size] = self._lengths.get(size, 0) + weight
        whole = self._left >= length
        part = container if whole else container[:: max(1, length // _SAMPLE)]
        total["examined"] += whole
        plain = self._elements.add_all(part)
        self._left -= len(part) if plain else 8 * len(part)
        content = length, whole, hash(tuple(part) if plain else tuple(map(id, part)))
        if not found:
            total["scanned"] += weight * length
        elif whole and plain and type(value) in PLAIN:
            total["scanned"] += weight * (container.index(value) + 1)
        else:
            total["scanned"] += weight * (length + 1) // 2
        self._compare(id(container), content, length, weight)

    def _compare(self, identity, content, length, weight):
        if len(self._identities) < 1000:
            self._identities.add(identity)
        if self._last is not None and weight == 1:
            self._sum["pairs"] += 1
            self._sum["changes"] += differ(self._last, content)
        self._last = content
        for key, point in self._points:
            self._since[key].compare(point.count, content, length)

    def report(self):
        return {
            "count": self.count,
            **self._sum,
            "failure": self._failure,
            "longest": self._longest,
            "lengths": self._lengths,
            "containers": {name_of(t): n for t, n in self._containers.items()},
            "identities": len(self._identities),
            "elements": self._elements.report(),
            "values": self._values.report(),
            "nan": self._elements.nan or self._values.nan,
            "since": {key: since.report() for key, since in self._since.items()},
        }


class Since:
    """Whether a container stayed the same after a point was passed, until that point was passed again."""

    def __init__(self):
        self._passed = -1
        self._content = None
        self.stays = 0
        self.changed = 0
        self.compared = 0
        self.length = 0

    def compare(self, passed, content, length):
        if passed != self._passed:
            self._passed = passed
            self._content = content
            self.stays += 1
            self.length += length
        else:
            self.compared += 1
            self.changed += differ(content, self._content)

    def report(self):
        return {
            "stays": self.stays,
            "compared": self.compared,
            "changed": self.changed,
            "length": self.length,
        }


def differ(one, other):
    """Whether two contents (length, seen whole or in part, hash) are known to be different."""
    return one[0] != other[0] or one[1] == other[1] and one[2] != other[2]


class Types:
    """The exact types of values that were seen, those inside of tuples included."""

    def __init__(self):
        # Types of which one look is enough: the type alone says whether a value can be hashed.
        self.simple = set()
        self.nan = False
        self._kinds = {}

    def add_all(self, values, depth=0):
        """Adds the values, and says whether all are plain."""
        found = set(map(type, values))
        for kind in found:
            if kind not in self._kinds:
                self._add_type(kind, depth)
        if not self.nan and (float in found or complex in found):
            numbers = [v for v in values if type(v) is float or type(v) is complex]
            self.nan = any(map(ne, numbers, numbers))
        if not found <= self.simple:
            nested = [v for v in values if self._kinds[type(v)] == "tuple"]
            # Not by `iter(value)`: a subclass of tuple may have its own.
            self.add_all(list(chain.from_iterable(map(tuple.__iter__, nested))), depth + 1)
        return found <= PLAIN

    def _add_type(self, kind, depth):
        trait = trait_of(kind)
        if trait == "tuple" and depth < _DEPTH:
            self._kinds[kind] = trait
        else:
            self._kinds[kind] = "custom" if trait == "tuple" else trait
            # A float may be NaN, so each one is looked at.
            if kind is not float and kind is not complex:
                self.simple.add(kind)

    def report(self):
        return {name_of(kind): trait for kind, trait in self._kinds.items()}


def trait_of(kind):
    """How a type's equality and hash behave in a set.

    ``plain``: they agree and run no code of the program. ``tuple``: as its elements do. ``identity``: an
    object equals itself only. ``unhashable``. ``custom``: nobody knows.
    """
    if kind in PLAIN or kind is frozenset:
        return "plain"
    classes = _ORDER(kind)
    equal = next(c for c in classes if "__eq__" in _MEMBERS(c))
    hashed = next(c for c in classes if "__hash__" in _MEMBERS(c))
    if _MEMBERS(hashed)["__hash__"] is None:
        return "unhashable"
    if equal is object and (hashed is object or full_name(hashed) in AGREEING):
        return "identity"
    if equal is hashed:
        if equal is tuple:
            return "tuple"
        if equal in PLAIN or equal is frozenset or full_name(equal) in AGREEING:
            return "plain"
    return "custom"


def full_name(kind):
    """``('datetime', 'date')``; runs no code of the program."""
    return _GET(kind, "__module__"), _GET(kind, "__qualname__")


def name_of(kind):
    """``int``, ``collections.OrderedDict``."""
    module, name = full_name(kind)
    return name if module == "builtins" else "%s.%s" % (module, name)
