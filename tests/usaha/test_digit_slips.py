"""Slips in one number."""

from hypothesis import given
from hypothesis import strategies as st

from usaha.digit_slips import digit_slip

NUMBERS = st.integers(10, 10**12)


@given(NUMBERS, st.data())
def test_finds_swapped_digits(right: int, data: st.DataObject) -> None:
    """Two neighbours swapped are found; a difference of such numbers is a multiple of nine."""
    text = str(right)
    place = data.draw(st.integers(0, len(text) - 2))
    written = int(text[:place] + text[place + 1] + text[place] + text[place + 2 :])
    same_length = len(str(written)) == len(text)
    if written != right and same_length:
        assert digit_slip(written, right) == "angka_tertukar"
        assert (written - right) % 9 == 0


@given(NUMBERS, st.data())
def test_finds_missing_and_extra_digits(right: int, data: st.DataObject) -> None:
    """One digit left out is one too many the other way round."""
    text = str(right)
    place = data.draw(st.integers(0, len(text) - 1))
    written = int(text[:place] + text[place + 1 :])
    if len(str(written)) == len(text) - 1 and written:
        assert digit_slip(written, right) == "angka_kurang"
        assert digit_slip(right, written) == "angka_lebih"


def test_digits_apart_are_no_slip() -> None:
    """Nobody swaps two digits over a third one; a different digit is no swap either."""
    assert digit_slip(3_210, 1_230) is None
    assert digit_slip(1_300, 1_200) is None


@given(st.integers(-5, 10**6), st.integers(-5, 10**6))
def test_finds_nothing_else(one: int, other: int) -> None:
    """What is found can be undone by one move; equal and negative numbers are no slips."""
    slip = digit_slip(one, other)
    if one <= 0 or other <= 0 or one == other:
        assert slip is None
    if slip == "angka_tertukar":
        assert sorted(str(one)) == sorted(str(other))
    if slip == "angka_kurang":
        digits = str(other)
        assert str(one) in {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
