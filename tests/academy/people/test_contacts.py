"""Phone numbers and addresses of e-mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.people.contacts import NOT_MAIL, NOT_MOBILE, ROUNDED, read_email, read_phone
from academy.people.models import Person


@pytest.mark.parametrize(
    "cell",
    [
        *("081234567890", "81234567890", 81234567890, 81234567890.0, "+62 812-3456-7890"),
        *("6281234567890", "62081234567890", "'081234567890", "(0812) 3456 7890"),
        *("0812.3456.7890 / 0857111222333", "0812 3456 7890 atau 0857111222333"),
    ],
)
def test_one_number_in_many_spellings(cell: str | float) -> None:
    """As text and as what Excel makes of it."""
    assert read_phone(cell) == ("+6281234567890", None)


@pytest.mark.parametrize("cell", ["8,12E+10", "8.12346E+10", 81200000000.0, "8,12 e+10"])
def test_what_excel_rounded_is_not_guessed(cell: str | float) -> None:
    """A number that lost its digits would be a stranger's."""
    assert read_phone(cell) == (None, ROUNDED)


@pytest.mark.parametrize(
    "cell", ["0254123456", "0812", "08123456789012345", "abc", "+1 202 555 0101"]
)
def test_no_mobile_number(cell: str) -> None:
    """Landlines, halves, other countries; and the sentence does not repeat the number."""
    assert read_phone(cell) == (None, NOT_MOBILE)


@pytest.mark.parametrize("cell", [None, "", " - ", "--"])
def test_blank(cell: str | None) -> None:
    """No number is no mistake here."""
    assert read_phone(cell) == (None, None)


@given(st.integers(10**8, 10**11 - 1))
def test_every_mobile_number_is_read_with_and_without_its_nought(rest: int) -> None:
    """As far as it can be one."""
    plain, _ = read_phone(f"0{rest}")
    assert read_phone(rest)[0] == plain
    if plain:
        assert plain == f"+62{rest}"


def test_email() -> None:
    """Spaces and capitals do not matter; half an address does."""
    assert read_email("mailto:Ani.S@Contoh.co.id ") == ("ani.s@contoh.co.id", None)
    for wrong in ("ani@", "ani contoh.id", "@contoh.id", "ani@contoh"):
        assert read_email(wrong) == (None, NOT_MAIL)


def test_an_address_fits_its_column() -> None:
    """PostgreSQL refuses the whole list for one that is longer."""
    longest = "a" * 60 + "@" + "b" * 56 + ".id"
    assert len(longest) == Person.__table__.c.email.type.length
    assert read_email(longest) == (longest, None)
    assert read_email("a" + longest) == (None, NOT_MAIL)
