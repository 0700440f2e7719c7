"""Any file: known by its content, never by its name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usaha.importers.books import row, sheet, workbook
from usaha.importers.limits import Limits
from usaha.importers.reading import read_table


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a"])
def test_the_name_does_not_matter(name: str, tmp_path: Path) -> None:
    """A workbook, a page and a text file under every name."""
    for data in (b"a,b\n1,2", workbook(sheet([row("a", "b"), row("1", "2")])),
                 b"<html><table><tr><td>a<td>b<tr><td>1<td>2</table>"):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        table, problems = read_table(tmp_path / name)
        assert table is not None
        assert [r.cells for r in table.rows] == [("a", "b"), ("1", "2")]
        assert problems == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kosong"),
        (b" \n\r\n\t", "kosong"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "gambar"),
        (b"Rar!\x1a\x07", "arsip RAR"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le"),
            "Excel lama",
        ),
        (b"x" * 101, "lebih dari 0 MB"),
    ],
)
def test_what_is_no_table_is_named(data: bytes, words: str) -> None:
    """With what to do instead."""
    table, problems = read_table(data, Limits(bytes=600 if len(data) > 101 else 100))
    assert table is None
    assert len(problems) == 1
    assert words in str(problems[0])


@given(st.binary(max_size=400))
def test_never_fails(data: bytes) -> None:
    """Any bytes give a table or one problem."""
    table, problems = read_table(data)
    assert (table is None) == (len(problems) == 1)


@given(st.binary(max_size=200), st.integers(0, 600))
def test_a_damaged_workbook_never_fails(noise: bytes, at: int) -> None:
    """Bytes of a workbook overwritten anywhere give a table or one problem."""
    data = bytearray(workbook(sheet([row("a", "b"), row("1", "2")])))
    data[at : at + len(noise)] = noise
    table, problems = read_table(bytes(data))
    assert (table is None) == (len(problems) == 1)


def test_a_missing_file_is_the_callers_matter() -> None:
    """Not a problem of the person's data."""
    with pytest.raises(FileNotFoundError):
        read_table(Path("tidak-ada.csv"))
