"""What makes a page an app on a phone: its manifest, and the worker that opens it without a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tornado.web import HTTPError

from voila_apps.template.assets import FOLDER, Assets
from voila_apps.template.pages import Open
from voila_apps.template.shelf import Broken

if TYPE_CHECKING:
    from voila_apps.template.ran import RanNotebook

WORKER = "pekerja.js"
COLOUR = "#0b6e4f"


class Manifest(Open):
    """A tool as its visitor's phone installs it."""

    async def get(self, name: str) -> None:
        """Gives the manifest of a tool."""
        try:
            tool = await self._service.shelf.tool(name)
        except (KeyError, Broken) as problem:
            raise HTTPError(404) from problem
        self.set_header("Content-Type", "application/manifest+json; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        icons = Assets.read(self._service.folder).icons
        self.write(json.dumps(manifest(tool.ran, icons), ensure_ascii=False))


class Worker(Open):
    """The worker; its address stands above all that it answers for, and it is asked for anew each day."""

    def get(self) -> None:
        """Gives its script."""
        path = self._service.folder / FOLDER / WORKER
        if not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        # It asks for nothing but what its pages may ask for.
        self.set_header("Content-Security-Policy", "default-src 'none';connect-src 'self'")
        self.write(path.read_bytes())


def manifest(app: RanNotebook, icons: Mapping[str, str]) -> dict[str, object]:
    """Describe a tool to a phone; each tool is an app of its own, which no other one opens.

    Args:
        app: the tool.
        icons: their files by size; see `Assets`.

    Example:
        >>> from types import SimpleNamespace
        >>> app = SimpleNamespace(
        ...     name="hpp", title="Kalkulator HPP", language="id", base_url="/alat/"
        ... )
        >>> manifest(app, {})["start_url"], manifest(app, {})["scope"]
        ('/alat/voila/render/hpp.ipynb', '/alat/voila/render/hpp.ipynb')
    """
    page = f"{app.base_url}voila/render/{app.name}.ipynb"
    return {
        "name": f"{app.title} \N{EN DASH} Lapak",
        "short_name": app.title,
        "lang": app.language,
        "start_url": page,
        "scope": page,
        "display": "standalone",
        "theme_color": COLOUR,
        "background_color": "#ffffff",
        "icons": [
            {
                "src": f"{app.base_url}{FOLDER}/{file}",
                "sizes": "192x192" if size == "192" else "512x512",
                "type": "image/png",
                "purpose": "maskable" if size == "maskable" else "any",
            }
            for size, file in icons.items()
        ],
    }
