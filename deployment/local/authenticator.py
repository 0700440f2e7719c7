"""Logging in: the hub's authenticator and the two pages that stand before a first session."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from jupyterhub._xsrf_utils import _set_xsrf_cookie
from jupyterhub.auth import Authenticator
from jupyterhub.handlers import BaseHandler
from jupyterhub.handlers.login import LoginHandler
from tornado import web
from tornado.httputil import url_concat
from traitlets import Unicode

from deployment.local.accounts import Accounts, Outcome, Verdict
from deployment.local.attempts import in_words
from deployment.local.hub_groups import HubGroups
from deployment.local.hub_pages import language_of, translator
from deployment.local.passwords import problem

HIDDEN = "(nama tidak dikenal)"
TICKET = "lapak-sandi-baru"
TICKET_DAYS = 15 / (24 * 60)
TOO_MANY = (
    "Sudah terlalu banyak percobaan. Tunggu {}, lalu coba lagi. "
    "Lupa kata sandi? Mintalah yang baru kepada pendamping Anda."
)
WRONG = "Nama pengguna atau kata sandi belum tepat. Periksa lagi kartu masuk Anda."
EXPIRED = "Halaman ini sudah terlalu lama terbuka. Silakan coba sekali lagi."


class LapakAuthenticator(Authenticator):
    """Lets in whom the school's own store of accounts knows, and nobody else."""

    store_path = Unicode(help="Path of accounts.sqlite.").tag(config=True)

    @property
    def store(self) -> Accounts:
        """The school's accounts, opened anew: nothing is cached, a reset works at once."""
        return Accounts(Path(self.store_path))

    def groups_of(self, name: str) -> list[str]:
        """Give the hub groups of an account, as the store has them at this moment."""
        return list(HubGroups(Path(self.store_path)).of(name, self.store.role(name)))

    async def authenticate(self, handler: Any, data: dict[str, str]) -> dict[str, Any] | None:
        """Judge a login; the verdict is left on the handler for its message.

        Args:
            handler: the login page's handler.
            data: `username` and `password` as typed.

        Returns:
            The user name and its groups; None when wrong, too early, or when a new password is
            due first.
        """
        name = self.normalize_username(data.get("username", "").strip())
        password = data.get("password", "")
        verdict = await asyncio.to_thread(self.store.check, name, password, address_of(handler))
        handler.verdict = verdict
        if verdict.outcome is Outcome.OK:
            return {"name": name, "groups": self.groups_of(name)}
        # The hub writes a failed name into its log, and people type phone numbers there.
        if self.store.role(name) is None:
            data["username"] = HIDDEN
        return None

    def check_allowed(
        self,
        username: str,
        authentication: dict[str, Any] | None = None,  # noqa: ARG002 (the hub's signature)
    ) -> bool:
        """Allow exactly the names in the store."""
        return self.store.role(username) is not None

    async def refresh_user(
        self,
        user: Any,
        handler: Any = None,  # noqa: ARG002 (the hub's signature)
    ) -> Literal[False] | dict[str, Any]:
        """End a session once its account is gone or has been given a new one-time password.

        Returns:
            False to end it, else the groups that she is in by now.
        """
        store = self.store
        if store.role(user.name) is None or store.waiting_for_change(user.name):
            return False
        return {"name": user.name, "groups": self.groups_of(user.name)}

    def get_handlers(self, app: Any) -> list[Any]:  # noqa: ARG002
        """Give our pages; they come before the hub's own under the same address."""
        closed = [(page, NotHere) for page in (r"/token", r"/accept-share", r"/signup")]
        return [("/login", Login), ("/kata-sandi-baru", NewPassword), *closed]


def address_of(handler: BaseHandler) -> str:
    """Give the client's address as our own proxy saw it.

    The proxy appends to X-Forwarded-For; all before the last comma, and X-Real-IP, is what the
    client wrote itself and could change with each guess.
    """
    forwarded: str = handler.request.headers.get("X-Forwarded-For", "")
    return forwarded.rpartition(",")[2].strip() or "lokal"


