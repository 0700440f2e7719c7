"""The figures in the lesson on business and private money are those of the shops it calculates."""

from __future__ import annotations

import pytest

from latihan.units.emping_month import rows_of
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.curriculum.conftest import Lesson, load
from usaha.money import format_rupiah

UNIT = "pembukuan/01_uang_usaha"


@pytest.fixture(scope="module")
def uang() -> Lesson:
    """The lesson under test."""
    return load(UNIT)


def test_every_answer_names_its_amount(uang: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = uang.solved()
    letters = names["label_transaksi"].replace(" ", "")
    assert f"**{letters[:5]} {letters[5:]}**" in uang.answer("label_transaksi")
    for name in list(uang.gaps)[1:]:
        assert f"**{format_rupiah(names[name])}**" in uang.answer(name)


def test_the_steps_in_the_answers_add_up(uang: Lesson) -> None:
    """The numbers on the way to each answer are the shop's, too."""
    v = uang.solved()
    came_in = v["penjualan_tunai"] + v["setoran_modal"]
    shown = {
        "listrik_usaha": (v["tagihan_listrik"], v["tagihan_listrik"] - v["listrik_usaha"]),
        "total_prive": (v["belanja_dapur"], v["uang_sekolah"], v["arisan"]),
        "total_beban": (v["beli_melinjo"], v["upah_tumbuk"], v["ongkir"], v["listrik_usaha"]),
        "laba_bulan": (v["penjualan_tunai"], v["total_beban"]),
        "kas_akhir": (v["kas_awal"], v["penjualan_tunai"], came_in, v["kas_awal"] + came_in - v["kas_akhir"]),
        "perubahan_modal": (v["setoran_modal"], v["laba_bulan"], v["total_prive"]),
        "sisa_laba_setelah_prive": (v["laba_bulan"], v["total_prive"]),
    }  # fmt: skip
    for name, numbers in shown.items():
        for number in numbers:
            assert format_rupiah(number) in uang.answer(name), f"{number} in {name}"
    assert "× 0,4 =" in uang.answer("listrik_usaha")
    assert v["bagian_usaha"] == 0.4


def test_the_story_hurts_by_the_right_amount(uang: Lesson) -> None:
    """The drawer shrank, the shop made a profit, the family took more: all from her shop."""
    v = uang.solved()
    story = uang.cells[0].source
    for said in (
        f"emping laku {format_rupiah(v['penjualan_tunai'])}",
        f"ke laci, {format_rupiah(v['setoran_modal'])}",
        f"Tanggal 1 isinya {format_rupiah(v['kas_awal'])}",
        f"tinggal {format_rupiah(v['kas_akhir'])}",
        f"**{format_rupiah(-v['sisa_laba_setelah_prive'])} habis untuk keperluan rumah**",
    ):
        assert said in story
    assert v["laba_bulan"] > 0 > v["sisa_laba_setelah_prive"]
    assert v["kas_akhir"] < v["kas_awal"]
    assert f"karena wajan {format_rupiah(v['beli_wajan'])}" in uang.prose
    assert f"jadi lebih **{format_rupiah(-v['sisa_laba_setelah_prive'])}**" in uang.prose


def test_the_exercise_counts_what_the_text_says(uang: Lesson) -> None:
    """Two kinds of money in, eight kinds out, twenty rows."""
    rows = rows_of(draw(load_unit("pembukuan_01_uang_usaha"), SAMPLE_SEED).given)
    assert len({row.kind for row in rows if row.money_in}) == 2
    assert len({row.kind for row in rows if row.money_out}) == 8
    assert "Tambah dua uang masuk. Kurangi delapan macam uang keluar" in uang.prose
    assert len(rows) == 20


def test_the_worked_example_is_whole(uang: Lesson) -> None:
    """Ibu Ratu's cells give the amounts that the text around them speaks of."""
    names: dict[str, object] = {"tampil": lambda *_: None}
    exec("from latihan import rp", names)
    for cell in uang.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    assert names["label_ratu"] == "UPCU"
    assert names["prive_ratu"] == 1_140_000
    assert names["beban_ratu"] == 3_360_000
    said = {"laba_ratu": 1_440_000, "kas_ratu": 900_000, "modal_naik": 500_000, "sisa_ratu": 300_000}  # fmt: skip
    for name, amount in said.items():
        assert names[name] == amount
        assert format_rupiah(amount) in uang.prose
