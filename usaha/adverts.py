"""One advertisement: whether it earned its cost, how far it is from doing so, and where it loses people."""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Final, NamedTuple

from usaha.costing import Problem
from usaha.language import _
from usaha.marketing import (
    Funnel,
    Stage,
    acquisition_cost,
    ad_profit,
    break_even_roas,
    click_through_rate,
    contribution_margin,
    conversion_rate,
    cost_per_click,
    funnel_stages,
    roas,
    weakest_stage,
)
from usaha.marketing_difference import Interval, wilson_interval

LIMIT: Final = Decimal(10) ** 12
# In the order in which people get lost; what to say where more are left than there were before.
_MORE: Final = {
    "clicks": _("Jumlah diklik lebih besar daripada dilihat. Periksa, mungkin tertukar."),
    "carts": _("Jumlah masuk keranjang lebih besar daripada diklik. Periksa, mungkin tertukar."),
    "orders": _("Jumlah pesanan lebih besar daripada masuk keranjang. Periksa, mungkin tertukar."),
    "completed": _(
        "Jumlah pesanan selesai lebih besar daripada pesanan. Periksa, mungkin tertukar."
    ),
}
_COUNTED: Final = {"impressions", *_MORE, "new_customers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """What a report says about one advertisement, and what one item costs; money in rupiah.

    Attributes:
        cost: of the advertisement.
        impressions, clicks, carts: how often it was seen, clicked and put into the basket.
        orders: as the report counts them, cancelled ones too.
        completed: orders of them that were completed.
        sales: rupiah of the completed orders.
        new_customers: of `completed`, those who had never bought before.
        price: of one item.
        variable_cost: HPP, carton and the marketplace's deductions of one item.
        usual: four shares of 1 that this shop usually has, from seen to completed.
    """

    cost: Decimal
    impressions: Decimal
    clicks: Decimal
    carts: Decimal
    orders: Decimal
    completed: Decimal
    sales: Decimal
    new_customers: Decimal
    price: Decimal
    variable_cost: Decimal
    usual: tuple[Decimal, Decimal, Decimal, Decimal]

    @property
    def funnel(self) -> Funnel:
        """The five counts."""
        return Funnel(self.impressions, self.clicks, self.carts, self.orders, self.completed)


class Checked(NamedTuple):
    """What the figures of an advertisement mean; None where nobody came so far.

    Attributes:
        margin: share of a sale that is left after its own cost.
        roas: rupiah of completed sales for each rupiah of advertising.
        break_even: the ROAS that covers it; None where a sale leaves nothing.
        profit: rupiah that it earned; negative is a loss.
        most_cost: the most that it may have cost without a loss, in rupiah.
        click_rate, conversion: shares of 1.
        conversion_span: between which ends the conversion may well lie.
        click_cost: rupiah for a click; `most_click_cost` is what a click may cost at most.
        customer_cost: rupiah for each new customer.
        stages: the four stages against what is usual; `weakest` is the one furthest below it.
    """

    margin: Decimal
    roas: Decimal
    break_even: Decimal | None
    profit: Decimal
    most_cost: Decimal
    click_rate: Decimal
    conversion: Decimal | None
    conversion_span: Interval | None
    click_cost: Decimal | None
    most_click_cost: Decimal | None
    customer_cost: Decimal | None
    stages: tuple[Stage, ...]
    weakest: Stage | None

    @property
    def pays(self) -> bool:
        """Whether it earned more than it cost."""
        return self.profit > 0


def check_advert(advert: Advert) -> tuple[Checked | None, tuple[Problem, ...]]:
    """Calculate everything that `usaha.marketing` knows of an advertisement.

    Returns:
        ``(checked, problems)``; None and Indonesian sentences where the figures contradict each
        other.

    Example:
        By hand: 2.250.000 / 1.260.000 = 1,79; margin (150 - 90) / 150 = 0,4, so it needs 2,5;
        2.250.000 × 0,4 - 1.260.000 = -360.000.

        >>> checked, problems = check_advert(EXAMPLE)
        >>> round(checked.roas, 2), checked.break_even, int(checked.profit), checked.pays
        (Decimal('1.79'), Decimal('2.5'), -360000, False)
        >>> checked.weakest.name, int(checked.customer_cost), int(checked.most_cost)
        ('keranjang', 157500, 900000)
    """
    if problems := _problems(advert):
        return None, problems
    margin = contribution_margin(advert.price, advert.variable_cost)
    clicked, clicks, completed = bool(advert.clicks), advert.clicks, advert.completed
    kept = max(Decimal(0), advert.sales * margin)
    stages = funnel_stages(advert.funnel, advert.usual)
    return Checked(
        margin=margin,
        roas=roas(advert.sales, advert.cost),
        break_even=break_even_roas(margin),
        profit=ad_profit(advert.sales, margin, advert.cost),
        most_cost=kept,
        click_rate=click_through_rate(advert.impressions, clicks),
        conversion=conversion_rate(clicks, completed) if clicked else None,
        conversion_span=wilson_interval(int(completed), int(clicks)) if clicked else None,
        click_cost=cost_per_click(advert.cost, clicks) if clicked else None,
        most_click_cost=kept / clicks if clicked else None,
        customer_cost=(
            acquisition_cost(advert.cost, advert.new_customers) if advert.new_customers else None
        ),
        stages=stages,
        weakest=weakest_stage(stages),
    ), ()


def _problems(advert: Advert) -> tuple[Problem, ...]:
    found: dict[str, str] = {}
    for field in fields(advert):
        if field.name != "usual" and (message := _wrong(field.name, getattr(advert, field.name))):
            found[field.name] = message
    for name, share in zip(_MORE, advert.usual, strict=True):
        if not 0 < share <= 1:
            found[f"usual_{name}"] = _("Tulis persen di atas 0 dan paling besar 100, misalnya 12.")
    return tuple(Problem(name, text) for name, text in (found or _contradictions(advert)).items())


def _wrong(name: str, value: Decimal) -> str:
    if value < 0:
        return _("Angka ini tidak boleh kurang dari nol. Hapus tanda minusnya.")
    if value > LIMIT:
        return _("Angka ini terlalu besar. Periksa jumlah nolnya.")
    if name in {"cost", "price"} and value == 0:
        return _("Isi angkanya, lebih dari nol.")
    if name == "impressions" and value == 0:
        return _("Isi berapa kali iklan dilihat, paling sedikit 1.")
    if name in _COUNTED and value != value.to_integral_value():
        return _("Tulis bilangan bulat, tanpa koma.")
    return ""


def _contradictions(advert: Advert) -> dict[str, str]:
    """Name the counts that are larger than those they are part of."""
    found = {}
    before = advert.impressions
    for name, more in _MORE.items():
        count = getattr(advert, name)
        if count > before:
            found[name] = more
        before = count
    if advert.new_customers > advert.completed:
        found["new_customers"] = _("Pembeli baru tidak dapat melebihi pesanan selesai.")
    if advert.completed and not advert.sales:
        found["sales"] = _("Isi omzet dari pesanan yang selesai.")
    if advert.sales and not advert.completed:
        found["completed"] = _("Omzet sudah diisi, tetapi pesanan selesai masih nol. Periksa lagi.")
    return found


EXAMPLE: Final = Advert(
    cost=Decimal(1_260_000),
    impressions=Decimal(51_000),
    clicks=Decimal(1_040),
    carts=Decimal(74),
    orders=Decimal(18),
    completed=Decimal(15),
    sales=Decimal(2_250_000),
    new_customers=Decimal(8),
    price=Decimal(150_000),
    variable_cost=Decimal(90_000),
    usual=(Decimal("0.02"), Decimal("0.12"), Decimal("0.25"), Decimal("0.9")),
)
"""A week of advertising for woven scarves from Leuwidamar (fictional): the lesson's sample shop."""
