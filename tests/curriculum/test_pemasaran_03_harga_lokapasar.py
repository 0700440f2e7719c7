"""The figures in the lesson on prices are those of the shops that it calculates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.curriculum.conftest import Lesson, load
from usaha.money import format_rupiah

UNIT = "pemasaran/03_harga_lokapasar"
PAIRS_SOLD = 60


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """The lesson under test."""
    return load(UNIT)


def test_every_answer_names_its_value(lesson: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = lesson.solved()
    assert "**16%**" in lesson.answer("persen_potongan")
    assert round(names["persen_potongan"], 4) == 0.16
    for name in lesson.gaps:
        if name != "persen_potongan":
            assert f"**{format_rupiah(names[name])}**" in lesson.answer(name), name


def test_the_steps_in_the_answers_add_up(lesson: Lesson) -> None:
    """The numbers on the way to each answer are the shop's, too."""
    v = lesson.solved()
    cost = v["hpp"] + v["kemas_kirim"] + v["biaya_pesanan_per_barang"]
    kept = 1 - v["persen_potongan"]
    shown = {
        "uang_diterima": (v["harga_toko"], v["biaya_pesanan_per_barang"]),
        "untung_sekarang": (v["uang_diterima"], v["hpp"], v["kemas_kirim"]),
        "harga_impas": (cost, cost * 1.16, cost * 1.16 * kept, cost - cost * 1.16 * kept),
        "harga_untung": (cost, v["untung_rupiah"], cost + v["untung_rupiah"]),
        "harga_margin": (cost, v["harga_margin"] * 0.2),
        "untung_dengan_voucher": (v["harga_toko"] - v["voucher_penjual"], v["hpp"]),
    }
    for name, numbers in shown.items():
        after = lesson.cells[lesson.gaps[name] + 1].source
        for number in numbers:
            assert format_rupiah(number) in after, f"{number} in {name}"
    assert f"Omzet Pak Dedi {format_rupiah(v['omzet_setahun'])}" in lesson.prose


def test_the_story_hurts_by_the_right_amount(lesson: Lesson) -> None:
    """What he thinks he earns, what he earns, and the difference, for all pairs sold."""
    v = lesson.solved()
    thought = v["harga_toko"] - v["hpp"]
    real = Decimal(str(round(v["untung_sekarang"], 2)))
    story = lesson.cells[0].source
    for said in (
        f"HPP sepasang {format_rupiah(v['hpp'])}",
        f"harga {format_rupiah(v['harga_toko'])}",
        f"{format_rupiah(thought)} sepasang",
        f"ada {format_rupiah(PAIRS_SOLD * thought)}",
        f"hanya {format_rupiah(PAIRS_SOLD * real)}",
        f"**Kurang {format_rupiah(PAIRS_SOLD * (thought - real))}**",
    ):
        assert said in story
    back = lesson.section("Kembali ke 60 pasang")
    for number in (
        v["harga_toko"] * v["persen_potongan"],
        real,
        v["harga_impas"],
        v["harga_pajang"],
    ):
        assert format_rupiah(number) in back


def test_the_worked_example_is_whole(lesson: Lesson) -> None:
    """Bu Imas's cells give the amounts that her text speaks of."""
    names = lesson.solved()
    exec("from latihan.pictures import *\nfrom latihan.pictures_pemasaran import *", names)
    names["tampil"] = lambda *_: None
    for cell in lesson.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "persen_imas": 0.15,
        "pesanan_imas": 250,
        "terima_imas": 33_750,
        "untung_imas": 7_000,
        "biaya_imas": 27_000,
        "impas_imas": 31_764.71,
        "harga_imas": 43_882.35,
        "margin_imas": 41_538.46,
        "voucher_imas": 5_300,
    }
    assert {name: round(float(names[name]), 2) for name in found} == found
