"""A campus' learning platform: an LTI 1.3 platform written by others, behind a small web server.

What it signs, checks and answers comes from the library `lti1p3platform`; here are only the addresses.
"""

from __future__ import annotations

import html
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.oidc_login import OIDCLoginAbstract
from lti1p3platform.registration import Registration
from lti1p3platform.request import Request
from lti1p3platform.score import UpdateScoreStatus
from lti1p3platform.service_connector import AssignmentsGradesService

CLIENT, DEPLOYMENT = "lapak-di-kampus", "7"
ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"


def new_keys() -> tuple[str, str]:
    """Make a private key and its public one, PEM."""
    pem = serialization.Encoding.PEM
    key = rsa.generate_private_key(65537, 2048)
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


class Signer(Registration):
    """Signs as the library does; a test may let it claim the name of a key that it does not have."""

    kid: str | None = None

    def get_kid(self) -> str | None:
        """Give the name of the key."""
        return self.kid or super().get_kid()


class Conf(LTI1P3PlatformConfAbstract):
    """A platform with one tool."""

    def init_platform_config(self, **more: Any) -> None:
        """Take the tool."""
        self._registration = more["registration"]

    def get_registration_by_params(self, **_: Any) -> Registration:
        """Give it."""
        return self._registration


class Plain(Request):
    """A request as the library wants it."""

    def build_metadata(self, request: Any) -> Any:
        """It is made that way."""
        return request


class Login(OIDCLoginAbstract):
    """The first step of a launch."""

    def set_lti_message_hint(self, **more: Any) -> None:
        """Remember which link was clicked."""
        self._lti_message_hint = more["hint"]

    def get_redirect(self, url: str) -> str:
        """Give the address."""
        return url


class Launch(LTIAdvantageMessageLaunchAbstract):
    """The last step of a launch."""

    platform: Platform

    def prepare_launch(self, preflight_response: dict[str, Any]) -> None:
        """Say who clicked what."""
        user = preflight_response["login_hint"]
        name, role = self.platform.people[user]
        self.set_user_data(user, [ROLE + role], name or None, f"{user}@kampus.example")
        self.set_resource_link_claim("link-1", title="Lapak")
        self.set_launch_context_claim(
            "course-9", context_title="Kewirausahaan", context_label="KWU-1"
        )
        hint = preflight_response["lti_message_hint"]
        if hint != "-":
            self.set_custom_parameters_claim({"unit": hint})
            line = f"{self.platform.address}/lines/{hint.replace('/', '_')}"
            self.set_ags(f"{self.platform.address}/lines", line, allow_creating_lineitems=False)
        if self.platform.lasts is not None:
            self.set_id_token_expiration(self.platform.lasts)

    def render_launch_form(self, launch_data: dict[str, Any], **_: Any) -> dict[str, str]:
        """Give the fields of the form that the browser sends to the tool."""
        return {name: str(launch_data[name]) for name in ("launch_url", "id_token", "state")}


class Grades(AssignmentsGradesService):
    """Its gradebook."""

    platform: Platform

    def update_score(self, line_item_id: str, score: Any) -> UpdateScoreStatus:
        """Take a score that is newer than what there is."""
        key = (line_item_id, score["userId"])
        kept = self.platform.grades.get(key)
        self.platform.received.append((line_item_id, score))
        if kept and score["timestamp"] <= kept["timestamp"]:
            return UpdateScoreStatus.OLD_TIMESTAMP
        self.platform.grades[key] = score
        return UpdateScoreStatus.SUCCESS

    def _none(self, *_: Any, **__: Any) -> Any:
        raise NotImplementedError

    find_lineitems = find_lineitem = create_lineitem = _none
    update_lineitem = delete_lineitem = get_results = _none


