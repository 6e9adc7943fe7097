# Expert: nothing: all questions go over one connection, whose answers come in order.
# Advice: none
"""Questions over a single connection."""
import socket
import threading
import time


def serve(listener):
    client, _ = listener.accept()
    with client:
        while data := client.recv(16):
            time.sleep(0.02)
            client.sendall(data[::-1])


def ask(link, number):
    link.sendall(b"%08d" % number)
    return int(link.recv(16))


def main():
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    link = socket.create_connection(listener.getsockname(), timeout=5)
    answers = [ask(link, n * 7 + 1) for n in range(30)]
    print(len(answers), sum(answers))
    link.close()
    listener.close()


if __name__ == "__main__":
    main()
