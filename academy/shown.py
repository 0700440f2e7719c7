"""What a lesson shows when it has run: every picture says in words what it shows, every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from academy.catalog import Catalog

IMAGE = re.compile(r"<img\b[^>]*>")
ALT = re.compile(r'\balt="[^"]+"')
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
OPEN_WEB = re.compile(r"https://[\w.-]+\.[a-z]{2,}(/\S*)?")


def pictures_without_words(notebook: NotebookNode) -> Iterator[str]:
    """Names the cells whose pictures have no alternative text."""
    for at, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            images = IMAGE.findall("".join(data.get("text/html", "")))
            drawn = any(kind.startswith("image/") for kind in data)
            words = str(data.get("text/plain", "")).strip()
            # An object's default text, such as <Figure size 640x480>, says nothing.
            if not all(map(ALT.search, images)) or (drawn and (not words or words[0] == "<")):
                yield f"cell {at}: a picture has no alt text"


def dead_links(prose: str, catalog: Catalog) -> Iterator[str]:
    """Names links that lead nowhere: to no tool of the catalogue, and to no page on the web."""
    tools = {unit.tool.address for unit in catalog.units if unit.tool}
    for target in LINK.findall(prose):
        if target not in tools and not OPEN_WEB.fullmatch(target):
            yield f"a link leads nowhere: {target}"
