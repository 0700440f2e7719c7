"""What making one batch costs: harga pokok produksi per kilogram and per pack, to set a price.

This is the HPP for pricing. The owner's own hours count here although nobody pays them; in the
accounts they are no expense (DOMAIN.md, "One acronym, two meanings"). The cost of the parcel to the
buyer is not in it either: it belongs to the price on a marketplace.
"""

from dataclasses import dataclass, fields
from decimal import ROUND_CEILING, Decimal
from typing import Final, NamedTuple

from usaha.depreciation import depreciation_per_batch
from usaha.language import _
from usaha.money import Number, format_number

# Far above any micro enterprise: a larger number is a slip of the finger.
LIMIT: Final = Decimal(10) ** 12
_MUST_BE_POSITIVE: Final = {
    "output": _("Isi hasil yang jadi, lebih dari nol."),
    "pack_size": _("Isinya harus lebih dari nol."),
    "tool_life_months": _("Isi berapa bulan alat tahan dipakai, paling sedikit 1."),
    "batches_per_month": _("Isi berapa kali Anda membuat dalam sebulan, paling sedikit 1."),
}

_OF_TOOLS: Final = ("tool_life_months", "batches_per_month")


class Problem(NamedTuple):
    """One thing to mend: the `Batch` field it is about and an Indonesian sentence that says how."""

    field: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What went into one batch and what came out; money in rupiah.

    "Kilogram" stands for whatever the output is counted in: kilograms, litres or pieces.

    Attributes:
        material_quantity: main material that was *used* (not bought), in its own unit.
        material_price: rupiah per unit of the main material.
        other_materials: rupiah for all other materials.
        own_hours: the owner's (and the family's) hours.
        own_hourly_wage: a fair wage for one such hour.
        piece_quantity: kilograms that others were paid to work on.
        piece_wage: rupiah per kilogram for them.
        utilities: rupiah for gas, electricity and water of this batch.
        tool_price: what the tools cost.
        tool_life_months: months that they last.
        batches_per_month: batches made in a month.
        output: kilograms made.
        spoiled: kilograms of them that cannot be sold.
        pack_size: kilograms in a pack.
        packaging_per_pack: rupiah for the wrapping of one pack.
    """

    material_quantity: Decimal
    material_price: Decimal
    other_materials: Decimal = Decimal(0)
    own_hours: Decimal
    own_hourly_wage: Decimal
    piece_quantity: Decimal = Decimal(0)
    piece_wage: Decimal = Decimal(0)
    utilities: Decimal = Decimal(0)
    tool_price: Decimal = Decimal(0)
    tool_life_months: Decimal = Decimal(1)
    batches_per_month: Decimal = Decimal(1)
    output: Decimal
    spoiled: Decimal = Decimal(0)
    pack_size: Decimal = Decimal(1)
    packaging_per_pack: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costing:
    """The cost of one batch, unrounded: rupiah a batch, a kilogram of good output, or a pack.

    Attributes:
        material_cost: quantity used times price, plus other materials.
        own_labour_cost: own hours times a fair wage.
        piece_labour_cost: what others were paid.
        depreciation_per_batch: the batch's share of the tools' wear.
        overhead_cost: utilities plus depreciation.
        good_output: output less spoiled.
        cost_per_kg: total cost without packaging over good output.
        cost_per_pack: cost of its content plus its packaging.
        packs: full and broken packs that the good output fills.
        spoilage_per_pack: the part of `cost_per_pack` that good packs carry for spoiled output.
    """

    material_cost: Decimal
    own_labour_cost: Decimal
    piece_labour_cost: Decimal
    depreciation_per_batch: Decimal
    overhead_cost: Decimal
    good_output: Decimal
    cost_per_kg: Decimal
    cost_per_pack: Decimal
    packs: Decimal
    spoilage_per_pack: Decimal

    @property
    def labour_cost(self) -> Decimal:
        """Own and piece labour together."""
        return self.own_labour_cost + self.piece_labour_cost

    @property
    def total_cost(self) -> Decimal:
        """The whole batch in rupiah, without packaging."""
        return self.material_cost + self.labour_cost + self.overhead_cost


def cost_batch(batch: Batch) -> tuple[Costing | None, tuple[Problem, ...]]:
    """Calculate what a batch costs per kilogram and per pack.

    Source: harga pokok produksi = (materials + labour, the owner's included, + overhead) / good
    output (DOMAIN.md, "Bookkeeping"; UNITS.md A3).

    Args:
        batch: figures that people typed; they may be foolish.

    Returns:
        ``(costing, problems)``: a costing and no problems, or None and what to mend.

    Example:
        By hand: 30 kg x 17.000 = 510.000; 9 h x 10.000 + 14 kg x 4.500 = 153.000;
        27.000 + 1.080.000 / 36 / 6 = 32.000; together 695.000. Good are 15,6 - 1,1 = 14,5 kg, so a
        kilogram costs 47.931 and a pack of 250 g with Rp800 of plastic 12.783.

        >>> costing, problems = cost_batch(EXAMPLE)
        >>> costing.material_cost, costing.labour_cost, costing.overhead_cost
        (Decimal('510000'), Decimal('153000'), Decimal('32000'))
        >>> costing.good_output, round(costing.cost_per_kg), round(costing.cost_per_pack)
        (Decimal('14.5'), 47931, 12783)
    """
    problems = _problems(batch)
    if problems:
        return None, problems
    wear = _wear(batch)
    material = batch.material_quantity * batch.material_price + batch.other_materials
    own, piece = batch.own_hours * batch.own_hourly_wage, batch.piece_quantity * batch.piece_wage
    good = batch.output - batch.spoiled
    total = material + own + piece + batch.utilities + wear
    per_kg = total / good
    return Costing(
        material_cost=material,
        own_labour_cost=own,
        piece_labour_cost=piece,
        depreciation_per_batch=wear,
        overhead_cost=batch.utilities + wear,
        good_output=good,
        cost_per_kg=per_kg,
        cost_per_pack=per_kg * batch.pack_size + batch.packaging_per_pack,
        packs=good / batch.pack_size,
        spoilage_per_pack=(per_kg - total / batch.output) * batch.pack_size,
    ), ()


def _wear(batch: Batch) -> Decimal:
    if batch.tool_price == 0:
        return Decimal(0)
    return depreciation_per_batch(batch.tool_price, batch.tool_life_months, batch.batches_per_month)


def _problems(batch: Batch) -> tuple[Problem, ...]:
    """Find the figures that make no sense, at most one problem a field."""
    found = [problem for field in fields(batch) if (problem := _field_problem(batch, field.name))]
    if not {problem.field for problem in found} & {"output", "spoiled", "pack_size"}:
        found += _output_problems(batch)
    return tuple(found)


def _output_problems(batch: Batch) -> list[Problem]:
    """Compare what was made, what was spoiled and what goes into a pack."""
    good = batch.output - batch.spoiled
    if good <= 0:
        made = format_number(batch.output)
        message = _(
            "Yang rusak harus lebih sedikit daripada hasil yang jadi ({made}). Periksa kedua angka "
            "ini.",
            made=made,
        )
        return [Problem("spoiled", message)]
    if batch.pack_size > good:
        message = _(
            "Isinya lebih banyak daripada semua hasil yang baik ({good}). Pakai satuan yang sama: "
            "250 gram ditulis 0,25 kg.",
            good=format_number(good),
        )
        return [Problem("pack_size", message)]
    return []


def _field_problem(batch: Batch, name: str) -> Problem | None:
    value: Decimal = getattr(batch, name)
    if value < 0:
        return Problem(name, _("Angka ini tidak boleh kurang dari nol. Hapus tanda minusnya."))
    if value > LIMIT:
        return Problem(name, _("Angka ini terlalu besar. Periksa jumlah nolnya."))
    if name in _OF_TOOLS and batch.tool_price == 0:
        return None
    if value == 0 and name in _MUST_BE_POSITIVE:
        return Problem(name, _MUST_BE_POSITIVE[name])
    return None


def gross_profit_per_kg(price_per_kg: Decimal, cost_per_kg: Decimal) -> Decimal:
    """Give what is left of the price of a kilogram after its cost; negative is a loss.

    Example:
        >>> gross_profit_per_kg(Decimal(68000), Decimal(48000))
        Decimal('20000')
    """
    return price_per_kg - cost_per_kg


def suggested_price(cost: Number, margin: Number) -> Decimal:
    """Find the price of which the share `margin` remains as profit.

    The usual mistake takes the margin on the wrong base: ``cost * (1 + margin)`` is a markup on
    cost. At a cost of Rp12.000 and 20% it gives Rp14.400, of which only 16.7% is profit.

    Args:
        cost: rupiah.
        margin: share of the price, from 0 to less than 1.

    Returns:
        Rupiah, not rounded.

    Raises:
        ValueError: the margin is negative or 1 and more: no price can keep it.

    Example:
        >>> suggested_price(12_000, Decimal("0.2")) == 15_000
        True
    """
    share = Decimal(str(margin))
    if not 0 <= share < 1:
        raise ValueError(f"margin must be a share of the price, from 0 to less than 1: {margin}")
    return Decimal(str(cost)) / (1 - share)


def shelf_price(price: Number, step: int = 500) -> int:
    """Round a price up to one that can be paid with change at hand.

    Example:
        >>> shelf_price(Decimal("15000.01")), shelf_price(15_000)
        (15500, 15000)
    """
    steps = (Decimal(str(price)) / step).to_integral_value(rounding=ROUND_CEILING)
    return int(steps) * step


EXAMPLE: Final = Batch(
    material_quantity=Decimal(30),
    material_price=Decimal(17_000),
    own_hours=Decimal(9),
    own_hourly_wage=Decimal(10_000),
    piece_quantity=Decimal(14),
    piece_wage=Decimal(4_500),
    utilities=Decimal(27_000),
    tool_price=Decimal(1_080_000),
    tool_life_months=Decimal(36),
    batches_per_month=Decimal(6),
    output=Decimal("15.6"),
    spoiled=Decimal("1.1"),
    pack_size=Decimal("0.25"),
    packaging_per_pack=Decimal(800),
)
"""One batch of emping melinjo from Menes (fictional figures)."""
