# Expert: each external command mostly waits; threads, if the order of the commands does not matter, which no tool knows.
# Advice: allowed
"""Runs an external check for each name."""
import subprocess

NAMES = ["north", "south", "east", "west", "up", "down", "left", "right"]


def check(name):
    done = subprocess.run(["sh", "-c", "sleep 0.1; printf %s \"$0\"", name], capture_output=True, text=True, check=True)
    return f"{done.stdout}:{len(done.stdout)}"


def main():
    results = [check(name) for name in NAMES]
    print("\n".join(results))


if __name__ == "__main__":
    main()
