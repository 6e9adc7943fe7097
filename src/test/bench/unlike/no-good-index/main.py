# Expert: nothing: sets, dicts and joins are used where they should be.
# Advice: none
"""An inverted index."""
from collections import Counter, defaultdict


def documents(count):
    for n in range(count):
        yield n, ["term%d" % ((n * k * 31 + k * k) % 4001) for k in range(1, 40)]


def index(docs):
    found = defaultdict(set)
    for number, terms in docs:
        for term in terms:
            found[term].add(number)
    return found


def query(found, *terms):
    hits = set.intersection(*(found[t] for t in terms))
    return sorted(hits)


def main():
    found = index(documents(9000))
    sizes = Counter(map(len, found.values()))
    print(len(found), sizes.most_common(2)[0][1] > 0, len(query(found, "term1", "term32")))
    lines = []
    for term in sorted(found)[:20000]:
        lines.append(f"{term} {len(found[term])}")
    print(sum(map(len, lines)))


if __name__ == "__main__":
    main()
