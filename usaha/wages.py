"""Minimum wages of the districts of Banten, and what an hour or a day of work costs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from usaha.districts import District
from usaha.exact import not_negative, positive
from usaha.money import Number
from usaha.rules import Rule, all_rules, find_rule, select_rule

# The keys of the rules end with the year of their decree.
_PREFIXES: Final = {
    "36.01": "umk_pandeglang_",
    "36.02": "umk_lebak_",
    "36.03": "umk_kab_tangerang_",
    "36.04": "umk_kab_serang_",
    "36.71": "umk_kota_tangerang_",
    "36.72": "umk_cilegon_",
    "36.73": "umk_kota_serang_",
    "36.74": "umk_tangsel_",
}
_PROVINCE: Final = "ump_banten_"

Period = Literal["hour", "day_of_six", "day_of_five"]
_DIVISORS: Final[dict[Period, str]] = {
    "hour": "wage_hours_divisor",
    "day_of_six": "wage_days_divisor_six",
    "day_of_five": "wage_days_divisor_five",
}


def minimum_wage(district: District | None, on: date) -> Rule:
    """Look up the minimum wage of a district, or of the province for None.

    Source: the governor's decree of the year. Micro and small firms may agree on less, so the
    figure is a measure for the owner, not a verdict.

    Returns:
        The rule; its number is rupiah per month.

    Raises:
        RuleNotInForceError: no decree for that year is known.

    Example:
        >>> from usaha.districts import find_district
        >>> rule = minimum_wage(find_district("Lebak"), date(2026, 11, 23))
        >>> rule.shown, rule.instrument
        ('Rp3.330.011', 'Kepgub Banten 703/2025')
    """
    prefix = _PREFIXES[district.code] if district else _PROVINCE
    stretches = (rule for rule in all_rules() if rule.key.startswith(prefix))
    found = select_rule([replace(rule, key=prefix) for rule in stretches], prefix, on)
    return find_rule(f"{prefix}{found.effective_from.year}", on)


def wage_for(monthly: Number, period: Period, on: date) -> Decimal:
    """Turn a monthly wage into one for an hour of part-time work or for a day.

    Source: PP 36/2021 art. 16 (hour) and 17 (day in a week of six or of five days).

    Args:
        monthly: rupiah per month.
        period: what is paid for.
        on: the day of the case.

    Returns:
        Rupiah for the period, not rounded.

    Raises:
        ValueError: the wage is negative.

    Example:
        >>> wage_for(3_150_000, "hour", date(2026, 11, 23))
        Decimal('25000')
        >>> wage_for(3_150_000, "day_of_six", date(2026, 11, 23))
        Decimal('126000')
    """
    return not_negative(monthly, "wage") / find_rule(_DIVISORS[period], on).number


class WageComparison(NamedTuple):
    """What somebody earns in an hour against the minimum wage; rupiah an hour and a share of 1.

    Attributes:
        per_hour: what is earned.
        minimum_per_hour: the minimum wage of the month, over the hours of the month.
        ratio: `per_hour` over `minimum_per_hour`; below 1 it is less than the minimum wage.
    """

    per_hour: Decimal
    minimum_per_hour: Decimal
    ratio: Decimal


def compare_wage(earned: Number, hours: Number, full_month: Number, rule: Rule) -> WageComparison:
    """Compare what was earned in some hours with the minimum wage.

    Args:
        earned: rupiah, such as the profit of a month for the owner.
        hours: worked for it.
        full_month: hours of a full working month.
        rule: from `minimum_wage`.

    Raises:
        ValueError: hours are not above zero.

    Example:
        >>> from usaha.districts import find_district
        >>> rule = minimum_wage(find_district("Lebak"), date(2026, 11, 23))
        >>> comparison = compare_wage(1_200_000, 120, 173, rule)
        >>> comparison.per_hour, round(comparison.minimum_per_hour), round(comparison.ratio, 2)
        (Decimal('10000'), 19249, Decimal('0.52'))
    """
    per_hour = not_negative(earned, "earned") / positive(hours, "hours")
    minimum = rule.number / positive(full_month, "full_month")
    return WageComparison(per_hour, minimum, per_hour / minimum)
