"""Whether one picture or title really sells better than another: shares with honest intervals."""

from math import sqrt
from statistics import NormalDist
from typing import Literal, NamedTuple

from usaha.language import _
from usaha.money import format_number, format_percent

Verdict = Literal["A", "B", "unclear"]


class Interval(NamedTuple):
    """An estimate with the two ends between which the true value may well lie; shares of 1."""

    estimate: float
    low: float
    high: float


def wilson_interval(successes: int, trials: int, confidence: float = 0.95) -> Interval:
    """Give the Wilson score interval of a share; honest for few trials and for 0 or all successes.

    Source: E. B. Wilson (1927); R. G. Newcombe, Statistics in Medicine 17 (1998) 857, method 3.

    Args:
        successes: such as completed orders.
        trials: such as clicks.
        confidence: share of 1.

    Raises:
        ValueError: the counts contradict each other, or the confidence lies outside of 0 to 1.

    Example:
        Newcombe's own example, 81 of 263:

        >>> [round(value, 4) for value in wilson_interval(81, 263)]
        [0.308, 0.2553, 0.3662]
    """
    if not 0 <= successes <= trials or trials == 0 or not 0 < confidence < 1:
        raise ValueError(f"{successes} of {trials} at {confidence} is no share")
    p = successes / trials
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    centre = p + z * z / (2 * trials)
    spread = z * sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    # Rounding may carry the exact ends 0 and 1 a hair outside.
    return Interval(p, max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale))


class Trial(NamedTuple):
    """One of two variants: how many saw it and how many bought."""

    successes: int
    trials: int


class Difference(NamedTuple):
    """The share of B less the share of A, with its interval, and what may be said of it."""

    interval: Interval
    verdict: Verdict
    sentence: str


def difference(a: Trial, b: Trial, confidence: float = 0.95) -> Difference:
    """Compare two shares by Newcombe's hybrid score interval, built of two Wilson intervals.

    Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10. The plain interval
    (Wald) claims too much where purchases are few, which is where a small shop always is.

    Args:
        a: the old variant.
        b: the new one, shown to other people in the same days.
        confidence: share of 1.

    Returns:
        The interval of B - A; ``unclear`` where it holds zero.

    Raises:
        ValueError: the counts contradict each other.

    Example:
        >>> result = difference(Trial(20, 800), Trial(32, 800))
        >>> result.verdict, [round(value, 4) for value in result.interval]
        ('unclear', [0.015, -0.0026, 0.0332])
        >>> print(result.sentence)
        Belum jelas: B lebih tinggi 1,5 poin persen, tetapi dapat juga kebetulan (-0,3 sampai 3,3). \
Teruskan ujinya.
    """
    one, two = wilson_interval(*a, confidence), wilson_interval(*b, confidence)
    gap = two.estimate - one.estimate
    low = gap - sqrt((two.estimate - two.low) ** 2 + (one.high - one.estimate) ** 2)
    high = gap + sqrt((two.high - two.estimate) ** 2 + (one.estimate - one.low) ** 2)
    interval = Interval(gap, low, high)
    verdict: Verdict = "B" if low > 0 else "A" if high < 0 else "unclear"
    return Difference(interval, verdict, _sentence(interval, verdict))


def _sentence(interval: Interval, verdict: Verdict) -> str:
    better = "B" if interval.estimate >= 0 else "A"
    sign = 1 if better == "B" else -1
    points = format_number(abs(interval.estimate) * 100, 1)
    ends = sorted(sign * end * 100 for end in interval[1:])
    low, high = (format_number(end, 1) for end in ends)
    if verdict == "unclear":
        return _(
            "Belum jelas: {better} lebih tinggi {points} poin persen, tetapi dapat juga kebetulan "
            "({low} sampai {high}). Teruskan ujinya.",
            better=better,
            points=points,
            low=low,
            high=high,
        )
    return _(
        "{better} lebih baik: lebih tinggi {points} poin persen ({low} sampai {high}).",
        better=verdict,
        points=points,
        low=low,
        high=high,
    )


def trials_needed(share: float, improvement: float, confidence: float = 0.95) -> int:
    """Estimate how many must see each variant before a test can show an improvement.

    Source: the usual normal approximation for two shares, with 80% power:
    n = (z₁ + z₂)² (p₁(1 - p₁) + p₂(1 - p₂)) / (p₂ - p₁)².

    Args:
        share: of the old variant, share of 1.
        improvement: points to be shown, as a share of 1 (0.01 is one point).
        confidence: share of 1.

    Raises:
        ValueError: a share lies outside of 0 to 1, or there is nothing to show.

    Example:
        >>> trials_needed(0.025, 0.0125)
        3038
    """
    better = share + improvement
    if not (0 < share < 1 and 0 < better < 1 and improvement != 0 and 0 < confidence < 1):
        raise ValueError(f"cannot plan for {format_percent(share)} and {improvement}")
    z = NormalDist().inv_cdf((1 + confidence) / 2) + NormalDist().inv_cdf(0.8)
    variance = share * (1 - share) + better * (1 - better)
    return int(z * z * variance / improvement**2) + 1
