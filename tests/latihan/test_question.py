"""Tests of `latihan.question`: forms, sizes and slips of numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from latihan.unit import Question, Values
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.latihan.mixed import MARGIN

UNIT = load_unit("pembukuan_03_hpp")
VALUES = Values.of(draw(UNIT, SAMPLE_SEED).given)


def question(name: str) -> Question:
    """Returns a question of the golden unit."""
    found = UNIT.question(name)
    assert isinstance(found, Question)
    return found


MATERIAL, GOOD = question("biaya_bahan"), question("hasil_baik")


@pytest.mark.parametrize(
    ("plain", "kind"),
    [
        ({"kind": "pair", "text": "0,5"}, "koma_desimal"),
        ({"kind": "text", "text": "banyak"}, "teks"),
        ({"kind": "text", "text": "25%"}, "teks"),
        ({"kind": "other", "text": "list"}, "bukan_angka"),
        ({"kind": "number", "text": "nan"}, "bukan_angka"),
    ],
)
def test_each_form_has_its_remark(plain: dict[str, str], kind: str) -> None:
    """Whatever is no sane number is told by its kind."""
    remark = MATERIAL.form_remark(plain)
    assert remark is not None
    assert remark.kind == kind


def test_a_percent_sign_is_told_how_to_write_it() -> None:
    """25% in quotation marks is read as text; the hint says 0.25."""
    assert "0.25" in MARGIN.malformed({"kind": "text", "text": "25%"}).text


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("504", "titik_ribuan"),
        ("1.25", "titik_ribuan"),
        ("-504000", "tanda_terbalik"),
        ("12", "ukuran"),
        ("9e15", "ukuran"),
    ],
)
def test_a_size_that_cannot_be_is_told(number: str, kind: str) -> None:
    """A lost thousand, a turned sign and a wrong size each have their own sentence."""
    remark = MATERIAL.size_remark(Decimal(number))
    assert remark is not None
    assert remark.kind == kind


def test_a_percentage_for_a_share_is_told() -> None:
    """25 for a quarter, where only a share makes sense."""
    remark = MARGIN.size_remark(Decimal(25))
    assert remark is not None
    assert remark.kind == "persen_bukan_pecahan"


@pytest.mark.parametrize(
    ("unit", "text"), [("kg", "1,25 kg"), ("bulan", "1,25 bulan"), ("Rp per kg", "Rp1")]
)
def test_a_wrong_size_is_named_in_its_own_unit(unit: str, text: str) -> None:
    """Nobody reads of kilos who was asked for months."""
    asked = Question("x", "lama usaha", unit, Decimal(5), Decimal(9))
    assert asked.show(Decimal("1.25")) == text
    remark = Question("x", "lama usaha", "kg", Decimal(5), Decimal(9)).size_remark(Decimal("1.25"))
    assert remark is not None
    assert remark.kind == "ukuran"  # 1.250 kilos is no lost thousand
    assert "1,25 kg tampak terlalu kecil untuk lama usaha" in remark.text


def test_a_sane_size_is_not_remarked_on() -> None:
    """Inside the range nothing is said."""
    assert MATERIAL.size_remark(Decimal(504_000)) is None


@pytest.mark.parametrize(
    ("asked", "right", "typed", "kind"),
    [
        (MATERIAL, "504000", "504", "titik_ribuan"),
        (MATERIAL, "504000", "-504000", "tanda_terbalik"),
        (MARGIN, "0.009", "0.9", "persen_bukan_pecahan"),
    ],
)
def test_a_slip_is_known_by_the_right_value(
    asked: Question, right: str, typed: str, kind: str
) -> None:
    """Who knows the right value tells slips also where their size would be sane."""
    remark = asked.slip(Decimal(typed), Decimal(right))
    assert remark is not None
    assert remark.kind == kind
    assert asked.slip(Decimal(typed) * 3, Decimal(right)) is None


def test_rounding_on_the_way_does_not_hide_a_mistake() -> None:
    """A rupiah or 0.2 % off is still the same value; 1 % is not; a grain is kept to."""
    assert MATERIAL.same(Decimal(50_050), Decimal(50_000))
    assert not MATERIAL.same(Decimal(50_500), Decimal(50_000))
    assert not MATERIAL.same(Decimal(1), None)
    assert GOOD.same(Decimal("13.604"), Decimal("13.6"))
    assert not MARGIN.same(Decimal("0.251"), Decimal("0.25"))


@pytest.mark.parametrize(
    ("asked", "number", "tells"),
    [
        (MATERIAL, "504000", True),
        (MATERIAL, "360000", True),
        (MATERIAL, "500000", False),
        (GOOD, "13.6", True),
        (GOOD, "25", False),
        (MARGIN, "0.25", False),
    ],
)
def test_only_particular_numbers_tell_a_shop(asked: Question, number: str, tells: bool) -> None:
    """A round number or a small one may be two shops' by chance."""
    assert asked.tells_shop(Decimal(number)) is tells
    assert asked.is_of_shop(Decimal(number), Decimal(number))
    assert not asked.is_of_shop(Decimal(number), Decimal(number) + 2)
