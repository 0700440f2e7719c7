"""Tests of `latihan.slips`: what people type, and what they are told."""

from __future__ import annotations

import pytest

from latihan.slips import SLIPS, find_slip, near_name

CASES = [
    ("nama = \u201cemping\u201d", "kutip lurus"),
    ("sisa = 10 \u2212 3", "bukan tanda kurang"),
    ("sisa = 10 \u2013 3", "bukan tanda kurang"),
    ("biaya = 2 \u00d7 3", "kali ditulis *"),
    ("biaya = 6 \u00f7 3", "bagi ditulis /"),
    ("luas = 3\u00b2", "Pangkat kecil"),
    ("biaya = \uff12\uff15", "papan tombol lain"),
    ("biaya =\u00a020 * 3", "tidak tampak"),
    ("biaya = Rp1.250", "Jangan tulis Rp"),
    ("biaya = rp 25000", "Jangan tulis Rp"),
    ("biaya = 1.250.000", "titik ribuan"),
    ("margin = 25%", "25% sebagai 0.25"),
    ("berat = 20 kg", "satuan di belakang angka"),
    ("berat = 20kg * 2", "satuan di belakang angka"),
    ("biaya = 2 * * 3", "dua kali"),
    ("biaya = 20 x harga", "bukan tanda kali"),
    ("biaya = 20x15000", "bukan tanda kali"),
    ("susut = harga_alat : 24", "bukan tanda bagi"),
    ("biaya =", "belum ada isinya"),
    ("biaya = 5 +", "berhenti di tanda hitung"),
    ("biaya = * 5", "mulai dengan tanda hitung"),
    ("biaya bahan = 5", "garis bawah"),
    ("biaya-bahan = 5", "garis bawah"),
    ("harga * 2 = biaya", "di kiri tanda ="),
    ("5 = biaya", "di kiri tanda ="),
    ("biaya = 0,5 harga", "koma dengan titik"),
    ("biaya = 05", "diawali nol"),
    ("biaya = 2harga", "menempel"),
    ("biaya = 2 harga", "tanda hitung yang hilang"),
    ("biaya = (2 + 3) harga", "tanda hitung yang hilang"),
]


@pytest.mark.parametrize(("line", "words"), CASES)
def test_each_slip_is_known_and_python_refuses_it(line: str, words: str) -> None:
    """The line is really one that Python cannot read, and its sentence is its own."""
    with pytest.raises(SyntaxError):
        compile(line, "sel", "exec")
    told = find_slip(line)
    assert told is not None
    assert words in told


def test_every_slip_is_tried() -> None:
    """No sentence stands in the list that nobody can read."""
    assert {find_slip(line) for line, _ in CASES} == {slip.text for slip in SLIPS}


@pytest.mark.parametrize(
    "line",
    [
        "biaya = 20 * harga",
        'nama = "20 x 3 = Rp5"',
        "biaya = 5  # 20 kg x Rp3",
        "x = (2 + y) / 0.5",
    ],
)
def test_what_python_reads_is_no_slip(line: str) -> None:
    """Text in quotation marks and remarks is hers."""
    compile(line, "sel", "exec")
    assert find_slip(line) is None


def test_the_nearest_name_is_found() -> None:
    """A letter more, less or in the wrong place, or capitals."""
    known = ["kg_melinjo", "harga_melinjo", "gas"]
    for typed in ("harga_melijo", "Harga_Melinjo", "hargamelinjo"):
        assert near_name(typed, known) == "harga_melinjo"
    assert near_name("listrik", known) is None
