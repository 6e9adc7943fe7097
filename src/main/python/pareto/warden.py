"""The warden: one process for each run, between the launcher and the program.

It starts the program, watches its limits, collects it, and ends everything that the program left behind. A process of its own
for each run, because as PR_SET_CHILD_SUBREAPER it inherits exactly the orphans of that run, and of no other; and because it
outlives a launcher that is killed just long enough to take the whole tree with it.
"""

import json
import os
import resource
import signal
import sys
import time

import proctree
import scratch

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
STOP = signal.SIGUSR1
WATCHED = {signal.SIGCHLD, STOP}

GRACE = 0.1  # seconds for helpers of the program (resource tracker, …) to leave by themselves after it
PATIENCE = 10.0  # seconds for killed processes to go; longer only when the kernel itself hangs
FASTEST_GROWTH = 5e9  # bytes a second that memory is assumed to grow by at most, between two looks
SLOWEST_LOOK = 0.1
QUICKEST_LOOK = 0.005
CROWD = 16  # descendants from which on we look more often


class Abandoned(Exception):
    """The program could not be started; the message is for people."""


def serve(order, core, prctl, launcher, go, report):
    """Runs one order from start to end and returns; the caller leaves the process.

    `go` delivers one byte to each program when all may begin; `report` takes one line of JSON for each event.
    """
    prctl(PR_SET_PDEATHSIG, STOP)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    if os.getppid() != launcher:
        return
    _keep_only({2, go, report})
    try:
        run = _Run(order, *_start(order, core, prctl, go, report))
    except Abandoned as reason:
        _say(report, {"event": "failed", "reason": str(reason)})
        return
    _say(report, {"event": "started", "pid": run.pid})
    try:
        _say(report, run.watch())
    finally:
        run.sweep(0)


def _say(report, message):
    # Short of PIPE_BUF, so it is written whole or not at all.
    try:
        os.write(report, json.dumps(message).encode() + b"\n")
    except BrokenPipeError:
        pass  # the launcher is gone; what is left to do is to end the program


