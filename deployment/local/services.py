"""The hub's services: formgrader for mentors, the watcher that grades, the public pages and tools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deployment.local import box, pages
from deployment.local.school import COURSE, GRADER, School

# A service that outlives its hub keeps its port with tokens that nobody knows.
WITH_HUB = ["setpriv", "--pdeathsig", "KILL", "--"]
_PLAIN = ("LANG=C.UTF-8", "HOME=/tmp", "TZ=Asia/Jakarta")
IDLE_TOOL_SECONDS = 300
NOT_FOR_VISITORS = ("@jupyter/nbgrader", "@lapak/ruang-belajar")


def definitions(school: School) -> list[dict[str, Any]]:
    """Give JupyterHub's definitions of all services of the school."""
    return [formgrader(school), penilai(school), belajar(school), alat(school)]


def formgrader(school: School) -> dict[str, Any]:
    """The formgrader, as the grader's account in root's school; its name is the course's."""
    return {
        **_as_grader(school, [str(school.hub_env / "bin" / "jupyterhub-singleuser")]),
        "name": COURSE,
        "url": f"http://127.0.0.1:{school.ports[COURSE]}",
        "oauth_no_confirm": True,
        "environment": {
            **_graders_environment(school),
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
        **_as_grader(school, [python, "-m", "deployment.local.watcher"]),
        "name": "penilai",
        "environment": _graders_environment(school),
    }


def _as_grader(school: School, words: list[str]) -> dict[str, Any]:
    # The hub would put in the account's own home, which may be another school's on this machine.
    at_home = ["/usr/bin/env", f"HOME={school.home_of(GRADER)}"]
    return {
        "display": False,
        "command": [*WITH_HUB, *at_home, *words],
        **({"user": GRADER} if school.as_root else {}),
        "cwd": str(school.course),
    }


def _graders_environment(school: School) -> dict[str, str]:
    return {
        **_mark(school),
        **school.environment(),
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
    """The public tools: stock Voila, open to anyone, closed to everything but its pages."""
    apps = box.INSIDE / "apps"
    words = [
        *(_python(school), "-m", "voila", str(apps), "--no-browser"),
        *("--Voila.ip=127.0.0.1", f"--port={school.ports['alat']}"),
        "--base_url=/services/alat/",
        "--VoilaConfiguration.allow_template_override=NO",
        "--VoilaConfiguration.show_tracebacks=False",
        "--VoilaExporter.language_code=id",
        # The trainees' JupyterLab extensions are in the same environment, and not for visitors.
        *(f"--VoilaConfiguration.extension_denylist={name}" for name in NOT_FOR_VISITORS),
        f"--MappingKernelManager.cull_idle_timeout={IDLE_TOOL_SECONDS}",
        "--MappingKernelManager.cull_interval=60",
        "--KernelManager.transport=ipc",
    ]
    return _public(school, "alat", [box.Bind(school.apps, apps)], words)


def _public(school: School, name: str, binds: list[box.Bind], words: list[str]) -> dict[str, Any]:
    # `env -i`: these serve strangers, so not even the service's own hub token goes in.
    path = f"PATH={school.trainee_env}/bin:/usr/bin:/bin"
    clean = ["/usr/bin/env", "-i", path, *_PLAIN, "JUPYTER_RUNTIME_DIR=/tmp/jupyter"]
    return {
        "name": name,
        "display": False,
        "url": f"http://127.0.0.1:{school.ports[name]}",
        "command": [*box.tools_box(school, binds), *clean, *words],
        "cwd": "/",
        "environment": _mark(school),
    }


def _python(school: School) -> str:
    return str(school.trainee_env / "bin" / "python")


def _mark(school: School) -> dict[str, str]:
    return {"LAPAK_SCHOOL": str(school.home)}
