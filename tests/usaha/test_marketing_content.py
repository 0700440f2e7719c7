"""A month of posts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from usaha.marketing_content import (
    TOPICS,
    CalendarRules,
    Post,
    check_calendar,
    engagement_rate,
    selling_share,
)

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
GOOD = [
    Post(FIRST + timedelta(days=2 * at), list(TOPICS)[at % 4], f"Tulisan {at}") for at in range(15)
]


def test_a_good_month_has_nothing_to_mend() -> None:
    """Fifteen posts every second day, four topics in turn: fine, in any order."""
    assert check_calendar(GOOD, FIRST, LAST) == ()
    assert check_calendar(GOOD[::-1], FIRST, LAST) == ()
    thirds = [
        post._replace(day=FIRST + timedelta(days=3 * at)) for at, post in enumerate(GOOD[:12])
    ]
    spread = [post for post in thirds if post.day <= LAST]
    assert check_calendar(spread, FIRST, LAST, CalendarRules(posts=10)) == (), "three days are fine"
    assert selling_share(GOOD) == Decimal(4) / 15


@pytest.mark.parametrize(
    ("posts", "words"),
    [
        ([], "Baru ada 0 kiriman"),
        (GOOD[:11], "Baru ada 11 kiriman"),
        (GOOD[:5] + GOOD[7:], "Dari 9 November 2026 sampai 15 November 2026 terlalu lama sepi"),
        (GOOD[3:], "Dari 1 November 2026 sampai 7 November 2026"),
        ([*GOOD, Post(date(2026, 12, 1), "cerita", "x")], "Kiriman 1 Desember 2026 di luar kalender"),
        ([post._replace(topic="jualan") for post in GOOD], "Kiriman jualan lebih dari 40%"),
        ([p._replace(topic="jualan") if p.topic == "cerita" else p for p in GOOD], 'Belum ada kiriman "cerita"'),
        ([p._replace(topic="edukasi") if i < 3 else p for i, p in enumerate(GOOD)], '3 kiriman "edukasi" berturut-turut'),
        ([*GOOD[:-1], GOOD[-1]._replace(caption=" ")], "1 kiriman belum punya tulisan. Mulai dari 29 November"),
        ([*GOOD[:-1], GOOD[-1]._replace(topic="meme")], 'Jenis "meme" tidak dikenal'),
    ],
)  # fmt: skip
def test_each_lack_is_said(posts: list[Post], words: str) -> None:
    """Every rule that is broken has a sentence with a next step."""
    found = check_calendar(posts, FIRST, LAST)
    assert any(words in sentence for sentence in found), found


def test_own_rules() -> None:
    """Somebody who posts twice a month may draw her own lines."""
    rules = CalendarRules(posts=1, longest_gap=30, most_selling=Decimal(1), same_in_a_row=9)
    found = check_calendar([GOOD[0]], FIRST, LAST, rules)
    assert all("Belum ada kiriman" in sentence for sentence in found)
    with pytest.raises(ValueError, match="lies before"):
        check_calendar(GOOD, LAST, FIRST)


def test_engagement() -> None:
    """By hand: (60 + 12 + 5 + 3) / 2.000 = 4%."""
    assert engagement_rate(2_000, likes=60, comments=12, shares=5, saves=3) == Decimal("0.04")
    with pytest.raises(ValueError, match="reach must be above zero"):
        engagement_rate(0)
