"""Jupyter configuration of boxes and of formgrader."""

from __future__ import annotations

import json

import pytest
from traitlets.config import PyFileConfigLoader

from deployment.local import config_files
from deployment.local.school import School


@pytest.fixture
def written(school: School) -> School:
    """A school whose configuration has been written."""
    config_files.write(school)
    return school


def test_nbgrader_in_a_box_is_told_who_she_is(
    written: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one uid for all, nbgrader would take everybody for the same person."""
    monkeypatch.setenv("JUPYTERHUB_USER", "peserta01")
    config = PyFileConfigLoader("nbgrader_config.py", str(written.etc / "trainee")).load_config()
    assert config.CourseDirectory.student_id == "peserta01"
    assert config.CourseDirectory.course_id == "lapak"
    assert config.Exchange.root == "/srv/lapak/exchange"
    assert config.Exchange.assignment_dir.endswith("/latihan")


def test_trainees_get_no_part_of_nbgraders_pages(written: School) -> None:
    """No assignment list, no Validate, no formgrader: buttons of our own do the work."""
    server = json.loads((written.etc / "trainee/jupyter_server_config.json").read_text())
    parts = server["ServerApp"]["jpserver_extensions"]
    assert set(parts.values()) == {False}
    assert {name.rpartition(".")[2] for name in parts} == {
        *("assignment_list", "course_list", "formgrader", "validate_assignment"),
    }


def test_formgrader_is_alone_in_its_server(written: School) -> None:
    """No JupyterLab, no terminals, no language servers beside the gradebook."""
    config = json.loads((written.etc / "grader/jupyter_server_config.json").read_text())
    on = {name for name, used in config["ServerApp"]["jpserver_extensions"].items() if used}
    assert on == {"nbgrader.server_extensions.formgrader", "deployment.local.formgrader_only"}
    assert config["ServerApp"]["terminals_enabled"] is False
    assert config["HTMLExporter"]["sanitize_html"] is True
