"""Intervals of shares and of their difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.marketing_difference import Trial, difference, trials_needed, wilson_interval


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    """Draw how many of how many."""
    count = draw(st.integers(1, 5_000))
    return Trial(draw(st.integers(0, count)), count)


@pytest.mark.parametrize(
    ("successes", "count", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_of_newcombe(successes: int, count: int, low: float, high: float) -> None:
    """The four examples of R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3."""
    found = wilson_interval(successes, count)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("new", "old", "low", "high"),
    [
        (Trial(56, 70), Trial(48, 80), 0.0524, 0.3339),
        (Trial(9, 10), Trial(3, 10), 0.1705, 0.8090),
        (Trial(10, 10), Trial(0, 20), 0.6791, 1.0000),
        (Trial(10, 10), Trial(0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_differences(new: Trial, old: Trial, low: float, high: float) -> None:
    """Examples of R. G. Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10."""
    found = difference(old, new).interval
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(trials(), trials())
def test_swapping_turns_everything_round(a: Trial, b: Trial) -> None:
    """B against A is A against B with the signs turned, and the verdict follows."""
    there, back = difference(a, b), difference(b, a)
    assert there.interval.low == pytest.approx(-back.interval.high)
    assert there.interval.estimate == pytest.approx(-back.interval.estimate)
    assert {there.verdict, back.verdict} in ({"A", "B"}, {"unclear"})
    assert there.interval.low <= there.interval.estimate <= there.interval.high


@given(trials())
def test_ends_are_shares(trial: Trial) -> None:
    """The interval of a share lies within 0 and 1 and holds the estimate."""
    found = wilson_interval(*trial)
    assert 0 <= found.low <= found.estimate + 1e-12
    assert found.estimate - 1e-12 <= found.high <= 1


def test_few_orders_prove_little() -> None:
    """Twice as many orders of a handful is no proof; of thousands it is, either way."""
    assert difference(Trial(2, 80), Trial(4, 80)).verdict == "unclear"
    better = difference(Trial(200, 8_000), Trial(400, 8_000))
    assert better.verdict == "B"
    assert better.sentence == "B lebih baik: lebih tinggi 2,5 poin persen (1,9 sampai 3,1)."
    worse = difference(Trial(400, 8_000), Trial(200, 8_000))
    assert worse.sentence == "A lebih baik: lebih tinggi 2,5 poin persen (1,9 sampai 3,1)."
    assert difference(Trial(1, 10), Trial(1, 10)).sentence.endswith("Teruskan ujinya.")


def test_trials_needed_are_about_enough() -> None:
    """Textbook: 50% against 60% with 80% power takes about 385 each; small steps take many more."""
    assert trials_needed(0.5, 0.1) == pytest.approx(385, abs=3)
    assert trials_needed(0.02, 0.005) > 10_000
    count = trials_needed(0.02, 0.01)
    assert (
        difference(Trial(round(0.02 * count), count), Trial(round(0.03 * count), count)).verdict
        == "B"
    )


@pytest.mark.parametrize(("successes", "count"), [(1, 0), (0, 0), (3, 2), (-1, 5)])
def test_impossible_counts(successes: int, count: int) -> None:
    """More successes than trials, no trials, fewer than none."""
    with pytest.raises(ValueError, match="is no share"):
        wilson_interval(successes, count)
    with pytest.raises(ValueError, match="cannot plan"):
        trials_needed(0.5, 0)
