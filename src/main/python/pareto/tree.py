"""Finds what belongs to a run, on systems like Unix without a warden: /proc where it exists, else ps.

A process belongs to it when it is below the program, or in its session, or carries its mark in the environment that it was
started with, or was seen to do so before. What clears its environment and leaves its parents at once is not found.
"""

import os
import secrets
import signal
import subprocess
import sys

MARK = "PARETO_RUN"
_PROC = os.path.exists("/proc/self/stat")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Process:
    __slots__ = ("parent", "session", "resident", "dead", "born")

    def __init__(self, parent, session, resident, dead, born):
        self.parent = parent
        self.session = session
        self.resident = resident
        self.dead = dead
        self.born = born  # tells apart two processes that have one number after the other


def _from_proc():
    table = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb") as file:
                    text = file.read()
            except OSError:
                continue
            # The name stands in brackets and may itself contain brackets and blanks.
            fields = text[text.rindex(b")") + 2 :].split()
            resident, dead = int(fields[21]) * _PAGE, fields[0] in b"ZX"
            table[int(name)] = Process(int(fields[1]), int(fields[3]), resident, dead, fields[19])
    return table


def _ps(*arguments):
    return subprocess.run(["ps", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def _from_ps():
    table = {}
    # macOS has no session's number to show; the group stays the program's as long as the session does, mostly.
    for line in _ps("-axo", "pid=,ppid=,pgid=,rss=,state=,lstart=").splitlines():
        fields = line.split(None, 5)
        if len(fields) == 6:
            pid, parent, group, resident = map(int, fields[:4])
            table[pid] = Process(parent, group, resident * 1024, fields[4].startswith(b"Z"), fields[5])
    return table


def _marked_in_proc(mark):
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/environ", "rb") as file:
                    if mark in file.read():
                        found.append(int(name))
            except OSError:
                continue
    return found


def _marked_by_ps(mark):
    lines = _ps("-axwwE", "-o", "pid=,command=").splitlines()
    return [int(line.split(None, 1)[0]) for line in lines if mark in line]


class Tree:
    """What belongs to one run."""

    def __init__(self):
        self.token = secrets.token_hex(8)
        self.pid = None
        self.known = {}  # number → born

    def marks(self):
        """What is added to the program's environment."""
        return {MARK: self.token}

    @staticmethod
    def how_to_start():
        return {"start_new_session": True}

    def begin(self, process):
        self.pid = process.pid
        one = (_from_proc() if _PROC else _from_ps()).get(self.pid)
        if one is not None:
            self.known[self.pid] = one.born

    @staticmethod
    def collect(process):
        """Waits for the program; its figures."""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status  # nobody else is to wait for that number
        return {
            "status": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            "user": used.ru_utime,
            "system": used.ru_stime,
            "peak": used.ru_maxrss * _PEAK_UNIT,
            "major_faults": used.ru_majflt,
        }

    def members(self, marked=False):
        """Number → Process of all that live now."""
        table = _from_proc() if _PROC else _from_ps()
        below = {}
        for pid, one in table.items():
            below.setdefault(one.parent, []).append(pid)
        found = [pid for pid, one in table.items() if one.session == self.pid or self.known.get(pid) == one.born]
        if marked:
            mark = f"{MARK}={self.token}".encode()
            found.extend(_marked_in_proc(mark) if _PROC else _marked_by_ps(mark))
        members = {}
        while found:
            pid = found.pop()
            one = table.get(pid)
            if one is not None and pid not in members and pid != os.getpid():
                members[pid] = one
                found.extend(below.get(pid, ()))
        living = {pid: one for pid, one in members.items() if not one.dead}
        self.known.update((pid, one.born) for pid, one in living.items())
        return living

    def figures(self):
        """How many there are, and how much they have resident together (shared pages count for each)."""
        members = self.members()
        return len(members), sum(one.resident for one in members.values())

    def living(self):
        return len(self.members(marked=True))

    def stand(self, still):
        """Stops all of them, or continues them."""
        for pid in self.members():
            _send(pid, signal.SIGSTOP if still else signal.SIGCONT)

    def kill(self):
        """Ends them. All are stopped before the first is killed: a process that multiplies would be faster than us."""
        stopped = set()
        while fresh := self.members(marked=True).keys() - stopped:
            for pid in fresh:
                _send(pid, signal.SIGSTOP)
            stopped.update(fresh)
        for pid in stopped:
            _send(pid, signal.SIGKILL)


def _send(pid, number):
    try:
        os.kill(pid, number)
    except OSError:
        pass  # gone, or not ours to touch
