"""The marketplace price calculator: her item, her fees, her wish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.voila_apps.reading import Reader
from usaha.fees import FeeTable
from usaha.money import format_rupiah
from usaha.pricing import net_received, price_for_net, required_price

CASE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Iterator[Reader]:
    """The calculator, opened on the day of the case whatever today is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("usaha.dates.today", lambda: CASE)
        yield Reader(open_tool("harga_lokapasar"))


@pytest.fixture
def tool(opened: Reader) -> Reader:
    """The calculator with its example."""
    opened.tool.form.restart()
    return opened


def test_opens_with_the_lesson_s_shoes(tool: Reader) -> None:
    """By hand, as in the lesson: 162.900 × 0,84 - 625 = 136.211; less 122.000 leaves 14.211."""
    assert tool.answer == (
        "Dari harga Rp162.900, yang sampai kepada Anda Rp136.211. "
        "Sesudah HPP dan kardus, Anda untung Rp14.211 tiap pasang."
    )
    for words in (
        "Harga impas Rp145.982. Di bawah harga ini Anda rugi.",
        "Supaya untung Rp22.500 tiap pasang, pasang harga Rp173.000.",
        "Biaya ditambah 16% hanya menjadi Rp142.245",
        "(Rp144.500 + Rp625) : (100% - 16%)|Rp172.768",
        "Pelajaran: Harga Jual dan Potongan Lokapasar",
    ):
        assert words in tool.words
    assert tool.notes == {}


