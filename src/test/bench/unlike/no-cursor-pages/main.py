# Expert: nothing: the server hands out one page after another; the order of requests is the protocol.
# Advice: none
"""Reads pages by a cursor that the server keeps."""
import socket
import threading
import time


def serve(listener):
    cursor = 0
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        with client:
            client.recv(10)
            time.sleep(0.03)
            cursor += 1
            client.sendall(str(cursor * cursor).encode())


class Reader:
    def __init__(self, port):
        self.port = port
        self.read = 0

    def following(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as link:
            link.sendall(b"next")
            self.read += 1
            return self.read, int(link.recv(100))


def main():
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    reader = Reader(listener.getsockname()[1])
    pages = []
    for _ in range(20):
        pages.append(reader.following())
    print(pages[:4], pages[-1])
    listener.close()


if __name__ == "__main__":
    main()
