"""What the lesson on permits says of the sample shop is what stands on its cards."""

from __future__ import annotations

import pytest

from latihan.units.product_cards import CARDS
from latihan.units.rows import read_rows
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.curriculum.conftest import Lesson, load
from usaha.dates import format_date
from usaha.money import format_number, format_rupiah

DOZENS, BOX = 120, 72_500  # boxes that came back, rupiah a box


@pytest.fixture(scope="module")
def izin() -> Lesson:
    """The lesson under test."""
    return load("rintisan/04_legalitas")


def test_every_answer_names_the_right_choice(izin: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = izin.solved()
    for name in izin.gaps:
        said = format_date(names[name]) if name == "batas_nib" else names[name]
        assert f"**{said}**" in izin.answer(name), name


def test_the_answers_speak_of_the_products_on_the_cards(izin: Lesson) -> None:
    """Product, how long it keeps, the shop's first day and its year's sales."""
    given = draw(load_unit("rintisan_04_legalitas"), SAMPLE_SEED).given
    for name, row in zip(CARDS, read_rows(given["baris"]), strict=True):
        answer = izin.answer(name).casefold()
        assert row.words.split()[-1].casefold() in answer or row.words.casefold() in answer
    assert "tahan 14 hari" in read_rows(given["baris"])[2].day
    assert "tahan 14 hari" in izin.answer("izin_presto")
    assert f"buka {format_date(given['mulai_jualan'])}" in izin.answer("batas_nib")
    assert f"{format_number(given['omzet_setahun'])} juta" in izin.answer("kelas_usaha")
    assert f"Hari ini {format_date(given['hari_ini'])}" in izin.prose


def test_the_story_hurts_by_the_right_amount(izin: Lesson) -> None:
    """Boxes times price."""
    lost = f"**{format_rupiah(DOZENS * BOX)}**"
    assert lost in izin.cells[0].source
    assert f"{DOZENS} dus × {format_rupiah(BOX)} = {lost}" in izin.prose


def test_the_worked_examples_are_choices_of_the_unit(izin: Lesson) -> None:
    """Each example's cell runs with the names that `buka` makes, and says what its text says."""
    names: dict[str, object] = {"__name__": "notebook"}
    exec("from latihan import *\nbuka('rintisan_04_legalitas', contoh=True)", names)
    for cell in izin.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "izin_gula_semut": "PIRT",
        "izin_nugget_lele": "MD",
        "izin_susu_kambing": "MD",
        "izin_pecel": "SIAP_SAJI",
        "izin_caping": "NIB",
        "batas_pak_sarta": "8 Desember 2027",
        "halal_awal_tahun": "BELUM",
        "kelas_tenun": "MIKRO",
        "urutan_kios": "321",
    }
    assert {name: names[name] for name in found} == found
