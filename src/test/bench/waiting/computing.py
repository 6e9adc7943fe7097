"""The same loop, with work in place of waiting."""


def fetch(number):
    total = 0
    for step in range(30_000):
        total = (total * 31 + step * number) % 1_000_003
    return total


def collect(numbers):
    sizes = []
    for number in numbers:
        page = fetch(number)
        sizes.append((number, page))
    return sizes


def main():
    for number, size in collect(range(150)):
        print(number, size)


main()
