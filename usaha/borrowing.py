"""Whether a loan fits a business: its cost until it is paid back, its weight, and another offer."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final, Literal, NamedTuple

from usaha.costing import Problem
from usaha.credit import (
    CLASS_RATIO_LIMIT,
    KurLoan,
    debt_service_ratio,
    kur_loan,
    largest_loan,
    total_paid,
)
from usaha.exact import not_negative
from usaha.language import _
from usaha.money import round_rupiah
from usaha.rules import find_rule
from usaha.startup_worth import irr

Every = Literal["week", "month"]
_IN_A_YEAR: Final[dict[Every, int]] = {"week": 52, "month": 12}
_STEP: Final = 100_000  # nobody asks a bank for a loan to the rupiah


class Offer(NamedTuple):
    """Another lender's offer for the same principal: rupiah a payment, how many, how often."""

    payment: Decimal
    times: int
    every: Every


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an owner asks for, and what the business has; rupiah a month unless said otherwise.

    Attributes:
        principal: rupiah wanted.
        months: of the loan, 1 to 600.
        yearly_rate: share of 1 that a bank said; None for that of the rules.
        net_cash: of the business before instalments, after fair drawings.
        other_payments: instalments that are being paid already.
        offer: of somebody else; None without one.
        most: rupiah that are lent at most; None for the ceiling of the rules.
    """

    principal: Decimal
    months: int
    yearly_rate: Decimal | None = None
    net_cash: Decimal
    other_payments: Decimal = Decimal(0)
    offer: Offer | None = None
    most: Decimal | None = None


class Weighed(NamedTuple):
    """A loan and what it means for the business.

    Attributes:
        loan: with its instalments.
        payment: rupiah of a usual month.
        total: all that is paid.
        interest: of it, what the loan costs.
        ratio: share of the net cash that all instalments take; None where there is no cash.
        room: rupiah a month that a new instalment may take by the rule of the class.
        largest: the loan that `room` can bear in as many months, rounded down to Rp100.000, and no
            more than KUR lends.
        offer_interest: what the other offer costs; negative where it gives back less than was lent.
        offer_rate: the other offer's effective yearly rate, share of 1; None where there is none.
    """

    loan: KurLoan
    payment: int
    total: int
    interest: int
    ratio: Decimal | None
    room: Decimal
    largest: int
    offer_interest: int | None
    offer_rate: Decimal | None

    @property
    def bearable(self) -> bool:
        """Whether all instalments stay within the rule of the class."""
        return self.ratio is not None and self.ratio <= CLASS_RATIO_LIMIT


def weigh(wish: Wish, on: date) -> tuple[Weighed | None, tuple[Problem, ...]]:
    """Calculate a KUR loan and hold it against the business and another offer.

    Source: UNITS.md C5; `usaha.credit` for the instalments and the ratio; the other offer's rate is
    its inner rate for a period × the periods of a year.

    Args:
        wish: figures that people typed.
        on: the day of the case; its ceilings count.

    Returns:
        ``(weighed, problems)``: None and what to mend where no scheme lends so much.

    Raises:
        ValueError: a figure is negative, or a number of payments is out of range.

    Example:
        By hand: (912.658 + 250.000) / 4.850.000 = 0,24; 4.850.000 × 0,3 - 250.000 = 1.205.000;
        420.000 × 100 - 30.000.000 = 12.000.000.

        >>> weighed, _ = weigh(EXAMPLE, date(2026, 11, 24))
        >>> weighed.payment, weighed.total, weighed.interest, round(weighed.ratio, 2)
        (912658, 32855692, 2855692, Decimal('0.24'))
        >>> int(weighed.room), weighed.largest, weighed.offer_interest, round(weighed.offer_rate, 2)
        (1205000, 39600000, 12000000, Decimal('0.37'))
    """
    if wish.principal <= 0:
        return None, (Problem("principal", _("Isi uang yang ingin Anda pinjam, lebih dari nol.")),)
    loan, problems = kur_loan(
        wish.principal, wish.months, on, yearly_rate=wish.yearly_rate, most=wish.most
    )
    if loan is None:
        return None, tuple(Problem("principal", message) for message in problems)
    payment, total = loan.rows[0].payment, total_paid(loan.rows)
    lent = round_rupiah(wish.principal)
    room = wish.net_cash * CLASS_RATIO_LIMIT - not_negative(wish.other_payments, "other_payments")
    return Weighed(
        loan=loan,
        payment=payment,
        total=total,
        interest=total - lent,
        ratio=_ratio(wish, payment),
        room=max(Decimal(0), room),
        largest=_largest(wish, room, on),
        offer_interest=_offer_interest(wish.offer, lent),
        offer_rate=_offer_rate(wish.offer, lent),
    ), ()


def _ratio(wish: Wish, payment: int) -> Decimal | None:
    if not_negative(wish.net_cash, "net_cash") == 0:
        return None
    return debt_service_ratio(payment + wish.other_payments, wish.net_cash)


def _largest(wish: Wish, room: Decimal, on: date) -> int:
    if room <= 0:
        return 0
    rate = find_rule("kur_rate", on).number if wish.yearly_rate is None else wish.yearly_rate
    bearable = largest_loan(room, rate / 12, wish.months)
    within = min(
        bearable, find_rule("kur_small_max", on).number if wish.most is None else wish.most
    )
    return int((within / _STEP).to_integral_value(rounding=ROUND_FLOOR)) * _STEP


def _offer_interest(offer: Offer | None, lent: int) -> int | None:
    return None if offer is None else round_rupiah(offer.payment * offer.times) - lent


def _offer_rate(offer: Offer | None, lent: int) -> Decimal | None:
    if offer is None:
        return None
    rate = irr([-lent, *[offer.payment] * offer.times])
    return None if rate is None else rate * _IN_A_YEAR[offer.every]


EXAMPLE: Final = Wish(
    principal=Decimal(30_000_000),
    months=36,
    net_cash=Decimal(4_850_000),
    other_payments=Decimal(250_000),
    offer=Offer(Decimal(420_000), 100, "week"),
)
"""The fictional palm sugar maker in Sobang of the lesson on borrowing."""