def test_the_picture_says_the_same_in_words(tool: Reader) -> None:
    """One drawing, well formed, with a text for every part of the price."""
    (drawing,) = tool.drawings()
    texts = [element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "Biaya program Rp13.846" in texts
    assert "Untung Anda Rp14.211" in texts
    assert "HPP Rp118.000" in drawing.attrib["aria-label"]


def test_every_rate_has_its_source(tool: Reader) -> None:
    """What the table knows, from when, and what she wrote in its place."""
    assert (
        "Biaya admin, Shopee, pakaian dan sepatu: 4,25% sampai 9%. Sumber: pusat penjual Shopee, "
        "berlaku sejak 1 Januari 2026, belum diperiksa. Anda menggantinya dengan 7,5%."
    ) in tool.words
    assert "Biaya proses satu pesanan: Rp1.250. Sumber: pusat penjual Shopee" in tool.words
    assert "bebas PPh final: Rp500.000.000. Sumber: UU 7/2021," in tool.words


def test_an_empty_rate_takes_the_dated_one(tool: Reader) -> None:
    """The upper end of Shopee's range, said aloud; Tokopedia's one figure, without a word."""
    tool.put(admin="", program="0")
    assert "9% × Rp162.900|Rp14.661" in tool.words
    assert "Biaya admin belum diisi, jadi dipakai yang tertinggi, 9%." in tool.words
    tool.put(place="tokopedia")
    assert "6,97% × Rp162.900|Rp11.354" in tool.words
    assert "belum diisi" not in tool.words
    assert "Program gratis ongkir" not in tool.words


def test_her_order_fee_replaces_the_listed_one(tool: Reader) -> None:
    """The first orders of a new shop are free of it: by hand 162.900 × 0,84 = 136.836."""
    tool.put(order_fee="0")
    assert "yang sampai kepada Anda Rp136.836." in tool.answer
    assert "Anda menggantinya dengan Rp0." in tool.words


@pytest.mark.parametrize(("price", "items"), [("45.000", "1"), ("Rp 99rb", "3"), ("1,2 juta", "2")])
def test_the_same_as_the_library_for_any_item(tool: Reader, price: str, items: str) -> None:
    """With all fees at once, against `usaha.pricing` alone."""
    tool.put(
        price=price, items=items, cost="30.000", packing="2.500", voucher="5.000", admin="8,25",
        program="5%", program_cap="10.000", order_fee="1.000", tax="0,5", profit="12.500",
    )  # fmt: skip
    table = (
        FeeTable("x")
        .with_fee("Biaya admin", Decimal("0.0825"))
        .with_fee("Biaya program", Decimal("0.05"), cap=10_000)
        .with_fee("PPh final", Decimal("0.005"), base="listed")
        .with_order_fee(1_000)
    )
    listed = {"45.000": 45_000, "Rp 99rb": 99_000, "1,2 juta": 1_200_000}[price]
    terms = {"voucher": 5_000, "items": int(items)}
    assert f"kepada Anda {format_rupiah(net_received(table, listed, **terms))}." in tool.answer
    for net in (32_500, 45_000):
        assert format_rupiah(price_for_net(table, net, **terms)) in tool.words


def test_a_wish_in_percent(tool: Reader) -> None:
    """By hand 122.625 / (1 - 0,16 - 0,25) = 207.839, on the shelf 208.000."""
    tool.put(profit="0", margin="25 persen")
    assert int(required_price(122_625, 0.16, margin=0.25)) == 207_838
    assert (
        "Harga untuk untung 25% dari harga|(Rp122.000 + Rp625) : (100% - 16% - 25%)" in tool.words
    )
    assert "untung 25% dari harga tiap pasang, pasang harga Rp208.000." in tool.words


def test_a_loss_is_said_and_drawn(tool: Reader) -> None:
    """In her own unit, with the price that ends it."""
    tool.put(price="140.000", unit="lembar")
    assert "Anda rugi Rp5.025 tiap lembar." in tool.answer
    assert "Naikkan ke Rp146.000 atau lebih" in tool.words
    assert "Rugi: tidak tertutup harga Rp5.025" in tool.words
    assert "Harga jual satu lembar sekarang (Rp)" in tool.labels


def test_her_words_stay_words(tool: Reader) -> None:
    """A name that would be a script is only a name; without one there is a plain word."""
    tool.put(product="<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in tool.html
    assert "<script" not in tool.html
    assert "Barang Anda" in tool.put(product="  ").words


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("price", "", "Isian masih kosong"),
        ("price", "-5", "Hapus tanda minusnya"),
        ("price", "mahal", "bukan angka"),
        ("price", "1000000000000000", "terlalu besar"),
        ("cost", "2.000.000.000", "terlalu besar"),
        ("price", "1,250.50", "Titik untuk ribuan, koma untuk desimal"),
        ("items", "0", "paling sedikit 1"),
        ("voucher", "200rb", "lebih besar daripada harga Rp162.900"),
        ("admin", "120", "dari 0 sampai 100"),
        ("admin", "<script>", "bukan angka"),
        ("program", "90", "lebih dari 95% harga"),
        ("margin", "20", "Isi salah satu saja"),
        ("tax", "banyak", "bukan angka"),
        ("program_cap", "-1", "Hapus tanda minusnya"),
    ],
)
def test_foolish_input_loses_nothing(tool: Reader, field: str, text: str, note: str) -> None:
    """A sentence says what to do, what was typed stays, and the last result is still there."""
    before = tool.answer
    tool.put(**{field: text})
    (said,) = tool.notes.values()
    assert note in said
    assert tool.tool.form[field].value == text
    assert "Perbaiki 1 isian dulu" in tool.words
    assert tool.answer == before
    assert "<script" not in tool.html


@pytest.mark.parametrize(
    "zeros",
    [("cost", "packing", "profit"), ("price", "voucher"), ("admin", "program", "order_fee")],
)
def test_zeros_have_an_answer(tool: Reader, zeros: tuple[str, ...]) -> None:
    """Nothing is divided by zero, and what is missing is named."""
    tool.put(**dict.fromkeys(zeros, "0"))
    assert tool.notes == {}
    assert 'class="awas"' in tool.html


def test_the_same_values_give_the_same_page(tool: Reader) -> None:
    """Whatever was typed in between."""
    before = tool.html
    tool.put(price="1", unit="botol", admin="", profit="x").tool.form.restart()
    assert tool.html == before
