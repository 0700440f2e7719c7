"""Several products from one batch: the cost that they share, divided among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from usaha.money import Number, format_rupiah, round_parts, round_rupiah

Basis = Literal["nilai_jual", "jumlah"]


@dataclass(frozen=True, slots=True)
class JointProduct:
    """What came out of a batch together with others.

    Attributes:
        name: its Indonesian name.
        quantity: how many or how much, above zero.
        price: selling price of one, in rupiah.
        further_cost: rupiah for work on all of it after the products parted.
        by_product: whether it is only a by-product (*hasil sampingan*): what it brings is taken
            off the cost of the others, and it carries none.
    """

    name: str
    quantity: Decimal
    price: Decimal
    further_cost: Decimal = Decimal(0)
    by_product: bool = False

    @property
    def value(self) -> Decimal:
        """What it brings after the work that it still needs, in rupiah."""
        return self.quantity * self.price - self.further_cost


class JointShare(NamedTuple):
    """The cost of one product: whole rupiah of the batch, all its cost, and that of one."""

    name: str
    joint_cost: int
    total_cost: Decimal
    unit_cost: Decimal


def share_joint_cost(
    cost: Number, products: Sequence[JointProduct], basis: Basis = "nilai_jual"
) -> tuple[tuple[JointShare, ...], tuple[str, ...]]:
    """Divide the cost of a batch among its products.

    Source: cost accounting textbooks (e.g. Mulyadi, *Akuntansi Biaya*, joint products): by the
    sales value at the point where they part (price less further work), or by physical quantity;
    a by-product's value is taken off the shared cost.

    Args:
        cost: rupiah of the batch up to the point where the products part; not negative.
        products: one or more; quantities in one unit if `basis` is ``jumlah``.
        basis: what the shares follow.

    Returns:
        ``(shares, problems)``: main products in their order, whole rupiah that add up to the
        rounded cost less by-products; no shares where that cannot be worked out.

    Raises:
        ValueError: the cost is negative.

    Example:
        Emping of two grades, and crumbs for which somebody pays Rp20.000:

        >>> products = [
        ...     JointProduct("Super", Decimal(10), Decimal(60_000)),
        ...     JointProduct("Biasa", Decimal(5), Decimal(40_000)),
        ...     JointProduct("Remukan", Decimal(2), Decimal(10_000), by_product=True),
        ... ]
        >>> shares, _ = share_joint_cost(500_000, products)
        >>> [(share.name, share.joint_cost, int(share.unit_cost)) for share in shares]
        [('Super', 360000, 36000), ('Biasa', 120000, 24000)]
    """
    whole = Decimal(str(cost))
    if whole < 0:
        raise ValueError(f"cost must not be negative: {cost}")
    main = [product for product in products if not product.by_product]
    brought = sum((product.value for product in products if product.by_product), Decimal(0))
    if problems := _problems(whole - brought, main, basis):
        return (), problems
    shared = round_rupiah(whole - brought)
    weights = [product.value if basis == "nilai_jual" else product.quantity for product in main]
    total = sum(weights, Decimal(0))
    parts = round_parts([shared * weight / total for weight in weights], shared)
    return tuple(
        JointShare(
            product.name,
            part,
            part + product.further_cost,
            (part + product.further_cost) / product.quantity,
        )
        for product, part in zip(main, parts, strict=True)
    ), ()


def _problems(shared: Decimal, main: Sequence[JointProduct], basis: Basis) -> tuple[str, ...]:
    if not main:
        return ("Isi paling sedikit satu hasil utama.",)
    if shared < 0:
        return (
            f"Hasil sampingan laku {format_rupiah(-shared)} lebih banyak daripada biaya bersama. "
            "Periksa harganya, atau hitung sebagai hasil utama.",
        )
    problems = [
        f"{product.name}: isi jumlahnya, lebih dari nol."
        for product in main
        if product.quantity <= 0
    ]
    problems += [
        f"{product.name}: biaya lanjutan menghabiskan nilai jualnya. Periksa harga dan biayanya."
        for product in main
        if basis == "nilai_jual" and product.quantity > 0 and product.value <= 0
    ]
    return tuple(problems)
