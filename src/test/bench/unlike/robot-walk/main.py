# Expert: everything is at module level: a main() makes the variables local.
# Advice: expected
"""A robot that follows a fixed programme on a torus."""
program = "FFLFRFFRRFLFFFLFFRF"
size = 64
x = y = 0
dx, dy = 0, 1
visits = [0] * (size * size)
step = 0
while step < 900_000:
    command = program[step % len(program)]
    if command == "F":
        x = (x + dx) % size
        y = (y + dy) % size
        visits[y * size + x] += 1
    elif command == "L":
        dx, dy = -dy, dx
    else:
        dx, dy = dy, -dx
    step += 1
touched = 0
most = 0
for count in visits:
    if count:
        touched += 1
    if count > most:
        most = count
print(x, y, touched, most)
