"""The rows of the statements."""

from collections import Counter

import pytest

from usaha.accounts import ACCOUNTS, MONEY
from usaha.statement_layouts import CASH_FLOW, INCOME, POSITION, Layout


def _codes(layout: Layout, source: str) -> Counter[int]:
    return Counter(term.code for row in layout for term in row.terms if term.source == source)


def test_every_account_stands_once() -> None:
    """Each account of income and expense in one row, each account in one row of the position."""
    results = [code for code in ACCOUNTS if code >= 4101]
    assert _codes(INCOME, "mutasi") == Counter(results)
    assert _codes(POSITION, "saldo") == Counter(list(ACCOUNTS))


def test_every_flow_stands_once() -> None:
    """What any account but money itself brings or costs is in one row of the cash-flow view."""
    others = [code for code in ACCOUNTS if code not in MONEY]
    assert _codes(CASH_FLOW, "kas_masuk") == Counter(others)
    assert _codes(CASH_FLOW, "kas_keluar") == Counter(others)


@pytest.mark.parametrize("layout", [INCOME, POSITION, CASH_FLOW])
def test_totals_add_rows_above(layout: Layout) -> None:
    """A total knows only rows that come before it; a heading has no figures."""
    above: set[str] = set()
    for row in layout:
        assert row.key not in above
        assert {key for key, _ in row.adds} <= above
        assert bool(row.terms) == (row.kind == "pos")
        assert bool(row.adds) == (row.kind == "jumlah")
        above.add(row.key)


def test_headings_of_the_standard() -> None:
    """The headings and totals of SAK EMKM's illustrative statements, in their order."""
    income = [row.label for row in INCOME if row.label.isupper() or "(RUGI)" in row.label]
    assert income == [
        "PENDAPATAN",
        "JUMLAH PENDAPATAN",
        "BEBAN",
        "JUMLAH BEBAN",
        "LABA (RUGI) SEBELUM PAJAK PENGHASILAN",
        "LABA (RUGI) SETELAH PAJAK PENGHASILAN",
    ]
    position = [row.label for row in POSITION if row.label.isupper()]
    assert position == [
        "ASET",
        "JUMLAH ASET",
        "LIABILITAS",
        "JUMLAH LIABILITAS",
        "EKUITAS",
        "JUMLAH EKUITAS",
        "JUMLAH LIABILITAS DAN EKUITAS",
    ]
