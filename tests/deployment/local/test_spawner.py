"""What a trainee's server is started with."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from tornado import web

from deployment.local import folders, spawner
from deployment.local.school import School


@pytest.fixture
def own(school: School, monkeypatch: pytest.MonkeyPatch) -> spawner.BoxSpawner:
    """A spawner for peserta01 in this school."""
    for name, value in school.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("RAHASIA_HUB", "jangan")
    made = spawner.BoxSpawner()
    made.user = type("User", (), {"name": "peserta01", "groups": []})()
    return made


def test_the_environment_is_clean(own: spawner.BoxSpawner) -> None:
    """Nothing of the hub's own is passed on but what the server needs to speak with it."""
    given = own.user_env(
        {"JUPYTERHUB_API_TOKEN": "t", "PATH": "/hub", "RAHASIA": "x", "LC_ALL": "C"}
    )
    assert given["JUPYTERHUB_API_TOKEN"] == "t"
    assert "hub" not in given["PATH"]
    assert not {"RAHASIA", "RAHASIA_HUB", "LC_ALL", "LAPAK_PROXY_CMD"} & set(given)
    assert given["HOME"] == str(own.school.home_of("peserta01"))


def test_kernels_use_no_port(own: spawner.BoxSpawner) -> None:
    """All boxes share the network: a kernel's output on a port could be listened to."""
    own.server = None
    assert "--KernelManager.transport=ipc" in own.get_args()


@pytest.mark.parametrize(
    ("group", "sentence"),
    [("formgrade-lapak", spawner.NO_ROOM_MENTOR), ("kantor", spawner.NO_ROOM_OFFICE)],
)
def test_mentors_and_the_office_have_no_room(
    own: spawner.BoxSpawner, group: str, sentence: str
) -> None:
    """Neither by the page nor by a program of theirs; a trainee is not refused, and gets no form."""
    assert asyncio.run(own.get_options_form()) == ""
    own.user.groups = [type("Group", (), {"name": group})()]
    for asked in (own.get_options_form, own.start):
        with pytest.raises(web.HTTPError, match="403") as refused:
            asyncio.run(asked())
        assert refused.value.jupyterhub_message == sentence


def test_a_process_of_an_earlier_hub_is_forgotten(own: spawner.BoxSpawner) -> None:
    """Its number may belong to somebody else by now, and root would kill it."""
    own.load_state({"pid": 1})
    assert own.pid == 0


def test_variants_are_issued_once_and_readable(school: School) -> None:
    """One for each released assignment; a second start of the server changes nothing."""
    folders.prepare_person(school, "peserta01")
    (path,) = spawner.issue_variants(school, "peserta01")
    first = json.loads(path.read_text())
    assert first["unit"] == "pembukuan/03_hpp"
    spawner.issue_variants(school, "peserta01")
    assert json.loads(path.read_text()) == first
    if school.as_root:
        assert (path.owner(), path.group()) == ("lapak-grader", "lapak-peserta01")
        assert path.stat().st_mode & 0o777 == 0o640


def test_two_trainees_get_different_numbers(school: School) -> None:
    """Drawn from the school's salt and the name."""
    seeds = set()
    for name in ("peserta01", "peserta02"):
        folders.prepare_person(school, name)
        seeds.add(json.loads(spawner.issue_variants(school, name)[0].read_text())["seed"])
    assert len(seeds) == 2


def test_each_server_writes_into_a_log_of_its_own(school: School) -> None:
    """A process can read what its output goes to: that must not be the hub's log."""
    with spawner.open_log(school, "peserta01") as log:
        log.write(b"satu")
    with spawner.open_log(school, "peserta01") as log:
        log.write(b"dua")
    path = school.hub / "logs" / "peserta01.log"
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"dua", 0o600)
    assert path.with_suffix(".log.1").read_bytes() == b"satu"


def test_the_start_page_is_the_first_lesson_where_there_is_one(
    school: School, tmp_path: Path
) -> None:
    """Not the test before it. Without lessons JupyterLab still opens."""
    rows = [
        {"title": "Uji", "assignment": "x_00_uji_awal"},
        {"title": "Kas", "path": "x/01_kas.ipynb"},
    ]
    (tmp_path / "built").mkdir()
    (tmp_path / "built/daftar.json").write_text(json.dumps(rows))
    assert spawner.start_page(tmp_path / "built") == "/lab/tree/pelajaran/x/01_kas.ipynb?reset"
    assert spawner.start_page(tmp_path) == "/lab"
