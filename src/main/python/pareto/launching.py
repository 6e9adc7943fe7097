"""The launcher: starts programs for the JVM on Linux, so that what is measured is no child of a JVM.

The peak memory of a process survives fork and exec: a child of a JVM that holds 900 MB reports at least 900 MB. This process is
tiny, single-threaded, and lives long; it forks one warden (see warden.py) for each run, which forks the program.

Protocol, on standard input and output: four bytes of length (big-endian), then that much JSON. Orders:

    {"op": "start", "start": N, "paired": bool, "runs": [{"run": N, "argv": […], "environment": {…}, "folder": …,
        "stdin": path, "stdout": path, "stderr": path, "scratch": path,
        "limits": {"time": s, "memory": bytes, "scratch": bytes, "descendants": n}, "pauses": s}]}
        (paired: each two runs that follow each other share a core, which no other two of them have if there are enough;
        no stdin: an empty one; no time or memory: no such limit; pauses: stopped and continued in turns of that length)
    {"op": "reading", "run": N}    the FIFOs are open on the other side
    {"op": "stop", "run": N}

Messages: hello (once), started or failed (one for each start), ended (one for each run that was started). The launcher makes the
two FIFOs of a run, and removes them when they are open. When standard input ends, all programs are ended, and so are we.
"""

import ctypes
import fcntl
import json
import os
import select
import signal
import struct
import sys

import proctree
import warden

_LIBC = ctypes.CDLL(None, use_errno=True)
PIPE_SIZE = 1 << 20
F_SETPIPE_SZ = 1031


def prctl(option, value):
    """Only reached by name beforehand, never looked up between fork and exec."""
    _LIBC.prctl(option, ctypes.c_ulong(value), 0, 0, 0)


class Cores:
    """Chooses the cores for runs that share one: the quietest since the last choice, the same again if they are as good."""

    MARGIN = 0.2

    def __init__(self):
        self.allowed = sorted(os.sched_getaffinity(0))
        self.chosen = self.allowed[::-1]  # the best first
        self.last = self.read()

    def read(self):
        """core → (busy, all) ticks."""
        table = {}
        for line in (proctree.read("/proc/stat") or b"").splitlines():
            name, *numbers = line.split()
            if name.startswith(b"cpu") and name[3:].isdigit():
                ticks = list(map(int, numbers[:8]))
                table[int(name[3:])] = (sum(ticks) - ticks[3] - ticks[4], sum(ticks))
        return table

    def choose(self, count):
        """So many cores, each of them once before any comes again."""
        now = self.read()

        def load(core):
            (busy, total), (busy_then, total_then) = now.get(core, (0, 0)), self.last.get(core, (0, 0))
            return (busy - busy_then) / max(1, total - total_then)

        best = min(self.allowed, key=load)
        if load(best) + self.MARGIN < load(self.chosen[0]):
            self.chosen = sorted(self.allowed, key=load)
        self.last = now
        return [self.chosen[i % len(self.chosen)] for i in range(count)]


class Run:
    """The launcher's side of one run."""

    def __init__(self, number, warden_pid, report, fifos):
        self.number = number
        self.warden = warden_pid
        self.report = report
        self.fifos = fifos  # [(path, our descriptor)], until the JVM reads
        self.buffer = b""
        self.events = []  # read, but not passed on
        self.finished = False

    def read(self):
        """Waits for news from the warden and keeps them; False at its end."""
        part = os.read(self.report, 65536)
        *lines, self.buffer = (self.buffer + part).split(b"\n")
        self.events.extend(map(json.loads, lines))
        return bool(part)

    def next_event(self):
        """Waits for the next single event; used while the run starts."""
        while not self.events:
            if not self.read():
                return {"event": "failed", "reason": "the process that was to watch it ended unexpectedly"}
        return self.events.pop(0)

    def release_fifos(self):
        for path, fd in self.fifos:
            os.close(fd)
            os.unlink(path)
        self.fifos = []


