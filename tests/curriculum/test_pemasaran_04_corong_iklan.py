"""The figures in the lesson on advertising are those of the shops that it calculates."""

from __future__ import annotations

import pytest

from latihan.units.rows import read_rows
from latihan.units.woven_ads import stages
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.curriculum.conftest import Lesson, load
from usaha.money import format_number, format_percent, format_rupiah

UNIT = "pemasaran/04_corong_iklan"
GIVEN = draw(load_unit("pemasaran_04_corong_iklan"), SAMPLE_SEED).given
MONEY = ("biaya_per_pembeli_baru", "untung_iklan")
CODES = ("tahap_terlemah", "keputusan_iklan")
DIGITS = {
    "rasio_klik": 4,
    "persen_jadi_beli": 4,
    "roas_iklan": 2,
    "marjin_selendang": 1,
    "roas_impas": 1,
}


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """The lesson under test."""
    return load(UNIT)


def test_every_answer_names_its_value(lesson: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = lesson.solved()
    for name in lesson.gaps:
        if name in MONEY:
            said = format_rupiah(names[name])
        else:
            said = names[name] if name in CODES else format_number(names[name], DIGITS[name])
        assert f"**{said}**" in lesson.answer(name), name


def test_the_weak_stage_is_told_with_its_counts(lesson: Lesson) -> None:
    """Row, share and usual share are the table's; the others are near theirs."""
    answer = lesson.answer("tahap_terlemah")
    row = next(row for row in read_rows(GIVEN["baris"]) if row.kind in answer)
    share = format_percent(row.money_out / row.money_in, 1)
    assert f"{row.money_out} dibagi {format_number(row.money_in)} = {share}" in answer
    assert f"biasanya {format_percent(float(row.day))}" in answer
    near = [stage for stage in stages(GIVEN) if stage.name.upper() != row.kind]
    assert all(0.9 < float(stage.strength or 0) < 1.1 for stage in near)


def test_the_story_hurts_by_the_right_amount(lesson: Lesson) -> None:
    """What the app reports, what it cost, and what it lost are the sample week's."""
    v = lesson.solved()
    story = lesson.cells[0].source
    for said in (
        f"Biayanya {format_rupiah(v['biaya_iklan'])}",
        f"omzet {format_rupiah(v['omzet_laporan'])}",
        f"**rugi {format_rupiah(-v['untung_iklan'])}**",
    ):
        assert said in story
    reported = format_number(v["omzet_laporan"] / v["biaya_iklan"], 2)
    back = lesson.section("Kembali ke iklan")
    assert f"{format_number(v['roas_iklan'], 2)}, bukan {reported}" in back
    assert v["pesanan_iklan"] - v["pesanan_jadi"] == 3
    assert "tiga pesanan batal" in back
    assert v["biaya_per_pembeli_baru"] > v["harga"]


def test_the_worked_example_is_whole(lesson: Lesson) -> None:
    """Ibu Ratu's cells give the amounts that her text speaks of."""
    names: dict[str, object] = {}
    exec("from latihan import rp\nfrom latihan.pictures import *", names)
    exec("from latihan.pictures_pemasaran import *", names)
    names["tampil"] = lambda *_: None
    for cell in lesson.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "klik_ratu": 0.02,
        "beli_ratu": 0.025,
        "biaya_pembeli_ratu": 25_000,
        "roas_ratu": 5,
        "marjin_ratu": 0.25,
        "impas_ratu": 4,
        "untung_ratu": 100_000,
    }
    assert {name: names[name] for name in found} == found
