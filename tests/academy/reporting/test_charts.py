"""Charts are the tables' figures, and nothing that is hidden there."""

from __future__ import annotations

from academy.reporting.charts import bars, rises
from academy.reporting.report import Row, Section

from .crowd import DAY, reports


def test_bars() -> None:
    """The widest is the whole width; what is hidden has none."""
    drawn = bars(reports().of("a1", DAY).section("kabupaten"))
    by_label = {bar.label: bar for bar in drawn}
    assert by_label["Kab. Lebak"].widths == (100.0, 100.0, 52.0)
    assert by_label["Kota Cilegon"].counts == (None, None, None)
    assert by_label["Kota Cilegon"].widths == (0, 0, 0)
    assert bars(Section("kabupaten", (Row("x"),)))[0].widths == (0, 0, 0)


def test_rises() -> None:
    """From the test before to the test after; none without a gain."""
    rise = rises(reports().of("semua", DAY))[0]
    assert (rise.label, rise.before) == ("Pembukuan", 40.0)
    assert 60 < rise.after < 65
    assert rises(reports([]).of("semua", DAY)) == []
