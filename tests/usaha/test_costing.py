"""What a batch costs: worked by hand, in general, and with foolish figures."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.costing import (
    EXAMPLE,
    Batch,
    Costing,
    cost_batch,
    gross_profit_per_kg,
    shelf_price,
    suggested_price,
)


def costed(batch: Batch) -> Costing:
    """Cost a batch that has no problems."""
    costing, problems = cost_batch(batch)
    assert not problems
    assert costing is not None
    return costing


def test_golden_by_hand() -> None:
    """Forty fish cakes: 20 fish at 15.000 and 50.000 of spices; 5 h at 12.000; 40 at 1.000 cleaned.

    Materials 350.000, labour 60.000 + 40.000, gas 20.000, tools 1.200.000/24/5 = 10.000: 480.000.
    Good 38, so one costs 12.631,58; boxes of two with Rp1.500 of box 26.763,16.
    """
    costing = costed(
        Batch(
            material_quantity=Decimal(20),
            material_price=Decimal(15_000),
            other_materials=Decimal(50_000),
            own_hours=Decimal(5),
            own_hourly_wage=Decimal(12_000),
            piece_quantity=Decimal(40),
            piece_wage=Decimal(1_000),
            utilities=Decimal(20_000),
            tool_price=Decimal(1_200_000),
            tool_life_months=Decimal(24),
            batches_per_month=Decimal(5),
            output=Decimal(40),
            spoiled=Decimal(2),
            pack_size=Decimal(2),
            packaging_per_pack=Decimal(1_500),
        )
    )
    assert costing.material_cost == 350_000
    assert costing.own_labour_cost == 60_000
    assert costing.piece_labour_cost == 40_000
    assert costing.labour_cost == 100_000
    assert costing.depreciation_per_batch == 10_000
    assert costing.overhead_cost == 30_000
    assert costing.total_cost == 480_000
    assert costing.good_output == 38
    assert costing.packs == 19
    assert round(costing.cost_per_kg, 2) == Decimal("12631.58")
    assert round(costing.cost_per_pack, 2) == Decimal("26763.16")
    assert round(gross_profit_per_kg(Decimal(15_000), costing.cost_per_kg), 2) == Decimal("2368.42")
    # 480.000 x 2/38 less 480.000 x 2/40
    assert round(costing.spoilage_per_pack, 2) == Decimal("1263.16")


AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=2)
POSITIVE = st.decimals(min_value=Decimal("0.01"), max_value=10**4, places=2)


@st.composite
def sound_batches(draw: st.DrawFn) -> Batch:
    """Draw batches without problems."""
    output = draw(st.decimals(min_value=1, max_value=1000, places=2))
    spoiled = (output * draw(st.integers(0, 90)) / 100).quantize(Decimal("0.01"))
    return Batch(
        material_quantity=draw(AMOUNTS),
        material_price=draw(AMOUNTS),
        other_materials=draw(AMOUNTS),
        own_hours=draw(AMOUNTS),
        own_hourly_wage=draw(AMOUNTS),
        piece_quantity=draw(AMOUNTS),
        piece_wage=draw(AMOUNTS),
        utilities=draw(AMOUNTS),
        tool_price=draw(AMOUNTS),
        tool_life_months=draw(POSITIVE),
        batches_per_month=draw(POSITIVE),
        output=output,
        spoiled=spoiled,
        pack_size=(output - spoiled) / draw(st.integers(1, 50)),
        packaging_per_pack=draw(AMOUNTS),
    )


@given(sound_batches())
def test_good_units_carry_the_whole_cost(batch: Batch) -> None:
    """All packs together cost the batch and their packaging: nothing is lost or counted twice."""
    costing = costed(batch)
    packs_cost = costing.cost_per_pack * costing.packs
    batch_cost = costing.total_cost + batch.packaging_per_pack * costing.packs
    assert abs(packs_cost - batch_cost) <= batch_cost * Decimal("1e-20")


@given(sound_batches(), st.decimals(min_value=1, max_value=100, places=1))
def test_own_labour_counts(batch: Batch, hours: Decimal) -> None:
    """An hour more of one's own makes a pack dearer."""
    dearer = replace(
        batch, own_hours=batch.own_hours + hours, own_hourly_wage=batch.own_hourly_wage + 1
    )
    assert costed(dearer).cost_per_pack > costed(batch).cost_per_pack


@given(sound_batches())
def test_spoilage_makes_dearer(batch: Batch) -> None:
    """What spoiled output adds is the difference to a batch without any."""
    costing = costed(batch)
    unspoiled = costed(replace(batch, spoiled=Decimal(0)))
    difference = costing.cost_per_pack - unspoiled.cost_per_pack
    assert abs(difference - costing.spoilage_per_pack) <= costing.cost_per_pack * Decimal("1e-20")


def test_without_tools_their_life_is_not_asked() -> None:
    """Somebody without tools may leave life and batches at zero."""
    zero = Decimal(0)
    batch = replace(EXAMPLE, tool_price=zero, tool_life_months=zero, batches_per_month=zero)
    assert costed(batch).depreciation_per_batch == 0


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("material_price", "-1", "tidak boleh kurang dari nol"),
        ("own_hours", "-0.5", "tidak boleh kurang dari nol"),
        ("material_price", "1e15", "terlalu besar"),
        ("output", "0", "lebih dari nol"),
        ("pack_size", "0", "lebih dari nol"),
        ("tool_life_months", "0", "paling sedikit 1"),
        ("batches_per_month", "0", "paling sedikit 1"),
        ("spoiled", "15.6", r"lebih sedikit daripada hasil yang jadi \(15,6\)"),
        ("pack_size", "250", "250 gram ditulis 0,25"),
    ],
)
def test_foolish_figures_are_named(field: str, value: str, message: str) -> None:
    """One field is wrong: one problem, about that field, that says what to do."""
    costing, problems = cost_batch(replace(EXAMPLE, **{field: Decimal(value)}))
    assert costing is None
    assert [problem.field for problem in problems] == [field]
    with pytest.raises(AssertionError, match=message):
        raise AssertionError(problems[0].message)


def test_several_problems_at_once() -> None:
    """Everything that is wrong is said at once."""
    _, problems = cost_batch(replace(EXAMPLE, output=Decimal(0), utilities=Decimal(-1)))
    assert {problem.field for problem in problems} == {"output", "utilities"}


@given(
    st.decimals(min_value=0, max_value=10**8, places=2),
    st.integers(0, 95).map(lambda percent: Decimal(percent) / 100),
)
def test_margin_is_a_share_of_the_price(cost: Decimal, margin: Decimal) -> None:
    """What is left of the suggested price is that share of it, not of the cost."""
    price = suggested_price(cost, margin)
    assert abs((price - cost) - price * margin) <= Decimal("1e-12")


def test_margin_is_not_a_markup() -> None:
    """By hand: 12.000 at 20% is 15.000; the markup on the wrong base would give 14.400."""
    assert suggested_price(12_000, Decimal("0.2")) == 15_000


@pytest.mark.parametrize("margin", ["-0.1", "1", "25"])
def test_impossible_margins(margin: str) -> None:
    """No price keeps all of itself, and 25 is not 25%."""
    with pytest.raises(ValueError, match="share of the price"):
        suggested_price(1000, Decimal(margin))


@given(st.integers(0, 10**7))
def test_shelf_price_is_the_next_step(price: int) -> None:
    """It is never lower, less than a step higher, and a multiple of the step."""
    shelf = shelf_price(price)
    assert shelf % 500 == 0
    assert 0 <= shelf - price < 500
