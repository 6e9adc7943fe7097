# Expert: only some 300 different incomes occur: cache `tax`.
# Advice: expected
"""Income tax for a payroll, by a progressive table that is walked in small steps."""

BRACKETS = ((0, 0.0), (9000, 0.14), (14000, 0.24), (55000, 0.42), (250000, 0.45))


def rate(income):
    found = 0.0
    for least, percent in BRACKETS:
        if income >= least:
            found = percent
    return found


def tax(income, year):
    total = 0.0
    allowance = 9000 + 150 * (year - 2020)
    step = 500
    for start in range(allowance, income, step):
        part = min(step, income - start)
        total += part * rate(start)
    return round(total, 2)


def payroll(people):
    state = 3
    for number in range(people):
        state = (state * 16807) % 2147483647
        yield number, 20000 + 400 * (state % 150), 2023 + state % 2


def main():
    totals = {2023: 0.0, 2024: 0.0}
    for number, income, year in payroll(25000):
        totals[year] += tax(income, year)
    for year in sorted(totals):
        print(year, round(totals[year], 2))


main()
