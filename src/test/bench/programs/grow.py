def build(n):
    s = ""
    for i in range(n):
        s += str(i)
        s += ","
    return s


build(2_000_000)
