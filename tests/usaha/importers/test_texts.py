"""Encodings and separators of text files."""

import pytest

from usaha.importers.limits import Budget, Limits, Unreadable
from usaha.importers.texts import decode, read_text_table

TEXT = "Tanggal;Keterangan;Masuk\n1/11/2026;jual “emping” é;1.250,50\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    """What Excel, phones and marketplaces save."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_without_its_mark() -> None:
    """Told by the noughts in every second byte, in either order."""
    long = TEXT * 20
    assert decode(long.encode("utf-16-le")) == long
    assert decode(long.encode("utf-16-be")) == long


def test_bytes_that_are_no_text_are_refused() -> None:
    """A picture with a wrong name, for example."""
    with pytest.raises(Unreadable, match="bukan teks"):
        decode(bytes(range(256)) * 50)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_told_apart(separator: str) -> None:
    """Also where amounts hold commas and words hold semicolons."""
    rows = [["Tanggal", "Keterangan", "Masuk"], ["1/11/2026", '"jual; tunai, laris"', '"1.250,50"']]
    data = "\n".join(separator.join(row) for row in rows).encode()
    table = read_text_table(data, Budget())
    assert table.rows[1].cells == ("1/11/2026", "jual; tunai, laris", "1.250,50")


def test_lines_are_counted_as_an_editor_does() -> None:
    """Blank lines count, and a cell with a line break begins where its row begins."""
    table = read_text_table(b'a,b\n\n1,"x\ny"\n2,z\n', Budget())
    assert [row.line for row in table.rows] == [1, 3, 5]


def test_an_open_quotation_mark_is_named() -> None:
    """It would swallow the rest of the file; the line where it begins is said."""
    data = b"a,b\n1,2\n" + b'3,"oops\n' + b"4,5\n" * 5000
    with pytest.raises(Unreadable, match="Mulai baris 3"):
        read_text_table(data, Budget())
    with pytest.raises(Unreadable, match="Mulai baris 3"):
        read_text_table(data * 20, Budget())


def test_what_stands_too_far_right_is_not_read() -> None:
    """A row of a thousand cells is cut at the limit."""
    table = read_text_table(b",".join([b"x"] * 1000), Budget(Limits(columns=9)))
    assert len(table.rows[0].cells) == 9
