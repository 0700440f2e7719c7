"""Ways of typing that Python cannot read, each with a sentence that says what to type instead."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NamedTuple

from latihan.remarks import POINTS

GROUPED = re.compile(r"(?<![\w.\"'])\d{1,3}(?:\.\d{3}){2,}(?![\w\"'])")
UNITS = (
    r"kg|gram|ons|liter|rb|ribu|jt|juta|jam|hari|bulan|tahun|ekor|buah|bungkus|lembar|pcs|persen"
)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


class Slip(NamedTuple):
    """A way of mistyping: how it looks, and what to do about it."""

    looks: re.Pattern[str]
    text: str


def _slip(pattern: str, text: str) -> Slip:
    return Slip(re.compile(pattern), text)


# The first that fits is told, so what is more particular stands first.
SLIPS = (
    _slip(
        "[\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb]",
        "Tanda kutip ini miring, dan Python tidak mengenalnya. "
        'Hapus, lalu ketik tanda kutip lurus: ".',
    ),
    _slip(
        "[\u2212\u2013\u2014]",
        "Tanda kurang ini bukan tanda kurang dari papan tombol. Hapus, lalu ketik -.",
    ),
    _slip("\u00d7|\u00b7", "Tanda kali ditulis *. Ganti tanda kalinya dengan bintang."),
    _slip("\u00f7", "Tanda bagi ditulis /. Ganti tanda baginya dengan garis miring."),
    _slip("\u00b2|\u00b3", "Pangkat kecil tidak terbaca. Tulis perkaliannya: sisi * sisi."),
    _slip(
        "[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]",
        "Angka ini dari papan tombol lain. Hapus, lalu ketik angka biasa: 0 sampai 9.",
    ),
    _slip(
        "[\u00a0\u2000-\u200f\u202f\ufeff]",
        "Ada tanda yang tidak tampak, biasanya karena disalin dari pesan. "
        "Hapus baris ini, lalu ketik sendiri.",
    ),
    _slip(
        r"\b[Rr][Pp]\.?\s*\d",
        'Jangan tulis Rp di depan angka. Tulis angkanya saja, atau rp("1.250.000").',
    ),
    Slip(GROUPED, POINTS),
    _slip(r"\d\s*%", "Tanda persen belum bisa dihitung. Tulis 25% sebagai 0.25."),
    _slip(
        rf"\d\s*(?:{UNITS})\b",
        "Ada satuan di belakang angka. Tulis angkanya saja, misalnya 20, bukan 20 kg.",
    ),
    _slip(r"[\w)]\s*\*\s+\*\s*[\w(]", "Tanda kali tertulis dua kali. Cukup satu bintang: *."),
    _slip(
        r"(?:\d|[\w)]\s+)[xX](?:\d|\s+[\w(])",
        "Huruf x bukan tanda kali. Tulis bintang *, misalnya 20 * 15000.",
    ),
    _slip(
        r"=.*[\w)]\s*:\s*[\w(]",
        "Titik dua bukan tanda bagi. Tulis garis miring /, misalnya 600000 / 24.",
    ),
    _slip(r"=\s*$", "Sesudah tanda = belum ada isinya. Tulis angka atau rumus di kanannya."),
    _slip(
        r"[-+*/]\s*$",
        "Rumus berhenti di tanda hitung. Tulis angka atau nama sesudah tanda itu.",
    ),
    _slip(
        r"=\s*[*/]", "Rumus mulai dengan tanda hitung. Tulis angka atau nama di depan tanda itu."
    ),
    _slip(
        r"^\s*[A-Za-z]\w*(?:\s+|-)[A-Za-z]\w*\s*=",
        "Nama tidak boleh berisi spasi atau tanda hubung. Pakai garis bawah: biaya_bahan.",
    ),
    _slip(
        r"^[^=]*[-+*/)][^=]*=[^=]|(?:^|=)\s*\d[\d.]*\s*=[^=]",
        "Nama ditulis di kiri tanda =, hitungannya di kanan: biaya = 20 * 15000.",
    ),
    _slip(r"\d,\d", "Tanda koma memecah angka menjadi dua. Ganti koma dengan titik: 0.5."),
    _slip(r"\b0\d", "Angka tidak boleh diawali nol. Hapus nol di depannya."),
    _slip(
        r"\b\d[\d.]*[A-Za-z_]",
        "Angka dan nama menempel. Tulis tanda hitung di antaranya, misalnya 2 * harga.",
    ),
    _slip(
        r"[\w)]\s+[\w(]|\)\s*\w",
        "Ada tanda hitung yang hilang di antara dua angka atau nama. Tulis +, -, *, atau /.",
    ),
)


def find_slip(line: str) -> str | None:
    """Returns what to type instead, for a line that Python cannot read.

    >>> find_slip("biaya = 20 x harga")
    'Huruf x bukan tanda kali. Tulis bintang *, misalnya 20 * 15000.'
    >>> find_slip("biaya = 20 * harga") is None
    True
    """
    bare = QUOTED.sub('""', line).split("#")[0].rstrip()
    return next((slip.text for slip in SLIPS if slip.looks.search(bare)), None)


def near_name(name: str, known: list[str]) -> str | None:
    """Returns the known name that was probably meant.

    >>> near_name("harga_melinjo", ["kg_melinjo", "harga_melinjo_"])
    'harga_melinjo_'
    >>> near_name("Gas", ["gas"]), near_name("zzz", ["gas"])
    ('gas', None)
    """
    by_form = {each.casefold(): each for each in known}
    near = get_close_matches(name.casefold(), by_form, n=1, cutoff=0.75)
    return by_form[near[0]] if near else None
