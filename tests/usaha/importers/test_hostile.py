"""Ten hostile files: a clear problem each, no crash, bounded memory and time."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.usaha.importers.books import row, sheet, workbook

HEAD = (
    "No. Pesanan",
    "Status Pesanan",
    "Total Pembayaran",
    "Perkiraan Ongkos Kirim",
    "Waktu Pesanan Dibuat",
)
MEMORY = 900 * 1024 * 1024  # of address space, the interpreter and its libraries included
SECONDS = 40

READ = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
from pathlib import Path
from usaha.importers import read_orders
start = time.perf_counter()
file, problems = read_orders(Path(sys.argv[1]))
print(json.dumps({
    "seconds": time.perf_counter() - start,
    "orders": None if file is None else [[o.order_id, int(o.total), o.state, str(o.created)] for o in file.orders],
    "problems": [str(problem) for problem in problems],
}))
"""


def _csv(*rows: tuple[str, ...]) -> str:
    return "\n".join(",".join(cells) for cells in (HEAD, *rows))


def _read(tmp_path: Path, clone: Path, data: bytes, name: str = "pesanan.csv") -> dict[str, Any]:
    """Read a file in a process of its own that gets no more than it may have."""
    path = tmp_path / name
    path.write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-c", READ, str(path), str(MEMORY)],
        cwd=clone,
        env={"OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=SECONDS + 20,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    result: dict[str, Any] = json.loads(run.stdout)
    assert result["seconds"] < SECONDS
    return result


GOOD = ("A1", "Selesai", "38300", "9500", "2026-11-01 10:00")


def test_wrong_encoding(tmp_path: Path, clone: Path) -> None:
    """UTF-16 without its mark is read; bytes that are no text are refused with what to do."""
    read = _read(tmp_path, clone, (_csv(GOOD) + "\n" * 400).encode("utf-16-le"))
    assert read["orders"] == [["A1", 38300, "completed", "2026-11-01 10:00:00"]]
    read = _read(tmp_path, clone, bytes(range(256)) * 4000)
    assert read["orders"] is None
    assert read["problems"][0].startswith("Isi berkas ini bukan teks.")


def test_half_a_row(tmp_path: Path, clone: Path) -> None:
    """A download that broke off: what is missing is named with its line, the rest is there."""
    read = _read(tmp_path, clone, _csv(GOOD, ("A2", "Selesai"), ("A3",)).encode())
    assert [order[0] for order in read["orders"]] == ["A1", "A2"]
    assert "Baris 3: Total pembayaran kosong. Sementara dihitung 0." in read["problems"]
    assert any(p.startswith("Baris 4: Baris ini terpotong") for p in read["problems"])


def test_formulas(tmp_path: Path, clone: Path) -> None:
    """None is run: an amount without a stored result is asked for, a text stays a text."""
    cells = ['=HYPERLINK("x")', "Selesai"]
    line = "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in cells) + "<c><f>1+1</f></c>"
    read = _read(tmp_path, clone, workbook(sheet([row(*HEAD), f"<row>{line}</row>"])))
    assert read["orders"][0][:2] == ['=HYPERLINK("x")', 0]
    assert any("rumus tanpa hasil" in p and p.startswith("Baris 2") for p in read["problems"])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_200_000_rows(tmp_path: Path, clone: Path, kind: str) -> None:
    """Stopped at the stated limit, nothing half read."""
    if kind == "csv":
        data = _csv(*[(f"A{n}", *GOOD[1:]) for n in range(200_000)]).encode()
    else:
        data = workbook(sheet([row(*HEAD), *[row(f"A{n}", *GOOD[1:3]) for n in range(200_000)]]))
    read = _read(tmp_path, clone, data)
    assert read["orders"] is None
    assert "lebih dari 100.000 baris" in read["problems"][0]
    assert "per bulan" in read["problems"][0]


def test_dates_as_text(tmp_path: Path, clone: Path) -> None:
    """Days in words and Excel's numbers are read; what is no day is named and costs only the day."""
    days = ("1 Nopember 2026", "46327", "kemarin sore")
    read = _read(
        tmp_path, clone, _csv(*[(f"A{n}", *GOOD[1:4], d) for n, d in enumerate(days)]).encode()
    )
    assert [order[3][:10] for order in read["orders"]] == ["2026-11-01", "2026-11-01", "None"]
    assert read["problems"][0].startswith('Baris 4: Waktu pesanan "kemarin sore" belum terbaca.')


def test_negative_fees(tmp_path: Path, clone: Path) -> None:
    """A fee below nought is named, not added up."""
    read = _read(
        tmp_path,
        clone,
        _csv((*GOOD[:3], "-9500", GOOD[4]), ("A2", "Selesai", "-5", "0", GOOD[4])).encode(),
    )
    assert [order[1] for order in read["orders"]] == [38300, 0]
    assert read["problems"][0].startswith("Baris 2: Perkiraan ongkos kirim bernilai minus.")
    assert read["problems"][1].startswith("Baris 3: Total pembayaran bernilai minus.")


def test_an_xls_that_is_a_page(tmp_path: Path, clone: Path) -> None:
    """Read as what it is."""
    cells = ["<tr><td>" + "<td>".join(line) for line in (HEAD, GOOD)]
    read = _read(tmp_path, clone, f"<html><table>{''.join(cells)}</table>".encode(), "pesanan.xls")
    assert read["orders"] == [["A1", 38300, "completed", "2026-11-01 10:00:00"]]
    assert read["problems"] == []


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b"\n\n\n", _csv().encode()], ids=["0", "mark", "lines", "head"]
)
def test_empty(tmp_path: Path, clone: Path, data: bytes) -> None:
    """Nothing at all, or nothing under the head."""
    read = _read(tmp_path, clone, data)
    assert not read["orders"]
    assert any("kosong" in p or "Tidak ada pesanan" in p for p in read["problems"])


@pytest.mark.parametrize("kind", ["blanks", "entities", "gap"])
def test_zip_bombs(tmp_path: Path, clone: Path, kind: str) -> None:
    """A few hundred KB that would unpack to 300 MB, to billions of letters, or to endless lines."""
    if kind == "blanks":
        data = workbook(sheet([row(*HEAD), " " * 300_000_000]))
    elif kind == "entities":
        levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
        data = workbook(f"<!DOCTYPE x [<!ENTITY l0 'haha'>{levels}]>" + sheet([row("&l11;")]))
    else:
        data = workbook(
            sheet([row(*HEAD), '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'])
        )
    assert len(data) < 3_000_000
    read = _read(tmp_path, clone, data, "pesanan.xlsx")
    assert read["orders"] is None
    assert any(word in read["problems"][0] for word in ("terlalu besar", "rusak"))


def test_a_password(tmp_path: Path, clone: Path) -> None:
    """A locked workbook is an OLE file with an EncryptedPackage; it says how to unlock it."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + bytes(64)
        for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    )
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entries
    read = _read(tmp_path, clone, data, "pesanan.xlsx")
    assert read["orders"] is None
    assert "kata sandi" in read["problems"][0]
