"""The tax calendar: a year's tax, its days, and the file for the phone."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tests.voila_apps.reading import DATA, Reader
from usaha.dates import MONTHS
from usaha.money import format_rupiah
from usaha.tax import final_income_tax
from usaha.tax_calendar import tax_duties

CASE = date(2026, 11, 24)
MONTH_FIELDS = [f"month_{number:02d}" for number in range(1, 13)]


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Iterator[Reader]:
    """The calendar, opened on the day of the case whatever today is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("usaha.dates.today", lambda: CASE)
        yield Reader(open_tool("kalender_pajak"))


@pytest.fixture
def tool(opened: Reader) -> Reader:
    """The calendar with its example."""
    opened.tool.form.restart()
    return opened


def calendar(tool: Reader) -> list[str]:
    """Read the lines of the file that the link holds."""
    found = DATA.search(tool.html)
    assert found, "no file"
    kind, data = found[1].split(";base64,")
    assert kind == "data:text/calendar;charset=utf-8"
    return b64decode(data).decode().replace("\r\n ", "").split("\r\n")


def test_opens_with_the_example(tool: Reader) -> None:
    """By hand: eleven months sum to 542 million, so 42 × 0,5% in November and 60 × 0,5% after."""
    assert tool.answer == (
        "PPh final Anda tahun 2026 Rp510.000. Batas terdekat 15 Desember 2026, 21 hari lagi: "
        "Setor PPh final November 2026 Rp210.000."
    )
    assert "Rp542.000.000 - Rp500.000.000 bebas pajak|Rp42.000.000" in tool.words
    assert "Batas 17 Oktober 2026 sudah lewat: Miliki sertifikat halal" in tool.words
    assert "Batas bebas pajak terlewati pada November 2026." in tool.words
    assert tool.notes == {}


def test_the_days_in_their_order(tool: Reader) -> None:
    """Halal has passed; tax, return and NIB are to come, each with its distance."""
    rows = re.findall(r"<li><span>(.*?)<br><small>(.*?)</small></span><b>(.*?)</b>", tool.html)
    assert [(day, left) for _, left, day in rows[:5]] == [
        ("17 Oktober 2026", "Sudah lewat. Jika belum, kerjakan sekarang."),
        ("15 Desember 2026", "21 hari lagi"),
        ("15 Januari 2027", "52 hari lagi"),
        ("31 Maret 2027", "127 hari lagi"),
        ("8 Desember 2027", "379 hari lagi"),
    ]


def test_the_file_holds_what_is_to_come(tool: Reader) -> None:
    """Four events, the one that has passed not among them, under a plain name."""
    days = [line for line in calendar(tool) if line.startswith("DTSTART")]
    assert [day.removeprefix("DTSTART;VALUE=DATE:") for day in days] == [
        "20261215",
        "20270115",
        "20270331",
        "20271208",
    ]
    assert 'download="kalender-pajak-2026.ics"' in tool.html


def test_after_the_last_day_there_is_no_file(tool: Reader) -> None:
    """An empty calendar would be refused by a phone."""
    tool.put(day="1 Januari 2040")
    assert DATA.search(tool.html) is None
    assert "5 batas waktu sudah lewat." in tool.words


def test_agrees_with_the_library(tool: Reader) -> None:
    """Other figures, calculated apart from the page."""
    sold = [31_250_000 * number for number in range(1, 13)]
    tool.put(**{name: f"{amount}" for name, amount in zip(MONTH_FIELDS, sold, strict=True)})
    sales = {date(2026, month, 1): amount for month, amount in enumerate(sold, 1)}
    months, _ = final_income_tax(sales)
    assert format_rupiah(sum(row.tax for row in months)) in tool.answer
    for duty in tax_duties(months):
        assert duty.what in tool.words
    assert f"Omzet setahun {format_rupiah(sum(sold))}." in tool.words


def test_a_small_shop_pays_nothing_and_still_reports(tool: Reader) -> None:
    """Exactly Rp500 million: no tax, no payment, a return all the same."""
    tool.put(**dict.fromkeys(MONTH_FIELDS, "0"))
    tool.put(month_01="500 juta", food="no", online="no")
    assert tool.answer.startswith("Tahun 2026 Anda tidak perlu membayar PPh final. Batas terdekat")
    assert "Masih Rp0 sampai batas bebas pajak." in tool.words
    assert [line for line in calendar(tool) if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20270331"
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        # By hand: 602 million × 0,5% from the first rupiah; April for the return.
        ({"kind": "one_person_company"}, "PPh final Anda tahun 2026 Rp3.010.000."),
        ({"kind": "one_person_company"}, "30 April 2027"),
        ({"kind": "cooperative"}, "Koperasi memakai PPh final paling lama 4 tahun"),
        ({"kind": "company"}, "Tanyakan ke kantor pajak"),
        ({"month_12": "5 miliar"}, "Omzet 2026 melewati Rp4.800.000.000."),
        ({"year": "2025"}, "Setor PPh final November 2025 Rp210.000."),
        # Six months after the first day of selling.
        ({"online_since": "1 Juli 2026"}, "1 Januari 2027"),
        ({"day": "15/12/2026"}, "15 Desember 2026, hari ini: Setor"),
    ],
)
def test_other_cases(tool: Reader, values: dict[str, str], words: str) -> None:
    """Each kind of business, a great year, another year, a new seller, the day itself."""
    assert words in tool.put(**values).words


