"""A list of 200 people as an office would send it, made anew for each test: 6 rows are in error."""

from __future__ import annotations

import io
import random
from typing import Any

from openpyxl import Workbook

FIRST = (
    "Siti Ani Budi Imas Entin Ujang Asep Nani Rohmah Yayat Euis Dedi Wati Jaja Sarni Oman".split()  # noqa: SIM905 (a list reads worse)
)
LAST = "Aminah Hidayat Suryani Fauzi Lestari Maulana Rahmawati Saepudin Kurnia Nurjanah".split()  # noqa: SIM905
DISTRICTS = (
    *("KAB. PANDEGLANG", "Lebak", "kab tangerang", "Kabupaten Serang", "Kota Tangerang", "CILEGON"),
    *("Kota Serang", "Tangsel", "pandegelang"),
)
BUSINESSES = ("Emping melinjo", "konveksi hijab", "Warung sembako", "anyaman bambu", "jasa laundry")
SEXES = ("L", "P", "Perempuan", "laki-laki", "Wanita", "")
AGES: tuple[Any, ...] = ("34", 41, "52 th", "25-34", "12/05/1988", "", 29.0)
HEAD = (
    *("No.", "NAMA LENGKAP", "No HP/WA (aktif)", "Kab/Kota", "L/P", "Jenis Usaha", "Umur"),
    *("Kelompok", "Persetujuan"),
)
GROUPS = ("Mawar", "Melati", "Kelompok 3")
# What is put into which of the 200 rows: the column's place in HEAD and a value that is wrong.
WRONG: dict[int, tuple[int, Any]] = {
    11: (2, "8,12E+10"),
    37: (2, ""),
    60: (1, ""),
    101: (3, "Serang"),
    150: (4, "?"),
    199: (6, "abc"),
}
ABOVE = 4  # lines over the first person: titles, a blank one, the head


def people(seed: int = 7, count: int = 200) -> list[list[Any]]:
    """Rows that are all right, however they are spelled; each phone number once."""
    rng = random.Random(seed)
    rows = []
    for at in range(count):
        name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        number = (
            f"81{rng.randrange(10**7):07d}{at:02d}" if at < 100 else f"857{at:03d}{at * 37:05d}"
        )
        spelled = rng.choice(
            [
                f"0{number}",
                int(number),
                float(number),
                f"+62 {number[:3]}-{number[3:7]}-{number[7:]}",
            ]
        )
        rows.append(
            [
                at + 1,
                rng.choice([name, name.upper(), f"  {name.lower()} ", f"Hj. {name}, S.E."]),
                spelled,
                rng.choice(DISTRICTS),
                rng.choice(SEXES),
                rng.choice(BUSINESSES),
                rng.choice(AGES),
                GROUPS[at % 3],
                rng.choice(["ya", "Setuju", "✓", ""]),
            ]
        )
    return rows


def with_mistakes(rows: list[list[Any]]) -> list[list[Any]]:
    """The same rows, six of them in error."""
    made = [list(row) for row in rows]
    for at, (column, value) in WRONG.items():
        made[at][column] = value
    return made


def workbook(rows: list[list[Any]]) -> bytes:
    """An Excel file: merged titles over the head, column numbers under it, a signature below."""
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DAFTAR PESERTA PELATIHAN UMKM GO DIGITAL"])
    sheet.merge_cells("A1:I1")
    sheet.append(["Dinas Koperasi dan UKM, Tahun 2026"])
    sheet.append(HEAD)
    sheet.append([f"({number})" for number in range(1, len(HEAD) + 1)])
    for row in rows:
        sheet.append(row)
    sheet.append(["Jumlah", len(rows)])
    sheet.append([])
    sheet.append([None, "Mengetahui, Kepala Dinas"])
    book.save(file)
    return file.getvalue()


def text_file(rows: list[list[Any]]) -> bytes:
    """The same as Excel of this country saves it as CSV: semicolons, Windows letters."""
    lines = [";".join(str(cell) for cell in line) for line in (HEAD, *rows)]
    return "\r\n".join(lines).replace("✓", "v").encode("cp1252")
