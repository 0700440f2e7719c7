"""The advertisement checker: did it pay, and where do people leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.voila_apps.reading import Reader
from usaha.marketing import ad_profit, break_even_roas, roas
from usaha.money import format_rupiah


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Reader:
    """The checker."""
    return Reader(open_tool("pemeriksa_iklan"))


@pytest.fixture
def tool(opened: Reader) -> Reader:
    """The checker with its example."""
    opened.tool.form.restart()
    return opened


def test_opens_with_the_lesson_s_scarves(tool: Reader) -> None:
    """By hand, as in the lesson: 2.250.000 × 0,4 - 1.260.000 = -360.000; 74 of 1.040 is 7,1%."""
    assert tool.answer == (
        "Iklan ini rugi Rp360.000. Tiap Rp1.000 iklan membawa omzet Rp1.786. Supaya impas, perlu "
        "Rp2.500. Perbaiki dulu. Uang iklan tambahan hanya menambah rugi."
    )
    for words in (
        "Tahap terlemah: dari mengeklik ke keranjang. Sekarang 7,1%, biasanya 12%.",
        "Baru 15 pesanan selesai.",
        "1 : 40%|2,5 kali",
        "Rp1.260.000 : 8|Rp157.500",
        "ROAS impas tepat menutup biayanya.",
        "Pelajaran: Dari Dilihat sampai Dibeli",
    ):
        assert words in tool.words
    assert tool.notes == {}


def test_two_pictures_say_the_same_in_words(tool: Reader) -> None:
    """Money against the break-even, stages against what is usual."""
    money, stages = tool.drawings()
    assert "Sekarang Rp1.786, Supaya impas Rp2.500" in money.attrib["aria-label"]
    assert "dari mengeklik ke keranjang: 7,1%, biasanya 12%" in stages.attrib["aria-label"]
    widths = [float(bar.attrib["width"]) for bar in stages.iter("{http://www.w3.org/2000/svg}rect")]
    assert min(widths) == widths[1]


@pytest.mark.parametrize(
    ("cost", "sales", "price", "variable"),
    [(400_000, 3_000_000, 150_000, 112_500), (250_000, 900_000, 40_000, 33_000), (1, 1, 1, 0)],
)
def test_the_same_as_the_library(
    tool: Reader, cost: int, sales: int, price: int, variable: int
) -> None:
    """Any advertisement, against `usaha.marketing` alone."""
    tool.put(cost=str(cost), sales=str(sales), price=str(price), variable_cost=str(variable))
    margin = (price - variable) / price
    profit = ad_profit(sales, margin, cost)
    outcome = "untung" if profit > 0 else "rugi" if profit < 0 else "impas"
    assert f"Iklan ini {outcome}" in tool.answer
    assert format_rupiah(1000 * roas(sales, cost)) in tool.answer
    even = break_even_roas(margin)
    assert even is not None
    assert f"perlu {format_rupiah(1000 * even)}" in tool.answer


def test_an_advertisement_that_pays_goes_on(tool: Reader) -> None:
    """By hand: 4.500.000 × 0,4 - 1.260.000 = 540.000."""
    tool.put(sales="4,5 juta")
    assert tool.answer.startswith("Iklan ini untung Rp540.000.")
    assert tool.answer.endswith("Lanjutkan. ROAS iklan ini di atas ROAS impas toko Anda.")


def test_her_own_usual_figures_decide(tool: Reader) -> None:
    """Where 7% into the basket is usual, another stage is the weakest."""
    tool.put(usual_carts="7%", usual_clicks="5")
    assert "Tahap terlemah: dari melihat ke mengeklik." in tool.words


def test_nobody_clicked(tool: Reader) -> None:
    """Zeros have an answer, not an error."""
    tool.put(**dict.fromkeys(("clicks", "carts", "orders", "completed", "sales"), "0"))
    tool.put(new_customers="0")
    assert tool.answer.startswith(
        "Iklan ini rugi Rp1.260.000. Tiap Rp1.000 iklan membawa omzet Rp0."
    )
    assert tool.notes == {}


def test_an_item_that_leaves_nothing(tool: Reader) -> None:
    """No advertisement can make up for it, and no break-even is drawn."""
    tool.put(variable_cost="150.000")
    assert "jadi iklan tidak akan impas. Hentikan dulu." in tool.answer
    assert "Supaya impas" not in tool.drawings()[0].attrib["aria-label"]


def test_her_words_stay_words(tool: Reader) -> None:
    """A name that would be a script is only a name; without one there is a plain word."""
    tool.put(product="<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in tool.html
    assert "<script" not in tool.html
    assert "Iklan Anda" in tool.put(product="").words


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("cost", "", "Isian masih kosong"),
        ("cost", "0", "lebih dari nol"),
        ("cost", "-1", "Hapus tanda minusnya"),
        ("impressions", "lima", "bukan angka"),
        ("impressions", "1000000000000000", "terlalu besar"),
        ("sales", "2,250.000", "Titik untuk ribuan, koma untuk desimal"),
        ("clicks", "1040,5", "bilangan bulat"),
        ("carts", "2.000", "lebih besar daripada diklik"),
        ("new_customers", "16", "tidak dapat melebihi pesanan selesai"),
        ("sales", "0", "Isi omzet"),
        ("usual_clicks", "0", "di atas 0"),
        ("usual_orders", "150", "dari 0 sampai 100"),
        ("price", "<script>", "bukan angka"),
    ],
)
def test_foolish_input_loses_nothing(tool: Reader, field: str, text: str, note: str) -> None:
    """A sentence says what to do, what was typed stays, and the last result is still there."""
    before = tool.answer
    tool.put(**{field: text})
    (said,) = tool.notes.values()
    assert note in said
    assert tool.tool.form[field].value == text
    assert tool.answer == before
    assert "<script" not in tool.html


def test_the_same_values_give_the_same_page(tool: Reader) -> None:
    """Whatever was typed in between."""
    before = tool.html
    tool.put(cost="5", clicks="x", usual_carts="1").tool.form.restart()
    assert tool.html == before