@dataclass
class Platform:
    """A running platform.

    Attributes:
        address: where it is, as it calls itself.
        people: name and role by what it calls them.
        lasts: seconds that its launches are good; the library's five minutes without.
        is_down: whether it answers 503 to everything.
        answers: what it answers to a score of a line instead of taking it.
        kind: what it calls its answer to a score.
        grades: the newest score by line item and person.
        received: every score that came, in order.
    """

    address: str
    registration: Signer
    conf: Conf
    people: dict[str, tuple[str, str]] = field(
        default_factory=lambda: {
            "17": ("Ratna Dewi", "Learner"),
            "18": ("", "Learner"),
            "90": ("Budi Santoso", "Instructor"),
        }
    )
    lasts: int | None = None
    is_down: bool = False
    answers: dict[str, int] = field(default_factory=dict)
    kind: str = "text/plain"
    grades: dict[tuple[str, str], Any] = field(default_factory=dict)
    received: list[tuple[str, Any]] = field(default_factory=list)

    def settings(self, cohort: str, district: str = "36.73") -> dict[str, str]:
        """Give the school's settings for it."""
        return {
            "LAPAK_LTI_ISSUER": self.address,
            "LAPAK_LTI_CLIENT": CLIENT,
            "LAPAK_LTI_DEPLOYMENT": DEPLOYMENT,
            "LAPAK_LTI_COHORT": cohort,
            "LAPAK_LTI_DISTRICT": district,
            "LAPAK_LTI_LOGIN": f"{self.address}/auth",
            "LAPAK_LTI_KEYS": f"{self.address}/keys",
            "LAPAK_LTI_TOKEN": f"{self.address}/token",
        }

    def knows(self, school: str) -> None:
        """Add the tool: where its launches begin, and its public keys."""
        self.registration.set_oidc_login_url(f"{school}/hub/lti13/oauth_login")
        self.registration.set_launch_url(f"{school}/")
        self.registration.set_tool_key_set_url(f"{school}/services/pelatihan/lti/kunci.json")

    def click(self, user: str, unit: str = "-") -> str:
        """Give the address of a link in a course: somebody clicks it."""
        return f"{self.address}/click?user={user}&unit={unit}"

    # ---- what the web server answers -----------------------------------------------------------
    def first_step(self, asked: dict[str, str]) -> str:
        """Begin a launch."""
        login = Login(None, self.conf)
        login.set_lti_message_hint(hint=asked["unit"])
        return str(login.initiate_login(asked["user"]))

    def last_step(self, asked: dict[str, str]) -> dict[str, str]:
        """Say who it is, signed."""
        launch = Launch(Plain({"get_data": asked, "form_data": {}}), self.conf)
        launch.platform = self
        fields: dict[str, str] = launch.lti_launch()
        return fields

    def take(self, line: str, headers: Any, body: Any) -> tuple[int, str]:
        """Take a score."""
        if line in self.answers:
            return self.answers[line], "no"
        request = Plain({"method": "POST", "headers": headers, "json": body})
        address = f"{self.address}/lines/{line}"
        service = Grades(request, self.conf, f"{self.address}/lines", address)
        service.platform = self
        answer = service.handle_resp(service.handle_update_score, line_item_id=line)
        return answer.code, answer.message


class _Handler(BaseHTTPRequestHandler):
    platform: Platform

    def do_GET(self) -> None:
        """A browser, or the tool that wants keys."""
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if self.platform.is_down:
            self._answer(503, "")
        elif url.path == "/click":
            self._answer(302, "", location=self.platform.first_step(asked))
        elif url.path == "/auth":
            self._answer(200, _form(self.platform.last_step(asked)))
        elif url.path == "/keys":
            self._answer(200, json.dumps(self.platform.conf.get_jwks()), "application/json")
        else:
            self._answer(404, "")

    def do_POST(self) -> None:
        """The tool: it wants a token, or brings a score."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        platform, parts = self.platform, urlsplit(self.path).path.strip("/").split("/")
        if platform.is_down:
            self._answer(503, "")
        elif parts == ["token"]:
            said = {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(200, json.dumps(platform.conf.get_access_token(said)), "application/json")
        elif parts[0] == "lines" and parts[2:] == ["scores"]:
            code, said = platform.take(parts[1], self.headers, json.loads(body))
            self._answer(code, said, platform.kind, self.path)
        else:
            self._answer(404, "")

    def _answer(
        self, code: int, text: str, kind: str = "text/html; charset=utf-8", location: str = ""
    ) -> None:
        body = text.encode()
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if code in {301, 302}:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _form(fields: dict[str, str]) -> str:
    inputs = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(fields[name])}">'
        for name in ("id_token", "state")
    )
    action = html.escape(fields["launch_url"])
    form = f'<form id="f" method="post" action="{action}">{inputs}</form>'
    return f"<!DOCTYPE html><title>Kampus</title>{form}<script>f.submit()</script>"


@contextmanager
def running_platform() -> Iterator[Platform]:
    """Run a platform; another site than the school for a browser: `localhost`, not 127.0.0.1."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    address = f"http://localhost:{server.server_address[1]}"
    private, public = new_keys()
    signer = Signer()
    signer.set_iss(address).set_client_id(CLIENT).set_deployment_id(DEPLOYMENT)
    signer.set_platform_private_key(private).set_platform_public_key(public)
    platform = Platform(address, signer, Conf(registration=signer))
    server.RequestHandlerClass = type("Handler", (_Handler,), {"platform": platform})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.start()
    try:
        yield platform
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
