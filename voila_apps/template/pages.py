"""The two kinds of files that the service gives out: the pages of tools, and what they share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.web import HTTPError, RequestHandler

from voila_apps.template.assets import ENCODINGS, FOLDER
from voila_apps.template.shelf import Broken

if TYPE_CHECKING:
    from voila_apps.template.app import Service

STATIC_NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
A_YEAR = 365 * 24 * 3600
SORRY = {
    404: "Halaman ini tidak ada.",
    429: "Terlalu banyak permintaan dari jaringan ini. Coba lagi sebentar lagi.",
}
TOOLS = "/services/belajar/alat/"
BROKEN = "Alat ini sedang diperbaiki. Coba lagi beberapa menit lagi."


class Open(RequestHandler):
    """What is open to everybody, read only."""

    _service: Service

    def initialize(self, service: Service) -> None:
        """Takes what the service's handlers share."""
        self._service = service

    def set_default_headers(self) -> None:
        """Says what a browser must not do with what comes from here."""
        self.clear_header("Server")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Content-Security-Policy", "frame-ancestors 'self'; base-uri 'none'")

    def prepare(self) -> None:
        """Refuses an address that asks too often."""
        if not self._service.page_rates.allow(str(self.request.remote_ip)):
            raise HTTPError(429)

    def check_xsrf_cookie(self) -> None:
        """Nothing here changes anything: there is nothing to forge."""

    def write_error(self, status_code: int, **_details: object) -> None:
        """Says in a sentence what is wrong, and nothing about the machine."""
        text = SORRY.get(status_code, BROKEN)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(
            f'<!doctype html><html lang="id"><title>{text}</title><p>{text}</p>'
            f'<p><a href="{TOOLS}">Semua alat hitung</a></p></html>'
        )


class Root(Open):
    """The service's own address: the public page that lists the tools."""

    def get(self) -> None:
        """Leads there."""
        self.redirect(TOOLS)

    head = get


class Nothing(Open):
    """Whatever else is asked for."""

    def prepare(self) -> None:
        """Says that it is not here."""
        super().prepare()
        raise HTTPError(404)


class Figures(Open):
    """How many kernels live and how many visitors wait for one, for the school's own monitoring."""

    def get(self) -> None:
        """Gives both to who asks on this machine; whoever comes through the proxy finds nothing here."""
        if "X-Forwarded-For" in self.request.headers:
            raise HTTPError(404)
        self.write({"live": self._service.shelf.live, "waiting": self._service.seats.waiting})


class Page(Open):
    """A tool's page, the same for every visitor."""

    async def get(self, name: str) -> None:
        """Gives the page as its notebook is now."""
        try:
            tool = await self._service.shelf.tool(name)
        except KeyError as problem:
            raise HTTPError(404) from problem
        except Broken as problem:
            raise HTTPError(503) from problem
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")  # it is asked each time whether it has changed
        self.set_header("Vary", "Accept-Encoding")
        packed = _takes(self, "gzip")
        forms = f"{'-full' if tool.full else ''}{'-gz' if packed else ''}"
        self.set_header("Etag", f'"{tool.ran.digest}{forms}"')
        if self.check_etag_header():
            self.set_status(304)
            return
        if packed:
            self.set_header("Content-Encoding", "gzip")
        self.write(tool.packed if packed else tool.page)

    head = get

    def compute_etag(self) -> str | None:
        """Leaves the tag as it was set."""
        return None


class Static(Open):
    """A built file, whose name changes with its content: kept by browsers for a year."""

    def get(self, name: str) -> None:
        """Gives the file, packed at the build where the browser takes that."""
        path = self._service.folder / FOLDER / name
        kind = TYPES.get(path.suffix)
        if not STATIC_NAME.fullmatch(name) or kind is None or not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", f"public, max-age={A_YEAR}, immutable")
        self.set_header("Vary", "Accept-Encoding")
        for encoding, ending in ENCODINGS.items():
            packed = Path(f"{path}{ending}")
            if _takes(self, encoding) and packed.is_file():
                self.set_header("Content-Encoding", encoding)
                path = packed
                break
        self.write(path.read_bytes())

    head = get


def _takes(handler: RequestHandler, encoding: str) -> bool:
    accepted = handler.request.headers.get("Accept-Encoding", "").split(",")
    return encoding in [each.partition(";")[0].strip() for each in accepted]
