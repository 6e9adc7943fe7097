"""The portable launcher: starts programs for the JVM where the one for Linux (launching.py) cannot.

The same reasons and the same protocol (see there), but for two things. Programs' output comes through us, as messages

    {"event": "output", "run": N, "stream": 1 or 2, "bytes": n, "end": bool}    followed by n raw bytes

since pipes that have names are not everywhere. And there is no warden: a thread for each run watches its limits, and
everything that belongs to a run is found by what the system tells (tree.py, job.py). Tested on Linux; written with care for
macOS and Windows, where it has not run yet.
"""

import json
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import scratch  # noqa: E402  (-I leaves our own folder out of the path)

if os.name == "nt":
    from job import Job as Members
else:
    from tree import Tree as Members

GRACE = 0.1  # seconds for helpers of the program (resource tracker, …) to leave by themselves after it
PATIENCE = 10.0  # seconds for killed processes to go
DRAINING = 2.0  # seconds for the pipes to end when everything that we know of has
QUICKEST_LOOK = 0.02
SLOWEST_LOOK = 0.1
CHUNK = 1 << 16

# With vfork a program's peak memory would be at least our own lifetime peak; with fork it starts anew.
subprocess._USE_VFORK = False


class Messages:
    """The way to the JVM, for all threads."""

    def __init__(self, stream):
        self.stream = stream
        self.lock = threading.Lock()

    def say(self, message, raw=b""):
        data = json.dumps(message).encode()
        with self.lock:
            try:
                self.stream.write(struct.pack(">I", len(data)) + data + raw)
                self.stream.flush()
            except OSError:
                pass  # the JVM is gone; standard input tells, too, and ends all


