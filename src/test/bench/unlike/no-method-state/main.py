# Expert: do not cache: the method depends on the object's state.
# Advice: none
"""An account whose interest changes."""


class Account:
    def __init__(self, rate):
        self.rate = rate
        self.balance = 1000

    def interest(self, months):
        value = self.balance
        for _ in range(months):
            value += value * self.rate // 1200
        return value - self.balance

    def change(self, rate):
        self.rate = rate


def main():
    account = Account(3)
    total = 0
    for n in range(40000):
        total += account.interest(60 + n % 5)
        if n % 1000 == 0:
            account.change(3 + n // 1000 % 4)
            account.balance += 1
    print(total, account.balance)


main()
