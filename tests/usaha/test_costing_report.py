"""A costing in words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example as hypothesis_example
from hypothesis import given
from hypothesis import strategies as st

from usaha.costing import EXAMPLE, Costing, cost_batch
from usaha.costing_report import (
    Words,
    cautions,
    cost_parts,
    margin_sentences,
    profit_per_pack,
    result_sentences,
    spoilage_sentence,
    steps,
)
from usaha.money import round_rupiah


def example(**changes: str) -> Costing:
    """Cost the example with some figures changed."""
    costing, problems = cost_batch(
        replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})
    )
    assert costing is not None, problems
    return costing


COSTING = example()


@pytest.mark.parametrize(
    ("price", "sentence"),
    [
        (16_000, "Dengan harga Rp16.000, Anda untung Rp3.217 tiap bungkus."),
        (12_000, "Dengan harga Rp12.000, Anda rugi Rp783 tiap bungkus."),
        (12_783, "Dengan harga Rp12.783, Anda tidak untung dan tidak rugi."),
    ],
)
def test_result(price: int, sentence: str) -> None:
    """Profit, loss and neither are said in words."""
    assert result_sentences(COSTING, price, Words()) == (
        "Biaya membuat satu bungkus Rp12.783.",
        sentence,
    )


def test_own_words() -> None:
    """Somebody who sells bottles reads of bottles."""
    assert "satu botol" in result_sentences(COSTING, 16_000, Words("liter", "botol"))[0]
    assert [step.name for step in steps(EXAMPLE, COSTING, 16_000, Words("liter", "botol"))][
        -2:
    ] == [
        "Biaya satu botol",
        "Untung satu botol",
    ]


def test_no_caution_without_need() -> None:
    """The example is sound."""
    assert cautions(COSTING, 16_000, Words()) == ()


@pytest.mark.parametrize(
    ("changes", "price", "caution"),
    [
        ({"own_hours": "0"}, 16_000, "Tenaga Anda juga biaya"),
        ({"own_hourly_wage": "0"}, 16_000, "Tenaga Anda juga biaya"),
        ({"material_price": "0"}, 16_000, "Bahan belum dihitung"),
        ({}, 12_000, "Naikkan harga di atas Rp12.783"),
        ({}, 13_000, "Untungnya tipis"),
    ],
)
def test_cautions(changes: dict[str, str], price: int, caution: str) -> None:
    """Own labour for free, no materials, a loss and a thin profit are each named, alone."""
    (found,) = cautions(example(**changes), price, Words())
    assert caution in found


@given(st.integers(0, 100_000), st.integers(0, 100_000), st.integers(0, 150))
@hypothesis_example(55, 0, 55)  # 14.987,5: the parts, cut off, add up to a little less than a half
def test_parts_add_up_to_the_cost(wage: int, packaging: int, spoiled_tenths: int) -> None:
    """The bars add up to the cost in the sentence, to the rupiah."""
    batch = replace(
        EXAMPLE,
        own_hourly_wage=Decimal(wage),
        packaging_per_pack=Decimal(packaging),
        spoiled=Decimal(spoiled_tenths) / 10,
    )
    costing, _ = cost_batch(batch)
    assert costing is not None
    parts = cost_parts(batch, costing)
    assert sum(part.rupiah for part in parts) == round_rupiah(costing.cost_per_pack)
    assert all(part.rupiah > 0 for part in parts)


@given(st.integers(0, 10**6))
def test_price_cost_and_profit_add_up(price: int) -> None:
    """The three amounts that are shown fit each other."""
    assert round_rupiah(COSTING.cost_per_pack) + profit_per_pack(COSTING, price) == price


def test_steps_with_her_numbers() -> None:
    """Each step names her own figures; what she does not have is left out, own labour never."""
    lines = {step.name: step for step in steps(EXAMPLE, COSTING, 16_000, Words())}
    assert lines["Bahan"].formula == "30 × Rp17.000"
    assert lines["Alat"].formula == "Rp1.080.000 : 36 bulan : 6 kali sebulan"
    assert lines["Hasil yang baik"].result == "14,5 kg"
    batch = replace(
        EXAMPLE, tool_price=Decimal(0), own_hours=Decimal(0), other_materials=Decimal(9)
    )
    costing, _ = cost_batch(batch)
    assert costing is not None
    lines = {step.name: step for step in steps(batch, costing, 11_000, Words())}
    assert "Alat" not in lines
    assert lines["Tenaga Anda"].result == "Rp0"
    assert lines["Bahan"].formula == "30 × Rp17.000 + bahan lain Rp9"
    assert lines["Rugi satu bungkus"].result == "-Rp145"


def test_spoilage() -> None:
    """By hand: 695.000 x 0,25 x (1/14,5 - 1/15,6) = 845; nothing is said where nothing spoiled."""
    assert "Rp845" in spoilage_sentence(COSTING, Words())
    assert spoilage_sentence(example(spoiled="0"), Words()) == ""


def test_margin_can_be_repeated_by_hand() -> None:
    """12.783 / 0,75 = 17.044, on the shelf 17.500; nothing is rounded that is round already."""
    advice, formula = margin_sentences(COSTING, Decimal("0.25"), Words())
    assert "Rp17.500" in advice
    assert formula == "Rp12.783 : (100% - 25%) = Rp17.044, lalu dibulatkan ke atas."
    round_costing = replace(COSTING, cost_per_pack=Decimal(12_000))
    assert margin_sentences(round_costing, Decimal("0.25"), Words())[1].endswith("= Rp16.000.")
