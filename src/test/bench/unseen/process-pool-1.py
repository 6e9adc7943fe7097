"""How long do numbers take to come down? By a solver that keeps its limits, and nothing else."""
import sys


class Collatz:
    def __init__(self, factor, most):
        self.factor = factor
        self.most = most

    def steps(self, start):
        steps = 0
        value = start
        while value != 1 and steps < self.most:
            value = value // 2 if value % 2 == 0 else self.factor * value + 1
            steps += 1
        return steps

    def longest(self, block):
        best = 0
        for start in range(block * 4000 + 1, block * 4000 + 4001):
            best = max(best, self.steps(start))
        return best


def survey(solver, blocks):
    longest = []
    for block in blocks:
        longest.append(solver.longest(block))
    return longest


def main():
    blocks = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    longest = survey(Collatz(3, 1000), range(blocks))
    print(longest, max(longest))


if __name__ == "__main__":
    main()
