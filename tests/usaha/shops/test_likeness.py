"""Generated orders are like the real ones, and docs/data.md says so truly."""

from decimal import Decimal
from pathlib import Path

import pytest

from usaha.importers import read_orders
from usaha.shops.likeness import MEASURES, Measure, as_table, busiest_days, sample_orders, share


@pytest.fixture(scope="module")
def generated() -> list:
    """The orders of the six sample shops."""
    return sample_orders()


@pytest.fixture(scope="module")
def real(shared: Path) -> tuple:
    """The real orders beside the clone."""
    file, _ = read_orders(shared / "domain" / "orders_banten.csv")
    assert file is not None
    return file.orders


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.name)
def test_generated_orders_keep_to_the_bands(measure: Measure, generated: list) -> None:
    """Each figure lies as near to the real one as the page states."""
    assert abs(measure.of(generated) - measure.real) <= measure.band


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.name)
def test_real_figures_are_those_of_the_real_orders(measure: Measure, real: tuple) -> None:
    """Computed anew from the file beside the clone, they round to what is printed."""
    half = Decimal(1).scaleb(measure.real.as_tuple().exponent) / 2
    assert abs(measure.of(real) - measure.real) <= half


def test_monday_and_thursday_lead_in_both(generated: list, real: tuple) -> None:
    """The two busiest days are the same."""
    assert busiest_days(real) == busiest_days(generated) == ("Monday", "Thursday")


def test_the_page_prints_what_is_drawn(clone: Path, generated: list) -> None:
    """The table of docs/data.md is this table, to the letter."""
    assert as_table(generated) in (clone / "docs" / "data.md").read_text(encoding="utf-8")


def test_nothing_of_none() -> None:
    """No orders, no share."""
    assert share([], lambda order: True) == 0
