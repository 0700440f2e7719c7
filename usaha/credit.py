"""Loans: instalments to the rupiah, flat and annuity by name, and whether a business can bear them."""

from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from usaha.exact import not_negative, positive
from usaha.language import _
from usaha.money import Number, format_rupiah, round_parts, round_rupiah
from usaha.rules import Rule, find_rule
from usaha.startup_worth import irr

Method = Literal["annuity", "flat"]
METHOD_LABELS: Final[dict[Method, str]] = {
    "annuity": _("anuitas (bunga efektif: dihitung dari sisa pokok)"),
    "flat": _("flat (bunga selalu dihitung dari pokok awal)"),
}
# A rule of thumb that lessons teach, not a bank's or a law's limit: see `debt_service_ratio`.
CLASS_RATIO_LIMIT: Final = Decimal("0.30")
_MAX_MONTHS: Final = 600


class Instalment(NamedTuple):
    """One month of a loan in whole rupiah; `principal` + `interest` = `payment`.

    Attributes:
        number: 1 for the first month.
        payment: what is paid.
        interest: the part that is the lender's.
        principal: the part that pays the loan back.
        balance: what is owed afterwards.
    """

    number: int
    payment: int
    interest: int
    principal: int
    balance: int


def annuity(principal: Number, monthly_rate: Number, months: int) -> Decimal:
    """Give the equal payment that pays a loan back with interest on what is still owed.

    Source: payment = P · i / (1 - (1 + i)^-n); with i = 0 it is P / n.

    Args:
        principal: rupiah lent.
        monthly_rate: share of 1 a month; a yearly rate over 12.
        months: number of payments, 1 to 600.

    Returns:
        Rupiah a month, not rounded.

    Raises:
        ValueError: a figure is negative, or `months` is out of range.

    Example:
        >>> round(annuity(50_000_000, Decimal("0.005"), 24))
        2216031
    """
    owed, rate = not_negative(principal, "principal"), not_negative(monthly_rate, "rate")
    _check_months(months)
    if rate == 0:
        return owed / months
    return owed * rate / (1 - (1 + rate) ** -months)


def schedule(
    principal: Number, yearly_rate: Number, months: int, method: Method
) -> tuple[Instalment, ...]:
    """Write down every instalment in whole rupiah; the last one pays what is left, exactly.

    Annuity: every payment is the rounded `annuity`, interest is rounded from the balance. Flat: the
    interest is the same each month and the principal is split evenly; the rupiah left by rounding
    come with the first months. Rounding makes the last annuity payment differ by a few rupiah.

    Args:
        principal: whole rupiah lent.
        yearly_rate: share of 1 a year.
        months: number of payments, 1 to 600.
        method: always said, because the same rate means different money.

    Raises:
        ValueError: a figure is negative, or `months` is out of range.

    Example:
        >>> for row in schedule(1_200_000, Decimal("0.06"), 3, "annuity"):
        ...     print(*row)
        1 404007 6000 398007 801993
        2 404007 4010 399997 401996
        3 404006 2010 401996 0
    """
    owed, rate = round_rupiah(not_negative(principal, "principal")), not_negative(yearly_rate) / 12
    _check_months(months)
    rows = _annuity_rows(owed, rate, months) if method == "annuity" else _flat(owed, rate, months)
    return tuple(rows)


def _annuity_rows(owed: int, rate: Decimal, months: int) -> list[Instalment]:
    regular = round_rupiah(annuity(owed, rate, months))
    rows: list[Instalment] = []
    for number in range(1, months + 1):
        interest = round_rupiah(owed * rate)
        principal = owed if number == months else min(owed, max(0, regular - interest))
        owed -= principal
        rows.append(Instalment(number, principal + interest, interest, principal, owed))
    return rows


def _flat(owed: int, rate: Decimal, months: int) -> list[Instalment]:
    interest = round_rupiah(owed * rate)
    rows: list[Instalment] = []
    for number, principal in enumerate(round_parts([Decimal(owed) / months] * months, owed), 1):
        owed -= principal
        rows.append(Instalment(number, principal + interest, interest, principal, owed))
    return rows


