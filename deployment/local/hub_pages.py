"""What the hub's pages know beside what the hub tells them: the language, the links at the top, her plan."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from jupyterhub.handlers import BaseHandler
from tornado.httputil import url_concat

from deployment.local import plans
from deployment.local.layout import Layout
from usaha.dates import format_date

LANGUAGE: Final = "lapak-bahasa"  # the cookie that all pages of a school share
LANGUAGES: Final = ("id", "en")
YEAR: Final = 365  # days
NAVIGATION: Final = "LAPAK_NAVIGATION"
ENGLISH: Final = Path(__file__).parent / "english.toml"
_MONTHS = "January February March April May June July August September October November December"


@cache
def english() -> dict[str, str]:
    """Give the English of every sentence on the hub's pages."""
    table: dict[str, str] = tomllib.loads(ENGLISH.read_text(encoding="utf-8"))
    return table


def translator(language: str) -> Callable[[str], str]:
    """Give what turns an Indonesian sentence into `language`; one that is unknown stays as it is.

    Example:
        >>> translator("en")("Masuk"), translator("id")("Masuk")
        ('Log in', 'Masuk')
    """
    return (lambda text: english().get(text, text)) if language == "en" else str


def language_of(handler: BaseHandler) -> str:
    """Give the language of whoever looks: what she has just clicked, else what she clicked before."""
    asked = handler.get_query_argument("bahasa", "")
    chosen = asked or handler.get_cookie(LANGUAGE) or ""
    return chosen if chosen in LANGUAGES else "id"


def in_words(day: str, language: str) -> str:
    """Write a day, such as `2027-01-20`, in the reader's language; nothing for none.

    Example:
        >>> in_words("2027-01-20", "id"), in_words("2027-01-20", "en"), in_words("", "id")
        ('20 Januari 2027', '20 January 2027', '')
    """
    if not day:
        return ""
    read = date.fromisoformat(day)
    if language == "en":
        return f"{read.day} {_MONTHS.split()[read.month - 1]} {read.year}"
    return format_date(read)


def install(files: Layout) -> None:
    """Let every page of the hub know it, its errors too.

    The hub has `template_vars` for more names on its pages, but tells them the user only, and the
    language is in the request.
    """
    given = BaseHandler.template_namespace.fget

    def namespace(self: BaseHandler) -> dict[str, Any]:
        return {**given(self), **more(self, files)}

    BaseHandler.template_namespace = property(namespace)


def more(handler: BaseHandler, files: Layout) -> dict[str, Any]:
    """Give what a page needs.

    Args:
        handler: of the page.
        files: the school's, where plans lie.
    """
    language = language_of(handler)
    if handler.get_query_argument("bahasa", "") in LANGUAGES:
        handler.set_cookie(LANGUAGE, language, path="/", expires_days=YEAR, samesite="Lax")
    other = "id" if language == "en" else "en"
    user = handler.current_user
    groups = {group.name for group in user.groups} if user else set()
    return {
        "t": translator(language),
        "language": language,
        "other_language": other,
        "other_address": url_concat(_without_language(handler.request.uri), {"bahasa": other}),
        "nav": navigation(groups, language),
        "path": handler.request.path,
        "ahead": ahead(files, user.name, language) if user else {},
    }


def navigation(groups: set[str], language: str) -> list[tuple[str, str]]:
    """Give the links at the top: address and label. `lapak serve` says which there are and for whom."""
    items = json.loads(os.environ.get(NAVIGATION, "[]"))
    return [
        (item["english_address"], item["english"])
        if language == "en"
        else (item["address"], item["label"])
        for item in items
        if item["groups"] is None or groups.intersection(item["groups"])
    ]


def ahead(files: Layout, user: str, language: str) -> dict[str, str]:
    """Give what comes next to a trainee: its title and its last day in words; nothing without a plan."""
    plan = plans.read(files, user)
    entry = plan.get("exercises", {}).get(plan.get("next", ""))
    if not entry:
        return {}
    title = entry["title_en"] if language == "en" else entry["title"]
    return {"title": title, "due": in_words(entry["due"], language)}


def _without_language(address: str) -> str:
    path, _, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("bahasa=")]
    return f"{path}?{'&'.join(kept)}" if kept else path
