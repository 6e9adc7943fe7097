"""What probes remember of work that may be repeated: is a function called again with the same arguments, does
a container stay the same?

Of arguments and results only those of the built-in types that nobody can change are looked at; the values
themselves are kept where they are small, else their hashes.
"""

_KEYS = 250_000
_CALLS = 2_000_000
_TICK = 256
_LONG = 64
_WIDE = 1 << 64
_VALUE = 60  # bytes, about
# Results that a memo keeps, in which the oldest give way.
_SIZES = 1_000, 10_000, 100_000
_ATOMS = 1000
_ELEMENTS = 20_000_000
_CONTAINERS = frozenset((list, tuple, set, frozenset, dict, str, bytes, range))
_NUMBERS = frozenset((int, bool, float, complex))
# Of the standard library, named so that they need not be imported: nobody can change them.
_DATES = frozenset((("datetime", "date"), ("datetime", "timedelta")))
# Equal ones may still be told apart: by the zone, by the digits.
_MOMENTS = frozenset((("datetime", "datetime"), ("datetime", "time")))
_EXACT = frozenset((("decimal", "Decimal"), ("fractions", "Fraction"), ("uuid", "UUID")))


class Unkeyed(Exception):
    """A value whose type nobody knows here."""

    def __init__(self, kind):
        self.kind = kind


class Calls:
    """Watches the calls of one function."""

    def __init__(self, tick, observing):
        self._tick = tick
        self._observing = observing
        self._name_of = observing.name_of
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0
        self.full = False
        self._keyed = 0
        self._repeated = 0
        self._other = 0
        self._atoms = 0
        # By size: when each key came in last, and how many came in.
        self._entered = [{} for _ in _SIZES]
        self._entries = [0 for _ in _SIZES]
        self._results = {}
        self._forgotten = 0
        self._active = 0
        self._kept = 0
        self._deepest = 0
        self._outermost = 0
        self._arguments = []
        self._strange = set()
        self._strange_results = set()
        self._returned = set()
        self._numbers = set()
        self._mixed = False
        self._minus_zero = False
        self._failure = ""

    def probe(self, *arguments):
        """A call begins; what it gives back is for ``leave``."""
        self.count += 1
        self._active += 1
        self._outermost += self._active == 1
        if self._active > self._deepest:
            self._deepest = self._active
        token = (self._active, None)
        if not self.full:
            try:
                token = (self._active, self._enter(arguments))
            except Unkeyed as unkeyed:
                self._strange.add(unkeyed.kind)
            except Exception as error:
                self._failure = repr(error)
        if not self.count % _TICK or not self.count & (self.count - 1):
            self._tick(not self.count & (self.count - 1))
        return token

    def _enter(self, arguments):
        if not self._arguments:
            self._arguments = [set() for _ in arguments]
        key = []
        for argument, types in zip(arguments, self._arguments):
            types.add(type(argument))
            self._add(argument, key, 0)
        key = tuple(key)
        self._keyed += 1
        self._atoms += len(key)
        self._remember(key)
        if key in self._results:
            self._repeated += 1
        else:
            self._results[key] = None
        self.full = self._forgotten + len(self._results) >= _KEYS or self._keyed >= _CALLS
        return key

    def _remember(self, key):
        """Lets the key into memos of some sizes, where it is not in already."""
        for n, size in enumerate(_SIZES):
            entered = self._entered[n].get(key)
            if entered is None or entered <= self._entries[n] - size:
                self._entries[n] += 1
                self._entered[n][key] = self._entries[n]

    def _add(self, value, key, depth, result=False):
        """Appends what makes a value: it is the same only for equal values of equal types.

        A ``result`` is never compared with others by a cache; it only must be of a kind that nobody can change.
        """
        kind = type(value)
        if kind is tuple and depth < 8 and len(key) + len(value) <= _ATOMS:
            key.append(len(value))
            for item in value:
                self._add(item, key, depth + 1, result)
            return
        key.append(kind)
        if kind in _NUMBERS and depth:
            self._numbers.add(kind)
            self._mixed = len(self._numbers) > 1
        if kind is int:
            key.append(value if -_WIDE < value < _WIDE else ("hash", hash(value)))
        elif kind is float or kind is complex:
            text = repr(value)
            self._minus_zero = self._minus_zero or "-0" in text and (value == 0 or kind is complex)
            key.append(text)
        elif kind is str or kind is bytes:
            key.append(value if len(value) <= _LONG else (len(value), hash(value)))
        elif kind is bool or value is None:
            key.append(value)
        else:
            key.append(self._other_value(value, kind, depth, result))

    def _other_value(self, value, kind, depth, result):
        name = self._observing.full_name(kind)
        if name in _DATES or result and (name in _MOMENTS or name in _EXACT):
            return repr(value)
        if name in _MOMENTS and value.tzinfo is None and not value.fold:
            return repr(value)
        if result and kind is frozenset and depth < 8 and len(value) <= _ATOMS:
            for item in value:
                self._add(item, [], depth + 1, True)
            return hash(value)
        raise Unkeyed(kind)

    def renew(self):
        """The function is made anew: what an older one was asked says nothing about it."""
        self._forgotten += len(self._results)
        self._results = {}

    def leave(self, token, result):
        """The call returns ``result``."""
        depth, key = token
        self._active = depth - 1
        if key is not None or type(result) not in self._returned:
            try:
                self._compare(key, result)
            except Unkeyed as unkeyed:
                self._strange_results.add(unkeyed.kind)
            except Exception as error:
                self._failure = repr(error)
        return result

    def _compare(self, key, result):
        self._returned.add(type(result))
        numbers, mixed, minus_zero = set(self._numbers), self._mixed, self._minus_zero
        try:
            made = []
            self._add(result, made, 0, True)
        finally:
            # These tell of arguments only.
            self._numbers, self._mixed, self._minus_zero = numbers, mixed, minus_zero
        if key is None:
            return
        size, made = len(made), hash(tuple(made))
        before = self._results.get(key)
        if before is None:
            self._results[key] = made
            self._kept += _VALUE * (len(key) + size) + _size(result)
        elif before != made:
            self._other += 1

    def report(self):
        names = lambda kinds: sorted(map(self._name_of, kinds))
        return {
            "count": self.count,
            "keyed": self._keyed,
            "repeated": self._repeated,
            "distinct": self._forgotten + len(self._results),
            "atoms": self._atoms,
            "entries": dict(zip(map(str, _SIZES), self._entries)),
            "other": self._other,
            "outermost": self._outermost,
            "kept": self._kept,
            "deepest": self._deepest,
            "arguments": [names(kinds) for kinds in self._arguments],
            "strange": names(self._strange),
            "results": names(self._returned),
            "strange_results": names(self._strange_results),
            "mixed": self._mixed,
            "minus_zero": self._minus_zero,
            "failure": self._failure,
        }


