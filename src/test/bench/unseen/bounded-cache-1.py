"""A server log is read; the country of an address is looked up and kept."""

import sys

_known = {}


def country_of(address):
    if address in _known:
        return _known[address]
    parts = [int(part) for part in address.split(".")]
    value = 0
    for part in parts:
        value = value * 256 + part
    name = "land-%d-%s" % (value % 240, "x" * 120)
    _known[address] = name
    return name


def addresses(count):
    for i in range(count):
        # A visitor makes a few requests, and never comes back.
        visitor = i // 4
        yield "%d.%d.%d.%d" % (10 + visitor // 65536 % 200, visitor // 256 % 256, visitor % 256, visitor % 7)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1200000
    lengths = 0
    first = {}
    for address in addresses(count):
        name = country_of(address)
        lengths += len(name)
        first[name[:6]] = first.get(name[:6], 0) + 1
    print(lengths, sorted(first.items()))


main()
