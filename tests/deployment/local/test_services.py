"""Definitions of the hub's services."""

from __future__ import annotations

import pytest

from deployment.local import services
from deployment.local.school import GRADER, School


def test_services_have_ports_of_their_own(school: School) -> None:
    """The formgrader's has the course's name, as nbgrader wants it; the watcher has no address."""
    made = {service["name"]: service for service in services.definitions(school)}
    public = ["alat", "belajar", "lapak", "pelatihan"]
    assert sorted(made) == [*public, "pemantau", "penilai", "penutup"]
    urls = {service["url"] for service in made.values() if "url" in service}
    assert len(urls) == 4
    assert all(url.startswith("http://127.0.0.1:") for url in urls)


def test_no_service_asks_for_rights(school: School) -> None:
    """No admin flag, no token but the one for figures; roles are given by name elsewhere."""
    for service in services.definitions(school):
        assert not {"admin", "api_token"} & set(service) or service["name"] == services.MONITOR
    rights = {role["services"][0]: role["scopes"] for role in services.roles()}
    assert rights[services.MONITOR] == ["read:metrics"]
    assert not [
        scope for scope in rights[services.CULLER] if "admin" in scope or ":users!" in scope
    ]


def test_formgrader_runs_as_the_grader_and_ends_with_the_hub(school: School) -> None:
    """In root's school under the grader's account; a killed hub leaves no service behind."""
    for made in (services.formgrader(school), services.penilai(school)):
        assert made.get("user") == (GRADER if school.as_root else None)
        assert made["command"][:3] == ["setpriv", "--pdeathsig", "KILL"]
    assert services.formgrader(school)["environment"]["JUPYTERHUB_USER"] == GRADER


def test_public_services_are_boxed_and_know_nothing(school: School) -> None:
    """A box first, then an empty environment: not even the service's own token."""
    for made in (services.belajar(school), services.alat(school)):
        command = made["command"]
        assert command[0].endswith("bwrap")
        assert "--die-with-parent" in command
        assert command[command.index("/usr/bin/env") + 1] == "-i"
        shown = [command[at + 1] for at, word in enumerate(command) if "bind" in word]
        inside_home = [path for path in shown if path.startswith(str(school.home))]
        allowed = (str(school.site), str(school.apps), str(school.etc / "boxes"))
        assert all(path.startswith(allowed) for path in inside_home)


def test_formgraders_home_is_this_schools(school: School) -> None:
    """The account may have been made by another school, whose folder may be gone."""
    command = services.formgrader(school)["command"]
    assert f"HOME={school.home_of('lapak-grader')}" in command


def test_the_trainings_pages_end_with_the_hub_and_know_their_database(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL where the operator names it; and no other variable of this process goes in."""
    monkeypatch.delenv("LAPAK_ACADEMY_DB", raising=False)
    monkeypatch.setenv("RAHASIA", "x")
    made = services.pelatihan(school)
    assert made["command"][:3] == ["setpriv", "--pdeathsig", "KILL"]
    assert made["command"][-2:] == ["-m", "academy.web"]
    assert not {"LAPAK_ACADEMY_DB", "RAHASIA"} & set(made["environment"])
    monkeypatch.setenv("LAPAK_ACADEMY_DB", "postgresql://lapak@db/academy")
    environment = services.pelatihan(school)["environment"]
    assert environment["LAPAK_ACADEMY_DB"] == "postgresql://lapak@db/academy"
