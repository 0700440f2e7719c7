"""What selling platforms keep of a price: dated fee tables that a seller may overwrite."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from usaha.exact import not_negative, share
from usaha.language import _
from usaha.money import Number, format_percent, format_rupiah, round_parts, round_rupiah
from usaha.rules import Rule, cautions, find_rule

Base = Literal["paid", "listed"]

_COMMISSIONS: Final = {
    ("Shopee", "food"): "shopee_admin_food",
    ("Shopee", "fashion"): "shopee_admin_fashion",
    ("Shopee", "lifestyle"): "shopee_admin_lifestyle",
    ("Tokopedia/TikTok Shop", "other"): "tokopedia_commission_default",
}
_ORDER_FEES: Final = {
    "Shopee": "shopee_order_fee",
    "Tokopedia/TikTok Shop": "tokopedia_order_fee",
}


@dataclass(frozen=True, slots=True)
class Fee:
    """One percentage that is kept back.

    Attributes:
        name: as it stands on the screen.
        rate: share of 1 of the price.
        cap: most rupiah for one item; None where there is no limit.
        base: ``paid`` is the price after the seller's own voucher, ``listed`` the price before it
            (PPh final is on turnover before discounts).
        rule: where the rate comes from; None where the seller typed it.
    """

    name: str
    rate: Decimal
    cap: Decimal | None = None
    base: Base = "paid"
    rule: Rule | None = None

    def amount(self, listed: Decimal, paid: Decimal) -> Decimal:
        """Give the rupiah for one item, not rounded."""
        fee = self.rate * (paid if self.base == "paid" else listed)
        return fee if self.cap is None else min(fee, self.cap)

    @property
    def source(self) -> str:
        """Where the rate comes from, for the screen."""
        if self.rule is None:
            return _("diisi sendiri")
        return f"{self.rule.instrument_label}, {self.rule.checked_label}"


@dataclass(frozen=True, slots=True)
class FeeTable:
    """All that a platform keeps of an order.

    Attributes:
        platform: its name.
        fees: the percentages.
        order_fee: rupiah for each order, however many items are in it.
        order_rule: where the order fee comes from; None where the seller typed it.
    """

    platform: str
    fees: tuple[Fee, ...] = ()
    order_fee: Decimal = Decimal(0)
    order_rule: Rule | None = None

    @property
    def rate(self) -> Decimal:
        """All percentages together, as if no cap were reached."""
        return sum((fee.rate for fee in self.fees), Decimal(0))

    @property
    def cautions(self) -> tuple[str, ...]:
        """What must be shown beside a price that rests on this table."""
        rules = [fee.rule for fee in self.fees if fee.rule]
        return cautions([*rules, *([self.order_rule] if self.order_rule else [])])

    def with_fee(
        self,
        name: str,
        rate: Number,
        *,
        cap: Number | None = None,
        base: Base = "paid",
    ) -> "FeeTable":
        """Add a fee that the seller read in her own account, or overwrite the one of that name.

        Raises:
            ValueError: the rate is no share of 1, or the cap is negative.

        Example:
            >>> table = FeeTable("Shopee").with_fee("Biaya admin", Decimal("0.08"))
            >>> table = table.with_fee("Biaya admin", Decimal("0.09"))
            >>> [(fee.name, fee.rate, fee.source) for fee in table.fees]
            [('Biaya admin', Decimal('0.09'), 'diisi sendiri')]
        """
        limit = None if cap is None else not_negative(cap, "cap")
        mine = Fee(name, share(rate, "rate"), limit, base)
        if any(fee.name == name for fee in self.fees):
            return replace(self, fees=tuple(mine if fee.name == name else fee for fee in self.fees))
        return replace(self, fees=(*self.fees, mine))

    def with_order_fee(self, rupiah: Number) -> "FeeTable":
        """Overwrite the fee for an order; the first orders of a new shop are often free of it.

        Raises:
            ValueError: it is negative.

        Example:
            >>> FeeTable("Shopee").with_order_fee(1250).order_fee
            Decimal('1250')
        """
        return replace(self, order_fee=not_negative(rupiah, "order_fee"), order_rule=None)


def fee_choices(platform: str, category: str, on: date) -> tuple[Decimal, ...]:
    """Give the commission of a category, or the two ends of its range to choose within.

    Raises:
        ValueError: there is no such platform or category.
        RuleNotInForceError: the fee is not known for that day.

    Example:
        >>> fee_choices("Shopee", "food", date(2026, 11, 23))
        (Decimal('0.065'), Decimal('0.10'))
        >>> fee_choices("Tokopedia/TikTok Shop", "other", date(2026, 11, 23))
        (Decimal('0.0697'),)
    """
    rule, _order = fee_rules(platform, category, on)
    return rule.bounds if rule.kind == "range" else (rule.number,)


def platform_fees(
    platform: str, category: str, on: date, *, commission: Number | None = None
) -> FeeTable:
    """Give the fees of a platform as they are known for a day.

    Source: the platforms' seller centres, in the dated rules. Programmes (free shipping, promotion,
    live) differ from shop to shop: add them with `FeeTable.with_fee`.

    Args:
        platform: ``Shopee`` or ``Tokopedia/TikTok Shop``.
        category: ``food``, ``fashion``, ``lifestyle``, or ``other`` for Tokopedia.
        on: the day of the case.
        commission: share of 1 that the seller's own account shows. It is needed where only a range
            is known: nothing chooses within it silently.

    Raises:
        ValueError: there is no such platform or category, or a range was given no commission.
        RuleNotInForceError: a fee is not known for that day.

    Example:
        >>> table = platform_fees("Shopee", "food", date(2026, 11, 23), commission=0.08)
        >>> table.rate, table.order_fee, table.fees[0].source
        (Decimal('0.08'), Decimal('1250'), 'diisi sendiri')
        >>> platform_fees("Shopee", "food", date(2026, 11, 23))
        Traceback (most recent call last):
        ...
        ValueError: Shopee food is known as 6,5% sampai 10% only: choose a commission
    """
    rule, order_rule = fee_rules(platform, category, on)
    if commission is not None:
        fee = Fee(_("Biaya admin"), share(commission, "commission"))
    elif rule.kind == "range":
        raise ValueError(
            f"{platform} {category} is known as {rule.shown} only: choose a commission"
        )
    else:
        fee = Fee(_("Biaya admin"), rule.number, rule=rule)
    return FeeTable(platform, (fee,), order_rule.number, order_rule)


def fee_rules(platform: str, category: str, on: date) -> tuple[Rule, Rule]:
    """Look up where the commission of a category and the fee for an order are written down.

    Raises:
        ValueError: there is no such platform or category.
        RuleNotInForceError: a fee is not known for that day.

    Example:
        >>> [rule.shown for rule in fee_rules("Shopee", "food", date(2026, 11, 23))]
        ['6,5% sampai 10%', 'Rp1.250']
    """
    key = _COMMISSIONS.get((platform, category))
    if key is None:
        known = "; ".join(" ".join(pair) for pair in _COMMISSIONS)
        raise ValueError(f"no fees for {platform} {category}; known: {known}")
    return find_rule(key, on), find_rule(_ORDER_FEES[platform], on)


class Deduction(NamedTuple):
    """One line of what is kept back: its name, how it is calculated, whole rupiah."""

    name: str
    how: str
    rupiah: int


def deductions(
    table: FeeTable, price: Number, *, voucher: Number = 0, items: Number = 1
) -> tuple[Deduction, ...]:
    """Write down what is kept of one item, line by line; the lines add up to the rupiah.

    Only the sum is rounded; the lines share its rupiah (largest remainder), so that a price that is
    one rupiah higher never brings less.

    Args:
        table: of the platform.
        price: as it stands on the shelf, in rupiah.
        voucher: rupiah that the seller takes off one item.
        items: how many are in a usual order; they share the fee for the order.

    Raises:
        ValueError: a figure is negative, or the voucher is larger than the price.

    Example:
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.08).with_order_fee(1250)
        >>> for line in deductions(table, 60_000, items=2):
        ...     print(*line, sep=" | ")
        Biaya admin | 8% × Rp60.000 | 4800
        Biaya pesanan | Rp1.250 : 2 barang | 625
    """
    names, exact_amounts = _amounts(table, price, voucher, items)
    whole = round_parts(exact_amounts, round_rupiah(sum(exact_amounts, Decimal(0))))
    return tuple(
        Deduction(name, how, rupiah) for (name, how), rupiah in zip(names, whole, strict=True)
    )


def _amounts(
    table: FeeTable, price: Number, voucher: Number, items: Number
) -> tuple[Sequence[tuple[str, str]], Sequence[Decimal]]:
    listed, off = not_negative(price, "price"), not_negative(voucher, "voucher")
    count = not_negative(items, "items")
    if off > listed or count < 1:
        raise ValueError(f"voucher {voucher} above price {price}, or fewer than one item: {items}")
    names, amounts = [], []
    for fee in table.fees:
        base = listed - off if fee.base == "paid" else listed
        how = f"{format_percent(fee.rate)} × {format_rupiah(base)}"
        if fee.cap is not None:
            how = _("{how}, paling banyak {cap}", how=how, cap=format_rupiah(fee.cap))
        names.append((fee.name, how))
        amounts.append(fee.amount(listed, listed - off))
    if table.order_fee:
        how = format_rupiah(table.order_fee)
        if count != 1:
            how = _("{fee} : {count} barang", fee=how, count=f"{count:f}")
        names.append((_("Biaya pesanan"), how))
        amounts.append(table.order_fee / count)
    return names, amounts
