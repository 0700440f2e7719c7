"""A one-page plan that agrees with itself."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.startup_plan import EXAMPLE, Plan, check_plan

MONEY = st.integers(-(10**13), 10**13).map(Decimal)


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"sales": 16_000_000}, "sales", "Jumlah kali harga memberi Rp15.000.000"),
        ({"costs_of_sales": 8_000_000}, "costs_of_sales", "memberi Rp9.000.000"),
        ({"profit": 2_000_000}, "profit", "memberi Rp1.500.000"),
        ({"loan": 9_000_000}, "capital", "memberi Rp22.500.000"),
        ({"capacity": 999}, "units", "melebihi kemampuan membuat 999"),
        ({"price": 9_000}, "price", "tidak menutup"),
        ({"fixed_costs": 7_000_000}, "units", "di bawah titik impas 1.167"),
        ({"owner_wage": 0}, "owner_wage", "Gaji Anda belum ada"),
        ({"owner_wage": 5_000_000}, "fixed_costs", "lebih kecil daripada gaji Anda"),
        ({"growth": 1}, "growth", "Tumbuh 100%"),
        ({"growth": Decimal("0.3")}, "growth", "perlu 1.300"),
        ({"instalment": 460_000}, "instalment", "memakai 31% dari laba"),
        ({"instalment": 0}, "instalment", "angsurannya belum"),
        ({"profit": 0}, "instalment", "Tidak ada laba"),
        ({"units": -1}, "units", "tidak boleh kurang dari nol"),
        ({"price": Decimal("nan")}, "price", "terlalu besar"),
        ({"price": 10**13}, "price", "terlalu besar"),
    ],
)
def test_each_contradiction_is_found(
    change: dict[str, int | Decimal], field: str, words: str
) -> None:
    """One figure changed in a sound plan is found and said with the figure that would agree."""
    plan = replace(EXAMPLE, **{name: Decimal(value) for name, value in change.items()})
    assert any(p.field == field and words in p.message for p in check_plan(plan)), check_plan(plan)


def test_a_sound_plan_has_no_problem() -> None:
    """The example agrees with itself, and at the edges of the rules too."""
    assert check_plan(EXAMPLE) == ()
    assert check_plan(replace(EXAMPLE, instalment=Decimal(450_000))) == ()
    assert check_plan(replace(EXAMPLE, capacity=Decimal(1_100))) == ()
    assert check_plan(replace(EXAMPLE, sales=Decimal(15_000_100))) == ()
    assert (
        check_plan(
            replace(EXAMPLE, loan=Decimal(0), instalment=Decimal(0), own_money=EXAMPLE.capital)
        )
        == ()
    )


@given(st.tuples(*[MONEY] * 14))
def test_never_raises(values: tuple[Decimal, ...]) -> None:
    """Foolish figures give sentences, never an error."""
    plan = Plan(**dict(zip(Plan.__dataclass_fields__, values, strict=True)))
    assert all(problem.message.endswith(".") for problem in check_plan(plan))
