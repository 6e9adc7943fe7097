"""A long simulation asks for the layout of a page again and again; old pages are never needed any more."""

import sys

LAYOUTS = {}


def layout(page, width):
    key = (page, width)
    found = LAYOUTS.get(key)
    if found is None:
        words = [(page * 31 + i * 17) % 9 + 1 for i in range(60)]
        lines, used = [], 0
        for word in words:
            if used + word > width:
                lines.append(used)
                used = 0
            used += word + 1
        lines.append(used)
        found = tuple(lines)
        LAYOUTS[key] = found
    return found


def main():
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
    total = 0
    for page in range(pages):
        for look in (page, page, max(0, page - 1)):
            total += len(layout(look, 20)) + layout(look, 20)[0]
    print(total)


main()
