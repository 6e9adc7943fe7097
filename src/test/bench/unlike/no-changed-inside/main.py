# Expert: a heap, perhaps; but sorted() is no invariant, a helper changes the list.
# Advice: none
"""A scheduler that sorts its tasks before each choice."""


def finish(tasks, task):
    tasks.remove(task)
    if task > 40:
        tasks.append(task // 2)


def run(tasks):
    order = []
    while tasks:
        urgent = sorted(tasks)[-1]
        order.append(urgent)
        finish(tasks, urgent)
    return order


order = run([n * 7919 % 2003 for n in range(1, 700)])
print(len(order), order[:3], order[-3:], sum(i * t for i, t in enumerate(order)))
