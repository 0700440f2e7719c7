"""What every page of the service has: who looks at it, her language, a safe head, a plain error."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Callable
from typing import Any, ClassVar, ParamSpec, TypeVar

from jupyterhub.services.auth import HubOAuthenticated
from sqlalchemy import select
from tornado import web

from academy.people.models import Person
from academy.people.store import Store
from academy.web import navigation, words
from academy.web.rights import EVERYONE, NotHers, Viewer, role_of
from deployment.local.authenticator import address_of
from deployment.local.hub_pages import LANGUAGE
from deployment.local.school import School

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
STALE = "Halaman ini sudah terlalu lama terbuka. Muat ulang halaman, lalu coba sekali lagi."
P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger("lapak.pelatihan")


class Said(web.HTTPError):
    """An error whose sentence is for the person at the page.

    Args:
        status: HTTP status.
        sentence: in Indonesian; never with anybody's data.
        wait: seconds after which it is worth to try again, if that is known.
    """

    def __init__(self, status: int, sentence: str, wait: int = 0) -> None:
        super().__init__(status)
        self.sentence, self.wait = sentence, wait


class Page(HubOAuthenticated, web.RequestHandler):  # type: ignore[misc]
    """A page behind hub login, for the roles that it names.

    Attributes:
        roles: who may open it; all others get 403.
        is_public: whether it opens without a login; then `viewer` may be None.
        viewer: who looks at it.
        person: what the academy keeps about her; None for the accounts of a first start.
    """

    roles: ClassVar[frozenset[str]] = EVERYONE
    is_public: ClassVar[bool] = False
    viewer: Viewer | None = None
    person: Person | None = None

    def initialize(self) -> None:
        """Ask the hub that the service was made with."""
        self.hub_auth = self.settings["hub_auth"]

    # ---- who looks -----------------------------------------------------------------------
    async def prepare(self) -> None:
        """Ask the hub who this is, and let her in or not."""
        model = await self.hub_auth.get_user(self, sync=False)
        self.current_user = model
        if self.is_public:
            return
        if model is None:
            if self.request.method in ("GET", "HEAD"):
                self.redirect(self.get_login_url())
                return
            raise Said(403, STALE)
        role = role_of(model["groups"])
        if role not in self.roles or not self.hub_auth.check_scopes(self.hub_scopes, model):
            raise web.HTTPError(403)
        self.viewer = Viewer(model["name"], str(role))
        with self.store.reading() as session:
            wanted = select(Person).where(Person.user_name == self.viewer.name)
            self.person = session.scalar(wanted)

    @property
    def hub_scopes(self) -> set[str]:
        """What the hub must have given to whoever opens this service."""
        scopes: set[str] = self.hub_auth.access_scopes
        return scopes

    @property
    def role(self) -> str | None:
        """The role of whoever looks: `trainee`, `mentor`, `operator`, None for a passer-by."""
        return self.viewer.role if self.viewer else None

    @property
    def me(self) -> Viewer:
        """Whoever looks; only on pages that are not public."""
        if self.viewer is None:
            raise web.HTTPError(403)
        return self.viewer

    @property
    def client(self) -> str:
        """The network address of the client as our own proxy saw it."""
        return address_of(self)

    # ---- what a page works with ----------------------------------------------------------
    @property
    def school(self) -> School:
        """The school."""
        school: School = self.settings["school"]
        return school

    @property
    def store(self) -> Store:
        """The academy's database."""
        store: Store = self.settings["store"]
        return store

    @property
    def base(self) -> str:
        """The service's own path, with a slash at both ends."""
        base: str = self.settings["base"]
        return base

    async def apart(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do what takes a while (hashing, writing) in a thread; other people's pages go on."""
        return await asyncio.to_thread(work, *args, **kwargs)

    def text(self, name: str, limit: int = 200) -> str:
        """Give a field of the form, without spaces around it, cut to `limit` characters."""
        value: str = self.get_body_argument(name, "")
        return value.strip().replace("\r\n", "\n")[:limit]  # as the form counts them

    def go(self, path: str) -> None:
        """Send the browser to another page of the service, after a form was taken."""
        self.redirect(self.base + path, status=303)

    # ---- what it shows -------------------------------------------------------------------
    @property
    def language(self) -> str:
        """`id`, or `en` after a click."""
        return "en" if self.get_cookie(LANGUAGE) == "en" else "id"

    def show(self, template: str, **values: Any) -> None:
        """Finish with a page.

        Args:
            template: name of a file in `templates`.
            values: what it needs beside what every page has.
        """
        path = self.request.path.removeprefix(self.base)
        page = self.settings["jinja"].get_template(template)
        always = {
            "t": words.translator(self.language),
            "language": self.language,
            "base": self.base,
            "path": path,
            "viewer": self.viewer,
            "person": self.person,
            "role": self.role,
            "nav": navigation.items_for(self.role),
            "xsrf": self.xsrf_token.decode("ascii"),
            "style": self.settings["style_address"],
        }
        self.finish(page.render(**{**always, **values}))

    def set_default_headers(self) -> None:
        """Set what protects the person at the page."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    # ---- what goes wrong -----------------------------------------------------------------
    def check_xsrf_cookie(self) -> None:
        """Check as the hub does, with a sentence for people."""
        try:
            super().check_xsrf_cookie()
        except web.HTTPError as error:
            raise Said(403, STALE) from error

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Show a plain page; nothing of the error itself."""
        error = (kwargs.get("exc_info") or (None, None, None))[1]
        if isinstance(error, NotHers):
            status_code = 403  # as for a page of somebody else: nobody learns who exists
            self.set_status(403)
        if wait := getattr(error, "wait", 0):
            self.set_header("Retry-After", str(wait))
        self.show("error.html", status=status_code, sentence=getattr(error, "sentence", ""))

    def log_exception(self, kind: Any, value: Any, trace: Any) -> None:
        """Log where it happened and of what kind, not what it says: that may hold people's data."""
        if isinstance(value, NotHers) or getattr(value, "status_code", 500) < 500:
            return
        where = "".join(traceback.format_tb(trace))
        log.error("%s %s: %s\n%s", self.request.method, self.request.path, kind.__name__, where)


def log_request(handler: web.RequestHandler) -> None:
    """Log a request: no address, no query, no body."""
    request = handler.request
    level = logging.WARNING if handler.get_status() >= 500 else logging.INFO
    took = 1000 * request.request_time()
    log.log(level, "%d %s %s %.0f ms", handler.get_status(), request.method, request.path, took)


class Nowhere(Page):
    """Any address that is no page."""

    is_public = True

    async def prepare(self) -> None:
        """Say so."""
        raise web.HTTPError(404)
