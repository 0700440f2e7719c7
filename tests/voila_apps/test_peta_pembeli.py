"""The map of buyers: her export or the sample shop's, counted."""

from __future__ import annotations

import time
from base64 import b64decode
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.voila_apps.reading import DATA, SVG, Reader
from usaha.shops import make_shop
from usaha.shops.exports import shopee_export

HEAD = "No. Pesanan,Status Pesanan,Total Pembayaran,Kota/Kabupaten,Provinsi,Metode Pembayaran"


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Reader:
    """The map."""
    return Reader(open_tool("peta_pembeli"))


@pytest.fixture
def tool(opened: Reader) -> Reader:
    """The map of the sample shop."""
    opened.tool.form.restart()
    return opened


def upload(tool: Reader, data: bytes | str, name: str = "pesanan.csv") -> Reader:
    """Give a file as the browser would."""
    content = data.encode() if isinstance(data, str) else data
    file = {"name": name, "type": "", "size": len(content), "content": memoryview(content)}
    file["last_modified"] = datetime(2026, 11, 23, tzinfo=UTC)
    tool.tool.form["file"].value = (file,)
    return tool


def drawings(tool: Reader) -> dict[str, ET.Element]:
    """All charts by their heading, parsed."""
    found = [ET.fromstring(svg) for svg in SVG.findall(tool.html)]
    return {chart.attrib["aria-label"].split(":")[0]: chart for chart in found}


def test_opens_with_the_sample_shop(tool: Reader) -> None:
    """Counted here from the generated orders, by themselves."""
    orders = make_shop("kuliner", "contoh").orders
    done = [order for order in orders if order.state == "completed"]
    (place, count), *_ = Counter(o.district.name for o in done if o.district).most_common()
    assert tool.answer.startswith(
        f"Paling banyak pembeli Anda dari {place}: {count} dari {len(done)} pesanan selesai (31,7%)."
    )
    assert "Contoh: Dapur Bu Neneng, Cilegon" in tool.words
    assert "Pelajaran: Mengenal Pembeli" in tool.words
    assert tool.notes == {}


def test_every_picture_has_text(tool: Reader) -> None:
    """Where from, when (three times), how paid, why not: each well formed and said in words."""
    charts = drawings(tool)
    assert list(charts) == [
        "Dari mana, pesanan yang selesai",
        "Pesanan tiap bulan",
        "Pesanan menurut hari",
        "Pesanan menurut jam",
        "Cara membayar, semua pesanan",
        "Mengapa batal",
    ]
    for title, chart in charts.items():
        assert list(chart.iter("{http://www.w3.org/2000/svg}text")), title
    assert "Senin 172" in charts["Pesanan menurut hari"].attrib["aria-label"]


def test_her_export_replaces_the_sample(tool: Reader) -> None:
    """By hand: 3 of 4 completed are of Lebak, 1 of 5 cancelled."""
    rows = [f"{at},Selesai,50000,KAB. LEBAK,BANTEN,COD" for at in "ABC"]
    rows += ["D,Selesai,90000,KOTA BANDUNG,JAWA BARAT,SPayLater", "E,Batal,0,KAB. LEBAK,BANTEN,COD"]
    upload(tool, "\n".join([HEAD, *rows]), "Order & <b>saya</b>.csv")
    assert tool.answer.startswith(
        "Paling banyak pembeli Anda dari Kab. Lebak: 3 dari 4 pesanan selesai (75,0%)."
    )
    assert "Yang batal: 1 dari 5 pesanan (20,0%)." in tool.words
    assert "Rp240.000 : 4|Rp60.000" in tool.words
    assert "Jawa Barat 1 (25,0%)" in tool.words
    assert "Berkas Order & <b>saya</b>.csv" in tool.words
    assert "<b>saya" not in tool.html
    assert "Pesanan menurut jam" not in drawings(tool)


def test_the_sample_comes_back(tool: Reader) -> None:
    """Without a file the page is as it was opened."""
    before = tool.html
    upload(tool, f"{HEAD}\nA,Selesai,5,KAB. LEBAK,BANTEN,COD").tool.form.restart()
    assert tool.html == before


