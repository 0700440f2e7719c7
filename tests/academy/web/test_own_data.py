"""A copy of everything kept about a person, for herself."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from academy.progress.store import VARIABLE, open_progress
from academy.web.own_data import ONE_AT_A_TIME, PREFIX, forget_leftovers

from .conftest import Site
from .progressed import visit


def test_she_gets_her_own_data_and_no_file_is_left(site: Site) -> None:
    """Everything of hers, nothing of another's; only she may have asked."""
    home = site.school.home_of("tosari")
    home.mkdir()
    (home / "catatan.txt").write_text("buku saya")
    (home / "rahasia").symlink_to(site.school.accounts)
    before = sorted(site.school.hub.iterdir())
    answer = site.visitor("tosari").send_form("saya", "saya/berkas")
    assert answer.headers["Content-Type"] == "application/zip"
    assert 'filename="data-tosari.zip"' in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        kept = json.loads(archive.read("data.json"))
        assert archive.read("ruang-belajar/catatan.txt") == b"buku saya"
        assert not [name for name in archive.namelist() if "rahasia" in name]
    assert kept["tables"]["people"][0]["display_name"] == "Siti Tosari"
    assert "lumiga" not in json.dumps(kept)
    assert sorted(site.school.hub.iterdir()) == before


def test_one_at_a_time(site: Site) -> None:
    """Who presses twice waits; the file is nobody's page."""
    visitor = site.visitor("lumiga")
    site.app.settings["exports"] = {"lumiga"}
    answer = visitor.send_form("saya", "saya/berkas")
    assert answer.status_code == 429
    assert ONE_AT_A_TIME in answer.text
    assert visitor.get("saya/berkas").url.endswith("/saya")


def test_a_copy_that_was_broken_off_is_deleted(site: Site) -> None:
    """When the service starts again; what else lies there stays."""
    left = site.school.hub / f"{PREFIX}abc"
    left.mkdir()
    (left / "data.zip").write_bytes(b"Siti")
    forget_leftovers(site.school)
    assert not left.exists()
    assert site.school.accounts.exists()


def test_progress_that_is_kept_elsewhere_is_hers_too(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The operator has named another database: what mentors noted stands in her copy as well."""
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path}/elsewhere.sqlite")
    progress = open_progress(site.school)
    with progress.writing() as session:
        session.add(visit("tosari", note="Rajin mencatat"))
    progress.close()
    answer = site.visitor("tosari").send_form("saya", "saya/berkas")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        kept = json.loads(archive.read("data.json"))
    assert [one["note"] for one in kept["progress"]["visits"]] == ["Rajin mencatat"]
