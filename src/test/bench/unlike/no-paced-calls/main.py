# Expert: nothing: the pauses are the purpose, a limit on how often the service may be asked.
# Advice: none
"""Calls a service no more often than it allows."""
import time


class Limiter:
    def __init__(self, interval):
        self.interval = interval
        self.allowed = time.monotonic()

    def wait(self):
        pause = self.allowed - time.monotonic()
        if pause > 0:
            time.sleep(pause)
        self.allowed += self.interval


def call(limiter, number):
    limiter.wait()
    return number * number


def main():
    limiter = Limiter(0.02)
    results = []
    for number in range(40):
        results.append(call(limiter, number))
    print(sum(results))


if __name__ == "__main__":
    main()
