"""Lessons reach her home and never cost her what she wrote."""

from pathlib import Path

import nbformat
import pytest

from latihan.lab.lessons import catalogue, fingerprint, lay_out
from latihan.lab.places import Places


def _nothing(path: Path) -> None:
    """Trust nobody."""


def _source(room: Places) -> Path:
    return room.lessons / "pembukuan" / "03_hpp.ipynb"


def _hers(room: Places) -> Path:
    return room.home / "pelajaran" / "pembukuan" / "03_hpp.ipynb"


def _edit(path: Path, text: str) -> None:
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = text
    nbformat.write(notebook, path)


def test_a_missing_lesson_is_copied_and_trusted(room: Places) -> None:
    """The first start lays out every lesson, writable, and hands each to the notary."""
    _source(room).chmod(0o444)
    trusted: list[Path] = []
    assert lay_out(room, trusted.append) == [_hers(room)] == trusted
    assert _hers(room).read_bytes() == _source(room).read_bytes()
    assert _hers(room).stat().st_mode & 0o200


def test_a_second_start_writes_nothing(room: Places) -> None:
    """What is there and current stays untouched."""
    lay_out(room, _nothing)
    assert lay_out(room, _nothing) == []


def test_a_corrected_lesson_replaces_an_untouched_copy(room: Places) -> None:
    """Outputs of her own runs do not count as a change."""
    lay_out(room, _nothing)
    notebook = nbformat.read(_hers(room), as_version=4)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="4")]
    nbformat.write(notebook, _hers(room))
    _edit(_source(room), "2 + 3")
    assert lay_out(room, _nothing) == [_hers(room)]
    assert nbformat.read(_hers(room), as_version=4).cells[1].source == "2 + 3"


def test_what_she_wrote_is_never_replaced(room: Places) -> None:
    """Her gap filled in outlives any correction, now and at the next start."""
    lay_out(room, _nothing)
    _edit(_hers(room), "jawaban = 7")
    _edit(_source(room), "2 + 3")
    for _ in range(2):
        assert lay_out(room, _nothing) == []
    assert nbformat.read(_hers(room), as_version=4).cells[1].source == "jawaban = 7"


@pytest.mark.parametrize("record", ["", "[]", "{rusak"])
def test_a_lost_record_never_costs_her_work(room: Places, record: str) -> None:
    """Without knowing what was delivered, nothing that is there is replaced."""
    lay_out(room, _nothing)
    _edit(_hers(room), "jawaban = 7")
    (room.state / "pelajaran.json").write_text(record)
    assert lay_out(room, _nothing) == []
    assert "jawaban = 7" in _hers(room).read_text()


def test_no_lessons_folder_is_no_fault(room: Places) -> None:
    """A school that has not been built yet still lets her in."""
    assert lay_out(room._replace(lessons=room.home / "none"), _nothing) == []


def test_the_fingerprint_of_a_broken_notebook_is_that_of_its_bytes(tmp_path: Path) -> None:
    """Something that is no notebook is compared as it is."""
    path = tmp_path / "a.ipynb"
    path.write_text("bukan json")
    before = fingerprint(path)
    path.write_text("bukan json juga")
    assert fingerprint(path) != before


def test_the_list_is_the_builds(room: Places) -> None:
    """In its order: the test before the track, then its lessons; the list itself is no lesson of hers."""
    lay_out(room, _nothing)
    assert [tuple(line) for line in catalogue(room)] == [
        ("Uji Awal Pembukuan", "Pembukuan", "", "pembukuan_00_uji_awal"),
        ("Menghitung HPP", "Pembukuan", "pelajaran/pembukuan/03_hpp.ipynb", ""),
    ]
    assert not (room.home / "pelajaran" / "daftar.json").exists()


def test_a_lost_list_is_no_fault(room: Places) -> None:
    """Her page still opens."""
    (room.lessons / "daftar.json").write_text("{")
    assert catalogue(room) == []
