# Expert: hot loops at module level: put them into a function (×1.5), or NumPy or Numba.
# Advice: expected
"""A small Mandelbrot set as text."""
width, height, depth = 110, 60, 90
rows = []
for row in range(height):
    y = row / height * 2.4 - 1.2
    line = []
    for column in range(width):
        x = column / width * 3.0 - 2.1
        a = b = 0.0
        steps = 0
        while steps < depth and a * a + b * b < 4.0:
            a, b = a * a - b * b + x, 2 * a * b + y
            steps += 1
        line.append(" .:-=+*#%@"[steps % 10])
    rows.append("".join(line))
for text in rows[::10]:
    print(text.rstrip())
print(sum(text.count("@") for text in rows))