class Contents:
    """Watches what a container holds, and whether that stays the same after a point was passed."""

    def __init__(self, points, tick, observing):
        self._points = points
        self._tick = tick
        self._observing = observing
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0
        self._examined = 0
        self._length = 0
        self._left = _ELEMENTS
        self._types = self._observing.Types()
        self._elements = self._observing.Types()
        self._since = {key: self._observing.Since() for key, _ in self._points}

    def probe(self, value):
        """Stands for ``value``."""
        self.count += 1
        try:
            self._look(value)
        except Exception:
            pass
        return value

    def _look(self, value):
        self._types.add_all((value,))
        kind = type(value)
        if kind in _CONTAINERS and self._left >= 0:
            items = list(value)
            self._left -= len(items) + 1
            plain = self._elements.add_all(items)
            self._examined += 1
            self._length += len(items)
            content = len(items), True, hash(tuple(items) if plain else tuple(map(id, items)))
            for key, point in self._points:
                self._since[key].compare(point.count, content, len(items))
        doubled = self.count & (self.count - 1) == 0
        if doubled or self.count % _TICK == 0:
            self._tick(doubled)

    def report(self):
        return {
            "count": self.count,
            "examined": self._examined,
            "length": self._length,
            "types": self._types.report(),
            "elements": self._elements.report(),
            "nan": self._elements.nan,
            "since": {key: since.report() for key, since in self._since.items()},
        }


def _size(result):
    """Bytes of what may be long."""
    return len(result) if type(result) is str or type(result) is bytes else 0
