"""Everything kept about a person, in one file for her."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text

from academy.people import store as stored
from academy.people.enrolment import enrol
from academy.people.giving_back import _add_folder, export, rows_about
from academy.people.roster import Entry
from academy.people.store import Store
from deployment.local import os_accounts
from deployment.local.school import School

from .course import SECRET, leave_progress, leave_traces


def test_all_of_hers_and_nothing_of_anybody_else(
    school: School, store: Store, two_people: list[Entry], tmp_path: Path
) -> None:
    """Data, grades, comments, files; no link is followed; the file is the operator's only."""
    enrol(school, store, two_people)
    with store.reading() as session:
        her, other = (person.user_name for person in stored.listed(session))
    leave_traces(school, her, 3)
    leave_progress(school, her, other)
    path = export(school, store, her, tmp_path / "data.zip")
    assert path.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        everything = b"".join(archive.read(name) for name in names)
        kept = json.loads(archive.read("data.json"))
    assert {"BACA.txt", "data.json", "ruang-belajar/latihan/hpp.ipynb"} <= names
    assert {"dikirim/kiriman.ipynb", f"catatan/{her}.log"} <= names
    assert "penilaian-submitted/pembukuan_03_hpp/03_hpp.ipynb" in names
    assert not any("tautan" in name or "folder" in name or "pipa" in name for name in names)
    assert SECRET.encode() not in everything
    assert other.encode() not in everything
    row = kept["tables"]["people"][0]
    assert (row["display_name"], row["phone"]) == ("Siti Nomor B", "+6281200000001")
    assert kept["person"] == {"cohort": "2027-1", "group": "Mawar", "mentor": None}
    assert kept["grades"][0]["comments"] == {"alasan": "Bagus sekali"}
    assert [visit["note"] for visit in kept["progress"]["visits"]] == ["catatan"]
    assert kept["account"] == {"role": "trainee"}
    with pytest.raises(FileExistsError):
        export(school, store, her, path)
    with pytest.raises(LookupError):
        export(school, store, "siapa", tmp_path / "lain.zip")
    assert not (tmp_path / "lain.zip").exists()
    if school.as_root:
        os_accounts.remove(school.account_of(her))


def test_tables_of_other_parts_are_found(
    school: School, store: Store, two_people: list[Entry]
) -> None:
    """Whatever has a `user_name` is about a person."""
    enrol(school, store, two_people[:1])
    with store.writing() as session:
        name = stored.listed(session)[0].user_name
        session.execute(text("CREATE TABLE visits (user_name TEXT, note TEXT)"))
        session.execute(
            text("INSERT INTO visits VALUES (:n, 'datang'), ('x', 'lain')"), {"n": name}
        )
    with store.reading() as session:
        found = rows_about(session, name)
    assert found["visits"] == [{"user_name": name, "note": "datang"}]
    assert set(found) == {"people", "visits"}


def test_a_file_with_an_odd_name_does_not_keep_her_from_her_data(tmp_path: Path) -> None:
    """Bytes that are no text stand in some names, from an old telephone or on purpose."""
    home = tmp_path / "home"
    home.mkdir()
    (home / os.fsdecode(b"foto-\xff.jpg")).write_bytes(b"gambar")
    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        _add_folder(archive, home, "ruang-belajar")
        assert archive.read("ruang-belajar/foto-\ufffd.jpg") == b"gambar"
