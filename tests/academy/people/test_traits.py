"""Name, sex, age, business and consent as offices write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from academy.people import traits

TODAY = date(2026, 11, 23)


def at(year: int, month: int, day: int) -> datetime:
    """A day as Excel's cells give it."""
    return datetime(year, month, day)  # noqa: DTZ001


def test_names() -> None:
    """Capitals are put right, mixed ones stay; numbers and formulas are no names."""
    assert traits.read_name("SITI  aminah")[0] == "SITI aminah"
    assert traits.read_name("siti nur'aini")[0] == "Siti Nur'Aini"
    for wrong in ("", "x", "081234", "=HYPERLINK(1)", "<b>Ani</b>", "A" * 81, "@ani"):
        name, sentence = traits.read_name(wrong)
        assert (name, bool(sentence)) == ("", True), wrong


def test_titles_do_not_make_another_person() -> None:
    """Hj., S.E. and Ibu stand with a name in one list and not in the other."""
    same = {
        traits.same_name(n) for n in ("Hj. Siti Aminah, S.E.", "IBU SITI AMINAH", "siti aminah")
    }
    assert same == {"siti aminah"}
    assert traits.same_name("Bu") == "bu"


@pytest.mark.parametrize(
    ("cell", "group"),
    [
        *(("18", "18–24"), ("24", "18–24"), (25, "25–34"), ("54 tahun", "45–54"), (55.0, "55+")),
        *(
            ("35 – 44", "35–44"),
            (at(1999, 11, 24), "25–34"),
            (at(2001, 11, 23), "25–34"),
        ),
        *(
            ("24-11-2001", "18–24"),
            ("1990-01-31", "35–44"),
            ("1971", "55+"),
            ("", None),
            ("-", None),
        ),
    ],
)
def test_ages(cell: str | float | datetime, group: str | None) -> None:
    """Numbers, spans, years and birthdays, on either side of a boundary."""
    assert traits.read_age(cell, TODAY) == (group, None)


@pytest.mark.parametrize("cell", ["17", at(2008, 11, 24), "2012"])
def test_minors_need_their_parents(cell: str | datetime) -> None:
    """They are not registered from a list."""
    assert traits.read_age(cell, TODAY) == (None, traits.MINOR)


@pytest.mark.parametrize("cell", ["abc", "101", "1-2-3-4", "31/02/1990", "-5000"])
def test_no_age(cell: str) -> None:
    """The sentence repeats what was written."""
    assert traits.read_age(cell, TODAY) == (None, traits.NOT_AGE.format(cell))


def test_sexes() -> None:
    """L/P and the words; P is a woman also where a man would be Pria."""
    read = [
        traits.read_sex(text)[0] for text in ("l", "P", "Lk.", "PRIA", "pr", "W", "Laki - laki")
    ]
    assert read == ["L", "P", "L", "L", "P", "P", "L"]
    assert traits.read_sex("L/P") == (None, traits.NOT_SEX.format("L/P"))


def test_businesses() -> None:
    """By the beginnings of words; nothing written is not another kind."""
    wanted = {
        "Keripik pisang": "makanan dan minuman",
        "BATIK tulis": "busana dan tekstil",
        "Budidaya lele": "pertanian dan perikanan",
        "toko kelontong": "perdagangan",
        "salon": "jasa",
        "anyaman pandan": "kerajinan",
        "apa saja": "lainnya",
    }
    assert {text: traits.business_group(text) for text in wanted} == wanted
    assert traits.business_group(" - ") is None


def test_consent() -> None:
    """Only a yes is one; a no keeps the person out."""
    assert [traits.read_consent(t)[0] for t in ("Ya", "✓", "√", "V", "setuju.")] == [True] * 5
    assert traits.read_consent(" ") == (False, None)
    assert traits.read_consent("tidak") == (False, traits.REFUSED)
