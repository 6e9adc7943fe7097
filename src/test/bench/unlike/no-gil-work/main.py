# Expert: threads gain nothing here (the GIL), and 0.5 s is too little for processes.
# Advice: none
"""Checksums of generated blocks."""


def checksum(number):
    value = number
    for n in range(9000):
        value = (value * 31 + n) % 65521
    return value


def main():
    sums = []
    for number in range(400, 1000, 12):
        sums.append(checksum(number))
    print(sum(sums), sums[:3])


if __name__ == "__main__":
    main()
