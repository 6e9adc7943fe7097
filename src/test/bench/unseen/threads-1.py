"""Collects the titles of pages; pages that are gone are noted."""
import re
import subprocess
import sys
import urllib.error
import urllib.request

SERVER = """
import http.server, time
class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.03)
        number = int(self.path.rsplit("/", 1)[1])
        body = b"<html><title>Page %d</title></html>" % number
        self.send_response(404 if number % 9 == 4 else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
print(server.server_address[1], flush=True)
server.serve_forever()
"""


class Site:
    def __init__(self, base, timeout):
        self.base = base
        self.timeout = timeout

    def address(self, path):
        return f"{self.base}/{path.lstrip('/')}"

    def page(self, path):
        with urllib.request.urlopen(self.address(path), timeout=self.timeout) as answer:
            return answer.read().decode()


def titles(site, paths):
    found = {}
    missing = []
    for path in paths:
        try:
            text = site.page(path)
            match = re.search(r"<title>(.*?)</title>", text)
            title = match.group(1) if match else "?"
        except urllib.error.HTTPError as error:
            missing.append((path, error.code))
            continue
        found[path] = title
    return found, missing


def main(port):
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    site = Site(f"http://127.0.0.1:{port}", 10)
    found, missing = titles(site, [f"/page/{number}" for number in range(count)])
    for path, title in found.items():
        print(path, title)
    print("missing:", missing)


if __name__ == "__main__":
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    try:
        main(int(server.stdout.readline()))
    finally:
        server.kill()
        server.wait()
