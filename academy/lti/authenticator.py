"""Logging in from a campus: our own login, and beside it launches that its platform has signed."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any, Final

from cachetools import TTLCache
from jupyterhub import log
from jupyterhub.auth import Authenticator
from ltiauthenticator.lti13.auth import LTI13Authenticator
from ltiauthenticator.lti13.error import ValidationError
from ltiauthenticator.lti13.handlers import LTI13CallbackHandler, LTI13LoginInitHandler
from tornado import web

from academy.catalog import Catalog, load_catalog
from academy.lti.admission import Admitted, admit
from academy.lti.launch import NOT_SOUND, Launch, Refused, read
from academy.people.store import Store, address
from deployment.local.authenticator import LapakAuthenticator
from deployment.local.campus import Campus
from deployment.local.school import School

START, END = r"/lti13/oauth_login", r"/lti13/oauth_callback"
MINUTES: Final = 10  # that a launch may take; no older token is taken
DETAILS: Final = "/services/pelatihan/saya"
# A platform that does not answer must not hold those who wait for their password to be checked.
_FETCHING: Final = ThreadPoolExecutor(2, thread_name_prefix="lti-keys")


class CampusAuthenticator(LapakAuthenticator, LTI13Authenticator):  # type: ignore[misc]  # untyped
    """Lets in whom the school's store knows, and whom the campus' platform sends to learn."""

    login_service = Authenticator.login_service
    login_url = Authenticator.login_url  # the school's own people still come to our login page

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        campus = Campus.from_environment()
        if campus is None:
            raise ValueError("LAPAK_LTI_… are not set")
        self.campus, self.school = campus, School.from_environment()
        self.issuer, self.client_id = campus.issuer, {campus.client}
        self.authorize_url, self.jwks_endpoint = campus.login, campus.keys
        # What a platform calls somebody stays out of the log.
        log.SCRUB_PARAM_KEYS = (*log.SCRUB_PARAM_KEYS, "login_hint", "lti_message_hint")
        self.used: MutableMapping[str, bool] = TTLCache(100_000, 60 * (MINUTES + 2))

    @cached_property
    def catalog(self) -> Catalog:
        """The units."""
        return load_catalog(self.school.clone)

    @cached_property
    def people(self) -> Store:
        """The academy's database, opened with the first launch."""
        return Store(address(self.school))

    async def authenticate(self, handler: Any, data: Any = None) -> dict[str, Any] | None:
        """Judge a login, or find the account of somebody whom the platform sends.

        Args:
            handler: of the login page, or of the end of a launch, where `admitted` is left.
            data: what was typed, or the launch.

        Raises:
            Refused: the launch leads to no account.
        """
        if not isinstance(handler, End):
            return await super().authenticate(handler, data)
        launch: Launch = data["launch"]
        handler.admitted = await asyncio.to_thread(
            admit, self.school, self.people, self.campus, launch
        )
        name = handler.admitted.user_name
        return {"name": name, "groups": self.groups_of(name)}

    def get_handlers(self, app: Any) -> list[Any]:
        """Give our own pages, and the two addresses that a platform knows."""
        return [*LapakAuthenticator.get_handlers(self, app), (START, Start), (END, End)]


class Start(LTI13LoginInitHandler):  # type: ignore[misc]  # untyped
    """A click on a link in the platform begins here; the browser goes back there to be named."""

    _state: str | None = None

    def post(self) -> None:
        """Send the browser on, if it comes from the platform that we know."""
        known = {"", *self.authenticator.client_id}
        if (
            self.get_argument("iss", "") != self.authenticator.issuer
            or self.get_argument("client_id", "") not in known
        ):
            raise refusal(400, NOT_SOUND)
        super().post()

    get = post

    def authorize_redirect(self, **said: Any) -> None:
        """Send it, always under the name that the school has there."""
        super().authorize_redirect(**{**said, "client_id": self.authenticator.campus.client})

    def get_state(self) -> str:
        """Draw what has to come back. Where she goes then, the signed token says, not this address."""
        if self._state is None:
            self._state = secrets.token_urlsafe(32)
        return self._state

    def _set_oauth_cookie(self, key: str, value: str) -> None:
        # The platform's form brings the browser back from another site.
        secure = self.authenticator.get_uri_scheme(self.request) == "https"
        across = {"samesite": "None", "secure": True} if secure else {}
        self._set_cookie(key, value, expires_days=MINUTES / (24 * 60), httponly=True, **across)


class End(LTI13CallbackHandler):  # type: ignore[misc]  # untyped
    """The platform has said who somebody is."""

    admitted: Admitted | None = None

    async def post(self) -> None:
        """Check what it says, let her in and lead her to what she clicked."""
        try:
            token = await self._checked()
            launch = read(token, self.authenticator.campus, self.authenticator.catalog)
            await self.login_user({"launch": launch})
        except Refused as error:
            raise refusal(403, str(error)) from error
        self.redirect(self._way(launch))

    async def _checked(self) -> dict[str, Any]:
        work = asyncio.get_running_loop().run_in_executor
        try:
            token: dict[str, Any] = await work(_FETCHING, self.decode_and_validate_launch_request)
        except (ValidationError, web.HTTPError, ValueError) as error:
            self.log.warning("A launch was refused: %s", error)
            raise Refused(NOT_SOUND) from error
        nonce = token["nonce"]
        if nonce in self.authenticator.used:
            self.log.warning("A launch was refused: it was used before")
            raise Refused(NOT_SOUND)
        self.authenticator.used[nonce] = True
        return token

    def _way(self, launch: Launch) -> str:
        room = launch.exercise.room if launch.exercise else str(self.hub.base_url)
        if self.admitted is not None and self.admitted.has_agreed:
            return room
        named = launch.exercise.assignment if launch.exercise else "beranda"
        return f"{DETAILS}?lanjut={named}"


def refusal(status: int, sentence: str) -> web.HTTPError:
    """Make an error whose sentence the hub's page shows."""
    error = web.HTTPError(status, sentence)
    setattr(error, "jupyterhub_message", sentence)  # noqa: B010 (the hub's way)
    return error
