"""What Linux tells in /proc about a tree of processes: who is below whom, how much each has resident."""

import os
import signal

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Figures:
    """One process as /proc/PID/stat shows it; times in seconds, memory in bytes."""

    __slots__ = ("parent", "state", "threads", "resident", "children_cpu", "children_faults")

    def __init__(self, text):
        # The name stands in brackets and may itself contain brackets and blanks.
        fields = text[text.rindex(b")") + 2 :].split()
        self.state = fields[0]
        self.parent = int(fields[1])
        self.children_faults = int(fields[8]) + int(fields[10])
        self.children_cpu = (int(fields[13]) + int(fields[14])) / TICK
        self.threads = int(fields[17])
        self.resident = int(fields[21]) * PAGE


def read(path):
    """The content of a small file of /proc; None when the process is gone."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        parts = []
        while part := os.read(fd, 65536):
            parts.append(part)
        return b"".join(parts)
    except OSError:
        return None
    finally:
        os.close(fd)


def figures(pid):
    """The figures of a process; None when it is gone."""
    text = read(f"/proc/{pid}/stat")
    return Figures(text) if text else None


def schedule(pid, thread=None):
    """(seconds on a core, seconds ready without one) of a thread, main thread by default; None where unknown."""
    text = read(f"/proc/{pid}/schedstat" if thread is None else f"/proc/{pid}/task/{thread}/schedstat")
    if not text:
        return None
    on_core, waiting = text.split()[:2]
    return int(on_core) / 1e9, int(waiting) / 1e9


def threads(pid):
    """The thread ids of a process."""
    try:
        return os.listdir(f"/proc/{pid}/task")
    except OSError:
        return []


def proportional(pid):
    """Resident bytes with each shared page divided among those who share it; 0 when the process is gone."""
    for line in (read(f"/proc/{pid}/smaps_rollup") or b"").splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def children(pid):
    """The direct children of a process, those of all its threads."""
    found = []
    for thread in threads(pid):
        text = read(f"/proc/{pid}/task/{thread}/children")
        if text:
            found.extend(map(int, text.split()))
    return found


def _by_parent():
    """Direct children of every process on the machine, for kernels without the list of children."""
    table = {}
    for name in os.listdir("/proc"):
        if name.isdigit() and (one := figures(name)):
            table.setdefault(one.parent, []).append(int(name))
    return table


def descendants(pid):
    """All processes below one, parents first."""
    listed = os.path.exists(f"/proc/{pid}/task/{pid}/children")
    below = children if listed else lambda parent, table=_by_parent(): table.get(parent, ())
    found = []
    seen = {pid}
    waiting = [pid]
    while waiting:
        for child in below(waiting.pop()):
            if child not in seen:
                seen.add(child)
                found.append(child)
                waiting.append(child)
    return found


def send(pid, number):
    """Sends a signal to a process that may be gone, or that we may not touch."""
    try:
        os.kill(pid, number)
    except OSError:
        pass


def end_below(pid, spared=()):
    """Sends SIGKILL to everything below a process but the spared and what is below them.

    They are all stopped before the first is killed: a process that multiplies would be faster than us. Returns how many
    there were; new ones may have come in between, so call it until nothing is left.
    """
    stopped = set()
    while True:
        kept = set(spared)
        for one in spared:
            kept.update(descendants(one))
        fresh = [one for one in descendants(pid) if one not in stopped and one not in kept]
        if not fresh:
            break
        for one in fresh:
            send(one, signal.SIGSTOP)
        stopped.update(fresh)
    for one in stopped:
        send(one, signal.SIGKILL)
    return len(stopped)
