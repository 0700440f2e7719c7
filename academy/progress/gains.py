"""How much a track has taught: from the test before it to the test after it, with an interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean
from typing import Final

ENOUGH: Final = 5  # pairs, from which a gain is given


@dataclass(frozen=True)
class Gain:
    """What people gained, in percentage points.

    Attributes:
        pairs: people who took both tests.
        before: mean share before, percent.
        after: mean share after, percent.
        low: lower end of the interval of the gain.
        high: upper end of it.
    """

    pairs: int
    before: float
    after: float
    low: float
    high: float

    @property
    def points(self) -> float:
        """The mean gain in percentage points."""
        return self.after - self.before


def gain(pairs: Sequence[tuple[float, float]], level: float = 0.95) -> Gain | None:
    """Estimate the mean gain with the t interval of paired differences.

    Interval: mean ± t(n-1) · s / √n of the differences after - before of the same people. Source:
    Moore, McCabe and Craig, *Introduction to the Practice of Statistics*, "matched pairs t procedures".
    It says nothing about those who took one test only, and there is no group without the training to
    compare with: a gain is not yet an effect.

    Args:
        pairs: percent before and after, one pair a person.
        level: of the interval.

    Returns:
        None for fewer than five pairs: that tells about people, not about a training.

    Example:
        >>> found = gain([(40, 70), (50, 60), (30, 70), (60, 80), (20, 50)])
        >>> round(found.points), round(found.low, 1), round(found.high, 1)
        (26, 11.8, 40.2)
    """
    if len(pairs) < ENOUGH:
        return None
    differences = [after - before for before, after in pairs]
    middle = fmean(differences)
    spread = sqrt(sum((one - middle) ** 2 for one in differences) / (len(pairs) - 1))
    half = t_quantile((1 + level) / 2, len(pairs) - 1) * spread / sqrt(len(pairs))
    return Gain(
        pairs=len(pairs),
        before=fmean(before for before, _ in pairs),
        after=fmean(after for _, after in pairs),
        low=middle - half,
        high=middle + half,
    )


def t_quantile(probability: float, freedom: int) -> float:
    """Give a quantile of Student's t distribution.

    Cornish-Fisher expansion in 1/ν, Abramowitz and Stegun, *Handbook of Mathematical Functions*
    (1964), 26.7.5; for the 97.5 % quantile within 0.1 % from four degrees of freedom on.

    Args:
        probability: 0 to 1.
        freedom: degrees of freedom ν, at least 4.

    Example:
        >>> round(t_quantile(0.975, 9), 3)
        2.262
    """
    x: float = NormalDist().inv_cdf(probability)
    terms = (
        x,
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))
