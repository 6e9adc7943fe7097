# Expert: dict.fromkeys, or a set beside the list.
# Advice: expected
"""Log events without repetition, in order of first appearance."""


def events(count):
    state = 1
    for _ in range(count):
        state = (state * 48271) % 2147483647
        yield f"host{state % 37}:job{state % 1601}"


def unique(items):
    result = []
    for item in items:
        if item not in result:
            result.append(item)
    return result


def summarise(names):
    hosts = {}
    for name in names:
        host, _, job = name.partition(":")
        hosts[host] = hosts.get(host, 0) + 1
    return hosts


names = unique(list(events(7000)))
print(len(names), names[0], names[-1])
for host, jobs in sorted(summarise(names).items())[:4]:
    print(host, jobs)
