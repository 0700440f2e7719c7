"""The ways in: the hub's answer to a login, the first page, the language, the style."""

from __future__ import annotations

import re

from jupyterhub.services.auth import HubOAuthCallbackHandler
from tornado import web

from academy.web import navigation, words
from academy.web.base import Page
from deployment.local.hub_pages import LANGUAGE

YEAR = 365  # days


class Callback(HubOAuthCallbackHandler):  # type: ignore[misc]
    """Where the hub sends a browser back to after a login."""


class Start(Page):
    """The address of the service itself leads to the first page of whoever comes."""

    async def get(self) -> None:
        """Lead on."""
        self.go(navigation.start_of(self.me.role))


class Language(Page):
    """A click on the other language."""

    is_public = True

    async def get(self, language: str) -> None:
        """Remember it, and go back to where the click was."""
        if language not in words.LANGUAGES:
            raise web.HTTPError(404)
        self.set_cookie(LANGUAGE, language, path="/", expires_days=YEAR, samesite="Lax")
        back = self.get_query_argument("dari", "")
        self.go(back if re.fullmatch(r"[a-z0-9_/-]{0,120}", back) else "")


class Style(Page):
    """The style of all pages; its address changes with it."""

    is_public = True

    async def prepare(self) -> None:
        """Ask nobody anything."""

    async def get(self) -> None:
        """Give the style."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.finish(self.settings["style"])


routes = [
    (r"", Start),
    (r"oauth_callback", Callback),
    (r"bahasa/([a-z]+)", Language),
    (r"gaya\.css", Style),
]
