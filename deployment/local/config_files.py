"""The Jupyter configuration of trainees' boxes and of formgrader, written at each start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from deployment.local.school import COURSE, School

_SERVER_PARTS = ("assignment_list", "course_list", "formgrader", "validate_assignment")
_LAB_PARTS = (
    *("assignment-list", "course-list", "create-assignment", "formgrader"),
    *("validate-assignment", "menu", "local-course-list"),
)
# Whatever a Jupyter server would load by itself in the hub's environment.
_OTHER_SERVERS = (
    *("jupyterlab", "notebook", "notebook_shim", "jupyter_lsp", "jupyter_server_terminals"),
    *("nbclassic", "voila.server_extension", "jupytext", "jupyterlab_jupytext"),
)

TRAINEE = f'''"""nbgrader in a trainee's box: an exchange in which she is alone."""

import os

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = {COURSE!r}
c.CourseDirectory.student_id = os.environ["JUPYTERHUB_USER"]
c.Exchange.root = "/srv/lapak/exchange"
c.Exchange.assignment_dir = os.path.expanduser("~/latihan")
c.Exchange.path_includes_course = False
'''


def write(school: School) -> None:
    """Write `etc/trainee` and `etc/grader` of the school."""
    trainee, grader = school.etc / "trainee", school.etc / "grader"
    _put(trainee / "nbgrader_config.py", TRAINEE)
    _put_json(trainee / "jupyter_server_config.json", _extensions(formgrader=False))
    _put_json(
        trainee / "labconfig" / "page_config.json",
        {"disabledExtensions": {f"@jupyter/nbgrader:{part}": True for part in _LAB_PARTS}},
    )
    _put_json(grader / "jupyter_server_config.json", _formgrader(school))


def _formgrader(school: School) -> dict[str, Any]:
    config = _extensions(formgrader=True, others=False)
    config["ServerApp"]["jpserver_extensions"]["deployment.local.formgrader_only"] = True
    config["ServerApp"] |= {
        "root_dir": str(school.course),
        "default_url": "/formgrader/",
        "terminals_enabled": False,
        "answer_yes": True,  # the hub stops it with SIGINT: no question, nobody would answer
        "authorizer_class": "deployment.local.formgrader_only.FormgraderOnly",
        # The hub says 'none'; formgrader shows a submission in a frame of its own page.
        "tornado_settings": {"headers": {"Content-Security-Policy": "frame-ancestors 'self'"}},
    }
    # A submission is somebody else's HTML, shown in a mentor's logged-in browser.
    config["HTMLExporter"] = {"sanitize_html": True}
    config["FormgradeExtension"] = {"debug": False}
    return config


def _extensions(*, formgrader: bool, others: bool | None = None) -> dict[str, Any]:
    parts = {
        f"nbgrader.server_extensions.{part}": formgrader and part == "formgrader"
        for part in _SERVER_PARTS
    }
    if others is not None:
        parts |= dict.fromkeys(_OTHER_SERVERS, others)
    return {"ServerApp": {"jpserver_extensions": parts}}


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _put_json(path: Path, content: dict[str, Any]) -> None:
    _put(path, json.dumps(content, indent=2) + "\n")
