"""The loan tool: instalment, all the interest, what the business can bear, another offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.voila_apps.reading import Reader
from usaha.borrowing import Offer, Wish, weigh
from usaha.borrowing_report import steps
from usaha.rules import find_rule

CASE = date(2026, 11, 24)


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Iterator[Reader]:
    """The tool, opened on the day of the case whatever today is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("usaha.dates.today", lambda: CASE)
        yield Reader(open_tool("simulasi_kur"))


@pytest.fixture
def tool(opened: Reader) -> Reader:
    """The tool with its example."""
    opened.tool.form.restart()
    return opened


def test_opens_with_the_example(tool: Reader) -> None:
    """The lesson's loan: Rp912.658 a month, Rp2.855.692 of interest, 24%, Rp9.144.308 dearer."""
    assert tool.answer == (
        "Angsuran Anda Rp912.658 sebulan selama 36 bulan. Bunga sampai lunas Rp2.855.692. "
        "Semua angsuran memakai 24% dari sisa uang usaha, masih dalam patokan 30%."
    )
    assert "lebih mahal Rp9.144.308. Setara bunga 37% setahun." in tool.words
    assert "pinjaman paling besar untuk 36 bulan kira-kira Rp39.600.000." in tool.words
    assert "Cara hitungnya anuitas (bunga efektif" in tool.words
    assert tool.notes == {}


def test_agrees_with_the_library(tool: Reader) -> None:
    """Another loan, each figure typed in another way, calculated apart from the page."""
    tool.put(
        principal="Rp75 juta",
        months="24",
        net_cash="6,5jt",
        other_payments="0",
        offer_payment="4.000.000",
        offer_every="month",
        offer_count="24",
    )
    rate = find_rule("kur_rate", CASE).number
    wish = Wish(
        principal=Decimal(75_000_000),
        months=24,
        net_cash=Decimal(6_500_000),
        offer=Offer(Decimal(4_000_000), 24, "month"),
    )
    weighed, _ = weigh(wish, CASE)
    assert weighed is not None
    for step in steps(wish, weighed, rate):
        assert f"{step.name}|{step.formula}|{step.result}" in tool.words
    # By hand: 75 million are 1,5 times 50 million, whose instalment the library's own test knows.
    assert "Angsuran Anda Rp3.324.046 sebulan selama 24 bulan." in tool.answer
    assert "memakai 51% dari sisa uang usaha, di atas patokan 30%." in tool.answer
    assert "Tawaran lain Rp4.000.000 tiap bulan, 24 kali: bunganya Rp21.000.000" in tool.words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"net_cash": "0"}, "Belum ada sisa uang usaha untuk mengangsur."),
        ({"net_cash": "3 juta"}, "Kecilkan pinjaman atau perpanjang waktunya di atas"),
        ({"other_payments": "2 juta"}, "belum ada ruang untuk angsuran baru."),
        ({"offer_payment": "1.000"}, "jumlahnya belum mengembalikan pinjaman."),
        ({"principal": "10 juta"}, "KUR super mikro: Rp10.000.000."),
        ({"principal": "10.000.001"}, "KUR mikro: Rp100.000.000."),
        ({"principal": "500 juta"}, "KUR kecil: Rp500.000.000."),
        ({"rate": "0"}, "Bunga sampai lunas Rp0."),
        ({"months": "1"}, "Angsuran Anda Rp30.150.000 sebulan selama 1 bulan."),
    ],
)
def test_other_cases(tool: Reader, values: dict[str, str], words: str) -> None:
    """What cannot be borne, each scheme at its ceiling, no interest, and a single month."""
    assert words in tool.put(**values).words
    assert tool.drawings()


def test_without_another_offer_nothing_is_compared(tool: Reader) -> None:
    """Zero means that there is none: one chart, no sentence."""
    tool.put(offer_payment="0")
    assert "Tawaran lain Rp" not in tool.words
    assert len(tool.drawings()) == 1


def test_the_rate_can_be_replaced_and_says_so(tool: Reader) -> None:
    """12 million in a year at 12% cost Rp1.066.185 a month; the source keeps the law's figure."""
    tool.put(principal="12 juta", months="12", rate="12%")
    assert "Angsuran Anda Rp1.066.185 sebulan" in tool.answer
    assert "12% : 12 bulan|1%" in tool.words
    assert "Bunga KUR setahun: 6%. Sumber: Permenko 1/2026" in tool.words
    assert "Anda menggantinya dengan 12%." in tool.words


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("principal", "", "Isian masih kosong"),
        ("principal", "-5", "tidak boleh kurang dari nol"),
        ("principal", "0", "lebih dari nol"),
        ("principal", "banyak", "bukan angka"),
        ("principal", "1000000000000000", "terlalu besar"),
        ("principal", "500.000.001", "Batas tertinggi KUR Rp500.000.000."),
        ("principal", "1,250.50", "Titik untuk ribuan, koma untuk desimal"),
        ("months", "0", "dari 1 sampai 120"),
        ("months", "12,5", "angka bulat"),
        ("rate", "101", "Tulis persen dari 0 sampai 100"),
        ("offer_count", "1000", "dari 1 sampai 520"),
        ("net_cash", "<script>", "bukan angka"),
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


@pytest.mark.parametrize(
    "values",
    [
        {"principal": "0,4"},
        {"principal": "1"},
        {"principal": "500 juta", "months": "120", "rate": "100"},
        {"offer_payment": "1 triliun", "offer_count": "520"},
        {"net_cash": "1 triliun", "other_payments": "1 triliun"},
        {"net_cash": "0,0000000001"},
    ],
)
def test_extremes_are_calculated(tool: Reader, values: dict[str, str]) -> None:
    """The smallest and the largest that can be typed give a result and charts."""
    tool.put(**values)
    assert tool.notes == {}
    assert tool.drawings()


def test_her_words_are_only_words(tool: Reader) -> None:
    """A name with a script in it is shown, not run."""
    tool.put(business="<script>alert(1)</script>")
    assert "<script" not in tool.html
    assert "<script>alert(1)</script>" in tool.words


def test_the_charts_say_what_they_show(tool: Reader) -> None:
    """Interest beside interest, and three instalments: the first costs most interest."""
    offers, split = tool.drawings()
    assert "Tawaran lain Rp12.000.000" in (offers.get("aria-label") or "")
    texts = ["".join(each.itertext()) for each in split.findall(".//{*}text")]
    assert texts[2:4] == ["Bulan 1: Rp912.658", "bunga Rp150.000, pokok Rp762.658"]
    assert [words for words in texts if words.startswith("Bulan")] == [
        "Bulan 1: Rp912.658",
        "Bulan 18: Rp912.658",
        "Bulan 36: Rp912.662",
    ]
    bars = [float(each.get("width") or 0) for each in split.findall(".//{*}rect")][2:]
    assert bars[0] + bars[1] == pytest.approx(328, abs=1)
    assert bars[1] > bars[3] > bars[5] > 0


def test_the_ceiling_can_be_overwritten(tool: Reader) -> None:
    """A loan that the rules do not reach, with the ceiling that a bank named, and below it."""
    tool.put(principal="600.000.000", months="60", net_cash="100.000.000")
    assert "Batas tertinggi KUR Rp500.000.000" in str(tool.notes)
    tool.put(most="750.000.000")
    assert tool.notes == {}
    assert "Anda menggantinya dengan Rp750.000.000." in tool.words
