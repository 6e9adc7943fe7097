# Expert: ALLOWED is a constant list in another module: make it a frozenset.
# Advice: expected
"""Filters requests by user and resource."""
from requests_log import requests
from rules import is_allowed


def main():
    passed, denied = 0, {}
    for user, resource in requests(30000):
        if is_allowed(user, resource):
            passed += 1
        else:
            denied[user] = denied.get(user, 0) + 1
    print("passed", passed)
    worst = sorted(denied.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
    print("denied", worst)


if __name__ == "__main__":
    main()
