"""Tests of `latihan.written`: choices, rows of letters and days, read leniently and told clearly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from latihan.unit import Choice, Day, Letters

PERMIT = Choice(
    "izin",
    "izin emping",
    {"PIRT": "izin Dinas Kesehatan", "MD": "izin BPOM", "termasuk_nib": "NIB"},
)
LABELS = Letters("label", "label baris", "UPC", 5)
STEPS = Letters("urutan", "urutan langkah", "1234", 4, distinct=True)
DEADLINE = Day("batas", "batas waktu")


def text(written: str) -> dict[str, str]:
    """Returns the plain form of a text."""
    return {"kind": "text", "text": written}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("PIRT", "PIRT"),
        (" p-irt ", "PIRT"),
        ("izin bpom", "MD"),
        ("Termasuk NIB", "termasuk_nib"),
        ("nib", "termasuk_nib"),
        ("SPP-IRT", None),
        ("", None),
    ],
)
def test_a_choice_is_read_however_it_is_typed(written: str, code: str | None) -> None:
    """Case, spaces and hyphens do not matter; the meaning counts as well as the code."""
    assert PERMIT.read(text(written)) == code


def test_a_choice_that_does_not_exist_is_told_the_nearest() -> None:
    """A slip gets a question, anything else the list."""
    assert "Maksud Anda `PIRT`?" in PERMIT.malformed(text("PRIT")).text
    assert "`PIRT`, `MD`" in PERMIT.malformed(text("halal saja")).text
    assert "`PIRT`, `MD`" in PERMIT.malformed({"kind": "number", "text": "1"}).text
    assert len(PERMIT.malformed(text("x" * 400)).text) < 150


def test_letters_are_read_however_they_are_spaced() -> None:
    """Groups, commas and small letters are as good."""
    for written in ("UUPCU", "uu pcu", "U,U,P,C,U", "UUP-CU"):
        assert LABELS.read(text(written)) == "UUPCU"
    assert STEPS.read({"kind": "number", "text": "2134"}) == "2134"
    assert LABELS.same("UUPCU", "uup cu")


@pytest.mark.parametrize(
    ("question", "written", "said"),
    [
        (LABELS, "UUPX", '"X" tidak dipakai'),
        (LABELS, "UUPC", "Anda menulis 4 huruf, yang diperlukan 5"),
        (LABELS, "UUPCUU", "Anda menulis 6 huruf"),
        (STEPS, "1224", "2 muncul dua kali"),
        (STEPS, "123", "Anda menulis 3 angka, yang diperlukan 4"),
    ],
)
def test_a_wrong_row_is_told_what_is_wrong(question: Letters, written: str, said: str) -> None:
    """A strange letter, too few, too many, one twice."""
    assert question.read(text(written)) is None
    assert said in question.malformed(text(written)).text


def test_no_row_at_all_is_told_how_to_write_one() -> None:
    """A number or a list where letters belong."""
    assert "U, P, C" in LABELS.malformed({"kind": "other", "text": "list"}).text


def test_letters_are_paid_one_by_one() -> None:
    """Each letter at its place counts; one letter throughout is no sorting."""
    assert LABELS.share("UUPCU", "UUPCP") == Decimal("0.8")
    assert LABELS.share("UUPCU", "UUP CP") == Decimal("0.8")
    assert LABELS.share("UUUUU", "UUPCP") == 0


def test_long_rows_tell_a_shop() -> None:
    """Ten letters are one shop's own; five may be two shops' by chance, and steps are everybody's."""
    long = Letters("label", "label", "UPC", 10)
    assert long.tells_shop("UUPCUUUPCC")
    assert long.is_of_shop("UUPCUUUPCC", "UUPCU UUPCC")
    assert not LABELS.is_of_shop("UUPCU", "UUPCU")
    assert not Letters("u", "u", "12345678", 8, distinct=True).is_of_shop("12345678", "12345678")


@pytest.mark.parametrize(
    "written", ["8 Desember 2027", "8-12-2027", "8/12/2027", "2027-12-08", "Rabu, 8 Des 2027"]
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    """All the ways of the contract."""
    assert DEADLINE.read(text(written)) == date(2027, 12, 8)
    assert DEADLINE.read({"kind": "date", "text": "2027-12-08"}) == date(2027, 12, 8)


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (text("8 12 27"), "empat angka"),
        (text("31 Februari 2027"), "belum bisa dibaca"),
        (text("besok"), "belum bisa dibaca"),
        ({"kind": "number", "text": "-2031"}, "di antara tanda kutip"),
    ],
)
def test_a_day_that_is_none_is_told_how_to_write_it(plain: dict[str, str], said: str) -> None:
    """8-12-2027 without quotation marks is a subtraction."""
    assert DEADLINE.read(plain) is None
    assert said in DEADLINE.malformed(plain).text


def test_day_and_month_that_changed_places_are_told() -> None:
    """8/12 is 8 December here."""
    slip = DEADLINE.slip(date(2027, 8, 12), date(2027, 12, 8))
    assert slip is not None
    assert slip.kind == "tanggal_tertukar"
    assert DEADLINE.slip(date(2027, 8, 13), date(2027, 12, 8)) is None


def test_what_was_understood_is_repeated() -> None:
    """She sees how her words were read."""
    assert PERMIT.sane("MD") == "Pilihan Anda: izin BPOM."
    assert LABELS.sane("UUPCU") == "5 huruf, lengkap."
    assert DEADLINE.sane(date(2027, 12, 8)) == "Terbaca sebagai 8 Desember 2027."