def test_figures_of_law_can_be_replaced_and_say_so(tool: Reader) -> None:
    """By hand: 602 - 400 = 202 million × 1% = Rp2.020.000; the source names both figures."""
    tool.put(rate="1", free="400 juta")
    assert "PPh final Anda tahun 2026 Rp2.020.000." in tool.answer
    assert "Tarif PPh final: 0,5%. Sumber: PP 55/2022" in tool.words
    assert "Anda menggantinya dengan 1%." in tool.words
    assert "Anda menggantinya dengan Rp400.000.000." in tool.words
    tool.put(rate="0,5%", free="500.000.000")
    assert "Anda menggantinya" not in tool.words


def test_every_day_has_its_source(tool: Reader) -> None:
    """The rules that set a day are named, unsure ones marked; those not used are left out."""
    for words in ("PMK 81/2024 pasal 94", "UU 28/2007 pasal 3", "PP 42/2024", "Permendag 19/2026"):
        assert words in tool.words
    assert tool.words.count("Pastikan lagi sebelum dipakai; angkanya dapat Anda ganti") == 4
    tool.put(food="no", online="no")
    assert "Permendag" not in tool.words
    assert "halal" not in tool.words


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("month_03", "", "Isian masih kosong"),
        ("month_03", "-5", "tidak boleh kurang dari nol"),
        ("month_03", "banyak", "bukan angka"),
        ("month_03", "1000000000000000", "terlalu besar"),
        ("month_03", "1,250.50", "Titik untuk ribuan, koma untuk desimal"),
        ("rate", "101", "Tulis persen dari 0 sampai 100"),
        ("free", "<script>", "bukan angka"),
        ("day", "besok", "Tanggal ini belum terbaca"),
        ("day", "7 Juni 2026", "berlaku sejak 8 Juni 2026"),
        ("online_since", "31 Februari 2024", "Tanggal ini belum terbaca"),
    ],
)
def test_foolish_input_loses_nothing(tool: Reader, field: str, text: str, note: str) -> None:
    """The field says what to do, and the result of before stays."""
    before = tool.answer
    tool.put(**{field: text})
    assert list(tool.notes) == [field]
    assert note in tool.notes[field]
    assert tool.tool.form[field].value == text
    assert tool.answer == before
    assert "Perbaiki 1 isian dulu" in tool.words


def test_her_words_are_only_words(tool: Reader) -> None:
    """A name with a script in it is shown, not run."""
    tool.put(business="<script>alert(1)</script>")
    assert "<script" not in tool.html
    assert "<script>alert(1)</script>" in tool.words
    assert "Usaha Anda" in tool.put(business="  ").words


def test_the_chart_says_what_it_shows(tool: Reader) -> None:
    """Twelve columns with letters, two of them partly taxed; nothing free for a company."""
    (drawing,) = tool.drawings()
    texts = ["".join(each.itertext()) for each in drawing.findall(".//{*}text")]
    assert texts == [
        "Bebas pajak sampai Rp500.000.000",
        "Kena pajak",
        *(name[0] for name in MONTHS),
    ]
    colours = [each.get("fill") for each in drawing.findall(".//{*}rect")]
    assert (colours.count("#0072B2"), colours.count("#E69F00")) == (13, 3)
    assert "Desember Rp602.000.000" in (drawing.get("aria-label") or "")
    (company,) = tool.put(kind="company").drawings()
    assert {each.get("fill") for each in company.findall(".//{*}rect")} == {"#E69F00"}


def test_nothing_sold_is_no_trouble(tool: Reader) -> None:
    """A year of zeros, also with nothing free, draws an empty year."""
    tool.put(**dict.fromkeys(MONTH_FIELDS, "0"), kind="company")
    assert tool.drawings()
    assert "tidak perlu membayar" in tool.answer


def test_the_largest_figures_are_no_trouble(tool: Reader) -> None:
    """Twelve times a trillion is calculated."""
    tool.put(**dict.fromkeys(MONTH_FIELDS, "1 triliun"))
    assert tool.notes == {}
    assert "Rp59.997.500.000" in tool.answer


def test_every_day_of_a_rule_can_be_overwritten(tool: Reader) -> None:
    """Her own days move the duties, and the page says that they are hers."""
    tool.put(
        payment_day="10", return_months="5", halal_day="1 Februari 2027", nib_months="24", rate="1"
    )
    assert tool.notes == {}
    assert "10 Desember 2026" in tool.words
    assert "31 Mei 2027" in tool.words
    assert "1 Februari 2027" in tool.words
    assert "8 Juni 2028" in tool.words
    for hers in ("1 Februari 2027", "10", "5", "24"):
        assert f"Anda menggantinya dengan {hers}." in tool.words
