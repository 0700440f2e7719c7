"""What the formgrader service answers: formgrader's own pages, and nothing of a Jupyter server."""

from __future__ import annotations

from typing import Any

from jinja2 import ChoiceLoader, DictLoader
from jupyter_server.auth import Authorizer
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web
from tornado.ioloop import IOLoop

from deployment.local.formgrader_queue import handlers

BASE = "base.tpl"
ITS_NAME = "<h1>nbgrader</h1>"
BACK = '<h1><a href="/hub/home" lang="id">&larr; Lapak</a></h1>'


class FormgraderOnly(Authorizer):
    """Refuses files, kernels, sessions, terminals and every other part with an authorized API.

    Formgrader's pages ask for a login, not for an authorization, so they stay open to the mentors
    whom the hub lets through. A mentor's browser thus never runs code as the grader, and never
    writes a file beside the gradebook.
    """

    def is_authorized(self, handler: Any, user: Any, action: str, resource: str) -> bool:  # noqa: ARG002
        """Refuse."""
        return False


class FrontDoor(JupyterHandler):
    """Formgrader's first page without its `path` argument.

    nbgrader runs `nbgrader_config.py` of whatever folder `?path=` names. A link would be enough
    to make the grader run a file that a trainee has left in her inbound folder.
    """

    @web.authenticated
    def get(self) -> None:
        """Go to the list of assignments of this course."""
        _ = self.xsrf_token  # sets the cookie that formgrader's buttons need
        self.redirect(url_path_join(self.base_url, "formgrader", "manage_assignments"))


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "deployment.local.formgrader_only"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Put our doors before nbgrader's: extensions load in alphabetical order."""
    base_url = app.web_app.settings["base_url"]
    front = (url_path_join(base_url, r"/formgrader/?"), FrontDoor)
    app.web_app.add_handlers(".*$", [front, *handlers(base_url)])
    # nbgrader, which loads after us, puts its templates there; its pages name no character set.
    IOLoop.current().add_callback(lead_back, app.web_app.settings)


def lead_back(settings: dict[str, Any]) -> None:
    """Put a link to the school's pages into the head of formgrader's, once nbgrader is there."""
    environment = settings.get("nbgrader_jinja2_env")
    if environment is None:
        IOLoop.current().call_later(0.2, lead_back, settings)
        return
    source, _, _ = environment.loader.get_source(environment, BASE)
    ours = DictLoader({BASE: source.replace(ITS_NAME, BACK, 1)})
    environment.loader = ChoiceLoader([ours, environment.loader])
