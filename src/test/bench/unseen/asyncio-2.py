"""Asks a small name service for hosts; written for asyncio, but its requests block."""
import asyncio
import socket
import subprocess
import sys

SERVICE = """
import socketserver, time
class Answer(socketserver.StreamRequestHandler):
    def handle(self):
        name = self.rfile.readline().strip()
        time.sleep(0.03)
        self.wfile.write(b"%s=10.%d.%d.%d" % (name, len(name), name[-1] % 7, sum(name) % 251))
class Service(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64
with Service(("127.0.0.1", 0), Answer) as service:
    print(service.server_address[1], flush=True)
    service.serve_forever()
"""


def resolve(port, host):
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(host.encode() + b"\n")
        answer = b""
        while True:
            part = connection.recv(1024)
            if not part:
                break
            answer += part
    name, _, address = answer.decode().partition("=")
    return name, address


async def table(port, hosts):
    rows = []
    for host in hosts:
        name, address = resolve(port, host)
        rows.append(f"{name:>12} {address}")
    return rows


async def main(port):
    hosts = [f"node{n}.test" for n in range(int(sys.argv[1]) if len(sys.argv) > 1 else 40)]
    for row in await table(port, hosts):
        print(row)


if __name__ == "__main__":
    service = subprocess.Popen([sys.executable, "-c", SERVICE], stdout=subprocess.PIPE, text=True)
    try:
        asyncio.run(main(int(service.stdout.readline())))
    finally:
        service.kill()
        service.wait()
