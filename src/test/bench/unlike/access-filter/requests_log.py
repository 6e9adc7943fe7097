def requests(count):
    state = 77
    for number in range(count):
        state = (state * 69069 + 1) % 2**32
        user = "user%04d" % (state // 1024 % 2700)
        yield user, ("index" if number % 10 == 0 else "orders")
