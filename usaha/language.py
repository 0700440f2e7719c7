"""The language that people are spoken to in: Indonesian as it is written here, others by gettext."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Final

SOURCE: Final = "id"
DOMAIN: Final = "alat"
_START: Final = os.environ.get("LAPAK_LANGUAGE", SOURCE)
_language: Final = ContextVar("language", default=_START)
# Beside the package, as a tool's process finds it; the service that starts these names its own.
_folders: Final = [Path(__file__).parent.parent / "bahasa"]


def _(text: str, **values: object) -> str:
    """Say a sentence in the language of the hour.

    Args:
        text: the Indonesian sentence, word for word as in the catalogue.
        values: what stands in its braces.

    Returns:
        The sentence; in Indonesian where the catalogue does not know it.

    Example:
        >>> _("Biaya membuat satu {pack} {cost}.", pack="botol", cost="Rp5.000")
        'Biaya membuat satu botol Rp5.000.'
    """
    if language() != SOURCE:
        text = _catalogue(language(), _folders[0]).gettext(text)
    return text.format(**values) if values else text


def N_(text: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a sentence for the catalogue and give it back as it is written: `_` says it later.

    For words that also stand in documents, which are Indonesian whatever the page speaks.
    """
    return text


def language() -> str:
    """Give the language of the hour: `id` or `en`; a process starts with that of `LAPAK_LANGUAGE`.

    Example:
        >>> with speaking("en"):
        ...     language()
        'en'
    """
    return _language.get()


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Speak another language for a while; what a module said when it was imported stays."""
    token = _language.set(name)
    try:
        yield
    finally:
        _language.reset(token)


def find_words(folder: Path) -> None:
    """Take the catalogues from `folder`: `<language>/LC_MESSAGES/alat.mo`."""
    _folders[0] = folder
    _catalogue.cache_clear()


@cache
def _catalogue(name: str, folder: Path) -> NullTranslations:
    return translation(DOMAIN, folder, [name], fallback=True)
