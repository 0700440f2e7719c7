"""Tests of the product cards: every kind is drawn, kept long enough, and told by its words."""

from __future__ import annotations

from collections import Counter
from datetime import date

from latihan.units.product_cards import (
    CARDS,
    PERMIT_OF,
    PERMITS,
    STEPS,
    deadline,
    draw_cards,
    draw_start,
    draw_steps,
    is_old_seller,
    ordered,
    permit,
    show,
)
from latihan.units.rows import read_rows
from latihan.values import Values
from usaha.draws import Draws

RULE = date(2026, 6, 8)


def test_every_kind_has_a_permit_and_every_permit_a_kind() -> None:
    """Nothing on a card is without an answer."""
    kinds = {card[0] for cards in CARDS.values() for card in cards}
    assert kinds == set(PERMIT_OF)
    assert set(PERMIT_OF.values()) == set(PERMITS)


def test_each_card_of_a_question_is_drawn() -> None:
    """Frozen and dry, chilled and warm: each in a good part of the shops."""
    drawn = [read_rows(draw_cards(Draws(str(n)))) for n in range(200)]
    for at, cards in enumerate(CARDS.values()):
        seen = Counter(rows[at].kind for rows in drawn)
        assert set(seen) == {card[0] for card in cards}
        assert min(seen.values()) > 60


def test_what_keeps_is_over_seven_days() -> None:
    """Under seven days it would be ready-to-eat food, whatever else the card says."""
    for cards in CARDS.values():
        for kind, _, _, days in cards:
            assert all(day > 7 for day in days)
            assert bool(days) == (kind not in {"saji", "barang"})


def test_the_deadline_depends_on_the_day_the_shop_opened() -> None:
    """By hand: 8 June 2026 and 18 months; 10 August 2026 and 6 months."""
    months = {"tgl_aturan": RULE, "bulan_pedagang_lama": 18, "bulan_pedagang_baru": 6}
    old = Values.of({"mulai_jualan": date(2023, 1, 5), **months})
    new = Values.of({"mulai_jualan": date(2026, 8, 10), **months})
    assert (deadline(old), deadline(new)) == (date(2027, 12, 8), date(2027, 2, 10))
    assert (is_old_seller(old), is_old_seller(new)) == (True, False)


def test_no_shop_opens_on_the_day_of_the_rule() -> None:
    """Old and new are never in doubt."""
    days = [draw_start(Draws(str(n))) for n in range(200)]
    assert all(
        day < date(2026, 1, 1) or date(2026, 7, 1) <= day < date(2026, 11, 1) for day in days
    )
    assert 60 < sum(day < RULE for day in days) < 140


def test_steps_are_mixed_and_put_in_order() -> None:
    """The order names the rows of the mixed list."""
    lists = {draw_steps(Draws(str(n))) for n in range(100)}
    assert len(lists) > 15
    for mixed in lists:
        rows = ordered({"langkah": mixed}, "1234")
        assert "".join(mixed[int(row) - 1] for row in rows) == "1234"


def test_cards_steps_and_sources_are_shown() -> None:
    """All that the questions are about is on the page."""
    given = {"baris": draw_cards(Draws("x")), "langkah": "3142"}
    words = repr(show(given))
    for row in read_rows(given["baris"]):
        assert f"{row.words}, {row.day}" in words
    assert words.index(STEPS[2]) < words.index(STEPS[0])
    assert "PerBPOM 4/2024" in words
    assert {permit(given, name) for name in CARDS} <= set(PERMITS)
