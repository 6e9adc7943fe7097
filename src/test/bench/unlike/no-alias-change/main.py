# Expert: care: `active` is the same list as the roster's, and the roster changes it between two questions.
# Advice: none
"""Shifts with people coming and going."""


class Roster:
    def __init__(self, people):
        self.people = people
        self.clock = 0

    def tick(self):
        self.clock += 1
        gone = self.people.pop(self.clock * 17 % len(self.people))
        self.people.append(gone + 5000)
        return self


def count(active, roster, rounds):
    hits = 0
    for n in range(rounds):
        if n * 7 % 9000 in active:
            hits += 1
        roster.tick()
    return hits


people = list(range(3000))
print(count(people, Roster(people), 9000), len(people))
