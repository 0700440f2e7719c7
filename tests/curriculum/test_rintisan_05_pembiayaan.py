"""The figures in the lesson on borrowing are those of the loans that it calculates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.curriculum.conftest import Lesson, load
from usaha.credit import schedule
from usaha.money import format_percent, format_rupiah


@pytest.fixture(scope="module")
def kredit() -> Lesson:
    """The lesson under test."""
    return load("rintisan/05_pembiayaan")


def _rupiah(number: object) -> str:
    return format_rupiah(Decimal(str(number)))


def test_every_answer_names_its_figure(kredit: Lesson) -> None:
    """Whoever changes the sample loan must change the text with it."""
    names = kredit.solved()
    assert f"`{names['bunga_bulan']}`" in kredit.answer("bunga_bulan")
    assert f"**{names['rasio_angsuran']:.2f}**".replace(".", ",") in kredit.answer("rasio_angsuran")
    assert f"**{names['keputusan']}**" in kredit.answer("keputusan")
    for name in set(kredit.gaps) - {"bunga_bulan", "rasio_angsuran", "keputusan"}:
        assert f"**{_rupiah(names[name])}**" in kredit.answer(name), name


def test_the_steps_in_the_answers_add_up(kredit: Lesson) -> None:
    """The numbers on the way to each answer are the loan's, too."""
    v = kredit.solved()
    steps = {
        "angsuran": (v["pokok"],),
        "total_bayar": (v["angsuran"],),
        "total_bunga": (v["total_bayar"], v["pokok"]),
        "bunga_bulan_pertama": (v["pokok"],),
        "pokok_bulan_pertama": (v["angsuran"], v["bunga_bulan_pertama"]),
        "rasio_angsuran": (v["angsuran"] + v["angsuran_lain"], v["kas_usaha_bulan"]),
        "angsuran_maksimum": (v["kas_usaha_bulan"], v["angsuran_lain"]),
        "selisih_rentenir": (v["angsuran_rentenir"], v["pokok"], v["total_bunga"]),
    }
    for name, numbers in steps.items():
        for number in numbers:
            assert _rupiah(number) in kredit.answer(name), f"{number} in {name}"
    first = schedule(v["pokok"], Decimal(str(v["bunga_tahun"])), v["bulan"], "annuity")[0]
    assert f"sisa pokoknya {format_rupiah(first.balance)}" in kredit.prose
    assert f"Omzet Pak Sarta {_rupiah(v['omzet_bulan'])}" in kredit.prose


def test_the_story_hurts_by_the_right_amount(kredit: Lesson) -> None:
    """What the neighbour took, week by week, and what a bank would have left him."""
    v = kredit.solved()
    paid = v["angsuran_rentenir"] * v["minggu_rentenir"]
    story = kredit.cells[0].source
    for said in (
        f"Cukup {_rupiah(v['angsuran_rentenir'])} seminggu",
        f"membayar {v['minggu_rentenir']} minggu",
        f"semuanya: {_rupiah(paid)}. **Bunganya saja {_rupiah(paid - v['pokok'])}**",
    ):
        assert said in story
    assert f"menghemat **{_rupiah(v['selisih_rentenir'])}**" in kredit.prose


def test_the_worked_example_is_whole(kredit: Lesson) -> None:
    """Ibu Sarci's cells give the figures that her text speaks of."""
    names: dict[str, object] = {
        "tampil": lambda *_: None, "gambar_angsuran": lambda *_: None, "KECILKAN": "KECILKAN"
    }  # fmt: skip
    exec("from latihan import rp, anuitas", names)
    for cell in kredit.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "angsuran_sarci": 1_066_185,
        "bunga_sarci": 794_226,
        "bunga_awal": 120_000,
        "pokok_awal": 946_185,
        "sanggup_sarci": 1_000_000,
        "bunga_rentenir": 3_600_000,
        "lebih_mahal": 2_805_774,
    }
    for name, amount in found.items():
        assert abs(Decimal(str(names[name])) - amount) < 1, name
    ratio = Decimal(str(names["rasio_sarci"]))
    assert f"Rasionya {format_percent(ratio, 1)}" in kredit.prose
