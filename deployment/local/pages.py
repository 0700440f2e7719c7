"""The public pages' server: static files of the site, compressed and cached. Runs in a box.

It is started as a file of its own with the trainee environment's Python, so it imports nothing of
Lapak: python pages.py FOLDER PORT PREFIX
"""

from __future__ import annotations

import asyncio
import sys

from tornado import web

# Lessons carry their style and pictures inside; nothing may come from elsewhere.
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
NOT_FOUND = """<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Tidak ditemukan</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<body style="font:18px/1.5 system-ui,sans-serif;max-width:30em;margin:2em auto;padding:0 16px">
<h1>Halaman tidak ditemukan</h1><p>Alamatnya mungkin salah ketik, atau halamannya sudah pindah.</p>
<p><a href="{prefix}" style="display:inline-block;padding:12px 0">Ke daftar pelajaran</a></p>"""


class Page(web.StaticFileHandler):
    """One file of the site."""

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 (tornado's signature)
        """Let phones keep a page for a while; afterwards they ask whether it has changed."""
        self.set_header("Cache-Control", "public, max-age=600")

    def set_default_headers(self) -> None:
        """Set what protects the reader."""
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:  # noqa: ARG002
        """Say in Indonesian that a page is not there."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(NOT_FOUND.format(prefix=self.settings["prefix"]))


def application(folder: str, prefix: str) -> web.Application:
    """Make the server's application.

    Args:
        folder: the site.
        prefix: address that it is served under, with a slash at both ends.
    """
    files = {"path": folder, "default_filename": "index.html"}
    routes = [(f"{prefix}(.*)", Page, files), (".*", web.RedirectHandler, {"url": prefix})]
    return web.Application(routes, compress_response=True, prefix=prefix)


async def serve(folder: str, port: int, prefix: str) -> None:
    """Serve until the process is ended."""
    application(folder, prefix).listen(port, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
