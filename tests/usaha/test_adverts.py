"""One advertisement: its figures against hand-worked ones and against `usaha.marketing`."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.adverts import EXAMPLE, Advert, Checked, check_advert
from usaha.marketing import STAGES


def checked(advert: Advert) -> Checked:
    """Check what has no problem."""
    found, problems = check_advert(advert)
    assert found is not None, problems
    return found


def example(**changes: int | str) -> Advert:
    """Give the example with some figures changed."""
    return replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})


def test_the_lesson_s_scarves() -> None:
    """The sample shop of the lesson: every figure that stands there."""
    found = checked(EXAMPLE)
    assert round(found.click_rate, 4) == Decimal("0.0204")
    assert found.conversion is not None
    assert round(found.conversion, 4) == Decimal("0.0144")
    assert found.customer_cost == 157_500
    assert round(found.roas, 2) == Decimal("1.79")
    assert (found.margin, found.break_even) == (Decimal("0.4"), Decimal("2.5"))
    assert (found.profit, found.pays) == (-360_000, False)
    assert found.weakest is not None
    assert found.weakest.name == "keranjang"


def test_what_a_click_may_cost() -> None:
    """By hand: 2.250.000 × 0,4 / 1.040 = 865; it did cost 1.260.000 / 1.040 = 1.212."""
    found = checked(EXAMPLE)
    assert found.click_cost is not None
    assert found.most_click_cost is not None
    assert (int(found.click_cost), int(found.most_click_cost)) == (1_211, 865)


def test_an_advertisement_that_pays() -> None:
    """By hand: 4.500.000 × 0,4 - 1.260.000 = 540.000; ROAS 3,57 is above 2,5."""
    found = checked(example(sales=4_500_000))
    assert (found.profit, found.pays) == (540_000, True)


def test_nobody_clicked() -> None:
    """Money is lost, and nothing is divided by zero."""
    nobody = dict.fromkeys(("clicks", "carts", "orders", "completed", "sales", "new_customers"), 0)
    found = checked(example(**nobody))
    assert found.profit == -1_260_000
    assert found.click_rate == found.roas == 0
    assert found[7:11] == (None, None, None, None)
    assert [stage.rate for stage in found.stages] == [0, None, None, None]


def test_an_item_that_leaves_nothing() -> None:
    """No ROAS is enough; what was lost on the items is lost as well."""
    found = checked(example(variable_cost=165_000))
    assert (found.break_even, found.most_cost) == (None, 0)
    assert found.profit == -225_000 - 1_260_000


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"cost": 0}, "cost", "lebih dari nol"),
        ({"price": 0}, "price", "lebih dari nol"),
        ({"impressions": 0}, "impressions", "paling sedikit 1"),
        ({"clicks": -1}, "clicks", "Hapus tanda minusnya"),
        ({"sales": 10**15}, "sales", "Periksa jumlah nolnya"),
        ({"carts": "7.5"}, "carts", "bilangan bulat"),
        ({"carts": 1_041}, "carts", "masuk keranjang lebih besar daripada diklik"),
        ({"completed": 19}, "completed", "lebih besar daripada pesanan"),
        ({"new_customers": 16}, "new_customers", "tidak dapat melebihi"),
        ({"sales": 0}, "sales", "Isi omzet"),
        ({"completed": 0, "new_customers": 0}, "completed", "pesanan selesai masih nol"),
    ],
)
def test_foolish_figures_are_named(changes: dict[str, int | str], field: str, words: str) -> None:
    """A sentence says which figure to mend and how."""
    found, problems = check_advert(example(**changes))
    assert found is None
    assert [problem.field for problem in problems] == [field]
    assert words in problems[0].message


@pytest.mark.parametrize("share", ["0", "1.2", "-0.1"])
def test_what_is_usual_is_a_share(share: str) -> None:
    """A benchmark of nothing, or above everything, is named by its own field."""
    usual = (Decimal("0.02"), Decimal(share), Decimal("0.25"), Decimal("0.9"))
    _, problems = check_advert(replace(EXAMPLE, usual=usual))
    assert [problem.field for problem in problems] == ["usual_carts"]


@given(st.lists(st.integers(1, 10**12), min_size=5, max_size=5), st.integers(0, 10**12))
def test_any_counts_have_a_result(counts: list[int], sales: int) -> None:
    """From seen to completed downwards: whatever the size, everything is there and agrees."""
    names = ("impressions", "clicks", "carts", "orders", "completed")
    figures = dict(zip(names, sorted(counts, reverse=True), strict=True))
    found = checked(example(**figures, sales=max(sales, 1), new_customers=0))
    assert found.conversion_span is not None
    assert found.conversion_span.low <= found.conversion_span.high
    assert found.pays == (found.roas > Decimal("2.5"))
    assert [stage.name for stage in found.stages] == list(STAGES)
