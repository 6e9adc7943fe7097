# Expert: the class keeps banned hosts in a list that changes seldom and is asked often: a set.
# Advice: expected
"""A firewall with a ban list."""


class Firewall:
    def __init__(self, threshold):
        self.threshold = threshold
        self.strikes = {}
        self.banned = []

    def strike(self, host):
        self.strikes[host] = self.strikes.get(host, 0) + 1
        if self.strikes[host] >= self.threshold and host not in self.banned:
            self.banned.append(host)

    def accepts(self, host):
        return host not in self.banned


def traffic(count):
    state = 99
    for n in range(count):
        state = (state * 48271) % 2147483647
        yield f"10.0.{state % 60}.{state // 64 % 50}", state % 5 == 0


def main():
    wall = Firewall(3)
    accepted = 0
    for host, bad in traffic(40000):
        if wall.accepts(host):
            accepted += 1
            if bad:
                wall.strike(host)
    print(accepted, len(wall.banned), wall.banned[:3])


main()
