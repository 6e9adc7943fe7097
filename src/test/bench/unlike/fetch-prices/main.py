# Expert: the requests do not depend on each other: a thread pool.
# Advice: expected
"""Fetches quotes one after another from a slow local service."""
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from service import Quotes

SYMBOLS = ["AAA", "BBC", "CDE", "DOG", "EEL", "FOX", "GNU", "HAT", "ICE", "JAM"] * 2


def quote(base, symbol):
    with urllib.request.urlopen(f"{base}/{symbol}", timeout=10) as answer:
        return int(answer.read())


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Quotes)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    prices = []
    for symbol in SYMBOLS:
        prices.append(quote(base, symbol))
    print(len(prices), sum(prices), prices[:3])
    server.shutdown()


if __name__ == "__main__":
    main()
