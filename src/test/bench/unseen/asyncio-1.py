"""Levels of rivers: gauges answer one after the other, day after day."""
import asyncio
import sys


class Gauge:
    def __init__(self, river, number):
        self.river = river
        self.number = number
        self.zero = 120 + 7 * number


def decode(frame):
    value = 0
    for byte in frame:
        value = value * 31 % 4093 + byte
    return value / 10


async def query(river, number, day):
    await asyncio.sleep(0.012)
    return bytes((len(river), number % 251, day % 251))


async def level(gauge, day):
    frame = await query(gauge.river, gauge.number, day)
    if not frame:
        raise ValueError(gauge.river)
    return decode(frame) - gauge.zero


async def bulletin(gauges, day):
    levels = {}
    alarms = 0
    for gauge in gauges:
        value = await level(gauge, day)
        levels[gauge.number] = value
        if value > 100:
            alarms += 1
    highest = max(levels, key=levels.get)
    return f"day {day}: {alarms} alarms, highest at gauge {highest} ({levels[highest]:.1f})"


async def main():
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    gauges = [Gauge("Isar" if n % 2 else "Lech", n) for n in range(30)]
    for day in range(days):
        print(await bulletin(gauges, day))


if __name__ == "__main__":
    asyncio.run(main())
