"""The same loop, with waits so short that handing them to a thread takes about as long."""

import time


def fetch(number):
    time.sleep(0.0004)
    return number * number


def collect(numbers):
    sizes = []
    for number in numbers:
        page = fetch(number)
        sizes.append((number, page))
    return sizes


def main():
    print(len(collect(range(3000))))


main()
