# Expert: pop(0) moves the whole list each time: collections.deque.
# Advice: allowed
"""A ticket counter."""


def simulate(tickets):
    queue = list(range(tickets))
    served = 0
    late = 0
    while queue:
        ticket = queue.pop(0)
        served += 1
        if ticket % 3 == 0 and ticket < tickets:
            queue.append(ticket + tickets)
        if served - ticket > tickets // 2:
            late += 1
    return served, late


for tickets in (20000, 40000, 60000):
    print(tickets, *simulate(tickets))