class FriendlyForm:
    """For forms: an expired page says so in Indonesian."""

    def check_xsrf_cookie(self) -> None:
        """Check as the hub does, with a sentence for people."""
        try:
            super().check_xsrf_cookie()  # type: ignore[misc]
        except web.HTTPError as error:
            raise web.HTTPError(error.status_code, EXPIRED) from error


class Login(FriendlyForm, LoginHandler):
    """The login page."""

    verdict = Verdict(Outcome.WRONG)

    async def post(self) -> None:
        """Log in, or say what to do next."""
        name = self.get_body_argument("username", "").strip()
        password = self.get_body_argument("password", "", strip=False)
        user = await self.login_user({"username": name, "password": password})
        if user:
            self._jupyterhub_user = user
            self.redirect(self.get_next_url(user))
        elif self.verdict.outcome is Outcome.MUST_CHANGE:
            self._hand_ticket(self.authenticator.normalize_username(name))
            following = {"next": self.get_argument("next", "")}
            self.redirect(url_concat(self.hub.base_url + "kata-sandi-baru", following))
        else:
            self.set_status(429 if self.verdict.outcome is Outcome.WAIT else 403)
            self.finish(
                await self._render(
                    _sentence(self.verdict, translator(language_of(self))), username=name[:32]
                )
            )

    def _hand_ticket(self, name: str) -> None:
        # Good for one change: it names the present password's stamp.
        value = json.dumps([name, self.authenticator.store.stamp(name)])
        self.set_secure_cookie(
            TICKET,
            value,
            expires_days=TICKET_DAYS,
            path=self.hub.base_url,
            httponly=True,
            samesite="Strict",
            secure=self.request.protocol == "https",
        )


class NewPassword(FriendlyForm, BaseHandler):
    """The page on which a one-time password is replaced; there is no session before that."""

    verdict = Verdict(Outcome.WRONG)

    async def get(self) -> None:
        """Show the form, or go back to the login page without a valid ticket."""
        name = self._name()
        if name is None:
            self.redirect(self.settings["login_url"])
            return
        _set_xsrf_cookie(
            self, self._xsrf_token_id, cookie_path=self.hub.base_url, xsrf_token=self.xsrf_token
        )
        await self._show(name, None)

    async def post(self) -> None:
        """Replace the one-time password and log in with the new one."""
        name = self._name()
        if name is None:
            self.redirect(self.settings["login_url"])
            return
        password = self.get_body_argument("password", "", strip=False)
        again = self.get_body_argument("again", "", strip=False)
        store = self.authenticator.store
        same = await asyncio.to_thread(store.is_password, name, password)
        wrong = problem(same, name, password, again)
        if wrong:
            self.set_status(400)
            await self._show(name, wrong)
            return
        await asyncio.to_thread(store.change, name, password)
        self.clear_cookie(TICKET, path=self.hub.base_url)
        user = await self.login_user({"username": name, "password": password})
        self.redirect(self.get_next_url(user) if user else self.settings["login_url"])

    def _name(self) -> str | None:
        value = self.get_secure_cookie(TICKET, max_age_days=TICKET_DAYS)
        if not value:
            return None
        name, stamp = json.loads(value)
        store = self.authenticator.store
        valid = hmac.compare_digest(store.stamp(name), stamp) and store.waiting_for_change(name)
        return str(name) if valid else None

    async def _show(self, name: str, wrong: str | None) -> None:
        page = await self.render_template(
            "new_password.html",
            username=name,
            wrong=wrong,
            xsrf=self.xsrf_token.decode("ascii"),
            action=url_concat(self.request.path, {"next": self.get_argument("next", "")}),
        )
        self.finish(page)


class NotHere(BaseHandler):
    """Pages of the hub that a school does without."""

    def prepare(self) -> None:
        """Answer 404 to everything."""
        raise web.HTTPError(404)


def _sentence(verdict: Verdict, t: Callable[[str], str]) -> str:
    if verdict.outcome is Outcome.WAIT:
        return t(TOO_MANY).format(in_words(verdict.wait))
    return t(WRONG)
