"""The figures in the lesson on the cash book are those of the shops that it calculates."""

from __future__ import annotations

import pytest

from latihan.units.sugar_week import look_alikes, rows_of, too_small, twice
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.curriculum.conftest import Lesson, load
from usaha.money import format_rupiah

UNIT = "pembukuan/02_buku_kas"


@pytest.fixture(scope="module")
def buku() -> Lesson:
    """The lesson under test."""
    return load(UNIT)


def test_every_answer_names_its_amount(buku: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = buku.solved()
    assert f"Baris **{names['nomor_baris_dobel']}**" in buku.answer("nomor_baris_dobel")
    for name in buku.gaps:
        if name != "nomor_baris_dobel":
            assert f"**{format_rupiah(names[name])}**" in buku.answer(name)


def test_the_steps_in_the_answers_add_up(buku: Lesson) -> None:
    """The numbers on the way to each answer are the book's, too."""
    v = buku.solved()
    given = draw(load_unit("pembukuan_02_buku_kas"), SAMPLE_SEED).given
    written, note = too_small(given)
    shown = {
        "saldo_buku": (v["saldo_awal"], v["jumlah_masuk_tercatat"], v["jumlah_keluar_tercatat"]),
        "kurang_catat": (note.money_in, written.money_in),
        "saldo_dikoreksi": (v["saldo_buku"], v["nilai_dobel"], v["kurang_catat"]),
        "selisih_kas": (v["kas_fisik"], v["saldo_dikoreksi"], v["kas_fisik"] - v["saldo_buku"]),
        "penjualan_tunai": (v["jumlah_masuk_tercatat"], v["kurang_catat"], v["pinjaman"]),
        "total_utang_baru": (v["pinjaman"], v["uang_muka_pembeli"]),
        "penjualan_semua": (v["penjualan_tunai"], v["penjualan_tempo"]),
    }
    for name, numbers in shown.items():
        for number in numbers:
            assert format_rupiah(number) in buku.answer(name), f"{number} in {name}"
    assert f"Nota {note.number:03d}, {note.words}." in buku.answer("kurang_catat")


def test_the_rows_that_the_text_names_are_those_of_the_book(buku: Lesson) -> None:
    """The doubled row, its twin, and the firewood that only looks doubled."""
    rows = rows_of(draw(load_unit("pembukuan_02_buku_kas"), SAMPLE_SEED).given)
    first, second = twice(rows)
    early, late = look_alikes(rows)
    answer = buku.answer("nomor_baris_dobel")
    assert f"sama dengan baris {first.number}: tanggal {first.day[:2]}" in answer
    assert second.words.lower() in answer
    assert f"tanggalnya {early.day[:2]} dan {late.day[:2]}" in answer
    assert f"Ojek {format_rupiah(second.money_out)} sudah dikurangkan dua kali" in buku.prose


def test_the_story_hurts_by_the_right_amount(buku: Lesson) -> None:
    """What came in, what is not his, what book and drawer say: all from his week."""
    v = buku.solved()
    story = buku.cells[0].source
    for said in (
        f"berjumlah {format_rupiah(v['jumlah_masuk_tercatat'])}",
        f"isi laci: {format_rupiah(v['kas_fisik'])}",
        f"seharusnya {format_rupiah(v['saldo_buku'])}",
        f"Bedanya {format_rupiah(v['kas_fisik'] - v['saldo_buku'])}",
        f"**{format_rupiah(v['total_utang_baru'])} bukan hasil jualan**",
    ):
        assert said in story
    assert f"Penjualan tunainya {format_rupiah(v['penjualan_tunai'])}" in buku.prose
    assert f"Piutangnya {format_rupiah(v['penjualan_tempo'])}" in buku.prose


def test_the_worked_example_is_whole(buku: Lesson) -> None:
    """Bu Neneng's cells give the amounts that her text speaks of."""
    names: dict[str, object] = {"tampil": lambda *_: None}
    exec("from latihan import rp", names)
    for cell in buku.cells:
        if cell.cell_type == "code" and not cell.metadata.get("tags"):
            exec(cell.source, names)
    found = {
        "saldo_neneng": 1_200_000,
        "kurang_neneng": 225_000,
        "saldo_benar": 1_491_000,
        "selisih_neneng": -5_000,
        "jualan_tunai": 1_375_000,
        "utang_neneng": 750_000,
        "semua_jualan": 1_575_000,
    }
    assert {name: names[name] for name in found} == found
