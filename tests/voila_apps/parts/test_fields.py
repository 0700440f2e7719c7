"""The fields of the tools: what they read, and what they say of foolish input."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from html import escape

import pytest

from voila_apps.parts.fields import (
    AreaField,
    ChoiceField,
    DayField,
    Field,
    MonthField,
    NumberField,
    PercentField,
    TextField,
)
from voila_apps.parts.uploads import UploadField


def typed(field: Field, text: object) -> tuple[object, str]:
    """Type into a field and read it."""
    if not field.name:
        field.named("isian")
    field.box.value = text
    value, problem = field.read()
    field.show(problem)
    assert escape(problem) in field.note.value
    return value, problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250.000", 1_250_000),
        ("25rb", 25_000),
        ("0,5", Decimal("0.5")),
        ("Rp1,5 juta", 1_500_000),
    ],
)
def test_numbers_as_people_write_them(text: str, value: Decimal) -> None:
    """Points group thousands, a comma starts decimals, words for thousands count."""
    assert typed(NumberField("Harga (Rp)", "1"), text) == (value, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "masih kosong"),
        ("-5", "Hapus tanda minusnya"),
        ("mahal", "bukan angka"),
        ("1000000000000000", "Periksa jumlah nolnya"),
        ("1,250.50", "Titik untuk ribuan, koma untuk desimal"),
        ("1.25", "dapat dibaca dua cara"),
        ("<script>", "bukan angka"),
    ],
)
def test_foolish_numbers(text: str, said: str) -> None:
    """Each gets a sentence; what was typed stays in the field, and none of it becomes markup."""
    field = NumberField("Harga (Rp)", "1")
    field.named("harga")
    field.box.value = text
    value, problem = field.read()
    field.show(problem)
    assert value is None
    assert said in problem
    assert field.box.value == text
    assert "<script" not in field.note.value


@pytest.mark.parametrize(
    ("text", "said"), [("0", "dari 1 sampai 60"), ("61", "dari 1 sampai 60"), ("1,5", "bulat")]
)
def test_numbers_with_bounds(text: str, said: str) -> None:
    """The sentence names both ends."""
    assert said in typed(NumberField("Bulan", "6", least=1, most=60, whole=True), text)[1]


def test_a_least_without_a_most() -> None:
    """Only the end that there is is named."""
    assert "paling sedikit 5" in typed(NumberField("Isi", "6", least=5), "4")[1]


def test_an_optional_number_may_be_empty() -> None:
    """Empty is nothing; anything else must be a number."""
    field = NumberField("Laci", "5", optional=True)
    assert typed(field, " ") == (None, "")
    assert "bukan angka" in typed(field, "banyak")[1]


def test_a_number_has_its_label_above() -> None:
    """The label is a widget of its own and may change while somebody types."""
    field = NumberField("Harga <satu>", 16_000)
    field.named("harga")
    assert field.box.value == "16.000"
    assert field.box.description == ""
    assert "Harga &lt;satu&gt;" in field.note.value
    field.relabel("Harga lain")
    field.show("")
    assert "Harga lain" in field.note.value


@pytest.mark.parametrize("text", ["0,7", "0,7%", "0,7 persen", " 0.7 % "])
def test_percent_in_any_writing(text: str) -> None:
    """A percentage is read as a share of 1."""
    assert typed(PercentField("Tarif (%)", Decimal("0.005")), text) == (Decimal("0.007"), "")


def test_percent_out_of_range() -> None:
    """The example shows how to write it."""
    assert "misalnya 0,5" in typed(PercentField("Tarif (%)", Decimal("0.005")), "101")[1]
    assert "bukan angka" in typed(PercentField("Tarif (%)", Decimal("0.005")), "sedikit")[1]
    empty = PercentField("Tarif (%)", Decimal("0.005"), optional=True)
    assert typed(empty, "") == (None, "")


def test_texts() -> None:
    """Spaces are tidied, empty becomes the fallback, and a novel is refused."""
    field = TextField("Nama", "Emping", fallback="Usaha Anda")
    assert typed(field, "  Bu   Ani ") == ("Bu Ani", "")
    assert typed(field, "") == ("Usaha Anda", "")
    assert "terlalu panjang" in typed(field, "a" * 201)[1]
    area = AreaField("Buku", "")
    assert typed(area, "a\nb") == ("a\nb", "")
    assert "terlalu panjang" in typed(area, "a" * 50_001)[1]


@pytest.mark.parametrize("text", ["besok", "", "31 Februari 2026", "8-12-26"])
def test_days_that_are_none(text: str) -> None:
    """The sentence shows how a day is written."""
    assert "8 Desember 2026" in typed(DayField("Sejak", "1 Mei 2025"), text)[1]


def test_days_and_months() -> None:
    """Both are read in the usual writings, within their span."""
    day = DayField("Sejak", "1 Mei 2025", first=date(2025, 1, 1), last=date(2026, 12, 31))
    assert typed(day, "8/12/2026") == (date(2026, 12, 8), "")
    assert "1 Januari 2025 sampai 31 Desember 2026" in typed(day, "1 Mei 2019")[1]
    month = MonthField("Bulan", "Mei 2025", first=date(2025, 1, 1), last=date(2026, 12, 1))
    assert typed(month, "Nov 2026") == (date(2026, 11, 1), "")
    assert typed(month, "11/2026") == (date(2026, 11, 1), "")
    assert "Januari 2025 sampai Desember 2026" in typed(month, "5/2019")[1]
    assert "November 2026" in typed(month, "13/2026")[1]


def test_a_choice() -> None:
    """Words are shown, codes are read."""
    field = ChoiceField("Jenis", {"a": "Satu", "b": "Dua"}, "b")
    field.named("jenis")
    assert field.read() == ("b", "")
    assert field.box.label == "Dua"


def test_an_upload() -> None:
    """Its bytes are read; too many are refused with a way out; it can be taken away again."""
    field = UploadField("Unggah", ".csv", most=1024 * 1024)
    field.named("berkas")
    assert (field.read(), field.filename) == ((None, ""), "")
    file = {
        "name": "a.csv",
        "type": "",
        "size": 3,
        "content": memoryview(b"abc"),
        "last_modified": datetime(2026, 11, 24, tzinfo=UTC),
    }
    field.box.value = (file,)
    assert (field.read(), field.filename) == ((b"abc", ""), "a.csv")
    field.box.value = (file | {"content": memoryview(b"x" * (1024 * 1024 + 1))},)
    assert "lebih dari 1 MB" in field.read()[1]
    field.restart()
    assert field.read() == (None, "")
