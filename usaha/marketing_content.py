"""A month of posts: whether it is complete, varied and not only selling, and what posts bring."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from usaha.dates import format_date
from usaha.exact import not_negative, positive
from usaha.money import Number, format_percent

TOPICS: Final = {
    "jualan": "ajakan membeli",
    "edukasi": "cara pakai, cara simpan, cara memilih",
    "cerita": "di balik pembuatan dan orangnya",
    "interaksi": "pertanyaan dan jawaban dari pembeli",
}


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """What a lesson demands of a calendar; an owner's own habits may differ.

    Attributes:
        posts: fewest posts.
        longest_gap: most days from one post to the next.
        most_selling: largest share of posts that only sell.
        same_in_a_row: most posts of one topic one after another.
    """

    posts: int = 12
    longest_gap: int = 3
    most_selling: Decimal = Decimal("0.4")
    same_in_a_row: int = 2


CLASS_RULES: Final = CalendarRules()
"""The rules of the lessons."""


class Post(NamedTuple):
    """One planned post: its day, a key of `TOPICS`, and its text."""

    day: date
    topic: str
    caption: str = ""


def selling_share(posts: Sequence[Post]) -> Decimal:
    """Give the share of posts that only sell.

    Raises:
        ValueError: there are no posts.

    Example:
        >>> day = date(2026, 11, 23)
        >>> selling_share([Post(day, "jualan"), Post(day, "cerita")])
        Decimal('0.5')
    """
    selling = sum(post.topic == "jualan" for post in posts)
    return selling / positive(len(posts), "posts")


def check_calendar(
    posts: Iterable[Post], first: date, last: date, rules: CalendarRules = CLASS_RULES
) -> tuple[str, ...]:
    """Find what a calendar still lacks, as Indonesian sentences that say what to do next.

    Args:
        posts: in any order.
        first: first day of the calendar.
        last: last day of it.
        rules: what is demanded.

    Raises:
        ValueError: `last` lies before `first`.

    Example:
        >>> month = date(2026, 11, 1), date(2026, 11, 30)
        >>> check_calendar([Post(date(2026, 11, 1), "jualan", "Emping baru!")], *month)[0]
        'Baru ada 1 kiriman. Rencanakan paling sedikit 12.'
    """
    if last < first:
        raise ValueError(f"{last} lies before {first}")
    plan = sorted(posts, key=lambda post: post.day)
    found = [*_outside(plan, first, last), *_too_few(plan, rules)]
    if plan:
        found += [*_gaps(plan, first, last, rules), *_topics(plan, rules), *_captions(plan)]
    return tuple(found)


def _outside(plan: list[Post], first: date, last: date) -> list[str]:
    return [
        f"Kiriman {format_date(post.day)} di luar kalender. Pindahkan tanggalnya."
        for post in plan
        if not first <= post.day <= last
    ]


def _too_few(plan: list[Post], rules: CalendarRules) -> list[str]:
    if len(plan) >= rules.posts:
        return []
    return [f"Baru ada {len(plan)} kiriman. Rencanakan paling sedikit {rules.posts}."]


def _gaps(plan: list[Post], first: date, last: date, rules: CalendarRules) -> list[str]:
    days = [first, *(post.day for post in plan if first <= post.day <= last), last]
    return [
        f"Dari {format_date(before)} sampai {format_date(after)} terlalu lama sepi. "
        "Tambahkan satu kiriman di antaranya."
        for before, after in pairwise(days)
        if (after - before).days > rules.longest_gap
    ]


def _topics(plan: list[Post], rules: CalendarRules) -> list[str]:
    counts = Counter(post.topic for post in plan)
    found = [
        f'Belum ada kiriman "{topic}" ({meaning}). Tambahkan satu.'
        for topic, meaning in TOPICS.items()
        if not counts[topic]
    ]
    found += [f'Jenis "{topic}" tidak dikenal.' for topic in counts if topic not in TOPICS]
    if selling_share(plan) > rules.most_selling:
        most = format_percent(rules.most_selling)
        found.append(f"Kiriman jualan lebih dari {most}. Ganti sebagian dengan jenis lain.")
    length = rules.same_in_a_row + 1
    runs = (plan[at : at + length] for at in range(len(plan) - length + 1))
    found += [
        f'Mulai {format_date(run[0].day)} ada {length} kiriman "{run[0].topic}" berturut-turut. '
        "Selingi dengan jenis lain."
        for run in runs
        if len({post.topic for post in run}) == 1
    ]
    return found


def _captions(plan: list[Post]) -> list[str]:
    bare = [post for post in plan if not post.caption.strip()]
    if not bare:
        return []
    return [f"{len(bare)} kiriman belum punya tulisan. Mulai dari {format_date(bare[0].day)}."]


def engagement_rate(
    reach: Number, *, likes: Number = 0, comments: Number = 0, shares: Number = 0, saves: Number = 0
) -> Decimal:
    """Give the share of people reached that did something; followers play no part.

    Source: (likes + comments + shares + saves) / reach.

    Raises:
        ValueError: nobody was reached, or a count is negative.

    Example:
        >>> engagement_rate(2_000, likes=60, comments=12, shares=5, saves=3)
        Decimal('0.04')
    """
    done = sum((not_negative(count) for count in (likes, comments, shares, saves)), Decimal(0))
    return done / positive(reach, "reach")
