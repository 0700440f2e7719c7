"""Tests of `latihan.draws`: a shop is the same everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from latihan.draws import Draws


@given(st.text(max_size=20), st.integers(0, 100), st.integers(1, 50), st.integers(1, 9))
def test_a_step_stays_on_its_ladder(seed: str, low: int, rungs: int, step: int) -> None:
    """Every draw is one of low, low + step, …, high."""
    value = Draws(seed).step(low, low + rungs * step, step)
    assert low <= value <= low + rungs * step
    assert (value - low) % step == 0


def test_the_stream_never_changes() -> None:
    """Figures written down once: a change would give every trainee another shop."""
    draws = Draws("contoh-180")
    assert [draws.below(1000) for _ in range(5)] == [361, 213, 440, 878, 664]
