"""The service as a whole: its addresses, its settings, its start."""

from __future__ import annotations

import re
from importlib import import_module

from tornado.web import Application

from academy.certificates.models import ID
from academy.web.app import MODULES, routes
from academy.web.base import Page
from academy.web.rights import EVERYONE, STAFF

from .conftest import PREFIX, Site

CHECKING = {"", f"/({ID})", rf"/({ID})/kredensial\.json", rf"/({ID})/lencana\.svg"}
OPEN = {
    *("daftar", r"bahasa/([a-z]+)", r"gaya\.css", r"sertifikat/status/([0-9a-f]{12})"),
    *(f"sertifikat{path}" for path in CHECKING),
    r"lti/kunci\.json",
}


def test_only_what_is_meant_to_be_open_is_open() -> None:
    """Every other page asks who comes, and names roles."""
    pages = {path.removeprefix(PREFIX): page for path, page in routes(PREFIX)}
    ours = {path: page for path, page in pages.items() if issubclass(page, Page)}
    assert {path for path in pages if path not in ours} == {"oauth_callback", "metrik"}
    assert {path for path, page in ours.items() if page.is_public} == OPEN
    assert all(page.roles <= EVERYONE for page in ours.values())
    for path, page in ours.items():
        if path.startswith(("peserta", "impor")):
            assert page.roles <= STAFF


def test_no_address_has_room_for_personal_data() -> None:
    """User names, names of sheets and languages are all that an address may hold."""
    for path, _ in routes(PREFIX):
        for group in re.findall(r"\([^)]*\)", path):
            assert "." not in group
            assert "@" not in group
            assert "+)" not in group or group == "([a-z]+)"


def test_every_module_of_pages_is_served(site: Site) -> None:
    """Each has addresses, and the tokens are on."""
    assert isinstance(site.app, Application)
    assert site.app.settings["xsrf_cookies"] is True
    assert all(import_module(f"academy.web.{name}").routes for name in MODULES)


def test_a_class_behind_one_address_may_mistype_its_code(site: Site) -> None:
    """Thirty people with one wrong code each keep nobody waiting."""
    codes = site.app.settings["codes"]
    for _ in range(30):
        codes.count("198.51.100.77")
    assert codes.wait("198.51.100.77") == 0
