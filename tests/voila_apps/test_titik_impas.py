"""The break-even tool: what must be sold, what it takes to open, and when it has come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest

from tests.voila_apps.reading import Reader
from usaha.outlet import Outlet, plan_outlet
from usaha.outlet_report import steps

FIGURES = [field.name for field in fields(Outlet)]
NOTHING = dict.fromkeys(("rent", "wages", "owner_wage", "other_fixed", "equipment"), "0")


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Reader:
    """The tool, opened once."""
    return Reader(open_tool("titik_impas"))


@pytest.fixture
def tool(opened: Reader) -> Reader:
    """The tool with its example."""
    opened.tool.form.restart()
    return opened


def test_opens_with_the_example(tool: Reader) -> None:
    """The lesson's stall: 600 portions, Rp15.710.000, 5,4 months, Rp2.775.000 of profit."""
    assert tool.answer == (
        "Supaya tidak rugi, jual paling sedikit 600 porsi sebulan, kira-kira 24 porsi sehari. "
        "Siapkan modal awal Rp15.710.000. Modal itu kembali dalam 5,4 bulan. "
        "Dengan rencana 850 porsi, Anda untung Rp2.775.000 sebulan."
    )
    assert 'data-ringkas="Impas 600 porsi · Untung Rp2.775.000 sebulan"' in tool.html
    assert "Rp6.660.000 : Rp11.100, dibulatkan naik|600 porsi" in tool.words
    assert "Jika harga turun 10%, titik impas menjadi 736 porsi." in tool.words
    assert 'class="awas"' not in tool.html
    assert tool.notes == {}


def test_asks_for_everything_that_counts(tool: Reader) -> None:
    """No figure of the library is left at a value that nobody sees."""
    assert set(FIGURES) <= set(tool.tool.form)


def test_agrees_with_the_library(tool: Reader) -> None:
    """Another shop, each figure typed in another way, calculated apart from the page."""
    typed = {
        "price": "Rp150.000",
        "materials": "62,5rb",
        "packaging": "3.500",
        "platform_fee": "0",
        "rent": "1,2 juta",
        "wages": "2jt 500rb",
        "owner_wage": "3000000",
        "other_fixed": "400.000",
        "units": "90",
        "open_days": "25",
        "target_profit": "2 juta",
        "equipment": "9.600.000",
        "equipment_months": "48",
        "preparation": "5.000.000",
        "stock": "4 juta",
        "receivables": "750.000",
        "cash_reserve": "7.000.000",
        "payables": "1.250.000",
    }
    exact = (
        "150000 62500 3500 0 1200000 2500000 3000000 400000 90 25 2000000 "
        "9600000 48 5000000 4000000 750000 7000000 1250000"
    )
    outlet = Outlet(**dict(zip(typed, map(Decimal, exact.split()), strict=True)))
    plan, _ = plan_outlet(outlet)
    assert plan is not None
    tool.put(unit="lembar", **typed)
    for step in steps(outlet, plan, "lembar"):
        assert f"{step.name}|{step.formula}|{step.result}" in tool.words
    # By hand: (1,2 + 2,5 + 3 + 0,4 + 0,2 juta) / 84.000 = 86,9 scarves.
    assert "jual paling sedikit 87 lembar sebulan, kira-kira 4 lembar sehari" in tool.answer


def test_labels_speak_of_her_goods(tool: Reader) -> None:
    """Cups are sold by the cup; no blank of a sentence is left over."""
    tool.put(unit="gelas")
    assert "Harga jual satu gelas (Rp)" in tool.labels
    assert "{unit}" not in "".join(tool.labels)
    assert "600 gelas sebulan" in tool.answer


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"units": "520"}, "Anda rugi Rp888.000 sebulan."),
        ({"units": "520"}, "Rencana Anda kurang 80 porsi dari titik impas."),
        ({"units": "0"}, "Dengan rencana ini modal itu tidak kembali."),
        ({"price": "9.000"}, "Harga ini tidak menutup biaya satu porsi"),
        ({"price": "9.000"}, "Naikkan harga di atas Rp9.400"),
        ({"owner_wage": "0"}, "Gaji Anda belum dihitung."),
        (NOTHING, "sejak porsi pertama Anda tidak rugi."),
    ],
)
def test_what_needs_care(tool: Reader, values: dict[str, str], words: str) -> None:
    """A loss, no sales, a price below cost, work for free, no fixed costs: each has a sentence."""
    assert words in tool.put(**values).words
    assert tool.drawings()


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("rent", "", "Isian masih kosong"),
        ("rent", "-5", "tidak boleh kurang dari nol"),
        ("rent", "mahal", "bukan angka"),
        ("rent", "1000000000000000", "terlalu besar"),
        ("price", "1,250.50", "Titik untuk ribuan, koma untuk desimal"),
        ("price", "0", "lebih dari nol"),
        ("open_days", "40", "dari 1 sampai 31"),
        ("equipment_months", "0", "paling sedikit 1"),
        ("payables", "20 juta", "lebih besar daripada semua modal"),
        ("units", "<script>", "bukan angka"),
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


@pytest.mark.parametrize("text", ["1 triliun", "0,0000000001", "1"])
def test_extremes_are_calculated_or_explained(tool: Reader, text: str) -> None:
    """Every figure at once as large or as small as can be typed: a plan or a sentence."""
    tool.put(**dict.fromkeys(FIGURES, text))
    assert bool(tool.notes) == ("Perbaiki" in tool.words)
    assert tool.drawings()


def test_her_words_are_only_words(tool: Reader) -> None:
    """A name with a script in it is shown, not run."""
    tool.put(business="<script>alert(1)</script>")
    assert "<script" not in tool.html
    assert "<script>alert(1)</script>" in tool.words


def test_the_chart_shows_where_the_lines_meet(tool: Reader) -> None:
    """600 of 1.200 portions lie in the middle, 850 right of it; both are written below."""
    (drawing,) = tool.drawings()
    texts = {"".join(each.itertext()): each for each in drawing.findall(".//{*}text")}
    assert list(texts) == [
        "Yang tersisa dari porsi terjual",
        "Garis datar: biaya tetap Rp6.660.000",
        "Untung",
        "Rugi",
        "Impas 600",
        "Rencana 850",
    ]
    assert float(texts["Impas 600"].get("x") or 0) == 164
    assert float(texts["Rencana 850"].get("x") or 0) == pytest.approx(328 * 850 / 1200, abs=0.1)
    assert "tiap porsi menyisakan Rp11.100" in (drawing.get("aria-label") or "")


def test_without_a_crossing_one_unit_is_drawn(tool: Reader) -> None:
    """A price below its cost shows what is missing; no fixed costs show what is left."""
    (drawing,) = tool.put(price="9.000").drawings()
    assert "Kurang Rp400" in ["".join(each.itertext()) for each in drawing.findall(".//{*}text")]
    (drawing,) = tool.put(price="20.500", **NOTHING).drawings()
    assert "Sisa Rp11.100" in ["".join(each.itertext()) for each in drawing.findall(".//{*}text")]
