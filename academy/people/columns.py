"""Which column of a regional office's list is which, in the spellings that offices use."""

from __future__ import annotations

import re
from typing import Final

from usaha.importers.columns import Head, Labels, find_head, plain_label
from usaha.importers.table import Table, as_text

FIELDS: Final[Labels] = {
    "name": (
        *("nama lengkap", "nama", "nama peserta", "nama lengkap peserta", "nama pelaku usaha"),
        *(
            "nama pemilik",
            "nama pemilik usaha",
            "nama umkm pemilik",
            "peserta",
            "full name",
            "name",
        ),
    ),
    "phone": (
        *("no hp wa", "no hp", "no wa", "nomor hp", "nomor wa", "nomor hp wa", "hp", "wa", "hp wa"),
        *("no wa hp", "no telp", "no telepon", "nomor telepon", "telepon", "telp", "no telp hp"),
        *("no handphone", "nomor handphone", "handphone", "no whatsapp", "nomor whatsapp"),
        *("whatsapp", "no hp whatsapp", "nomor hp whatsapp", "kontak", "no kontak", "nomor kontak"),
        *(
            "no tlp",
            "no tlpn",
            "no ponsel",
            "nomor ponsel",
            "phone",
            "phone number",
            "nohp",
            "nope",
        ),
    ),
    "email": ("e mail", "email", "alamat email", "alamat e mail", "surel", "email address"),
    "district": (
        *("kab kota", "kabupaten kota", "kota kabupaten", "kota kab", "kabupaten", "kab", "kota"),
        *("asal kab kota", "asal daerah", "daerah", "wilayah", "domisili", "district"),
    ),
    "business": (
        *("jenis usaha", "bidang usaha", "usaha", "jenis produk", "produk", "kategori usaha"),
        *("sektor usaha", "sektor", "komoditas", "kind of business", "business"),
    ),
    "sex": (
        "l p",
        "jenis kelamin",
        "jk",
        "kelamin",
        "gender",
        "p l",
        "lk pr",
        "jns kelamin",
        "sex",
    ),
    "age": (
        *("umur", "usia", "kelompok umur", "kelompok usia", "rentang usia", "rentang umur"),
        *("tanggal lahir", "tgl lahir", "tahun lahir", "age", "age group"),
    ),
    "cohort": ("angkatan", "gelombang", "batch", "cohort"),
    "group": ("kelompok", "kelas", "nama kelompok", "grup", "group"),
    "consent": (
        *("persetujuan", "persetujuan data", "persetujuan data pribadi", "setuju", "consent"),
        *("persetujuan penggunaan data", "bersedia"),
    ),
}
NEEDED: Final = (("name",), ("phone", "email"), ("district",))
_REMARK: Final = re.compile(
    r" (sesuai|wajib|aktif|yang|diisi|isi|contoh|cth|misal|misalnya|pilih|format|thn|tahun|th)\b.*"
)


def find_columns(table: Table) -> Head:
    """Find the head of a list of people, under whatever titles stand above it.

    Args:
        table: as it was read.

    Raises:
        usaha.importers.limits.Unreadable: a column is missing; the sentence says which.

    Example:
        >>> from usaha.importers.table import Row
        >>> rows = (Row(1, ("DAFTAR PESERTA",)), Row(3, ("NAMA", "No HP/WA (aktif)", "Kab/Kota")))
        >>> dict(find_columns(Table((*rows, Row(4, ("Ani", "0812", "Lebak"))))).columns)
        {'name': 0, 'phone': 1, 'district': 2}
    """
    return find_head(table, _as_written(table), NEEDED)


def _as_written(table: Table) -> Labels:
    """Add the long forms in which this very table writes the names that we know."""
    known = {name: field for field, names in FIELDS.items() for name in names}
    labels = {field: list(names) for field, names in FIELDS.items()}
    for row in table.rows[:40]:
        for label in (plain_label(as_text(cell)) for cell in row.cells):
            short = _REMARK.sub("", label)
            if label not in known and short in known:
                labels[known[short]].append(label)
    return labels
