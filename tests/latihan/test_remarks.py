"""Tests of `latihan.remarks`: what can be said without knowing the right answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from latihan.remarks import evaluate, find_mistake, form_remark, is_close, size_remark
from latihan.unit import Values
from latihan.variants import SAMPLE_SEED, draw, load_unit

UNIT = load_unit("pembukuan_03_hpp")
MATERIAL = next(q for q in UNIT.questions if q.name == "biaya_bahan")
GOOD = next(q for q in UNIT.questions if q.name == "hasil_baik")
VALUES = Values.of(draw(UNIT, SAMPLE_SEED).given)


@pytest.mark.parametrize(
    ("plain", "kind"),
    [
        ({"kind": "missing", "text": ""}, "belum_ada"),
        ({"kind": "blank", "text": ""}, "kosong"),
        ({"kind": "pair", "text": "0,5"}, "koma_desimal"),
        ({"kind": "text", "text": "banyak"}, "teks"),
        ({"kind": "other", "text": "list"}, "bukan_angka"),
        ({"kind": "number", "text": "nan"}, "bukan_angka"),
    ],
)
def test_each_form_has_its_remark(plain: dict[str, str], kind: str) -> None:
    """Whatever is no sane number is told by its kind."""
    remark = form_remark(plain)
    assert remark is not None
    assert remark.kind == kind


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
    remark = size_remark(MATERIAL, Decimal(number))
    assert remark is not None
    assert remark.kind == kind


def test_a_sane_size_is_not_remarked_on() -> None:
    """Inside the range nothing is said."""
    assert size_remark(MATERIAL, Decimal(504_000)) is None


def test_kilos_may_have_points() -> None:
    """`1.250` kilo is a number of kilos, not a lost thousand."""
    remark = size_remark(GOOD, Decimal("1.25"))
    assert remark is not None
    assert remark.kind == "ukuran"


def test_a_mistake_is_found_by_its_value() -> None:
    """Buying taken for using gives the bought kilos times the price."""
    number = VALUES.kg_dibeli * VALUES.harga_melinjo
    found = find_mistake(MATERIAL, number, [VALUES])
    assert found is not None
    assert found.id == "a3_belanja_jadi_biaya"


def test_a_formula_without_its_numbers_is_skipped() -> None:
    """Earlier answers may be absent or zero."""
    assert evaluate(lambda v: v.tidak_ada, VALUES) is None
    assert evaluate(lambda v: v.gas / (v.gas - v.gas), VALUES) is None


def test_rounding_on_the_way_does_not_hide_a_mistake() -> None:
    """A rupiah or 0.2 % off is still the same value; 1 % is not."""
    assert is_close(Decimal(50_050), Decimal(50_000), MATERIAL)
    assert not is_close(Decimal(50_500), Decimal(50_000), MATERIAL)
    assert not is_close(Decimal(1), None, MATERIAL)
