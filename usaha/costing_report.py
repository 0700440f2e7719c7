"""A costing in plain words: the result, the cautions, where the money goes, and the steps."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from usaha.costing import Batch, Costing, shelf_price, suggested_price
from usaha.language import _
from usaha.money import (
    Number,
    format_number,
    format_percent,
    format_rupiah,
    round_parts,
    round_rupiah,
)

# Below this share of the price a small slip eats the whole profit: a rule of the class, not a law.
THIN_MARGIN = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Words:
    """How a shop counts: what its output is measured in and what it sells.

    Example:
        >>> Words("liter", "botol")
        Words(unit='liter', pack='botol')
    """

    unit: str = "kg"
    pack: str = "bungkus"


class Part(NamedTuple):
    """One part of the cost of a pack: whole rupiah."""

    key: str
    label: str
    rupiah: int


class Step(NamedTuple):
    """One line of a calculation: what it gives, how, and the result."""

    name: str
    formula: str
    result: str


def result_sentences(costing: Costing, price: Number, words: Words) -> tuple[str, str]:
    r"""Say what a pack costs and what is left of its price.

    Args:
        costing: of one batch.
        price: rupiah for a pack.
        words: how the shop counts.

    Returns:
        Two Indonesian sentences. The three amounts in them add up to the rupiah.

    Example:
        >>> from usaha.costing import EXAMPLE, cost_batch
        >>> costing, _ = cost_batch(EXAMPLE)
        >>> print(*result_sentences(costing, 16_000, Words()), sep="\n")
        Biaya membuat satu bungkus Rp12.783.
        Dengan harga Rp16.000, Anda untung Rp3.217 tiap bungkus.
    """
    cost = _(
        "Biaya membuat satu {pack} {cost}.",
        pack=words.pack,
        cost=format_rupiah(costing.cost_per_pack),
    )
    profit = profit_per_pack(costing, price)
    asked, left = format_rupiah(price), format_rupiah(abs(profit))
    if profit == 0:
        return cost, _("Dengan harga {price}, Anda tidak untung dan tidak rugi.", price=asked)
    if profit > 0:
        sentence = _(
            "Dengan harga {price}, Anda untung {profit} tiap {pack}.",
            price=asked,
            profit=left,
            pack=words.pack,
        )
    else:
        sentence = _(
            "Dengan harga {price}, Anda rugi {loss} tiap {pack}.",
            price=asked,
            loss=left,
            pack=words.pack,
        )
    return cost, sentence


def profit_per_pack(costing: Costing, price: Number) -> int:
    """Give what is left of a pack's price, in whole rupiah, so that price, cost and it add up."""
    return round_rupiah(price) - round_rupiah(costing.cost_per_pack)


def cautions(costing: Costing, price: Number, words: Words) -> tuple[str, ...]:
    """Name what the owner should look at, kindly and with a next step.

    Example:
        >>> from usaha.costing import EXAMPLE, cost_batch
        >>> cautions(cost_batch(EXAMPLE)[0], 12_000, Words())
        ('Harga ini di bawah biaya. Naikkan harga di atas Rp12.783, atau cari biaya yang dapat \
dikurangi.',)
    """
    found = []
    if costing.own_labour_cost == 0:
        found.append(
            _(
                "Tenaga Anda belum dihitung. Tenaga Anda juga biaya: isi jam kerja dan upah yang wajar."
            )
        )
    if costing.material_cost == 0:
        found.append(_("Bahan belum dihitung. Isi banyaknya bahan dan harganya."))
    profit = profit_per_pack(costing, price)
    if profit < 0:
        cost = format_rupiah(costing.cost_per_pack)
        found.append(
            _(
                "Harga ini di bawah biaya. Naikkan harga di atas {cost}, "
                "atau cari biaya yang dapat dikurangi.",
                cost=cost,
            )
        )
    elif profit < round_rupiah(price) * THIN_MARGIN:
        found.append(
            _(
                "Untungnya tipis. Sedikit saja biaya naik, Anda dapat rugi tiap {pack}.",
                pack=words.pack,
            )
        )
    return tuple(found)


def cost_parts(batch: Batch, costing: Costing) -> tuple[Part, ...]:
    """Split the cost of a pack into what it was paid for; the parts add up to the rupiah.

    Example:
        >>> from usaha.costing import EXAMPLE, cost_batch
        >>> parts = cost_parts(EXAMPLE, cost_batch(EXAMPLE)[0])
        >>> [(part.label, part.rupiah) for part in parts][:2], sum(part.rupiah for part in parts)
        ([('Bahan', 8793), ('Tenaga Anda', 1552)], 12783)
    """
    per_batch = (
        ("material", _("Bahan"), costing.material_cost),
        ("own_labour", _("Tenaga Anda"), costing.own_labour_cost),
        ("piece_labour", _("Upah orang lain"), costing.piece_labour_cost),
        ("utilities", _("Gas, listrik, air"), batch.utilities),
        ("tools", _("Alat"), costing.depreciation_per_batch),
    )
    shares = [amount * batch.pack_size / costing.good_output for _key, _label, amount in per_batch]
    total = round_rupiah(costing.cost_per_pack)
    whole = round_parts([*shares, batch.packaging_per_pack], total)
    names = [(key, label) for key, label, _amount in per_batch] + [("packaging", _("Kemasan"))]
    parts = (Part(key, label, rupiah) for (key, label), rupiah in zip(names, whole, strict=True))
    return tuple(part for part in parts if part.rupiah)


