"""Which column is which, in the spellings of offices."""

from __future__ import annotations

import pytest

from academy.people.columns import FIELDS, find_columns
from usaha.importers.columns import plain_label
from usaha.importers.limits import Unreadable
from usaha.importers.table import Row, Table


def table(*lines: tuple[object, ...]) -> Table:
    """A table of these lines."""
    return Table(tuple(Row(at, cells) for at, cells in enumerate(lines, 1)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "head",
    [
        ("No", "Nama Lengkap", "No HP/WA", "Kab/Kota", "L/P", "Jenis Usaha", "Umur"),
        ("NO.", "NAMA", "NO. TELP", "KABUPATEN", "JENIS KELAMIN", "BIDANG USAHA", "USIA (Thn)"),
        ("#", "Nama (sesuai KTP)", "No. WA aktif", "Asal Kab/Kota", "JK", "Produk", "Tgl. Lahir"),
    ],
)
def test_offices_spellings(head: tuple[str, ...]) -> None:
    """Seven columns in three offices' words."""
    found = find_columns(table(("DAFTAR PESERTA",), (), head, ("1", "Ani", "0812", "Lebak")))
    wanted = ["name", "phone", "district", "sex", "business", "age"]
    assert [found.columns[field] for field in wanted] == [1, 2, 3, 4, 5, 6]
    assert len(found.body) == 1


def test_a_shops_name_is_not_a_persons() -> None:
    """Neither are those of a mentor, a village or a group."""
    head = ("Nama Usaha", "Nama Desa", "Nama", "HP", "Kota", "Nama Kelompok")
    columns = find_columns(table(head, ("Toko", "Menes", "Ani", "08", "Lebak", "A"))).columns
    assert (columns["name"], columns["group"]) == (2, 5)


def test_a_missing_column_is_named() -> None:
    """In a sentence, with what was looked for."""
    with pytest.raises(Unreadable, match='Kolom "kab kota" tidak ditemukan'):
        find_columns(table(("Nama", "HP"), ("Ani", "0812")))


def test_names_are_written_as_they_are_compared() -> None:
    """A spelling that can never be met would be dead."""
    assert [n for names in FIELDS.values() for n in names if plain_label(n) != n] == []
    every = [name for names in FIELDS.values() for name in names]
    assert len(every) == len(set(every))
