"""The hub's services: formgrader, the watcher that grades, the training's pages, lessons and tools."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from deployment.local import box, campus, logs, pages
from deployment.local.limits import Limits
from deployment.local.school import COURSE, GRADER, School

# A service that outlives its hub keeps its port with tokens that nobody knows.
WITH_HUB = ["setpriv", "--pdeathsig", "KILL", "--"]
_PLAIN = ("LANG=C.UTF-8", "HOME=/tmp", "TZ=Asia/Jakarta")
PEOPLE, CULLER, MONITOR = "pelatihan", "penutup", "pemantau"
DATABASE, PROGRESS = "LAPAK_ACADEMY_DB", "LAPAK_PROGRESS_DB"
XAPI, XAPI_LOGIN = "LAPAK_XAPI", "LAPAK_XAPI_LOGIN"


def definitions(school: School) -> list[dict[str, Any]]:
    """Give JupyterHub's definitions of all services of the school."""
    own = [formgrader(school), penilai(school), pelatihan(school)]
    own += [xapi(school)] if os.environ.get(XAPI) else []
    own += [lti(school)] if campus.Campus.from_environment() else []
    gate = [pintu(school)] if school.gate else []
    return [*own, belajar(school), alat(school), penutup(school), pemantau(school), *gate]


def roles() -> list[dict[str, Any]]:
    """Give the hub's roles of services that may ask it for something."""
    may = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
    return [
        {"name": CULLER, "services": [CULLER], "scopes": may},
        {"name": MONITOR, "services": [MONITOR], "scopes": ["read:metrics"]},
    ]


def formgrader(school: School) -> dict[str, Any]:
    """The formgrader, as the grader's account in root's school; its name is the course's."""
    return {
        **_as_grader(school, [str(school.hub_env / "bin" / "jupyterhub-singleuser")]),
        "name": COURSE,
        "url": f"http://127.0.0.1:{school.ports[COURSE]}",
        "oauth_no_confirm": True,
        "environment": {
            **_environment(school),
            "JUPYTER_CONFIG_PATH": str(school.etc / "grader"),
            "JUPYTERHUB_SINGLEUSER_APP": "jupyter_server.serverapp.ServerApp",
            "JUPYTERHUB_USER": GRADER,
            "JUPYTERHUB_DEFAULT_URL": "/formgrader/",
            "JUPYTERHUB_ROOT_DIR": str(school.course),
            "MPLBACKEND": "Agg",
        },
    }


def penilai(school: School) -> dict[str, Any]:
    """The watcher: no address, no rights at the hub; it starts anew when it ends."""
    python = str(school.hub_env / "bin" / "python")
    return {
        **_as_grader(school, [python, "-m", "academy.progress.watching"]),
        "name": "penilai",
        "environment": {**_environment(school), **_set(PROGRESS)},
    }


def pelatihan(school: School) -> dict[str, Any]:
    """The pages of the training, as the hub's own account: they make logins and read homes."""
    return {
        "name": PEOPLE,
        "display": False,
        "url": f"http://127.0.0.1:{school.ports[PEOPLE]}",
        "oauth_no_confirm": True,
        "command": [*WITH_HUB, str(school.hub_env / "bin" / "python"), "-m", "academy.web"],
        "cwd": str(school.hub),
        "environment": {**_environment(school), **_set(DATABASE, PROGRESS, *campus.VARIABLES)},
    }


def lti(school: School) -> dict[str, Any]:
    """What sends scores to a campus, where one is set: no address, no rights at the hub."""
    return _sender(school, "lti", *campus.VARIABLES)


def xapi(school: School) -> dict[str, Any]:
    """What sends statements, where the operator wants them: no address, no rights at the hub."""
    return _sender(school, "xapi", XAPI, XAPI_LOGIN)


def _sender(school: School, name: str, *variables: str) -> dict[str, Any]:
    """A service that reads both databases of the academy and sends on what is new."""
    python = str(school.hub_env / "bin" / "python")
    return {
        "name": name,
        "display": False,
        "command": [*WITH_HUB, python, "-m", f"academy.{name}"],
        "cwd": str(school.hub),
        "environment": {**_environment(school), **_set(DATABASE, PROGRESS, *variables)},
    }