def _keep_only(wanted):
    """Closes what the launcher had open: other runs' pipes would never end while we hold them."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    for name in os.listdir("/proc/self/fd"):
        fd = int(name)
        if fd > 1 and fd not in wanted:
            try:
                os.close(fd)
            except OSError:
                pass


def _start(order, core, prctl, go, report):
    """Forks and executes the program; returns its pid and its figures from just before exec."""
    status, told = os.pipe()
    me = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            _become(order, core, prctl, me, go, told)
        except OSError as error:
            _say(told, {"error": f"{error.strerror}: {error.filename}" if error.filename else str(error)})
        except (ValueError, TypeError) as error:
            _say(told, {"error": str(error)})
        finally:
            os._exit(127)
    os.close(told)
    os.close(go)
    answer = {}
    # The pipe ends at exec: it is closed there.
    with open(status, "rb") as answers:
        for line in answers:
            news = json.loads(line)
            answer.update(news)
            if "ready" in news:
                _say(report, {"event": "ready", "pid": pid})
    if "begin" not in answer or "error" in answer:
        proctree.send(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise Abandoned(answer.get("error", "the program was ended before it began"))
    return pid, answer


def _become(order, core, prctl, warden, go, told):
    """In the child: everything between fork and exec."""
    os.setsid()
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != warden:
        return
    if core is not None:
        os.sched_setaffinity(0, {core})
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    try:
        # When memory runs out before our own limit acts, the kernel takes the program and not the desktop.
        with open("/proc/self/oom_score_adj", "w") as score:
            score.write("1000")
    except OSError:
        pass
    os.chdir(order["folder"])
    _redirect(order.get("stdin") or os.devnull, os.O_RDONLY, 0)
    _redirect(order["stdout"], os.O_WRONLY, 1)
    _redirect(order["stderr"], os.O_WRONLY, 2)
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    argv, environment = order["argv"], order["environment"]
    _say(told, {"ready": True})
    if not os.read(go, 1):
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    before = {"user": used.ru_utime, "system": used.ru_stime, "schedule": proctree.schedule("self")}
    _say(told, {**before, "begin": time.monotonic()})
    try:
        os.execve(argv[0], argv, environment)
    except OSError as error:
        raise OSError(error.errno, error.strerror, argv[0]) from None


def _redirect(path, mode, target):
    fd = os.open(path, mode | os.O_CLOEXEC)
    os.dup2(fd, target)


class _Run:
    """One program from exec to the end of the last of its descendants."""

    def __init__(self, order, pid, before):
        self.pid = pid
        self.before = before
        self.begin = before["begin"]
        self.limits = {"time": None, "memory": None, "scratch": None, **order["limits"]}
        self.scratch = order["scratch"]
        self.pauses = order.get("pauses")
        self.me = os.getpid()
        self.ended = None  # (monotonic end, wait status, rusage, schedule, Figures)
        self.orphan_peak = 0
        self.children = False
        self.threads = {}  # thread id → most seconds seen on a core
        self.next_sizing = self.begin + 0.5
        self.standing = False
        self.next_turn = self.begin + self.pauses if self.pauses else None

    def watch(self):
        """Waits for the end, or brings it about; returns the report."""
        reason = None
        pause = 0.02
        while self.ended is None:
            if self.next_turn is not None:
                pause = min(pause, self.turn())
            info = signal.sigtimedwait(WATCHED, pause)
            if info is not None and info.si_signo == STOP:
                reason = "STOPPED"
                break
            self.reap()
            if self.ended is None:
                reason, pause = self.look()
                if reason:
                    break
        left = self.sweep(GRACE if reason is None else 0)
        return self.report(reason, left)

    def turn(self):
        """Stops or continues the program when it is time to; returns the seconds until the next time."""
        now = time.monotonic()
        if now >= self.next_turn:
            self.standing = not self.standing
            for pid in proctree.descendants(self.me):
                proctree.send(pid, signal.SIGSTOP if self.standing else signal.SIGCONT)
            self.next_turn = now + self.pauses
        return max(0.0, self.next_turn - now)

    def look(self):
        """Compares with the limits; returns the one that is reached, or None, and the pause until the next look."""
        now = time.monotonic()
        longest = SLOWEST_LOOK
        if self.limits["time"] is not None:
            remaining = self.begin + self.limits["time"] - now
            if remaining <= 0:
                return "TIME", 0
            longest = min(longest, max(remaining, 0.001))
        tree = proctree.descendants(self.me)
        if len(tree) > 1:
            self.children = True
        if len(tree) - 1 > self.limits["descendants"]:
            return "DESCENDANTS", 0
        if len(tree) > CROWD:
            longest = min(longest, 0.02)
        known = {pid: one for pid in tree if (one := proctree.figures(pid))}
        main = known.get(self.pid)
        if main is not None and main.threads > 1:
            self.note_threads()
        limit = self.limits["memory"]
        if limit is not None:
            resident = sum(one.resident for one in known.values())
            if resident > limit:
                # The sum counts pages twice that forked processes share: only now is the exact figure worth its price.
                resident = sum(map(proctree.proportional, known)) if len(known) > 1 else resident
                if resident > limit:
                    return "MEMORY", 0
            longest = min(longest, (limit - resident) / FASTEST_GROWTH)
        if now >= self.next_sizing and self.limits["scratch"] is not None:
            if scratch.size(self.scratch) > self.limits["scratch"]:
                return "SCRATCH", 0
            # Looking costs time in proportion to the number of files: spend at most 2 % of one core on it.
            self.next_sizing = time.monotonic() + max(0.5, 50 * (time.monotonic() - now))
        return None, max(QUICKEST_LOOK, longest)

    def note_threads(self):
        for thread in proctree.threads(self.pid)[:256]:
            if (seen := proctree.schedule(self.pid, thread)) is not None:
                self.threads[thread] = max(seen[0], self.threads.get(thread, 0.0))

    def reap(self):
        """Collects what has ended: the program, and orphans of it. Returns whether anything of it is left."""
        while True:
            try:
                dead = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            except ChildProcessError:
                return False
            if dead is None:
                return True
            if dead.si_pid == self.pid:
                # It is a zombie now: its figures can still be read, and no longer change.
                end = time.monotonic()
                last = proctree.schedule(self.pid), proctree.figures(self.pid)
                _, status, used = os.wait4(self.pid, 0)
                self.ended = (end, status, used, *last)
            else:
                _, _, used = os.wait4(dead.si_pid, 0)
                self.orphan_peak = max(self.orphan_peak, used.ru_maxrss * 1024)
                self.children = True

    def sweep(self, grace):
        """Ends and collects everything below us. Returns how many processes would not go."""
        begin = time.monotonic()
        while self.reap():
            now = time.monotonic()
            if now > begin + PATIENCE:
                break
            if now >= begin + grace:
                proctree.end_below(self.me)
            # SIGCHLD may have come before we began to wait for it, so never wait long.
            signal.sigtimedwait({signal.SIGCHLD}, 0.005)
        return len(proctree.descendants(self.me))

    def report(self, reason, left):
        if self.ended is None:
            return {"event": "lost", "reason": "a process could not be ended"}
        end, status, used, schedule, last = self.ended
        before = self.before
        user = max(0.0, used.ru_utime - before["user"])
        system = max(0.0, used.ru_stime - before["system"])
        if last is not None and last.children_faults > 0:
            self.children = True
        on_core = waiting = None
        if schedule is not None and before["schedule"] is not None:
            on_core, waiting = (max(0.0, now - then) for now, then in zip(schedule, before["schedule"]))
        return {
            "event": "ended",
            "reason": reason,
            "status": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            "wall": end - self.begin,
            "user": user,
            "system": system,
            "peak": max(used.ru_maxrss * 1024, self.orphan_peak),
            "major_faults": used.ru_majflt,
            "run_queue": waiting,
            "threads": self.working_threads(user + system - (last.children_cpu if last else 0), on_core),
            "children": self.children,
            "left": left,
        }

    def working_threads(self, total, main):
        """Threads with at least 1 % of the process's own time. What neither the main thread nor any that we saw has
        used was used by threads that came and went between two looks."""
        if main is None or total <= 0:
            return max(1, len(self.threads))
        others = [used for thread, used in self.threads.items() if int(thread) != self.pid]
        count = sum(used >= 0.01 * total for used in (main, *others))
        unseen = total - main - sum(others)
        # Children's time is known in ticks only, hence the allowance.
        if unseen > 0.01 * total + (2 / proctree.TICK if self.children else 0) and not others:
            count += 1
        return max(1, count)


if __name__ == "__main__":
    sys.exit("the warden is started by launching.py")
