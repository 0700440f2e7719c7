"""The receipt of a submission."""

import json
from datetime import UTC, datetime
from pathlib import Path

from latihan.lab.receipts import code, in_words, receipts, same_answers

FIRST = "peserta01+pembukuan_03_hpp+2026-11-23 07:05:00.000001 UTC"
SECOND = "peserta01+pembukuan_03_hpp+2026-11-24 07:05:00.000001 UTC"


def _keep(cache: Path, name: str, *, whole: bool = True) -> None:
    (cache / name).mkdir(parents=True)
    if whole:
        (cache / name / "submission_secret.txt").write_text("rahasia")


def test_time_is_said_as_in_banten() -> None:
    """UTC becomes Western Indonesian Time, over midnight too."""
    assert in_words(datetime(2026, 11, 23, 7, 5, tzinfo=UTC)) == "23 November 2026 pukul 14.05"
    assert in_words(datetime(2026, 12, 31, 17, 30, tzinfo=UTC)) == "1 Januari 2027 pukul 00.30"


def test_submissions_are_numbered_in_order(tmp_path: Path) -> None:
    """The oldest is number one; another assignment, another person and half a copy do not count."""
    for name in (
        SECOND,
        FIRST,
        "peserta01+pembukuan_04_harga+2026-11-20 07:05:00.000001 UTC",
        "x" + FIRST,
    ):
        _keep(tmp_path, name)
    _keep(tmp_path, "peserta01+pembukuan_03_hpp+2026-11-22 07:05:00.000001 UTC", whole=False)
    found = receipts(tmp_path, "peserta01", "pembukuan_03_hpp")
    assert [(r.number, r.when) for r in found] == [
        (1, "23 November 2026 pukul 14.05"),
        (2, "24 November 2026 pukul 14.05"),
    ]


def test_no_submission_gives_no_receipt(tmp_path: Path) -> None:
    """Before the first submission there is not even a cache."""
    assert receipts(tmp_path / "none", "peserta01", "pembukuan_03_hpp") == []


def test_the_code_tells_submissions_apart() -> None:
    """Four characters without look-alikes, the same every time."""
    assert code(FIRST) == code(FIRST) != code(SECOND)
    assert len(code(FIRST)) == 4
    assert not set(code(FIRST) + code(SECOND)) & set("01OIL")


def _write(folder: Path, source: str, output: str) -> Path:
    folder.mkdir()
    cell = {"cell_type": "code", "source": [source], "outputs": [output]}
    (folder / "03_hpp.ipynb").write_text(json.dumps({"cells": [cell]}))
    return folder


def test_same_answers_whatever_the_outputs(tmp_path: Path) -> None:
    """Running a cell again does not make another submission of it; typing does."""
    first = _write(tmp_path / "a", "x = 1", "lama")
    assert same_answers(first, _write(tmp_path / "b", "x = 1", "baru"))
    assert not same_answers(first, _write(tmp_path / "c", "x = 2", "lama"))
