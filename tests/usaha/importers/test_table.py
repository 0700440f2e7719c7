"""Rows and cells."""
# ruff: noqa: DTZ001 - files carry local time without a zone

from datetime import date, datetime, time

from usaha.importers.table import Row, Table, as_text, is_blank


def test_the_same_content_has_one_fingerprint() -> None:
    """However cells were stored and wherever the lines stood."""
    csv = Table((Row(1, ("Kota", "Uang", "")), Row(2, ("Serang ", "25000"))))
    workbook = Table((Row(3, ("Kota", "Uang")), Row(9, ("Serang", 25000.0, None))))
    assert csv.fingerprint == workbook.fingerprint


def test_cells_do_not_run_together() -> None:
    """Moving text from one cell to the next, or from one row to the next, is other content."""
    tables = [((("ab", "c"),),), ((("a", "bc"),),), ((("abc",),),), ((("ab",), ("c",)),)]
    prints = {Table(tuple(Row(1, cells) for cells in rows[0])).fingerprint for rows in tables}
    assert len(prints) == 4


def test_times_are_text_of_the_usual_kind() -> None:
    """Seconds and midnight are left out where they say nothing."""
    assert as_text(datetime(2026, 11, 23, 9, 5, 30)) == "2026-11-23 09:05:30"
    assert as_text(datetime(2026, 11, 23)) == "2026-11-23"
    assert as_text(datetime(2026, 11, 23, 0, 0, 5)) == "2026-11-23 00:00:05"
    assert as_text(date(2026, 11, 23)) == "2026-11-23"
    assert as_text(time(9, 5)) == "09:05:00"


def test_nought_is_not_blank() -> None:
    """A row with a nought in it says something."""
    assert is_blank(("", None, "  "))
    assert not is_blank((None, 0))
