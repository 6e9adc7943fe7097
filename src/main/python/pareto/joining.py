"""What probes remember of a search through a list: in which items a key is looked for, and which one.

Keys are read by steps that run no code of the program: an element of a dict, list or tuple, an attribute that
an object keeps in its own dict or in a slot. A key that would need more is counted as unreadable.
"""

_TICK = 64
_ELEMENTS = 1_000_000
_SAMPLE = 64
_MISSING = object()
_ORDER = type.__dict__["__mro__"].__get__
_MEMBERS = type.__dict__["__dict__"].__get__
_ATTRIBUTE = object.__getattribute__
_NAME = type.__getattribute__
# They look up attributes as all objects do.
_USUAL = (object, tuple, list, dict, int, float, str)


class _Slotted:
    __slots__ = ("slot",)


_SLOT = type(_MEMBERS(_Slotted)["slot"])


class Unreadable(Exception):
    """A key that cannot be read without the program's help."""


def steps_of(text):
    """``.name``, ``itext``, ``#3``, one a line, as a list of functions."""
    return [_step(line) for line in text.split("\n") if line]


def _step(line):
    kind, name = line[0], line[1:]
    if kind == ".":
        return _Attribute(name)
    return _Item(int(name) if kind == "#" else name)


class _Item:
    def __init__(self, key):
        self._key = key

    def __call__(self, value):
        kind = type(value)
        if kind is not dict and kind is not list and kind is not tuple:
            raise Unreadable
        try:
            return value[self._key]
        except (LookupError, TypeError):
            raise Unreadable from None


class _Attribute:
    def __init__(self, name):
        self._name = name
        self._plain = {}

    def __call__(self, value):
        kind = type(value)
        plain = self._plain.get(kind)
        if plain is None:
            plain = self._plain[kind] = _is_plain(kind, self._name)
        if not plain:
            raise Unreadable
        try:
            return _ATTRIBUTE(value, self._name)
        except AttributeError:
            raise Unreadable from None


def _is_plain(kind, name):
    """Whether reading the attribute only looks into the object."""
    for owner in _ORDER(kind):
        members = _MEMBERS(owner)
        usual = any(owner is it for it in _USUAL)
        if "__getattribute__" in members and not usual or "__getattr__" in members:
            return False
    for owner in _ORDER(kind):
        found = _MEMBERS(owner).get(name, _MISSING)
        if found is not _MISSING:
            if type(found) is _SLOT:
                return True
            # A property, a method or a named tuple's field is computed; a plain default is not.
            return not any("__get__" in _MEMBERS(c) for c in _ORDER(type(found))) or _is_field(found)
    return True


def _is_field(found):
    """A field of a named tuple: written in C, so it only looks."""
    kind = type(found)
    return _NAME(kind, "__module__") in ("collections", "_collections") and _NAME(kind, "__name__") == "_tuplegetter"


class Join:
    """Watches one loop over a list in which items with a certain key are looked for."""

    def __init__(self, points, cap, tick, observing, key, probe):
        self._points = points
        self._cap = cap
        self._tick = tick
        self._observing = observing
        self._key = steps_of(key)
        self._probe = steps_of(probe)
        self.reset()

    def reset(self):
        self.count = 0
        self.written = 0
        self.full = False
        self._stride = 1
        self._next_detail = 1
        self._last_detail = 0
        self._left = _ELEMENTS
        self._keys = self._observing.Types()
        self._probes = self._observing.Types()
        self._containers = set()
        self._items = set()
        self._since = {key: self._observing.Since() for key, _ in self._points}
        self._sum = dict.fromkeys(
            ("details", "weight", "length", "first", "matches", "unreadable", "failed"), 0
        )

    def probe(self, items, root):
        """Stands for ``items`` where a loop over them begins."""
        self.count += 1
        try:
            self._look(items, root)
        except Exception:
            self._sum["failed"] += 1
        return items

    def _look(self, items, root):
        self._containers.add(type(items))
        try:
            probe = _read(root, self._probe)
            self._probes.add_all((probe,))
        except Unreadable:
            probe = _MISSING
            self._sum["unreadable"] += 1
        kind = type(items)
        if self.count >= self._next_detail and not self.full and (kind is list or kind is tuple):
            self._detail(items, probe)
        doubled = self.count & (self.count - 1) == 0
        if doubled or self.count % _TICK == 0:
            self._tick(doubled)

    def _detail(self, items, probe):
        total = self._sum
        weight = self.count - self._last_detail
        self._last_detail = self.count
        total["details"] += 1
        if total["details"] % max(1, self._cap // 6) == 0:
            self._stride *= 4
        self.full = total["details"] >= self._cap
        self._next_detail = self.count + self._stride
        length = len(items)
        total["weight"] += weight
        total["length"] += weight * length
        whole = self._left >= length
        step = 1 if whole else max(1, length // _SAMPLE)
        part = items if step == 1 else items[::step]
        self._left -= len(part)
        keys = []
        for item in part:
            try:
                keys.append(_read(item, self._key))
            except Unreadable:
                total["unreadable"] += 1
        self._items.update(map(type, part))
        plain = self._keys.add_all(keys)
        if plain and type(probe) in self._observing.PLAIN:
            matches = keys.count(probe)
            total["matches"] += weight * matches * step
            total["first"] += weight * (keys.index(probe) * step + 1 if matches else length)
        else:
            total["first"] += weight * length
        content = (length, whole, hash((tuple(map(id, part)), tuple(keys) if plain else tuple(map(id, keys)))))
        for key, point in self._points:
            self._since[key].compare(point.count, content, length)

    def _names(self, kinds):
        return {self._observing.name_of(kind): self._observing.trait_of(kind) for kind in kinds}

    def report(self):
        return {
            "count": self.count,
            **self._sum,
            "containers": self._names(self._containers),
            "items": self._names(self._items),
            "elements": self._keys.report(),
            "values": self._probes.report(),
            "nan": self._keys.nan or self._probes.nan,
            "since": {key: since.report() for key, since in self._since.items()},
        }


def _read(value, steps):
    for step in steps:
        value = step(value)
    return value
