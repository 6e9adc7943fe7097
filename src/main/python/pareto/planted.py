"""A program that knows where its time goes, for the sampler to be tested with: JSON on standard output, function → seconds."""

import time

PART = 0.04  # seconds


def counting(end):
    while time.perf_counter() < end:
        pass


def searching(end):
    many = [float(number) for number in range(20_000)]
    while time.perf_counter() < end:
        -1.0 in many


def sleeping(end):
    time.sleep(max(0, end - time.perf_counter()))


def main():
    seconds = {}
    for function in (counting, sleeping, searching):
        begin = time.perf_counter()
        function(begin + PART)
        seconds[function.__name__] = time.perf_counter() - begin
    print("{" + ", ".join(f'"{name}": {value}' for name, value in seconds.items()) + "}")


if __name__ == "__main__":
    main()
