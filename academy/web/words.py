"""Pages are written in Indonesian; their English stands in tables, sentence by sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = {"id": "Bahasa Indonesia", "en": "English"}
FOLDER: Final = Path(__file__).parent / "english"


@cache
def english() -> dict[str, str]:
    """Give the English of every sentence, from all tables in `english`."""
    tables = (tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml"))
    return {indonesian: text for table in tables for indonesian, text in table.items()}


def translator(language: str) -> Callable[[str], str]:
    """Give what turns an Indonesian sentence into `language`; one that is unknown stays as it is.

    Example:
        >>> translator("en")("Peserta"), translator("id")("Peserta")
        ('Participants', 'Peserta')
    """
    return (lambda text: english().get(text, text)) if language == "en" else str
