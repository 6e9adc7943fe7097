"""Results on their way out of a program that may end at any moment.

Each record is four bytes of length (big-endian) and that many bytes of JSON in UTF-8, appended to a file
which was opened before the program began. What was written is there, however the program ends.
"""

import os

_HIGH = 500
# The program may change the module for itself.
_close, _dup2, _fstat, _open, _write = os.close, os.dup2, os.fstat, os.open, os.write


class Channel:
    """Appends records to one file. Whatever goes wrong here, the program must not notice."""

    def __init__(self, path):
        self._path = path
        self._open()

    def _open(self):
        low = _open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._file = low
        try:
            # A high number, so that the program's own files get the numbers that they always get.
            _fstat(_HIGH)
        except OSError:
            try:
                self._file = _dup2(low, _HIGH, inheritable=False)
                _close(low)
            except OSError:
                pass
        self._identity = self._identify()

    def _identify(self):
        status = _fstat(self._file)
        return status.st_dev, status.st_ino

    def write(self, record):
        """Appends one record: dictionaries, lists, strings, whole and real numbers, truth values."""
        payload = to_json(record).encode("utf-8", "replace")
        message = len(payload).to_bytes(4, "big") + payload
        try:
            try:
                # The program may have closed all files, and the number may be another file by now.
                ours = self._identify() == self._identity
            except OSError:
                ours = False
            if not ours:
                self._open()
            _write(self._file, message)
        except OSError:
            pass


def to_json(value):
    """JSON without the module ``json``: the program may have one of its own by that name."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + "".join(map(_escaped, value)) + '"'
    if isinstance(value, dict):
        return "{" + ",".join(to_json(str(k)) + ":" + to_json(v) for k, v in value.items()) + "}"
    return "[" + ",".join(map(to_json, value)) + "]"


def _escaped(character):
    if character in '"\\':
        return "\\" + character
    return "\\u%04x" % ord(character) if character < " " else character
