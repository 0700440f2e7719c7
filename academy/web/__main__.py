"""Runs the service as the hub starts it: `python -m academy.web`."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from urllib.parse import urlparse

from jupyterhub.services.auth import HubOAuth
from tornado.httpserver import HTTPServer

from academy.people.store import Store, address
from academy.web.app import make_app
from academy.web.own_data import forget_leftovers
from deployment.local.school import School

MAX_BYTES = 8_000_000  # a list of people may have 5 MB; what is more gets a sentence
HUB_IS_ASKED_EVERY = 10  # seconds; the hub itself looks at its accounts as often


async def serve() -> None:
    """Listen where the hub says, until the hub ends this process."""
    school = School.from_environment()
    forget_leftovers(school)
    hub_auth = HubOAuth.instance(cache_max_age=HUB_IS_ASKED_EVERY)
    app = make_app(school, Store(address(school)), hub_auth, secrets.token_bytes(32))
    where = urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
    server = HTTPServer(app, max_buffer_size=MAX_BYTES, max_body_size=MAX_BYTES)
    server.listen(int(where.port or 0), str(where.hostname))
    await asyncio.Event().wait()


if __name__ == "__main__":
    os.umask(0o077)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    # The libraries' own notes name addresses and cookies of people.
    for library in ("tornado", "traitlets", "HubOAuth"):
        logging.getLogger(library).setLevel(logging.ERROR)
    asyncio.run(serve())