def total_paid(rows: tuple[Instalment, ...]) -> int:
    """Sum all payments in rupiah; less the principal it is what the loan costs.

    Example:
        >>> total_paid(schedule(1_200_000, Decimal("0.06"), 3, "annuity")) - 1_200_000
        12020
    """
    return sum(row.payment for row in rows)


def largest_loan(payment: Number, monthly_rate: Number, months: int) -> Decimal:
    """Give the loan that an affordable annuity payment can bear; `annuity` read backwards.

    Raises:
        ValueError: a figure is negative, or `months` is out of range.

    Example:
        >>> round(largest_loan(2_000_000, Decimal("0.005"), 24))
        45125732
    """
    return not_negative(payment, "payment") / annuity(1, monthly_rate, months)


def effective_rate(rows: tuple[Instalment, ...]) -> Decimal | None:
    """Give the effective yearly rate (12 times the monthly one) that the payments amount to.

    It makes a flat loan comparable with an annuity: the same 6% flat costs nearly twice as much.

    Returns:
        A share of 1, or None where nothing was lent.

    Example:
        >>> round(effective_rate(schedule(12_000_000, Decimal("0.06"), 12, "flat")), 3)
        Decimal('0.109')
    """
    lent = sum(row.principal for row in rows)
    monthly = irr([-lent, *(row.payment for row in rows)])
    return None if monthly is None else monthly * 12


def debt_service_ratio(payments: Number, net_cash: Number) -> Decimal:
    """Give the share of a month's net business cash that all instalments together take.

    Lessons call up to `CLASS_RATIO_LIMIT` bearable; that is a class rule, not a bank's.

    Args:
        payments: rupiah a month, instalments of other loans included.
        net_cash: rupiah a month from the business before instalments, after fair drawings.

    Raises:
        ValueError: the cash is not above zero (then no instalment can be borne), or payments are
            negative.

    Example:
        >>> debt_service_ratio(1_500_000, 6_000_000) <= CLASS_RATIO_LIMIT
        True
    """
    return not_negative(payments, "payments") / positive(net_cash, "net_cash")


class KurLoan(NamedTuple):
    """A KUR loan: the name of its scheme, its instalments, and the rules it rests on."""

    scheme: str
    rows: tuple[Instalment, ...]
    rules: tuple[Rule, ...]


def kur_loan(
    principal: Number,
    months: int,
    on: date,
    *,
    yearly_rate: Number | None = None,
    most: Number | None = None,
) -> tuple[KurLoan | None, tuple[str, ...]]:
    """Calculate a KUR loan by annuity at the subsidised rate of the day.

    Source: Permenko 1/2026 (rate unsure: show `KurLoan.rules` with their cautions).

    Args:
        principal: rupiah.
        months: 1 to 600.
        on: the day of the case.
        yearly_rate: share of 1 in place of the rules', where a bank said another one.
        most: rupiah that are lent at most, in place of the rules' highest ceiling.

    Returns:
        ``(loan, problems)``: None and a sentence where no scheme reaches so far.

    Raises:
        ValueError: `principal` is not above zero, or `months` is out of range.

    Example:
        >>> loan, _ = kur_loan(50_000_000, 24, date(2026, 11, 23))
        >>> loan.scheme, loan.rows[0].payment, loan.rows[-1].payment, total_paid(loan.rows)
        ('KUR mikro', 2216031, 2216019, 53184732)
    """
    owed = positive(principal, "principal")
    rule = find_rule("kur_rate", on)
    rate = rule.number if yearly_rate is None else yearly_rate
    schemes = (
        ("super_micro", _("KUR super mikro")),
        ("micro", _("KUR mikro")),
        ("small", _("KUR kecil")),
    )
    for size, scheme in schemes:
        ceiling = find_rule(f"kur_{size}_max", on)
        limit = most if most is not None and size == "small" else ceiling.number
        if owed <= limit:
            rows = schedule(owed, rate, months, "annuity")
            return KurLoan(scheme, rows, (rule, ceiling)), ()
    highest = ceiling.shown if most is None else format_rupiah(most)
    return None, (_("Batas tertinggi KUR {highest}. Kecilkan pinjaman Anda.", highest=highest),)


def _check_months(months: int) -> None:
    if not 1 <= months <= _MAX_MONTHS:
        raise ValueError(f"months must be from 1 to {_MAX_MONTHS}: {months}")
