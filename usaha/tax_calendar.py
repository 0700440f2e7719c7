"""What a micro enterprise must do by which day: tax to pay, returns, NIB and halal."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from usaha.dates import add_months, format_month
from usaha.language import _
from usaha.money import format_rupiah
from usaha.rules import Rule, find_rule
from usaha.tax import TaxMonth, Taxpayer


class Duty(NamedTuple):
    """One duty: the last day for it, a sentence, and the rule that sets the day.

    The day is not moved for Sundays and holidays: whoever is early is on time.
    """

    day: date
    what: str
    rule: Rule


class Days(NamedTuple):
    """What somebody knows better than the table: None leaves a day to its rule.

    Attributes:
        payment_day: day of the next month until which tax is paid, 1 to 28.
        return_months: months after a year's end until which its return is due.
        halal: day from which food and drink need a halal certificate.
        nib_months: months that a seller on marketplaces has for a NIB.
    """

    payment_day: int | None = None
    return_months: int | None = None
    halal: date | None = None
    nib_months: int | None = None


def tax_duties(
    months: Iterable[TaxMonth], kind: Taxpayer = "individual", days: Days | None = None
) -> tuple[Duty, ...]:
    """List the payments for the given months and the annual return of each year in them.

    The annual return is due although no tax was: a turnover below the free part is no exception.
    Source: PMK 81/2024 (15th of the next month), UU 28/2007 (returns).

    Args:
        months: whose tax is known.
        kind: of taxpayer.
        days: put in place of the rules' own.

    Example:
        >>> from usaha.tax import final_income_tax
        >>> months, _ = final_income_tax({date(2026, 1, 5): 520_000_000})
        >>> for duty in tax_duties(months):
        ...     print(duty.day, duty.what)
        2026-02-15 Setor PPh final Januari 2026 Rp100.000.
        2027-03-31 Laporkan SPT Tahunan 2026, walau pajaknya nol.
    """
    rows, days = tuple(months), days or Days()
    payments = [_payment(row, days) for row in rows if row.to_pay > 0]
    years = sorted({row.month.year for row in rows})
    returns = [_annual_return(year, kind, days) for year in years]
    return tuple(sorted(payments + returns, key=lambda duty: duty.day))


def _payment(row: TaxMonth, days: Days) -> Duty:
    rule = find_rule("pph_payment_day", row.month)
    day = add_months(row.month, 1).replace(day=days.payment_day or int(rule.number))
    text = _(
        "Setor PPh final {month} {tax}.",
        month=format_month(row.month),
        tax=format_rupiah(row.to_pay),
    )
    return Duty(day, text, rule)


def _annual_return(year: int, kind: Taxpayer, days: Days) -> Duty:
    who = "individual" if kind == "individual" else "company"
    last = date(year, 12, 31)
    rule = find_rule(f"annual_return_months_{who}", last)
    return Duty(
        add_months(last, days.return_months or int(rule.number)),
        _("Laporkan SPT Tahunan {year}, walau pajaknya nol.", year=year),
        rule,
    )


def permit_duties(
    on: date,
    *,
    sells_food: bool = False,
    sells_online_since: date | None = None,
    days: Days | None = None,
) -> tuple[Duty, ...]:
    """List the days by which permits must be there.

    Args:
        on: the day of the case; its rules count. A duty whose day has passed is listed too.
        sells_food: food and drink need a halal certificate (PP 42/2024).
        sells_online_since: first day on a marketplace; sellers need a NIB (Permendag 19/2026), old
            ones counted from the rule's first day, new ones from their own.
        days: put in place of the rules' own.

    Example:
        >>> case = date(2026, 11, 23)
        >>> for duty in permit_duties(case, sells_food=True, sells_online_since=date(2024, 1, 1)):
        ...     print(duty.day, duty.what)
        2026-10-17 Miliki sertifikat halal untuk makanan dan minuman.
        2027-12-08 Miliki NIB untuk berjualan di lokapasar.
    """
    duties, days = [], days or Days()
    if sells_food:
        halal = find_rule("halal_umk_food_deadline", on)
        assert isinstance(halal.value, date)
        due = days.halal or halal.value
        duties.append(Duty(due, _("Miliki sertifikat halal untuk makanan dan minuman."), halal))
    if sells_online_since is not None:
        start = find_rule("nib_online_new_months", on).effective_from
        kind = "existing" if sells_online_since < start else "new"
        rule = find_rule(f"nib_online_{kind}_months", on)
        allowed = days.nib_months or int(rule.number)
        day = add_months(max(start, sells_online_since), allowed)
        duties.append(Duty(day, _("Miliki NIB untuk berjualan di lokapasar."), rule))
    return tuple(sorted(duties, key=lambda duty: duty.day))