def pintu(school: School) -> dict[str, Any]:
    """The gate: HTTPS in front of the hub's proxy; no address at the hub and no rights there."""
    python = str(school.hub_env / "bin" / "python")
    return {
        "name": "pintu",
        "display": False,
        "command": [*WITH_HUB, python, "-m", "deployment.local.gate_keeper"],
        "cwd": "/",
        "environment": _environment(school),
    }


def penutup(school: School) -> dict[str, Any]:
    """Ends rooms in which nobody is any more; JupyterLab has saved every fifteen seconds by then."""
    python, idle = str(school.hub_env / "bin" / "python"), Limits.from_environment().idle * 60
    words = [f"--timeout={idle}", f"--cull-every={min(300, max(5, idle // 4))}", "--concurrency=5"]
    return {
        "name": CULLER,
        "display": False,
        "command": [*WITH_HUB, python, "-m", "jupyterhub_idle_culler", *words],
        "cwd": "/",
        "environment": _environment(school),
    }


def pemantau(school: School) -> dict[str, Any]:
    """Prometheus, as far as the hub is concerned: a token that reads figures and nothing else."""
    token = school.metrics_token.read_text(encoding="ascii").strip()
    return {"name": MONITOR, "display": False, "api_token": token}


def _set(*names: str) -> dict[str, str]:
    """Give the variables that the operator has set: databases that are elsewhere."""
    return {name: os.environ[name] for name in names if name in os.environ}


def _as_grader(school: School, words: list[str]) -> dict[str, Any]:
    # The hub would put in the account's own home, which may be another school's on this machine.
    at_home = ["/usr/bin/env", f"HOME={school.home_of(GRADER)}"]
    return {
        "display": False,
        "command": [*WITH_HUB, *at_home, *words],
        **({"user": GRADER} if school.as_root else {}),
        "cwd": str(school.course),
    }


def _environment(school: School) -> dict[str, str]:
    return {
        **_mark(school),
        **school.environment(),
        **_set(logs.VARIABLE),
        "SHELL": "/bin/sh",
        "LANG": "C.UTF-8",
        "PATH": f"{school.hub_env / 'bin'}:/usr/bin:/bin",
    }


def belajar(school: School) -> dict[str, Any]:
    """The static public pages."""
    site, program = box.INSIDE / "site", box.INSIDE / "pages.py"
    binds = [box.Bind(school.site, site), box.Bind(Path(pages.__file__), program)]
    port = school.ports["belajar"]
    words = [_python(school), str(program), str(site), str(port), "/services/belajar/"]
    return _public(school, "belajar", binds, words)


def alat(school: School) -> dict[str, Any]:
    """The public tools: open to anyone, each visitor who types in a box of her own inside this one."""
    apps = box.INSIDE / "apps"
    words = [
        *(_python(school), "-m", "voila_apps.template", str(apps)),
        *(f"--port={school.ports['alat']}", "--base_url=/services/alat/"),
    ]
    return _public(school, "alat", [box.Bind(school.apps, apps)], words, nested=True)


def _public(
    school: School, name: str, binds: list[box.Bind], words: list[str], *, nested: bool = False
) -> dict[str, Any]:
    # `env -i`: these serve strangers, so not even the service's own hub token goes in.
    path = f"PATH={school.trainee_env}/bin:/usr/bin:/bin"
    clean = ["/usr/bin/env", "-i", path, *_PLAIN]
    return {
        "name": name,
        "display": False,
        "url": f"http://127.0.0.1:{school.ports[name]}",
        "command": [*box.tools_box(school, binds, nested=nested), *clean, *words],
        "cwd": "/",
        "environment": _mark(school),
    }


def _python(school: School) -> str:
    return str(school.trainee_env / "bin" / "python")


def _mark(school: School) -> dict[str, str]:
    return {"LAPAK_SCHOOL": str(school.home)}