def steps(batch: Batch, costing: Costing, price: Number, words: Words) -> tuple[Step, ...]:
    """Write the whole calculation down with the owner's own numbers.

    Example:
        >>> from usaha.costing import EXAMPLE, cost_batch
        >>> for step in steps(EXAMPLE, cost_batch(EXAMPLE)[0], 16_000, Words())[-3:]:
        ...     print(*step, sep=" | ")
        Biaya satu kg | Rp695.000 : 14,5 kg | Rp47.931
        Biaya satu bungkus | Rp47.931 × 0,25 + kemasan Rp800 | Rp12.783
        Untung satu bungkus | Rp16.000 - Rp12.783 | Rp3.217
    """
    return (*_input_steps(batch, costing, words), *_output_steps(batch, costing, price, words))


def _input_steps(batch: Batch, costing: Costing, words: Words) -> tuple[Step, ...]:
    rupiah, number = format_rupiah, format_number
    others = (
        _(" + bahan lain {rupiah}", rupiah=rupiah(batch.other_materials))
        if batch.other_materials
        else ""
    )
    all_steps = (
        Step(
            _("Bahan"),
            f"{number(batch.material_quantity)} × {rupiah(batch.material_price)}{others}",
            rupiah(costing.material_cost),
        ),
        Step(
            _("Tenaga Anda"),
            _(
                "{hours} jam × {wage}",
                hours=number(batch.own_hours),
                wage=rupiah(batch.own_hourly_wage),
            ),
            rupiah(costing.own_labour_cost),
        ),
        Step(
            _("Upah orang lain"),
            f"{number(batch.piece_quantity)} {words.unit} × {rupiah(batch.piece_wage)}",
            rupiah(costing.piece_labour_cost),
        ),
        Step(_("Gas, listrik, air"), "", rupiah(batch.utilities)),
        Step(_("Alat"), _tool_formula(batch), rupiah(costing.depreciation_per_batch)),
    )
    return tuple(
        step for step in all_steps if step.result != "Rp0" or step.name == _("Tenaga Anda")
    )


def _tool_formula(batch: Batch) -> str:
    price, months = format_rupiah(batch.tool_price), format_number(batch.tool_life_months)
    return _(
        "{price} : {months} bulan : {batches} kali sebulan",
        price=price,
        months=months,
        batches=format_number(batch.batches_per_month),
    )


def _output_steps(batch: Batch, costing: Costing, price: Number, words: Words) -> tuple[Step, ...]:
    rupiah, number = format_rupiah, format_number
    total, per_kg = rupiah(costing.total_cost), rupiah(costing.cost_per_kg)
    per_pack, good = rupiah(costing.cost_per_pack), f"{number(costing.good_output)} {words.unit}"
    profit = profit_per_pack(costing, price)
    return (
        Step(_("Jumlah biaya sekali membuat"), "", total),
        Step(_("Hasil yang baik"), f"{number(batch.output)} - {number(batch.spoiled)}", good),
        Step(_("Biaya satu {unit}", unit=words.unit), f"{total} : {good}", per_kg),
        Step(
            _("Biaya satu {unit}", unit=words.pack),
            _(
                "{cost} × {size} + kemasan {packaging}",
                cost=per_kg,
                size=number(batch.pack_size),
                packaging=rupiah(batch.packaging_per_pack),
            ),
            per_pack,
        ),
        Step(
            _("Rugi satu {pack}", pack=words.pack)
            if profit < 0
            else _("Untung satu {pack}", pack=words.pack),
            f"{rupiah(price)} - {per_pack}",
            rupiah(profit),
        ),
    )


def spoilage_sentence(costing: Costing, words: Words) -> str:
    """Say what spoiled output adds to each good pack; empty where nothing was spoiled.

    Example:
        >>> from usaha.costing import EXAMPLE, cost_batch
        >>> spoilage_sentence(cost_batch(EXAMPLE)[0], Words())
        'Yang rusak menambah biaya Rp845 tiap bungkus yang baik.'
    """
    added = round_rupiah(costing.spoilage_per_pack)
    if added == 0:
        return ""
    return _(
        "Yang rusak menambah biaya {added} tiap {pack} yang baik.",
        added=format_rupiah(added),
        pack=words.pack,
    )


def margin_sentences(costing: Costing, margin: Number, words: Words) -> tuple[str, str]:
    r"""Say at which price a share of the price stays as profit, and how that is calculated.

    Example:
        >>> from usaha.costing import EXAMPLE, cost_batch
        >>> costing, _ = cost_batch(EXAMPLE)
        >>> print(*margin_sentences(costing, Decimal("0.25"), Words()), sep="\n")
        Supaya 25% dari harga menjadi untung Anda, jual satu bungkus Rp17.500.
        Rp12.783 : (100% - 25%) = Rp17.044, lalu dibulatkan ke atas.
    """
    # From the cost as it is shown, so that anyone can repeat it on a pocket calculator.
    cost = round_rupiah(costing.cost_per_pack)
    exact = suggested_price(cost, margin)
    price, share = shelf_price(exact), format_percent(margin)
    rounding = "" if price == exact else _(", lalu dibulatkan ke atas")
    return (
        _(
            "Supaya {share} dari harga menjadi untung Anda, jual satu {pack} {price}.",
            share=share,
            pack=words.pack,
            price=format_rupiah(price),
        ),
        f"{format_rupiah(cost)} : (100% - {share}) = {format_rupiah(exact)}{rounding}.",
    )
