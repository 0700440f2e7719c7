"""The figures in the lesson on break-even are those of the outlet and the kiosk that it calculates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.curriculum.conftest import Lesson, load
from usaha.money import format_number, format_rupiah

BEFORE, MONTHS = 520, 3  # portions a month in the story, and for how long


@pytest.fixture(scope="module")
def impas() -> Lesson:
    """The lesson under test."""
    return load("rintisan/03_titik_impas")


def test_every_answer_names_its_figure(impas: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = impas.solved()
    units = {"impas_porsi": "porsi", "porsi_untuk_target": "porsi", "balik_modal_bulan": "bulan"}
    for name in impas.gaps:
        number = Decimal(str(names[name]))
        said = f"{format_number(round(number, 1))} {units[name]}" if name in units else ""
        assert f"**{said or format_rupiah(number)}**" in impas.answer(name), name


def test_the_steps_in_the_answers_add_up(impas: Lesson) -> None:
    """The numbers on the way to each answer are the outlet's, too."""
    v = impas.solved()
    steps = {
        "modal_kerja": ("stok_awal", "piutang_rata", "kas_jaga", "utang_pemasok"),
        "modal_awal": ("alat", "izin_dan_renovasi", "modal_kerja"),
        "biaya_tetap": ("sewa", "gaji_pegawai", "gaji_pemilik", "internet", "susut_alat"),
        "biaya_variabel": ("bahan", "kemasan", "potongan_per_porsi"),
        "untung_per_porsi": ("harga", "biaya_variabel"),
        "impas_porsi": ("biaya_tetap", "untung_per_porsi"),
        "impas_omzet": ("harga",),
        "porsi_untuk_target": ("biaya_tetap", "target_laba", "untung_per_porsi"),
        "balik_modal_bulan": ("modal_awal", "untung_per_porsi", "biaya_tetap", "susut_alat"),
    }
    for name, parts in steps.items():
        for part in parts:
            assert format_rupiah(v[part]) in impas.answer(name), f"{part} in {name}"
    left = v["rencana_porsi"] * v["untung_per_porsi"] - v["biaya_tetap"] + v["susut_alat"]
    assert f"= {format_rupiah(left)}" in impas.answer("balik_modal_bulan")


def test_the_story_hurts_by_the_right_amount(impas: Lesson) -> None:
    """Portions sold, money in, and what three months of that cost."""
    v = impas.solved()
    loss = v["biaya_tetap"] - BEFORE * v["untung_per_porsi"]
    story = impas.cells[0].source
    assert f"{BEFORE} porsi sebulan, uang masuk {format_rupiah(BEFORE * v['harga'])}" in story
    assert f"**rugi {format_rupiah(MONTHS * loss)}**" in story
    assert f"kurang {v['impas_porsi'] - BEFORE} porsi" in impas.prose
    assert f"= {format_rupiah(loss)} sebulan" in impas.prose


def test_the_worked_example_is_whole(impas: Lesson) -> None:
    """Pak Sarta's cells give the figures that his text speaks of."""
    names: dict[str, object] = {"tampil": lambda *_: None, "gambar_impas": lambda *_: None}
    exec("from latihan import rp, bulat_naik", names)
    for cell in impas.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "uang_putar": 1_500_000,
        "modal_kios": 5_500_000,
        "tetap_kios": 1_902_000,
        "variabel_gelas": 5_000,
        "untung_gelas": 5_000,
        "impas_gelas": 381,
        "omzet_impas": 3_810_000,
        "gelas_laba": 481,
        "sisa_sebulan": 698_000,
    }
    assert {name: names[name] for name in found} == found
    assert round(float(str(names["bulan_kembali"])), 1) == 7.9
