"""Draws: the same everywhere, and as often as they should be."""

from hypothesis import given
from hypothesis import strategies as st

from usaha.draws import Draws


def test_the_stream_never_changes() -> None:
    """Figures written down once: a change would give every trainee another shop."""
    draws = Draws("contoh-180")
    assert [draws.below(1000) for _ in range(5)] == [361, 213, 440, 878, 664]
    assert draws.child("a").below(1000) == 571


def test_children_have_streams_of_their_own() -> None:
    """Drawing more of one part leaves the others as they are."""
    parent = Draws("x")
    before = parent.child("b").below(10**9)
    parent.child("a").below(10**9)
    parent.below(10**9)
    assert parent.child("b").below(10**9) == before
    assert parent.child("a").below(10**9) != before


@given(st.text(max_size=10), st.integers(0, 50), st.integers(0, 9), st.integers(1, 7))
def test_a_step_stays_on_its_ladder(seed: str, low: int, rungs: int, step: int) -> None:
    """Every draw is one of low, low + step, …, high."""
    value = Draws(seed).step(low, low + rungs * step, step)
    assert value in range(low, low + rungs * step + 1, step)


def test_chances_and_weights_are_kept() -> None:
    """Of ten thousand draws, each comes as often as its weight says, give or take 2 in a hundred."""
    draws = Draws("timbang")
    yes = sum(draws.chance(300) for _ in range(10_000))
    assert abs(yes - 3000) < 200
    picked = [draws.weighted({"a": 1, "b": 3, "c": 0}) for _ in range(10_000)]
    assert abs(picked.count("a") - 2500) < 200
    assert "c" not in picked


@given(st.text(max_size=8))
def test_a_curve_keeps_its_bounds_and_its_step(seed: str) -> None:
    """Amounts lie between the ends and on whole steps."""
    value = Draws(seed).along([(0, 3_500), (500, 9_500), (1000, 40_000)], 500)
    assert 3_500 <= value <= 40_000
    assert value % 500 == 0


def test_a_curve_has_its_median_in_the_middle() -> None:
    """Half of ten thousand draws lie under the amount at 500."""
    draws = Draws("kurva")
    values = [draws.along([(0, 0), (500, 100), (1000, 1_000)]) for _ in range(10_000)]
    assert abs(sum(v < 100 for v in values) - 5000) < 200


@given(st.text(max_size=8), st.integers(0, 6))
def test_some_are_different_ones(seed: str, n: int) -> None:
    """Nothing is taken twice."""
    chosen = Draws(seed).some("abcdef", n)
    assert len(set(chosen)) == len(chosen) == n
