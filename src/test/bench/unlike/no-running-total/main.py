# Expert: nothing: each step needs the one before.
# Advice: none
"""An iterated map whose state is carried on."""


def advance(state, n):
    for k in range(300):
        state = (state * 1664525 + n * k + 1013904223) % 4294967296
    return state


def main():
    state = 1
    trail = []
    for n in range(9000):
        state = advance(state, n)
        if state % 97 == 0:
            trail.append(state)
    print(state, len(trail), trail[:2])


if __name__ == "__main__":
    main()
