"""Final income tax month by month, what a marketplace withholds of it, and the VAT threshold."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from usaha.dates import add_months, format_date, format_month
from usaha.exact import exact, not_negative
from usaha.language import _
from usaha.money import Number, format_rupiah, round_rupiah
from usaha.rules import Rule, find_rule

Taxpayer = Literal["individual", "one_person_company", "cooperative", "company"]
Amounts = Mapping[date, Number]

_NOT_FOR_NEW_COMPANIES: Final = _(
    "PT, CV, firma, dan BUM Desa baru tidak lagi memakai PPh final. Yang sudah memakainya "
    "menyelesaikan masanya. Tanyakan ke kantor pajak."
)


class TaxMonth(NamedTuple):
    """One month of PPh final; all amounts in whole rupiah.

    Attributes:
        month: its first day.
        turnover: of this month, before discounts and before the platform's deductions.
        cumulative: turnover since January, this month included.
        taxable: the part of `turnover` above what is free in a year.
        tax: on `taxable`, rounded once.
        withheld: what marketplaces kept back of this month's sales.
        to_pay: what is left to pay.
        excess: what was withheld above the tax; it can be claimed back, not set off by itself.
    """

    month: date
    turnover: int
    cumulative: int
    taxable: int
    tax: int
    withheld: int
    to_pay: int
    excess: int


def final_income_tax(
    turnover: Amounts,
    kind: Taxpayer = "individual",
    *,
    spouse: Amounts | None = None,
    withheld: Amounts | None = None,
    rate: Number | None = None,
    free: Number | None = None,
) -> tuple[tuple[TaxMonth, ...], tuple[str, ...]]:
    """Calculate PPh final for each month in which something was sold.

    Source: PP 55/2022 (rate; turnover, not profit), UU 7/2021 (Rp500 million a year are free for
    individuals, counted from each January), both from the dated rules.

    Args:
        turnover: rupiah by day; several days of a month add up, so sales may be given one by one.
        kind: only an individual has the free part.
        spouse: the other spouse's turnover; the two share one free part.
        withheld: rupiah that marketplaces withheld, by day; it counts towards the month's tax.
        rate: share of 1 in place of the rules', where somebody knows a newer one.
        free: rupiah a year in place of the rules', for an individual.

    Returns:
        ``(months, problems)``. Negative amounts give no months and a sentence for each. A year whose
        January is missing is calculated and said to be, because the free part counts from January;
        so is a year above the ceiling, after which PPh final ends.

    Raises:
        RuleNotInForceError: a month lies before the rules that are known.
        ValueError: `rate` or `free` is negative.

    Example:
        By hand: January to November sum to Rp490 million, December brings 40: free are 10 more, so
        30 million are taxed at 0,5%.

        >>> sales = {date(2026, month, 1): 49_000_000 for month in range(1, 11)}
        >>> months, problems = final_income_tax({**sales, date(2026, 12, 1): 40_000_000})
        >>> months[-1].cumulative, months[-1].taxable, months[-1].tax, problems
        (530000000, 30000000, 150000, ())
    """
    problems = _negative((turnover, spouse or {}, withheld or {}))
    if problems:
        return (), problems
    sold, kept = _by_month(turnover, spouse or {}), _by_month(withheld or {})
    rows: list[TaxMonth] = []
    for month in sorted({*sold, *kept}):
        same_year = bool(rows) and rows[-1].month.year == month.year
        before = rows[-1].cumulative if same_year else 0
        tariff = _tariff(_last_day(month), kind, rate, free)
        rows.append(_tax_month(month, round_rupiah(sold[month]), before, kept[month], tariff))
    late = _late_start(rows) if kind == "individual" else ()
    return tuple(rows), (*late, *_above_ceiling(rows))


class _Tariff(NamedTuple):
    """What a month is taxed with: a share of 1, and rupiah that are free since January."""

    rate: Decimal
    free: int


def _tariff(day: date, kind: Taxpayer, rate: Number | None, free: Number | None) -> _Tariff:
    """Take the rules of the day, unless the caller knows better."""
    share = find_rule("pph_final_rate", day).number if rate is None else not_negative(rate, "rate")
    if kind != "individual":
        return _Tariff(share, 0)
    if free is None:
        return _Tariff(share, int(find_rule("pph_final_exempt_turnover", day).number))
    return _Tariff(share, round_rupiah(not_negative(free, "free")))


def _tax_month(
    month: date, turnover: int, before: int, withheld: Decimal, tariff: _Tariff
) -> TaxMonth:
    taxable = min(turnover, max(0, before + turnover - tariff.free))
    tax = round_rupiah(taxable * tariff.rate)
    kept = round_rupiah(withheld)
    to_pay, excess = max(0, tax - kept), max(0, kept - tax)
    return TaxMonth(month, turnover, before + turnover, taxable, tax, kept, to_pay, excess)


def _last_day(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def _by_month(*sources: Amounts) -> defaultdict[date, Decimal]:
    found: defaultdict[date, Decimal] = defaultdict(Decimal)
    for amounts in sources:
        for day, amount in amounts.items():
            found[day.replace(day=1)] += exact(amount, "amount")
    return found


def _negative(sources: tuple[Amounts, ...]) -> tuple[str, ...]:
    return tuple(
        _(
            "Angka {day} kurang dari nol ({amount}). Isi omzet sebelum potongan dan retur.",
            day=format_date(day),
            amount=format_rupiah(amount),
        )
        for amounts in sources
        for day, amount in amounts.items()
        if amount < 0
    )


def _late_start(rows: list[TaxMonth]) -> tuple[str, ...]:
    firsts: dict[int, date] = {}
    for row in rows:
        firsts.setdefault(row.month.year, row.month)
    return tuple(
        _(
            "Omzet sebelum {month} belum diisi. Bagian bebas pajak dihitung sejak "
            "Januari {year}: isi semua bulan, walau nol.",
            month=format_month(first),
            year=year,
        )
        for year, first in firsts.items()
        if first.month != 1
    )


def _above_ceiling(rows: list[TaxMonth]) -> tuple[str, ...]:
    found = {
        row.month.year: find_rule("pph_final_turnover_cap", _last_day(row.month))
        for row in rows
        if row.cumulative > find_rule("pph_final_turnover_cap", _last_day(row.month)).number
    }
    return tuple(
        _(
            "Omzet {year} melewati {most}. Tahun berikutnya PPh final tidak dipakai lagi: "
            "tanyakan ke kantor pajak.",
            year=year,
            most=rule.shown,
        )
        for year, rule in found.items()
    )


def may_use_final_tax(kind: Taxpayer, registered: date, on: date) -> tuple[bool | None, str]:
    """Say whether a taxpayer may pay PPh final on a day.

    Source: PP 55/2022 as amended by PP 20/2026, as noted in the rules; itself unsure, so that
    `tax_rules` belongs beside every answer.

    Returns:
        ``(answer, sentence)``: None where only the tax office can say; the sentence is Indonesian.

    Example:
        >>> may_use_final_tax("cooperative", date(2024, 5, 1), date(2026, 11, 23))
        (True, 'Koperasi dapat memakai PPh final sampai 1 Mei 2028.')
    """
    if kind == "company":
        return None, _NOT_FOR_NEW_COMPANIES
    if kind == "cooperative":
        years = int(find_rule("pph_final_cooperative_years", on).number)
        end = add_months(registered, 12 * years)
        last = format_date(end)
        if on <= end:
            return True, _("Koperasi dapat memakai PPh final sampai {day}.", day=last)
        return False, _("Koperasi hanya memakai PPh final sampai {day}.", day=last)
    return True, _("Orang pribadi dan PT perorangan dapat memakai PPh final tanpa batas waktu.")


def tax_rules(on: date) -> tuple[Rule, ...]:
    """Give the rules that `final_income_tax` rests on, for the sources under a result.

    Example:
        >>> [rule.shown for rule in tax_rules(date(2026, 11, 23))]
        ['0,5%', 'Rp500.000.000', 'Rp4.800.000.000']
    """
    keys = ("pph_final_rate", "pph_final_exempt_turnover", "pph_final_turnover_cap")
    return tuple(find_rule(key, on) for key in keys)


class Withholding(NamedTuple):
    """What a marketplace keeps back of one sale or month: whole rupiah, and the rule it rests on."""

    amount: int
    rule: Rule


def marketplace_withholding(
    gross: Number, on: date, kind: Taxpayer = "individual", *, statement_letter: bool = False
) -> Withholding:
    """Calculate the income tax that a marketplace withholds; it is credited, no extra tax.

    Source: PMK 37/2025; its state is unsure, and `Withholding.rule.caution` says so on screen.

    Args:
        gross: turnover in rupiah, before discounts.
        on: day of the sale.
        kind: of the seller.
        statement_letter: an individual below Rp500 million a year has handed in the letter that
            says so. Without it the marketplace withholds from the first rupiah.

    Raises:
        ValueError: the turnover is negative.

    Example:
        >>> marketplace_withholding(2_500_000, date(2026, 11, 23)).amount
        12500
        >>> marketplace_withholding(2_500_000, date(2026, 11, 23), statement_letter=True).amount
        0
    """
    rule = find_rule("pph22_marketplace_rate", on)
    free = kind == "individual" and statement_letter
    return Withholding(0 if free else round_rupiah(not_negative(gross) * rule.number), rule)


class VatStanding(NamedTuple):
    """Where a business stands against the VAT threshold: rupiah left in the year, and whether over.

    Attributes:
        room: rupiah that may still be sold this year without registering; never negative.
        must_register: whether turnover is above the threshold.
        rule: the threshold.
    """

    room: Decimal
    must_register: bool
    rule: Rule


def vat_standing(turnover_of_year: Number, on: date) -> VatStanding:
    """Compare a year's turnover with the threshold for PPN; exactly at it nobody must register.

    Source: PMK 164/2023.

    Raises:
        ValueError: the turnover is negative.

    Example:
        >>> standing = vat_standing(600_000_000, date(2026, 11, 23))
        >>> standing.room, standing.must_register
        (Decimal('4200000000'), False)
    """
    rule = find_rule("vat_registration_threshold", on)
    turnover = not_negative(turnover_of_year, "turnover")
    return VatStanding(max(Decimal(0), rule.number - turnover), turnover > rule.number, rule)
