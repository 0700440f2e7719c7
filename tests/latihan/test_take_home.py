"""Tests of `latihan.take_home`: files from her own names, beside the lesson, and links to them."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

import pytest

from latihan import bawa_pulang
from latihan.shop import OpenShop
from latihan.variants import draw
from tests.latihan.mixed import UNIT

NAMES: dict[str, Any] = {}


@pytest.fixture(autouse=True)
def notebook(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A notebook in an empty folder, with a lesson open that has a worksheet."""
    NAMES.clear()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("latihan.take_home.user_names", lambda: NAMES)
    shop = OpenShop(UNIT, draw(UNIT, "a"))
    monkeypatch.setattr("latihan.take_home.open_shop", lambda: shop)


def files() -> set[str]:
    """Returns what lies beside the lesson."""
    return {path.name for path in Path().iterdir()}


def test_a_filled_sheet_is_shown_kept_and_linked() -> None:
    """She reads the sums, finds both files beside the lesson, and can download them."""
    NAMES.update(usaha="Warung", masuk=200_000, keluar=150_000)
    shown = bawa_pulang()
    assert "Sisa: Rp50.000" in repr(shown)
    assert files() == {"lembar-uji.xlsx", "lembar-uji.pdf"}
    links = re.findall(r'download="([^"]+)" href="data:[^,]+,([^"]+)"', shown._repr_html_())
    assert {n: base64.b64decode(c) for n, c in links} == {n: Path(n).read_bytes() for n in files()}


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        ("excel", {"lembar-uji.xlsx"}),
        ("PDF", {"lembar-uji.pdf"}),
        ("apa saja", {"lembar-uji.xlsx", "lembar-uji.pdf"}),
    ],
)
def test_one_kind_can_be_asked_for(wanted: str, made: set[str]) -> None:
    """Excel, PDF, or both where nothing else is understood."""
    NAMES["masuk"] = 1
    bawa_pulang(wanted)
    assert files() == made


def test_an_empty_sheet_says_what_to_do_first() -> None:
    """Nothing is written, unless an empty sheet is wanted."""
    assert "masih kosong" in repr(bawa_pulang())
    assert files() == set()
    assert "Sisa: …" in repr(bawa_pulang("pdf", kosong=True))
    assert files() == {"lembar-uji.pdf"}


def test_a_folder_that_takes_no_files_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    """The link still holds the file."""

    def refuse(*_: object) -> int:
        raise PermissionError

    NAMES["masuk"] = 1
    monkeypatch.setattr(Path, "write_bytes", refuse)
    shown = bawa_pulang()
    assert "belum bisa disimpan" in repr(shown)
    assert "data:application/pdf" in shown._repr_html_()


def test_before_the_shop_is_open_she_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cell was run first of all."""
    monkeypatch.setattr("latihan.take_home.open_shop", lambda: None)
    assert "buka(...)" in repr(bawa_pulang())
