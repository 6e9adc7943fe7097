# Expert: the probes wait for sockets: threads; the dict keeps its order.
# Advice: expected
"""Asks a number of local echo ports for their state."""
import socket
import threading
import time


def serve(listener):
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=answer, args=(client,), daemon=True).start()


def answer(client):
    with client:
        text = client.recv(100).decode()
        time.sleep(0.06)
        client.sendall(text.upper().encode())


def probe(port, text):
    with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
        link.sendall(text.encode())
        return link.recv(100).decode()


def main():
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    states = {}
    for host in ["alpha", "beta", "gamma", "delta", "eps", "zeta", "eta", "theta", "iota", "kappa", "mu", "nu"]:
        states[host] = probe(port, host)
    for host, state in states.items():
        print(host, state)
    listener.close()


if __name__ == "__main__":
    main()
