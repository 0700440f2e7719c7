"""The figures in the lesson on statements are those of the shops that it calculates."""

from __future__ import annotations

import pytest

from tests.curriculum.conftest import Lesson, load
from usaha.money import format_rupiah

UNIT = "pembukuan/06_laporan"


@pytest.fixture(scope="module")
def laporan() -> Lesson:
    """The lesson under test."""
    return load(UNIT)


def test_every_answer_names_its_amount(laporan: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = laporan.solved()
    for name in laporan.gaps:
        assert f"**{format_rupiah(names[name])}**" in laporan.answer(name), name


def test_the_steps_in_the_answers_add_up(laporan: Lesson) -> None:
    """The numbers on the way to each answer are the shop's, too."""
    v = laporan.solved()
    book = v["harga_peralatan"] - v["akumulasi_awal"] - v["penyusutan_bulan"]
    used = {
        "penjualan_bersih": ("penjualan_kotor", "retur_diskon"),
        "hpp_terjual": ("persediaan_awal", "biaya_produksi", "persediaan_akhir"),
        "penyusutan_bulan": ("harga_peralatan",),
        "laba_sebelum_pajak": ("penjualan_bersih", "hpp_terjual", "biaya_lokapasar", "biaya_iklan",
            "biaya_listrik", "bunga_bank", "penyusutan_bulan"),
        "laba_bersih": ("laba_sebelum_pajak", "pajak_final"),
        "total_aset": ("harga_peralatan", "akumulasi_awal", "penyusutan_bulan", "kas",
            "saldo_lokapasar", "piutang", "persediaan_akhir"),
        "total_liabilitas": ("utang_usaha", "utang_bank", "uang_muka", "pajak_final"),
        "ekuitas_akhir": ("modal_awal", "setoran", "laba_bersih", "prive"),
    }  # fmt: skip
    for name, numbers in used.items():
        for number in numbers:
            assert format_rupiah(v[number]) in laporan.answer(name), f"{number} in {name}"
    assert format_rupiah(book) in laporan.answer("total_aset")
    assert f"÷ {v['umur_bulan']}" in laporan.answer("penyusutan_bulan")


def test_the_story_hurts_by_the_right_amount(laporan: Lesson) -> None:
    """Cash at both ends, how far it fell, and where the profit went."""
    v = laporan.solved()
    story = laporan.cells[0].source
    fell = format_rupiah(v["kas_awal"] - v["kas"])
    assert f"kasnya {format_rupiah(v['kas_awal'])}" in story
    assert f"tinggal {format_rupiah(v['kas'])}" in story
    assert f"**turun {fell}**" in story
    end = laporan.section("Kembali ke kas Ibu Ratu")
    assert f"Laba Ibu Ratu {format_rupiah(v['laba_bersih'])}, tetapi kasnya turun {fell}" in end
    for name in ("prive", "piutang", "saldo_lokapasar"):
        assert format_rupiah(v[name]) in end
    assert v["prive"] > v["laba_bersih"]
    assert f"Uang muka {format_rupiah(v['uang_muka'])}" in laporan.section("Langkah 9")


def test_the_statements_agree(laporan: Lesson) -> None:
    """Both sides of the position are the same, in the sample shop and in the worked example."""
    v = laporan.solved()
    assert v["total_aset"] == v["total_liabilitas"] + v["ekuitas_akhir"]
    names: dict[str, object] = {"tampil": lambda *_: None}
    exec("from latihan import rp", names)
    for cell in laporan.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "bersih_dedi": 58_500_000,
        "hpp_dedi": 38_000_000,
        "susut_dedi": 300_000,
        "laba_dedi": 14_000_000,
        "bersih_sesudah_pajak": 13_700_000,
        "aset_dedi": 33_600_000,
        "utang_dedi": 13_600_000,
        "ekuitas_dedi": 20_000_000,
    }
    assert {name: names[name] for name in found} == found
