"""The figures in the lesson on knowing the buyers are those of the shops that it calculates."""

from __future__ import annotations

import pytest

from latihan.units.city_orders import PLACES, dearest_order, most_orders, most_profit, profit_of
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.curriculum.conftest import Lesson, load
from usaha.money import format_number, format_percent, format_rupiah

UNIT = "pemasaran/01_mengenal_pembeli"
GIVEN = draw(load_unit("pemasaran_01_mengenal_pembeli"), SAMPLE_SEED).given
SHARES = ("tingkat_batal", "bagian_daerah_utama", "bagian_cod", "batal_cod")


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """The lesson under test."""
    return load(UNIT)


def test_every_answer_names_its_value(lesson: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = lesson.solved()
    for name in SHARES:
        share = float(names[name])
        assert f"**{format_number(share, 4)}**" in lesson.answer(name)
        assert name == "batal_cod" or format_percent(share, 1) in lesson.answer(name)
    assert f"**{names['pesanan_selesai']}**" in lesson.answer("pesanan_selesai")
    for name in ("nilai_rata_pesanan", "untung_daerah_utama"):
        assert f"**{format_rupiah(names[name])}**" in lesson.answer(name)
    assert f"**{PLACES[names['segmen_pilihan']]}**" in lesson.answer("segmen_pilihan")


def test_the_places_in_the_text_are_those_of_the_table(lesson: Lesson) -> None:
    """Most orders, most profit, dearest order: counts and rupiah of the sample shop."""
    most, best, dear = most_orders(GIVEN), most_profit(GIVEN), dearest_order(GIVEN)
    answer = lesson.answer("segmen_pilihan")
    assert f"{best.money_in} × {format_rupiah(best.money_out)}" in answer
    assert format_rupiah(profit_of(best)) in answer
    assert most.words in lesson.answer("bagian_daerah_utama")
    assert f"untungnya {format_rupiah(dear.money_out)} satu pesanan" in lesson.prose
    assert (
        f"hanya {dear.money_in}, jadi seluruhnya {format_rupiah(profit_of(dear))}" in lesson.prose
    )
    back = lesson.section("Kembali ke iklan")
    assert format_rupiah(profit_of(most)) in back
    assert format_rupiah(profit_of(best)) in back


def test_the_story_hurts_by_the_right_amount(lesson: Lesson) -> None:
    """What came in and what was cancelled are the sample shop's."""
    story = lesson.cells[0].source
    lost = GIVEN["nilai_semua"] - GIVEN["nilai_selesai"]
    assert f"menerima {GIVEN['pesanan_semua']} pesanan" in story
    assert f"Nilainya {format_rupiah(GIVEN['nilai_semua'])}" in story
    assert f"**{format_rupiah(lost)} batal**" in story
    others = GIVEN["pesanan_semua"] - GIVEN["pesanan_cod"]
    kept = GIVEN["pesanan_batal"] - GIVEN["pesanan_cod_batal"]
    assert f"{kept} dari {others} yang batal" in lesson.answer("batal_cod")


def test_the_worked_example_is_whole(lesson: Lesson) -> None:
    """Pak Sarta's cells give the amounts that his text speaks of."""
    names: dict[str, object] = {}
    exec("from latihan import rp\nfrom latihan.pictures import *", names)
    exec("from latihan.pictures_pemasaran import *", names)
    for cell in lesson.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "selesai_sarta": 102,
        "batal_sarta": 0.15,
        "bagian_serang": 0.5,
        "cod_sarta": 0.5,
        "cod_batal_sarta": 0.2,
        "rata_sarta": 50_000,
        "untung_serang": 306_000,
        "untung_tangsel": 360_000,
    }
    assert {name: names[name] for name in found} == found
