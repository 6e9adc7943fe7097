import threading

results = []


def work(n):
    total = 0
    for i in range(n):
        total += i * i & 7
    results.append(total)


threads = [threading.Thread(target=work, args=(700_000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))
