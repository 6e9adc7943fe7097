"""Reads sensors over a slow bus, several registers each, and prints a table."""
import sys
import time


class Bus:
    DELAY = 0.008

    def __init__(self, seed):
        self.seed = seed

    def read(self, sensor, register):
        time.sleep(self.DELAY)
        return (sensor * 2654435761 + register * 40503 + self.seed) % 65536


def table(bus, sensors):
    rows = []
    warm = 0
    for sensor in sensors:
        raw = bus.read(sensor, 1)
        scale = 1 + bus.read(sensor, 2) % 4
        value = raw / scale / 256
        if value > 60:
            warm += 1
        rows.append("%4d %8.3f %d" % (sensor, value, scale))
    return rows, warm


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    bus = Bus(int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    rows, warm = table(bus, range(count))
    print("\n".join(rows))
    print(warm, "are warm")


main()