class Launcher:
    def __init__(self, orders, messages):
        self.orders = orders
        self.messages = messages
        self.runs = {}  # number → Run
        self.by_report = {}  # descriptor → Run
        self.poll = select.poll()
        self.poll.register(orders, select.POLLIN)
        self.buffer = b""
        self.cores = Cores()

    def say(self, message):
        data = json.dumps(message).encode()
        data = struct.pack(">I", len(data)) + data
        while data:
            data = data[os.write(self.messages, data) :]

    def serve(self):
        """Until standard input ends."""
        self.say(
            {
                "event": "hello",
                "pid": os.getpid(),
                "python": sys.version.split()[0],
                "cores": self.cores.allowed,
                "schedule": proctree.schedule("self") is not None,
            }
        )
        while True:
            for fd, _ in self.poll.poll():
                if fd == self.orders:
                    if not self.take_orders():
                        return
                elif fd in self.by_report:
                    self.take_events(self.by_report[fd])

    def take_orders(self):
        part = os.read(self.orders, 1 << 16)
        if not part:
            return False
        self.buffer += part
        while len(self.buffer) >= 4:
            (length,) = struct.unpack_from(">I", self.buffer)
            if len(self.buffer) < 4 + length:
                break
            order = json.loads(self.buffer[4 : 4 + length])
            self.buffer = self.buffer[4 + length :]
            self.obey(order)
        return True

    def obey(self, order):
        if order["op"] == "start":
            self.start(order)
        elif (run := self.runs.get(order["run"])) is not None:
            if order["op"] == "reading":
                run.release_fifos()
                self.forget_if_done(run)
            elif order["op"] == "stop" and not run.finished:
                proctree.send(run.warden, warden.STOP)

    def start(self, order):
        runs = order["runs"]
        # One for each two runs, or none.
        cores = self.cores.choose((len(runs) + 1) // 2) if order["paired"] else [None] * len(runs)
        go, release = os.pipe()
        begun = []
        try:
            for number, one in enumerate(runs):
                begun.append(self.fork_warden(one, cores[number // 2], go, release))
            answers = [run.next_event() for run in begun]
            if all(answer["event"] == "ready" for answer in answers):
                os.write(release, b"g" * len(begun))
                answers = [run.next_event() for run in begun]
        except OSError as error:
            answers = [{"event": "failed", "reason": f"{error.strerror}: {error.filename}"}]
        finally:
            os.close(go)
            os.close(release)
        failed = [answer for answer in answers if answer["event"] == "failed"]
        if not failed:
            self.say(
                {
                    "event": "started",
                    "start": order["start"],
                    "pids": {run.number: answer["pid"] for run, answer in zip(begun, answers)},
                }
            )
            for run in begun:
                self.runs[run.number] = run
                self.by_report[run.report] = run
                self.poll.register(run.report, select.POLLIN)
                self.pass_on(run)
            return
        for run in begun:
            proctree.send(run.warden, warden.STOP)
            os.close(run.report)
            os.waitpid(run.warden, 0)
            run.release_fifos()
        self.say({"event": "failed", "start": order["start"], "reason": failed[0]["reason"]})

    def fork_warden(self, order, core, go, release):
        fifos = []
        for path in (order["stdout"], order["stderr"]):
            os.mkfifo(path, 0o600)
            # Open for both, so that neither side has to wait for the other and nothing written early is lost.
            fd = os.open(path, os.O_RDWR | os.O_CLOEXEC)
            fifos.append((path, fd))
            try:
                # A program that prints should wait for us as little as can be.
                fcntl.fcntl(fd, F_SETPIPE_SZ, PIPE_SIZE)
            except OSError:
                pass
        report, told = os.pipe()
        me = os.getpid()
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                warden.serve(order, core, prctl, me, go, told)
                status = 0
            finally:
                sys.stderr.flush()
                os._exit(status)
        os.close(told)
        return Run(order["run"], pid, report, fifos)

    def take_events(self, run):
        alive = run.read()
        self.pass_on(run)
        if alive:
            return
        self.poll.unregister(run.report)
        del self.by_report[run.report]
        os.close(run.report)
        os.waitpid(run.warden, 0)
        if not run.finished:
            self.end_orphans()
            run.events.append({"event": "lost", "reason": "the process that watched it was ended from outside"})
            self.pass_on(run)
        self.forget_if_done(run)

    def pass_on(self, run):
        while run.events:
            run.finished = True
            self.say({**run.events.pop(0), "run": run.number})

    def forget_if_done(self, run):
        if run.finished and not run.fifos and run.report not in self.by_report:
            self.runs.pop(run.number, None)

    def end_orphans(self):
        """Ends what a lost warden left to us."""
        wardens = {run.warden for run in self.by_report.values()}
        while orphans := set(proctree.children(os.getpid())) - wardens:
            proctree.end_below(os.getpid(), wardens)
            for orphan in orphans:
                os.waitpid(orphan, 0)

    def close(self):
        """Ends all runs and waits for their wardens."""
        running = list(self.by_report.values())
        for run in running:
            proctree.send(run.warden, warden.STOP)
        for run in running:
            os.waitpid(run.warden, 0)
        for run in self.runs.values():
            run.release_fifos()


def main():
    os.setsid()  # Ctrl-C in a terminal is for the JVM, which then ends us in order
    # Wardens and programs inherit it: a stop must not kill a warden that has not begun to listen.
    signal.pthread_sigmask(signal.SIG_BLOCK, warden.WATCHED)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    prctl(warden.PR_SET_CHILD_SUBREAPER, 1)
    orders, messages = os.dup(0), os.dup(1)
    launcher = Launcher(orders, messages)
    try:
        launcher.serve()
    except BrokenPipeError:
        pass
    finally:
        launcher.close()

