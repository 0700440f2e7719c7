"""The cards that somebody has made: to print, and to delete once they are handed out."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path
from typing import Final

from tornado import web

from academy.people import cards
from academy.web.base import Page
from academy.web.rights import STAFF

SHEET: Final = r"(kartu-[a-z0-9-]{1,60})"


class Sheets(Page):
    """What there is to print; each person sees what she made herself."""

    roles = STAFF

    def get(self) -> None:
        """List the sheets."""
        paths = sorted(cards.folder_of(self.school, self.me.name).glob("kartu-*.html"))
        sheets = [(path.stem, *_about(path)) for path in paths]
        left = self.settings["drafts"].of(self.me.name)
        self.show("sheets.html", sheets=sheets, left=len(left.rows) if left else 0)


class Sheet(Page):
    """One sheet, as it is printed."""

    roles = STAFF

    def get(self, name: str) -> None:
        """Show it; it carries a style of its own, which alone is allowed."""
        page = self.sheet(name).read_text(encoding="utf-8")
        style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'"
        self.set_header("Content-Security-Policy", policy)
        self.finish(page)

    def sheet(self, name: str) -> Path:
        """Give the file of a sheet.

        Raises:
            tornado.web.HTTPError: 404, there is none of hers.
        """
        path = cards.folder_of(self.school, self.me.name) / f"{name}.html"
        if not path.is_file():
            raise web.HTTPError(404)
        return path


class Delete(Sheet):
    """Deleting a sheet."""

    def get(self, name: str) -> None:  # noqa: ARG002 (the address has it)
        """Nothing to see here without pressing the button."""
        self.go("impor/kartu")

    def post(self, name: str) -> None:
        """Delete it."""
        self.sheet(name).unlink()
        self.go("impor/kartu")


def _about(path: Path) -> tuple[str, int]:
    """Read a sheet's title and how many cards are on it."""
    page = path.read_text(encoding="utf-8")
    title = re.findall(r"<title>Kartu masuk (.*?)</title>", page)
    return (unescape(title[0]) if title else path.stem), page.count('<section class="card">')


routes = [
    (r"impor/kartu", Sheets),
    (rf"impor/kartu/{SHEET}", Sheet),
    (rf"impor/kartu/{SHEET}/hapus", Delete),
]
