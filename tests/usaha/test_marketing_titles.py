"""Titles that buyers find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.marketing_titles import check_title, passes, repeated_words, title_score

KINDS, SPECIALS = ("emping", "keripik melinjo"), ("Menes", "melinjo pilihan")


@pytest.mark.parametrize(
    ("title", "missed"),
    [
        ("Emping Melinjo Menes Manis Pedas 250 gram", set()),
        ("Keripik Melinjo Menes asli dapur rumah 1 kg", set()),
        ("Camilan khas Banten emping Menes 250 gram", {"jenis"}),
        ("Emping melinjo renyah gurih rumahan 250 gr", {"khas"}),
        ("Emping Melinjo Menes Manis Pedas Renyah", {"ukuran"}),
        ("Emping Menes 250 gram", {"panjang"}),
        ("Emping Menes 250 gram " + "gurih renyah asin manis pedas " * 2, {"panjang", "tanpa_ulang"}),
        ("Emping Menes Emping Melinjo Emping 250 gram", {"tanpa_ulang"}),
        ("Emping Melinjo Menes TERMURAH 250 gram", {"tanpa_teriak"}),
        ("EMPING MELINJO MENES MANIS PEDAS 250 GRAM", {"tanpa_teriak"}),
        ("Emping Melinjo Menes Manis Pedas 250 gram!", {"tanpa_teriak"}),
        ("Emping Melinjo Menes Manis 🔥 250 gram", {"tanpa_teriak"}),
    ],
)  # fmt: skip
def test_each_rule(title: str, missed: set[str]) -> None:
    """A title misses exactly the rules that it breaks, and each miss says what to do."""
    checks = check_title(title, KINDS, SPECIALS)
    assert {check.rule for check in checks if not check.met} == missed
    assert all(bool(check.advice) != check.met for check in checks)
    assert passes(checks) == (len(missed) <= 1)


@pytest.mark.parametrize(
    "size", ["500g", "1,5 kg", "ukuran 40", "size XL", "2x1", "100x150", "isi 12 pcs", "no 39"]
)
def test_sizes(size: str) -> None:
    """Weights, sizes of shoes and cloth, and numbers of pieces count as a size."""
    checks = check_title(f"Emping melinjo Menes gurih {size}", KINDS, SPECIALS)
    assert title_score(checks) == 6, [check.rule for check in checks if not check.met]


def test_part_of_a_word_is_not_the_word() -> None:
    """The word "kemping" does not name emping, and an empty name matches nothing."""
    assert not check_title("Kemping di gunung", KINDS, [""])[0].met
    assert not check_title("Kemping di gunung", KINDS, [""])[1].met


@given(st.text(max_size=120))
def test_any_text_gets_six_checks(title: str) -> None:
    """Whatever is typed has a score from 0 to 6."""
    checks = check_title(title, KINDS, SPECIALS)
    assert len(checks) == 6
    assert 0 <= title_score(checks) <= 6


def test_numbers_and_small_words_may_repeat() -> None:
    """The words "isi 2 dan 2" repeat nothing that matters."""
    assert repeated_words(["isi", "2", "dan", "2", "dan", "isi"]) == ()
