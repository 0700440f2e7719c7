"""The hub of a school on one machine. `lapak serve` starts it; LAPAK_… say which school."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from deployment.local import hub_pages, logs, services
from deployment.local.authenticator import LapakAuthenticator
from deployment.local.campus import AUTHENTICATOR, Campus
from deployment.local.hub_groups import GRADERS, MENTORS, OFFICE, TRAINEES
from deployment.local.limits import Limits
from deployment.local.school import COURSE, GRADER, School
from deployment.local.spawner import BoxSpawner, start_page

c: Any = get_config()  # type: ignore[name-defined]  # noqa: F821 (JupyterHub puts it there)
school = School.from_environment()
ports = school.ports


def landing(handler: Any) -> str:
    """Give the page that a person sees first: mentors formgrader, trainees their server."""
    user = handler.current_user
    if user is None:
        return str(handler.settings["login_url"])
    groups = {group.name for group in user.groups}
    if GRADERS in groups:
        return f"/services/{COURSE}/formgrader"
    if OFFICE in groups:
        return str(handler.hub.base_url + "home")
    return str(user.url if user.spawner.active else handler.hub.base_url + "spawn")


# ---- addresses and state ------------------------------------------------------------------
c.JupyterHub.bind_url = f"http://{school.proxy_host}:{school.port}"
c.JupyterHub.hub_ip = "127.0.0.1"
c.JupyterHub.hub_port = ports["hub"]
c.JupyterHub.db_url = f"sqlite:///{school.hub_database}"
c.JupyterHub.upgrade_db = True  # `lapak serve` has copied it before, where another version wrote it
c.JupyterHub.cookie_secret_file = str(school.cookie_secret)
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{ports['proxy_api']}"
c.ConfigurableHTTPProxy.pid_file = str(school.hub / "proxy.pid")
c.ConfigurableHTTPProxy.command = [*services.WITH_HUB, *json.loads(os.environ["LAPAK_PROXY_CMD"])]
if school.gate:
    # Who comes and over which protocol, the gate says alone; cookies never go in clear.
    c.ConfigurableHTTPProxy.command.append("--no-x-forward")
    c.JupyterHub.tornado_settings = {"cookie_options": {"secure": True}}

logging_config = logs.of_the_hub()
if logging_config:
    c.JupyterHub.logging_config = logging_config

# ---- pages --------------------------------------------------------------------------------
c.JupyterHub.template_paths = [str(Path(services.__file__).parent / "templates")]
hub_pages.install(school)
c.JupyterHub.default_url = landing
c.JupyterHub.implicit_spawn_seconds = 2

# ---- people -------------------------------------------------------------------------------
campus = Campus.from_environment()
c.JupyterHub.authenticator_class = AUTHENTICATOR if campus else LapakAuthenticator
c.LapakAuthenticator.store_path = str(school.accounts)
c.LapakAuthenticator.auth_refresh_age = 10  # seconds; it costs one look into a small file
# The authenticator asks the accounts' store itself, each time: who is added there may log in at once.
c.Authenticator.any_allow_config = True
c.Authenticator.manage_groups = True
c.Authenticator.admin_users = set()
c.Authenticator.blocked_users = {GRADER}
# Formgrader knows its trainees from the gradebook and asks the hub for nothing, so its service has
# no role; mentors may open it, and that is all there is to give.
own_service = f"access:services!service={COURSE}"
everybody = [TRAINEES, MENTORS, OFFICE]  # who may see what there, its pages say themselves
people_pages = f"access:services!service={services.PEOPLE}"
c.JupyterHub.load_roles = [
    {"name": GRADERS, "groups": [GRADERS], "scopes": [own_service]},
    {"name": services.PEOPLE, "groups": everybody, "scopes": [people_pages]},
]
c.JupyterHub.load_roles += services.roles()
c.JupyterHub.services = services.definitions(school)

# ---- trainees' servers --------------------------------------------------------------------
limits = Limits.from_environment()
c.JupyterHub.spawner_class = BoxSpawner
c.JupyterHub.active_server_limit = limits.rooms
c.JupyterHub.concurrent_spawn_limit = 20
c.Spawner.env_keep = []
c.Spawner.default_url = start_page(school.lessons)
c.Spawner.start_timeout = 60
c.Spawner.http_timeout = 60
