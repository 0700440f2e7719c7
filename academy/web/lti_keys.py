"""The public key with which a campus' platform checks what the school sends: open to all."""

from __future__ import annotations

import json

from tornado import web

from academy.lti.keys import key_set
from academy.web.base import Page
from deployment.local.campus import Campus


class Keys(Page):
    """The key set (JWKS); only where a campus is set."""

    is_public = True

    async def get(self) -> None:
        """Give it."""
        if Campus.from_environment() is None:
            raise web.HTTPError(404)
        found = await self.apart(key_set, self.school)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(found))


routes = [(r"lti/kunci\.json", Keys)]
