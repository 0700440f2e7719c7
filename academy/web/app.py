"""Puts the service together: addresses, settings, templates, the school behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jupyterhub.services.auth import HubOAuth
from tornado import web

import deployment.local
from academy.people.store import Store
from academy.web import base
from academy.web.drafts import Drafts
from academy.web.limits import Limiter
from deployment.local.school import School

MODULES: Final = (
    "doors",
    "metrics",
    "people_list",
    "person_page",
    "roster_import",
    "card_sheets",
    "registration",
    "own_details",
    "own_data",
    "progress_own",
    "progress_group",
    "progress_items",
    "progress_visits",
    "certificates_own",
    "certificates_people",
    "certificates_public",
    "report",
    "progress_opening",
    "cohorts",
    "grades",
    "lti_keys",
)
TEMPLATES: Final = Path(__file__).parent / "templates"
HUB_TEMPLATES: Final = Path(deployment.local.__file__).parent / "templates"


def make_app(school: School, store: Store, hub_auth: HubOAuth, secret: bytes) -> web.Application:
    """Make the service.

    Args:
        school: the school.
        store: the academy's database.
        hub_auth: asks the hub who somebody is; its `base_url` is the service's own path.
        secret: signs cookies; a new one at each start makes everybody ask the hub anew.
    """
    style = _style()
    prefix: str = hub_auth.base_url
    settings: dict[str, Any] = {
        "school": school,
        "store": store,
        "base": prefix,
        "jinja": _templates(),
        "style": style,
        "style_address": f"{prefix}gaya.css?v={hashlib.sha256(style).hexdigest()[:12]}",
        "drafts": Drafts(),
        "codes": Limiter(free=40),
        "registrations": Limiter(free=60),
        "checks": Limiter(free=60),
        "cookie_secret": secret,
        "xsrf_cookies": True,
        "xsrf_cookie_kwargs": {
            "httponly": True,
            "samesite": "Lax",
            **({"secure": True} if school.gate else {}),
        },
        "log_function": base.log_request,
        "default_handler_class": base.Nowhere,
        "hub_auth": hub_auth,
    }
    return web.Application(routes(prefix), **settings)


def routes(prefix: str) -> list[tuple[str, Any]]:
    """List the addresses of all pages, each below the service's own path."""
    modules = [import_module(f"academy.web.{name}") for name in MODULES]
    return [(prefix + path, page) for module in modules for path, page in module.routes]


def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([TEMPLATES, HUB_TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["pairs"] = _pairs
    return environment


def _pairs(things: Iterable[Any]) -> list[tuple[int, str]]:
    """Give what a choice needs of cohorts or groups."""
    return [(thing.id, thing.name) for thing in things]


def _style() -> bytes:
    """Give the tokens and the hub's style, with what our pages add to it."""
    hub = (HUB_TEMPLATES / "tokens.css", HUB_TEMPLATES / "style.css")
    return b"".join(path.read_bytes() for path in (*hub, TEMPLATES / "web.css"))
