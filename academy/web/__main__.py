"""Runs the service as the hub starts it: `python -m academy.web`."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import traceback
from urllib.parse import urlparse

from jupyterhub.services.auth import HubOAuth
from tornado.httpserver import HTTPServer

from academy.catalog import load_catalog
from academy.people.store import Store, address
from academy.progress.opening import Opener
from academy.progress.store import open_progress
from academy.web.app import make_app
from academy.web.base import log
from academy.web.own_data import forget_leftovers
from deployment.local import logs
from deployment.local.school import School

MAX_BYTES = 8_000_000  # a list of people may have 5 MB; what is more gets a sentence
PLANS_EVERY = 2.0  # seconds
HUB_IS_ASKED_EVERY = 10  # seconds; the hub itself looks at its accounts as often


async def serve() -> None:
    """Listen where the hub says, until the hub ends this process."""
    school = School.from_environment()
    forget_leftovers(school)
    hub_auth = HubOAuth.instance(cache_max_age=HUB_IS_ASKED_EVERY)
    store = Store(address(school))
    app = make_app(school, store, hub_auth, secrets.token_bytes(32))
    where = urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
    server = HTTPServer(app, max_buffer_size=MAX_BYTES, max_body_size=MAX_BYTES)
    server.listen(int(where.port or 0), str(where.hostname))
    await keep_plans(school, store)


async def keep_plans(school: School, store: Store) -> None:
    """Keep everybody's plan as new as the databases, until the hub ends this process."""
    opener: Opener | None = None
    while True:
        try:
            if opener is None:
                catalog = load_catalog(school.clone)
                opener = Opener(school, store, open_progress(school), catalog)
            await asyncio.to_thread(opener.look)
        except Exception as error:  # noqa: BLE001 (the pages go on; the next look may do better)
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("plans: %s\n%s", type(error).__name__, where)
        await asyncio.sleep(PLANS_EVERY)


if __name__ == "__main__":
    os.umask(0o077)
    logs.set_up("pelatihan", logging.INFO)
    # The libraries' own notes name addresses and cookies of people.
    for library in ("tornado", "traitlets", "HubOAuth"):
        logging.getLogger(library).setLevel(logging.ERROR)
    asyncio.run(serve())