class Run:
    """One program from its start to the end of the last of what belongs to it."""

    def __init__(self, order, messages):
        self.number = order["run"]
        self.limits = {"time": None, "memory": None, "scratch": None, **order["limits"]}
        self.scratch = order["scratch"]
        self.messages = messages
        self.events = queue.SimpleQueue()  # "ended", or "STOPPED"
        self.children = False
        self.result = None
        self.members = Members()
        stdin = open(order["stdin"], "rb") if order.get("stdin") else subprocess.DEVNULL
        try:
            self.begin = time.perf_counter()
            self.process = subprocess.Popen(
                order["argv"],
                cwd=order["folder"],
                env={**order["environment"], **self.members.marks()},
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                **self.members.how_to_start(),
            )
        finally:
            if stdin is not subprocess.DEVNULL:
                stdin.close()
        self.members.begin(self.process)
        self.next_sizing = self.begin + 0.5
        self.pauses = order.get("pauses")
        self.standing = False
        self.next_turn = self.begin + self.pauses if self.pauses else None
        self.readers = [
            threading.Thread(target=self.read, args=(number, pipe), daemon=True)
            for number, pipe in ((1, self.process.stdout), (2, self.process.stderr))
        ]
        self.draining = [True, True, True]  # by the number of the stream
        self.watcher = threading.Thread(target=self.watch, daemon=True)

    def go(self):
        threading.Thread(target=self.wait, daemon=True).start()
        for thread in (*self.readers, self.watcher):
            thread.start()

    def read(self, number, pipe):
        """Passes a stream on to its end."""
        try:
            while self.draining[number] and (part := os.read(pipe.fileno(), CHUNK)):
                self.messages.say(self.output(number, len(part), False), part)
        except OSError:
            pass
        self.end_output(number)

    def end_output(self, number):
        if self.draining[number]:
            self.draining[number] = False
            self.messages.say(self.output(number, 0, True))

    def output(self, number, size, end):
        return {"event": "output", "run": self.number, "stream": number, "bytes": size, "end": end}

    def wait(self):
        """Collects the program in the instant that it ends."""
        self.result = self.members.collect(self.process)
        self.result["wall"] = time.perf_counter() - self.begin
        self.events.put("ended")

    def stop(self):
        self.events.put("STOPPED")

    def watch(self):
        try:
            message = self.supervise()
        except Exception as problem:
            # Whatever it is, nothing may be left running, and the JVM must not wait for ever.
            self.members.kill()
            message = {"event": "lost", "reason": f"launcher: {problem!r}"}
        for number in (1, 2):
            self.end_output(number)
        self.messages.say({"run": self.number, **message})

    def supervise(self):
        """Waits for the end, or brings it about; returns the report."""
        reason = None
        pause = QUICKEST_LOOK
        while reason is None:
            try:
                event = self.events.get(timeout=pause if self.next_turn is None else min(pause, self.turn()))
                reason = None if event == "ended" else event
                break
            except queue.Empty:
                reason = self.look()
                pause = min(SLOWEST_LOOK, pause * 1.2)
        left = self.sweep(GRACE if reason is None else 0)
        for reader in self.readers:
            reader.join(DRAINING)
        if self.result is None:
            return {"event": "lost", "reason": "a process could not be ended"}
        known = {"run_queue": 0, "threads": 1, "children": self.children}
        return {"event": "ended", "reason": reason, **known, **self.result, "left": left}

    def turn(self):
        """Stops or continues the program when it is time to; returns the seconds until the next time."""
        now = time.perf_counter()
        if now >= self.next_turn:
            self.standing = not self.standing
            self.members.stand(self.standing)
            self.next_turn = now + self.pauses
        return max(0.0, self.next_turn - now)

    def look(self):
        """Compares with the limits; returns the one that is reached, or None."""
        now = time.perf_counter()
        limits = self.limits
        if limits["time"] is not None and now - self.begin >= limits["time"]:
            return "TIME"
        count, memory = self.members.figures()
        self.children = self.children or count > 1
        if count - 1 > limits["descendants"]:
            return "DESCENDANTS"
        if limits["memory"] is not None and memory > limits["memory"]:
            return "MEMORY"
        if limits["scratch"] is not None and now >= self.next_sizing:
            if scratch.size(self.scratch) > limits["scratch"]:
                return "SCRATCH"
            # Looking costs time in proportion to the number of files: spend at most 2 % of one core on it.
            self.next_sizing = time.perf_counter() + max(0.5, 50 * (time.perf_counter() - now))
        return None

    def sweep(self, grace):
        """Ends everything that belongs to the run. Returns how many processes would not go."""
        begin = time.perf_counter()
        while True:
            left = self.members.living()
            elapsed = time.perf_counter() - begin
            if (not left and self.result is not None) or elapsed > PATIENCE:
                return left
            if elapsed >= grace:
                self.children = self.children or left > 1
                self.members.kill()
            time.sleep(0.005)


def start(order, messages, runs):
    begun = []
    try:
        for one in order["runs"]:
            begun.append(Run(one, messages))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        for run in begun:
            run.members.kill()
            run.process.wait()
        what = f"{error.strerror}: {error.filename}" if getattr(error, "filename", None) else str(error)
        messages.say({"event": "failed", "start": order["start"], "reason": what})
        return
    pids = {run.number: run.process.pid for run in begun}
    messages.say({"event": "started", "start": order["start"], "core": None, "pids": pids})
    for run in begun:
        runs[run.number] = run
        run.go()


def main():
    # Ctrl-C in a terminal is for the JVM, which then ends us in order.
    if os.name == "nt":
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    else:
        os.setsid()
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    messages = Messages(answers)
    messages.say({"event": "hello", "pid": os.getpid(), "python": sys.version.split()[0]})
    runs = {}
    try:
        while len(head := orders.read(4)) == 4:
            order = json.loads(orders.read(*struct.unpack(">I", head)))
            for number in [number for number, run in runs.items() if not run.watcher.is_alive()]:
                del runs[number]
            if order["op"] == "start":
                start(order, messages, runs)
            elif order["op"] == "stop" and order["run"] in runs:
                runs[order["run"]].stop()
    finally:
        for run in runs.values():
            run.stop()
        for run in runs.values():
            run.watcher.join(PATIENCE)


if __name__ == "__main__":
    main()
