# Expert: the configuration is parsed for each message: parse it once before the loop.
# Advice: expected
"""Routes messages by a configuration in JSON."""
import json

CONFIG = json.dumps(
    {
        "routes": {f"topic{n}": f"queue{n % 7}" for n in range(120)},
        "fallback": "queue-rest",
    }
)


def messages(count):
    for n in range(count):
        yield {"topic": f"topic{n * 31 % 150}", "size": n % 41}


def route(count):
    totals = {}
    for message in messages(count):
        config = json.loads(CONFIG)
        queue = config["routes"].get(message["topic"], config["fallback"])
        totals[queue] = totals.get(queue, 0) + message["size"]
    return totals


totals = route(12000)
for queue in sorted(totals):
    print(queue, totals[queue])
