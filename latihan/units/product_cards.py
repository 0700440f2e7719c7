"""Product cards of a shop: six products, how each is kept, and which permit it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from latihan.notebook import Shown, below
from latihan.units.rows import Row, dated, read_rows, shuffled, table, to_text
from latihan.units.rule_rows import CASE_DAY, sources
from latihan.values import Values
from usaha.dates import add_months
from usaha.draws import Draws

PERMITS = {
    "NIB": "NIB saja, tanpa izin pangan",
    "PIRT": "nomor PIRT, lewat Dinas Kesehatan",
    "MD": "izin edar MD, dari BPOM",
    "SIAP_SAJI": "pangan siap saji, bukan PIRT atau MD",
}
PERMIT_OF = {
    "kering": "PIRT",
    "beku": "MD",
    "dingin": "MD",
    "pasteur": "MD",
    "saji": "SIAP_SAJI",
    "barang": "NIB",
}
# For each question what may stand on its card: kind, product, how it is kept, days that it keeps.
DRY = "kering, suhu ruang, dapur rumah"
TODAY = "dimasak pagi, habis hari itu"
CARDS: dict[str, tuple[tuple[str, tuple[str, ...], str, tuple[int, ...]], ...]] = {
    "izin_camilan": (
        ("kering", ("Emping melinjo", "Keripik pisang", "Rangginang"), DRY, (60, 90, 120, 180)),
    ),
    "izin_bandeng": (
        ("beku", ("Sate bandeng", "Otak-otak bandeng"), "disimpan di pembeku", (60, 90, 120)),
        ("kering", ("Abon bandeng", "Serundeng bandeng"), DRY, (30, 60, 90)),
    ),
    "izin_presto": (
        ("dingin", ("Bandeng presto",), "bungkus plastik, disimpan di kulkas", (10, 14, 20)),
        ("saji", ("Bandeng presto hangat",), TODAY, ()),
    ),
    "izin_minuman": (
        ("pasteur", ("Sari jambu", "Sari nanas"), "botol, dipasteurisasi", (14, 21, 30)),
        ("kering", ("Jahe bubuk", "Kopi bubuk"), DRY, (120, 180, 360)),
    ),
    "izin_nasi": (("saji", ("Nasi bakar", "Ketan bintul", "Nasi sumsum"), TODAY, ()),),
    "izin_kerajinan": (
        ("barang", ("Kain tenun", "Gerabah", "Golok hias", "Tas anyaman"), "buatan tangan", ()),
    ),
}
STEPS = (
    "Daftar NIB di laman OSS",
    "Urus izin produk: PIRT atau MD",
    "Ajukan sertifikat halal di SIHALAL",
    "Cetak label dengan semua nomornya",
)
SOURCES = {
    "Batas waktu NIB pedagang daring": "nib_online_existing_months",
    "Pangan yang boleh PIRT": "spp_irt_scope",
    "Batas waktu halal makanan dan minuman": "halal_umk_food_deadline",
    "Batas usaha mikro dan kecil": "umkm_micro_sales_max",
}


def draw_cards(d: Draws) -> str:
    """Draws a card for each question, as rows in one text.

    >>> len(draw_cards(Draws("x")).splitlines())
    6
    """
    rows = [draw_card(d, name, number) for number, name in enumerate(CARDS, start=1)]
    return to_text(rows)


def draw_card(d: Draws, name: str, number: int) -> Row:
    """Draws the card of one question."""
    kind, products, kept, days = d.pick(CARDS[name])
    long = f", tahan {d.pick(days)} hari" if days else ""
    return Row(number, kept + long, d.pick(products), 0, 0, kind)


def draw_start(d: Draws) -> date:
    """Draws the day on which the online shop opened: years before the rule, or soon after it."""
    if d.below(2):
        return date(d.step(2022, 2025), d.step(1, 12), d.step(1, 28))
    return date(CASE_DAY.year, d.step(7, 10), d.step(1, 28))


def draw_steps(d: Draws) -> str:
    """Draws the order in which the steps are listed: `"2"` first where the second step comes first."""
    return "".join(shuffled(d, "1234"))


def kind_of(v: Mapping[str, Any], question: str) -> str:
    """Returns the kind of the product on a question's card."""
    return read_rows(v["baris"])[list(CARDS).index(question)].kind


def permit(v: Mapping[str, Any], question: str) -> str:
    """Returns the permit that the product on a question's card needs."""
    return PERMIT_OF[kind_of(v, question)]


def ordered(v: Mapping[str, Any], wanted: str) -> str:
    """Returns the numbers in the list of steps for an order of steps, `"1234"` being the right one.

    >>> ordered({"langkah": "2413"}, "1234")
    '3142'
    """
    return "".join(str(v["langkah"].index(step) + 1) for step in wanted)


def is_old_seller(v: Mapping[str, Any]) -> bool:
    """Whether the online shop was open before the rule."""
    return bool(v["mulai_jualan"] < v["tgl_aturan"])


def deadline(v: Values) -> date:
    """Returns the last day to have a NIB."""
    if is_old_seller(v):
        return add_months(v["tgl_aturan"], int(v.bulan_pedagang_lama))
    return add_months(v["mulai_jualan"], int(v.bulan_pedagang_baru))


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the product cards, the steps in their mixed order, and where the rules' figures are from."""
    cards = table(
        "Enam kartu produk",
        (("No.", lambda row: str(row.number)), ("Produk", dated)),
        read_rows(given["baris"]),
    )
    steps = table(
        "Empat langkah, urutannya masih acak",
        (("No.", lambda row: str(row.number)), ("Langkah", lambda row: row.words)),
        [Row(at, "", STEPS[int(step) - 1]) for at, step in enumerate(given["langkah"], start=1)],
    )
    return below(cards, steps, sources(SOURCES))
