"""Variants differ in numbers and agree in difficulty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usaha.shops import PROFILES, make_shop
from usaha.shops.traits import STEPS, Band, bands, magnitudes, steps

SEEDS = st.text(max_size=64)


@settings(max_examples=40)
@given(st.sampled_from(sorted(PROFILES)), SEEDS)
def test_every_variant_is_as_hard(key: str, seed: str) -> None:
    """The same steps; each magnitude within the band that is stated for the business."""
    shop = make_shop(key, seed)
    assert steps(shop) == STEPS
    outside = {n: v for n, v in magnitudes(shop).items() if not bands(shop)[n].holds(v)}
    assert outside == {}


@settings(max_examples=15)
@given(st.sampled_from(sorted(PROFILES)), SEEDS, SEEDS)
def test_variants_have_other_numbers(key: str, one: str, other: str) -> None:
    """Two seeds share no cash balance, no week of advertising, no list of orders."""
    a, b = make_shop(key, one), make_shop(key, other)
    if one == other:
        assert (a.orders, a.books, a.ads, a.chats) == (b.orders, b.books, b.ads, b.chats)
        return
    assert a.orders != b.orders
    assert a.books.cash[-1].balance != b.books.cash[-1].balance
    assert not set(a.ads) & set(b.ads)
    assert a.faults != b.faults


@pytest.mark.parametrize(("value", "inside"), [(9, False), (10, True), (20, True), (21, False)])
def test_bounds_are_included(value: int, inside: bool) -> None:
    """From the lowest to the highest."""
    assert Band(10, 20).holds(value) is inside
