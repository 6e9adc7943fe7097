# Expert: nothing: the container counts the questions that it is asked.
# Advice: none
"""A list that keeps statistics about its use."""


class Watched(list):
    asked = 0

    def __contains__(self, item):
        Watched.asked += 1
        return super().__contains__(item)


def common(left, right):
    shared = []
    for item in left:
        if item in right:
            shared.append(item)
    return shared


left = [n * 3 for n in range(3000)]
right = Watched(n * 2 for n in range(3000))
shared = common(left, right)
print(len(shared), shared[-1], Watched.asked)
