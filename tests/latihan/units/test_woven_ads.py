"""Tests of a week of advertising: it adds up, one stage is weak, and it shows no verdict."""

from __future__ import annotations

from collections import Counter

from latihan.unit import Values
from latihan.units.rows import read_rows
from latihan.units.woven_ads import STAGES, draw, show, smallest_share, stages, strongest, weakest
from usaha.draws import Draws

WEEKS = [Values.of(draw(Draws(f"iklan-{n}"))) for n in range(120)]


def test_each_stage_has_fewer_than_the_one_before() -> None:
    """The table begins with the views on the card and ends with its completed orders."""
    for week in WEEKS:
        rows = read_rows(week["baris"])
        assert [row.kind for row in rows] == list(STAGES)
        counts = [rows[0].money_in, *(row.money_out for row in rows)]
        assert counts == sorted(set(counts), reverse=True)
        assert counts[:2] == [week.tayangan, week.klik]
        assert counts[3:] == [week.pesanan_iklan, week.pesanan_jadi]
        assert [row.money_in for row in rows[1:]] == counts[1:-1]


def test_money_and_counts_agree() -> None:
    """Sales are orders times the price; some buyers are not new."""
    for week in WEEKS:
        assert week.omzet_jadi == week.pesanan_jadi * week.harga
        assert week.omzet_laporan == week.pesanan_iklan * week.harga
        assert 0 < week.pembeli_baru < week.pesanan_jadi
        assert week.biaya_variabel < week.harga


def test_one_stage_is_clearly_weak() -> None:
    """At most two thirds of what is usual, the next one at least four fifths; the last stage never."""
    for week in WEEKS:
        strengths = sorted(float(stage.strength or 0) for stage in stages(week))
        assert strengths[0] < 0.68
        assert strengths[1] > 0.75
        assert weakest(week) != "SELESAI"
    assert set(Counter(map(weakest, WEEKS))) == {"KLIK", "KERANJANG", "PESANAN"}


def test_the_known_mistakes_name_another_stage() -> None:
    """The smallest share is always that of clicks; the strongest stage is neither it nor the weakest."""
    for week in WEEKS:
        assert smallest_share(week) in (("KLIK",) if weakest(week) != "KLIK" else (None,))
        assert strongest(week) not in {weakest(week), smallest_share(week)} - {None}


def test_the_table_shows_counts_and_no_verdict() -> None:
    """Whoever wants the share divides; the usual share stands beside it."""
    text = repr(show(WEEKS[0]))
    assert len(text.splitlines()) == 2 + len(STAGES)
    assert text.splitlines()[2].endswith("| 2%")
    assert " dari " in text
