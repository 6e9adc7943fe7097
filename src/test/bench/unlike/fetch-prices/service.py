import time
from http.server import BaseHTTPRequestHandler


class Quotes(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.05)
        body = str(sum(map(ord, self.path)) * 7 % 1000).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass
