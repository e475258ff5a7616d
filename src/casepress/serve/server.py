"""The web server of the local page: this machine only, nothing from outside, nothing written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from casepress.serve.desk import Desk
from casepress.serve.drawing import Drawer

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_ASSETS = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/proof.css": ("proof.css", "text/css; charset=utf-8"),
    "/proof.js": ("proof.js", "text/javascript; charset=utf-8"),
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; script-src 'self'; "
    "style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_BEAT_S = 10.0


class Server(ThreadingHTTPServer):
    """Serves one desk; ``url`` is where."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int, settings: Mapping[str, Any]) -> None:
        """Take a port of this machine, a free one if *port* is 0.

        Raises:
            OSError: the port is taken.
        """
        self.desk = desk
        self.settings = dict(settings)
        self.drawer = Drawer()
        super().__init__((HOST, port), _Handler)

    def server_close(self) -> None:
        """Free the port and the files."""
        super().server_close()
        self.drawer.close()

    @property
    def url(self) -> str:
        """Return the address of the page."""
        return f"http://{HOST}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "casepress"
    sys_version = ""
    timeout: ClassVar[int] = 60

    def do_GET(self) -> None:
        """Answer: the page, the state, a picture, or the stream of changes."""
        if self.headers.get("Host", "").rpartition(":")[0] not in _NAMES:
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")  # another site's name for us
            return
        address = urlsplit(self.path)
        try:
            self._route(address.path, parse_qs(address.query))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _route(self, path: str, query: dict[str, list[str]]) -> None:
        if path in _ASSETS:
            name, kind = _ASSETS[path]
            data = (files("casepress.serve") / "assets" / name).read_bytes()
            self._answer(HTTPStatus.OK, data, kind)
        elif path == "/state.json":
            state = {**self.server.desk.proof.as_object(), **self.server.settings}
            data = json.dumps(state, ensure_ascii=False).encode()
            self._answer(HTTPStatus.OK, data, "application/json; charset=utf-8")
        elif path == "/events":
            self._events()
        elif path.startswith("/page/"):
            self._page(path.split("/")[2:], query)
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def _page(self, parts: list[str], query: dict[str, list[str]]) -> None:
        """Send ``/page/brochure/3.png?w=900``; what is named by its key never changes."""
        try:
            name, file = parts
            product = self.server.desk.proof.products[name]
            width = int(query.get("w", ["900"])[0])
            data = self.server.drawer.png(product, int(file.removesuffix(".png")), width)
        except (KeyError, ValueError, IndexError):
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        known = query.get("k", [""])[0] == product.key
        cache = "private, max-age=31536000, immutable" if known else "no-store"
        self._answer(HTTPStatus.OK, data, "image/png", cache)

    def _events(self) -> None:
        """Tell every new version as it comes (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        version = -1
        while not self.server.desk.stopped:
            proof = self.server.desk.newer(version, _BEAT_S)
            version = proof.version if proof else version
            told = f"data: {version}\n\n" if proof else ": still here\n\n"
            self.wfile.write(told.encode())
            self.wfile.flush()

    def _answer(self, status: HTTPStatus, data: bytes, kind: str, cache: str = "no-store") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", cache)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the terminal is for problems."""
