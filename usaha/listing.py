"""One item on a marketplace's shelf: what reaches the seller, and from which price it pays."""

from bisect import bisect_left
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Final, NamedTuple

from usaha.costing import Problem, shelf_price
from usaha.fees import Deduction, Fee, FeeTable, deductions, fee_rules
from usaha.language import _
from usaha.money import format_rupiah, round_rupiah
from usaha.pricing import net_received, price_for_net
from usaha.rules import Rule, find_rule

# An item of more than a billion rupiah is a slip of the finger; so are fees that take nearly all.
LIMIT: Final = Decimal(10) ** 9
MOST_TAKEN: Final = Decimal("0.95")
_HIGHEST_PRICE: Final = 10**12
_TOO_LARGE: Final = _("Angka ini terlalu besar. Periksa jumlah nolnya.")
_NEGATIVE: Final = _("Angka ini tidak boleh kurang dari nol. Hapus tanda minusnya.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One item as it is sold; money in rupiah.

    Attributes:
        price: as it stands on the shelf.
        cost: HPP of the item, its own wrapping included.
        packing: carton and tape for sending it.
        items: how many are in a usual order; they share the fee for the order.
        voucher: what the seller takes off one item.
        profit: rupiah that shall be left of one item.
        margin: share of what the buyer pays that shall be left; one of both is zero.
    """

    price: Decimal
    cost: Decimal
    packing: Decimal = Decimal(0)
    items: Decimal = Decimal(1)
    voucher: Decimal = Decimal(0)
    profit: Decimal = Decimal(0)
    margin: Decimal = Decimal(0)

    @property
    def own_cost(self) -> Decimal:
        """HPP and packing together."""
        return self.cost + self.packing


class Priced(NamedTuple):
    """What an item brings, in whole rupiah.

    Attributes:
        kept: what the marketplace and the tax take, line by line.
        received: what reaches the seller.
        profit: what is left of it after the item's own cost; negative is a loss.
        break_even: lowest price at which nothing is lost.
        wanted: lowest price that leaves the wanted profit.
        shelf: `wanted`, rounded up to Rp500.
    """

    kept: tuple[Deduction, ...]
    received: int
    profit: int
    break_even: int
    wanted: int
    shelf: int


def price_listing(listing: Listing, table: FeeTable) -> tuple[Priced | None, tuple[Problem, ...]]:
    """Calculate what an item brings, and the prices that lose nothing and leave what is wanted.

    Source: `usaha.pricing` (DOMAIN.md, "Online marketing"; UNITS.md B3).

    Returns:
        ``(priced, problems)``; None and Indonesian sentences where a figure makes no sense.

    Example:
        By hand: 162.900 × 0,84 - 625 = 136.211; less 122.000 leaves 14.211. 122.625 / 0,84 =
        145.982; (122.625 + 22.500) / 0,84 = 172.768.

        >>> from dataclasses import replace
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> found, problems = price_listing(EXAMPLE, table)
        >>> found.received, found.profit, found.break_even, found.wanted, found.shelf
        (136211, 14211, 145982, 172768, 173000)
        >>> print(price_listing(replace(EXAMPLE, voucher=Decimal(200_000)), table)[1][0].message)
        Voucher lebih besar daripada harga Rp162.900. Kecilkan vouchernya.
    """
    if problems := _problems(listing, table):
        return None, problems
    terms = {"voucher": listing.voucher, "items": listing.items}
    received = net_received(table, listing.price, **terms)
    break_even = price_for_net(table, listing.own_cost, **terms)
    wanted = _wanted(listing, table)
    return Priced(
        kept=deductions(table, listing.price, **terms),
        received=received,
        profit=received - round_rupiah(listing.own_cost),
        break_even=break_even,
        wanted=wanted,
        shelf=shelf_price(wanted),
    ), ()


def _wanted(listing: Listing, table: FeeTable) -> int:
    """Give the lowest price that leaves the profit or the margin."""
    if not listing.margin:
        net = listing.own_cost + listing.profit
        return price_for_net(table, net, voucher=listing.voucher, items=listing.items)

    def left(price: int) -> Decimal:
        paid = price - listing.voucher
        fees = sum((fee.amount(Decimal(price), paid) for fee in table.fees), Decimal(0))
        return paid * (1 - listing.margin) - fees - table.order_fee / listing.items

    prices = range(ceil(listing.voucher), _HIGHEST_PRICE)
    return prices[bisect_left(prices, listing.own_cost, key=left)]


def _problems(listing: Listing, table: FeeTable) -> tuple[Problem, ...]:
    found: dict[str, str] = {}
    for field in fields(listing):
        value = getattr(listing, field.name)
        if value < 0:
            found[field.name] = _NEGATIVE
        elif value > LIMIT:
            found[field.name] = _TOO_LARGE
    if "items" not in found and listing.items < 1:
        found["items"] = _("Isi pesanan paling sedikit 1 barang.")
    if not found and listing.voucher > listing.price:
        price = format_rupiah(listing.price)
        found["voucher"] = _(
            "Voucher lebih besar daripada harga {price}. Kecilkan vouchernya.", price=price
        )
    if not found and listing.profit and listing.margin:
        found["margin"] = _("Isi salah satu saja: untung dalam rupiah, atau dalam persen.")
    if not found and table.rate + listing.margin > MOST_TAKEN:
        name = "margin" if listing.margin else "admin"
        found[name] = _("Semua persen bersama lebih dari 95% harga. Kecilkan salah satunya.")
    return tuple(Problem(name, message) for name, message in found.items())


class Place(NamedTuple):
    """Where something is sold: the platform, its category of goods, and the words for the screen."""

    platform: str
    category: str
    words: str


PLACES: Final = {
    "shopee_food": Place("Shopee", "food", _("Shopee, makanan dan kebutuhan harian")),
    "shopee_fashion": Place("Shopee", "fashion", _("Shopee, pakaian dan sepatu")),
    "shopee_lifestyle": Place("Shopee", "lifestyle", _("Shopee, gaya hidup")),
    "tokopedia": Place("Tokopedia/TikTok Shop", "other", _("Tokopedia atau TikTok Shop")),
}
"""The places whose fees are in the dated rules."""


class HerFees(NamedTuple):
    """What a seller reads in her own account; None where the dated rules shall be taken.

    Attributes:
        admin: share of 1.
        program: all programmes together, such as free shipping; `program_cap` is the most rupiah
            that they take of one item.
        order_fee: rupiah for each order.
        tax: share of 1 of the price before any voucher.
    """

    admin: Decimal | None = None
    program: Decimal = Decimal(0)
    program_cap: Decimal | None = None
    order_fee: Decimal | None = None
    tax: Decimal = Decimal(0)


def shop_fees(place: Place, on: date, hers: HerFees | None = None) -> FeeTable:
    """Give the dated fees of a place, overwritten by what the seller's own account shows.

    Where only a range is known and she says nothing, its upper end is taken: a price that survives
    it survives every other rate.

    Raises:
        ValueError: a figure makes no sense.
        RuleNotInForceError: a fee is not known for that day.

    Example:
        >>> day = date(2026, 11, 23)
        >>> shop_fees(PLACES["shopee_food"], day).rate, shop_fees(PLACES["tokopedia"], day).rate
        (Decimal('0.10'), Decimal('0.0697'))
        >>> table = shop_fees(PLACES["shopee_food"], day, HerFees(admin=Decimal("0.08")))
        >>> table.rate, table.fees[0].source, table.order_fee
        (Decimal('0.08'), 'diisi sendiri', Decimal('1250'))
    """
    hers = hers or HerFees()
    rule, order_rule = fee_rules(place.platform, place.category, on)
    upper = rule.bounds[1] if rule.kind == "range" else rule.number
    admin = Fee(_("Biaya admin"), upper, rule=rule)
    table = FeeTable(place.platform, (admin,), order_rule.number, order_rule)
    if hers.admin is not None:
        table = table.with_fee(_("Biaya admin"), hers.admin)
    if hers.program:
        table = table.with_fee(_("Biaya program"), hers.program, cap=hers.program_cap)
    if hers.tax:
        table = table.with_fee(_("PPh final"), hers.tax, base="listed")
    return table if hers.order_fee is None else table.with_order_fee(hers.order_fee)


def program_rule(place: Place, on: date) -> Rule | None:
    """Look up what a platform's programme for free shipping costs; None where it is not known.

    Raises:
        RuleNotInForceError: it is not known for that day.

    Example:
        >>> program_rule(PLACES["shopee_food"], date(2026, 11, 23)).shown
        '1% sampai 9,5%'
    """
    return find_rule("shopee_gratis_ongkir_xtra", on) if place.platform == "Shopee" else None


EXAMPLE: Final = Listing(
    price=Decimal(162_900),
    cost=Decimal(118_000),
    packing=Decimal(4_000),
    items=Decimal(2),
    profit=Decimal(22_500),
)
"""A pair of shoes from Curug (fictional figures): the sample shop of the lesson."""
EXAMPLE_FEES: Final = HerFees(admin=Decimal("0.075"), program=Decimal("0.085"))
"""What that shop's account shows."""
