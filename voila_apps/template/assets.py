"""What all pages share, as the build left it: the style, and the name of the one script."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = "statik"  # beside the notebooks of the tools
LIST = "daftar.json"
ENCODINGS = {"br": ".br", "gzip": ".gz"}


@dataclass(frozen=True)
class Assets:
    """The built files of the page.

    Args:
        script: the script's name, which changes with its content.
        style: the style sheet, written into every page: a request less on a slow line.
        words: what the script says in other languages than its own, by language and sentence.
        full: the name of the standard ipywidgets manager, which few pages load.
        icons: for a phone's home screen, by size; `maskable` may be cut to a shape.
        offline: the script with which a phone calculates without a line, by the tool's name.
    """

    script: str
    style: str
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    full: str = ""
    icons: Mapping[str, str] = field(default_factory=dict)
    offline: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, apps: Path) -> Assets:
        """Read what the build put into `statik/` of the folder of the tools.

        Raises:
            FileNotFoundError: nothing was built there.
        """
        folder = apps / FOLDER
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
        style = (folder / "style.css").read_text(encoding="utf-8")
        words, full = listed.get("words", {}), listed.get("full", "")
        more = listed.get("icons", {}), listed.get("offline", {})
        return cls(listed["script"], style, words, full, *more)