def test_the_counts_can_be_taken_home(tool: Reader) -> None:
    """A table for Excel in the link itself."""
    found = DATA.search(tool.html)
    assert found
    kind, data = found[1].split(";base64,")
    assert kind == "data:text/csv;charset=utf-8"
    table = b64decode(data).decode("utf-8-sig").split("\r\n")
    assert table[1] == "Semua;Semua pesanan;1085;946;130;58948300"


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("", "Berkas ini kosong"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 300, "Berkas ini gambar"),
        ("halo dunia\n<script>alert(1)</script>", "Ini bukan daftar pesanan"),
        (HEAD, "Tidak ada pesanan di berkas ini"),
        (b"a" * (5 * 1024 * 1024 + 1), "lebih dari 5 MB"),
    ],
)
def test_foolish_files_lose_nothing(tool: Reader, data: bytes | str, note: str) -> None:
    """A sentence says what to do, and the last counts are still there."""
    before = tool.answer
    upload(tool, data)
    assert note in tool.notes["file"]
    assert tool.answer == before
    assert "<script" not in tool.html


def test_foolish_cells_are_named_and_escaped(tool: Reader) -> None:
    """What cannot be read is said with its line; nothing of the file becomes markup."""
    rows = ["A,Selesai,mahal,<script>x</script>,<i>Jawa</i>,COD", "B,???,5,KAB. LEBAK,BANTEN,COD"]
    upload(tool, "\n".join([HEAD, *rows]))
    assert 'Baris 2: Total pembayaran "mahal" bukan jumlah uang.' in tool.words
    assert 'Baris 3: Status "???" belum dikenal.' in tool.words
    assert "<script" not in tool.html
    assert "<i>" not in tool.html.lower()
    assert drawings(tool)


def test_only_the_first_problems_are_said(tool: Reader) -> None:
    """Ten different amounts that are none: five are said, five counted."""
    rows = [f"{at},Selesai,mahal{at},KAB. LEBAK,BANTEN,COD" for at in "ABCDEFGHIJ"]
    upload(tool, "\n".join([HEAD, *rows]))
    assert tool.words.count("bukan jumlah uang") == 5
    assert "hal lain yang belum terbaca." in tool.words


def test_a_slip_in_a_year_leaves_a_readable_chart(tool: Reader) -> None:
    """One order of 2005 among those of 2026: three years are drawn."""
    head = "No. Pesanan,Status Pesanan,Total Pembayaran,Waktu Pesanan Dibuat"
    upload(tool, f"{head}\nA,Selesai,5,2005-01-01 08:00\nB,Selesai,5,2026-01-01 08:00")
    words = drawings(tool)["Pesanan tiap bulan, 36 bulan terakhir"].attrib["aria-label"]
    assert "Februari 2023 0, " in words
    assert words.endswith("Januari 2026 1.")


def test_many_places_end_in_one_bar(tool: Reader) -> None:
    """Eight bars and one for all others, which together are all orders."""
    rows = [f"{at},Selesai,5,KOTA X,PROVINSI {at},COD" for at in "ABCDEFGHIJK"]
    upload(tool, "\n".join([HEAD, *rows]))
    words = drawings(tool)["Dari mana, pesanan yang selesai"].attrib["aria-label"]
    assert words.count("1 (9,1%)") == 8
    assert "Yang lain 3 (27,3%)" in words


def test_all_marketplaces_and_excel_are_for_the_importer(tool: Reader) -> None:
    """A generated shop's own export gives the page that its orders give, but for the name."""
    export = shopee_export(make_shop("kuliner", "contoh").orders)
    before = tool.answer
    upload(tool, export)
    assert tool.answer == before
    assert "Berkas pesanan.csv. 1 November 2025 sampai 31 Oktober 2026" in tool.words


def test_the_real_export_is_read_in_time(tool: Reader, shared: Path) -> None:
    """3,617 rows, under three seconds, with the shares that are printed beside them."""
    data = (shared / "domain" / "orders_banten.csv").read_bytes()
    begun = time.monotonic()
    upload(tool, data, "orders_banten.csv")
    assert time.monotonic() - begun < 3
    for words in (
        "Kab. Tangerang: 1.008 dari 3.164 pesanan selesai (31,9%)",
        "Yang batal: 433 dari 3.617 pesanan (12,0%)",
        "Bayar di tempat (COD): 1.550 dari 3.617 pesanan (42,9%)",
        "Paling ramai hari Senin, dan antara jam 12.00 dan 13.00.",
        "336 pesanan tidak punya waktu",
    ):
        assert words in tool.words
