"""A marketplace price in plain Indonesian: the result, the cautions, where the money goes, the steps."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from usaha.costing_report import THIN_MARGIN, Step
from usaha.fees import FeeTable
from usaha.language import _
from usaha.listing import Listing, Priced
from usaha.money import format_number, format_percent, format_rupiah, round_rupiah
from usaha.rules import Rule


class Share(NamedTuple):
    """Where a part of the price goes: whole rupiah; the parts of one price add up to it."""

    key: str
    label: str
    rupiah: int


def result_sentences(listing: Listing, priced: Priced, unit: str) -> tuple[str, str]:
    r"""Say what is left of the price, and of that after the item's own cost.

    Args:
        listing: one item.
        priced: what `price_listing` gave for it.
        unit: the word for one item, such as ``pasang``.

    Example:
        >>> from usaha.listing import EXAMPLE, price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> priced, _ = price_listing(EXAMPLE, table)
        >>> print(*result_sentences(EXAMPLE, priced, "pasang"), sep="\n")
        Dari harga Rp162.900, yang sampai kepada Anda Rp136.211.
        Sesudah HPP dan kardus, Anda untung Rp14.211 tiap pasang.
    """
    price = format_rupiah(listing.price)
    if listing.voucher:
        price = _(
            "{price} dengan voucher {voucher}", price=price, voucher=format_rupiah(listing.voucher)
        )
    received = _(
        "Dari harga {price}, yang sampai kepada Anda {received}.",
        price=price,
        received=format_rupiah(priced.received),
    )
    if priced.profit == 0:
        return received, _("Sesudah HPP dan kardus, Anda tidak untung dan tidak rugi.")
    amount = format_rupiah(abs(priced.profit))
    if priced.profit > 0:
        outcome = _(
            "Sesudah HPP dan kardus, Anda untung {profit} tiap {unit}.", profit=amount, unit=unit
        )
    else:
        outcome = _("Sesudah HPP dan kardus, Anda rugi {loss} tiap {unit}.", loss=amount, unit=unit)
    return received, outcome


def advice(listing: Listing, priced: Priced, unit: str) -> tuple[str, str]:
    r"""Say which price loses nothing, and which one leaves the wanted profit.

    Example:
        >>> from usaha.listing import EXAMPLE, price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> priced, _ = price_listing(EXAMPLE, table)
        >>> print(*advice(EXAMPLE, priced, "pasang"), sep="\n")
        Harga impas Rp145.982. Di bawah harga ini Anda rugi.
        Supaya untung Rp22.500 tiap pasang, pasang harga Rp173.000.
    """
    lowest = _(
        "Harga impas {price}. Di bawah harga ini Anda rugi.", price=format_rupiah(priced.break_even)
    )
    if not (listing.profit or listing.margin):
        return lowest, _("Isi untung yang Anda inginkan untuk melihat harganya.")
    return lowest, _(
        "Supaya untung {wish} tiap {unit}, pasang harga {price}.",
        wish=_wish(listing),
        unit=unit,
        price=format_rupiah(priced.shelf),
    )


def _wish(listing: Listing) -> str:
    if listing.margin:
        return _("{share} dari harga", share=format_percent(listing.margin))
    return format_rupiah(listing.profit)


def cautions(listing: Listing, priced: Priced, table: FeeTable) -> tuple[str, ...]:
    """Name what the seller should look at, with a next step.

    Example:
        >>> from dataclasses import replace
        >>> from usaha.listing import EXAMPLE, price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> low = replace(EXAMPLE, price=Decimal(140_000))
        >>> cautions(low, price_listing(low, table)[0], table)
        ('Harga ini di bawah harga impas. Naikkan ke Rp146.000 atau lebih, atau kecilkan voucher dan \
biaya.',)
    """
    found = []
    if listing.cost == 0:
        found.append(_("HPP belum diisi. Tanpa HPP, semua uang tampak seperti untung."))
    if not table.fees or table.rate == 0:
        found.append(_("Potongan belum diisi. Lihat rincian satu pesanan di aplikasi penjual."))
    if priced.profit < 0:
        safe = format_rupiah(-(-priced.break_even // 500) * 500)
        found.append(
            _(
                "Harga ini di bawah harga impas. Naikkan ke {safe} atau lebih, "
                "atau kecilkan voucher dan biaya.",
                safe=safe,
            )
        )
    elif priced.profit < round_rupiah(listing.price) * THIN_MARGIN:
        found.append(_("Untungnya tipis. Satu retur atau satu voucher dapat menghabiskannya."))
    return tuple(found)


def rate_caution(name: str, rate: Decimal | None, rule: Rule | None) -> str:
    """Ask to look again where a rate is not hers or lies outside of what is known; empty otherwise.

    Example:
        >>> from datetime import date
        >>> from usaha.rules import find_rule
        >>> rule = find_rule("shopee_admin_food", date(2026, 11, 23))
        >>> rate_caution("Biaya admin", Decimal("0.8"), rule)
        'Biaya admin 80% di luar 6,5% sampai 10% yang kami ketahui. Cocokkan lagi dengan aplikasi \
penjual.'
        >>> rate_caution("Biaya admin", Decimal("0.08"), rule)
        ''
    """
    if rule is None or rule.kind != "range":
        return ""
    low, high = rule.bounds
    if rate is None:
        return _(
            "{name} belum diisi, jadi dipakai yang tertinggi, {high}. "
            "Isi angka dari aplikasi penjual.",
            name=name,
            high=format_percent(high),
        )
    if low <= rate <= high:
        return ""
    return _(
        "{name} {rate} di luar {known} yang kami ketahui. Cocokkan lagi dengan aplikasi penjual.",
        name=name,
        rate=format_percent(rate),
        known=rule.shown,
    )


def next_steps(listing: Listing, priced: Priced) -> tuple[str, ...]:
    """Say what to do with the result.

    Example:
        >>> from usaha.listing import EXAMPLE, price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> next_steps(EXAMPLE, price_listing(EXAMPLE, table)[0])[0]
        'Bandingkan Rp173.000 dengan harga barang lain yang mutunya sama. Terlalu mahal? Cari biaya yang \
dapat dikurangi.'
    """
    wanted = priced.shelf if listing.profit or listing.margin else priced.break_even
    return (
        _(
            "Bandingkan {price} dengan harga barang lain yang mutunya sama. "
            "Terlalu mahal? Cari biaya yang dapat dikurangi.",
            price=format_rupiah(wanted),
        ),
        _(
            "Buka rincian satu pesanan selesai di aplikasi penjual. Cocokkan tiap potongan dengan isian."
        ),
        _("Hitung lagi bila tarif, harga bahan, atau voucher berubah."),
    )


def price_shares(listing: Listing, priced: Priced) -> tuple[Share, ...]:
    """Split the price on the shelf into where it goes; a loss is what the price lacks.

    Example:
        >>> from usaha.listing import EXAMPLE, price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> shares = price_shares(EXAMPLE, price_listing(EXAMPLE, table)[0])
        >>> [(part.label, part.rupiah) for part in shares]
        [('HPP', 118000), ('Kardus dan lakban', 4000), ('Biaya admin', 26064), \
('Biaya pesanan', 625), ('Untung Anda', 14211)]
        >>> sum(part.rupiah for part in shares)
        162900
    """
    # Rounded together, so that the parts add up although both amounts may hold half rupiah.
    packing = round_rupiah(listing.own_cost) - round_rupiah(listing.cost)
    parts = [
        Share("material", _("HPP"), round_rupiah(listing.cost)),
        Share("packaging", _("Kardus dan lakban"), packing),
        *(Share("fee", line.name, line.rupiah) for line in priced.kept),
        Share("voucher", _("Voucher dari Anda"), _voucher(listing, priced)),
    ]
    if priced.profit > 0:
        parts.append(Share("profit", _("Untung Anda"), priced.profit))
    elif priced.profit < 0:
        parts.append(Share("loss", _("Rugi: tidak tertutup harga"), -priced.profit))
    return tuple(part for part in parts if part.rupiah)


def _voucher(listing: Listing, priced: Priced) -> int:
    kept = sum(line.rupiah for line in priced.kept)
    return round_rupiah(listing.price) - kept - priced.received


def steps(listing: Listing, priced: Priced, table: FeeTable, unit: str) -> tuple[Step, ...]:
    """Write the whole calculation down with the seller's own numbers.

    Example:
        >>> from usaha.listing import EXAMPLE, price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> priced, _ = price_listing(EXAMPLE, table)
        >>> for step in steps(EXAMPLE, priced, table, "pasang")[2:]:
        ...     print(*step, sep=" | ")
        Uang yang Anda terima | Rp162.900 - Rp26.689 | Rp136.211
        Untung satu pasang | Rp136.211 - HPP Rp118.000 - kardus Rp4.000 | Rp14.211
        Harga impas | (Rp122.000 + Rp625) : (100% - 16%) | Rp145.982
        Harga untuk untung Rp22.500 | (Rp144.500 + Rp625) : (100% - 16%) | Rp172.768
        Harga pajang | dibulatkan naik ke kelipatan Rp500 | Rp173.000
    """
    return (
        *(Step(line.name, line.how, format_rupiah(line.rupiah)) for line in priced.kept),
        *_received_steps(listing, priced, unit),
        *_price_steps(listing, priced, table),
    )


def _received_steps(listing: Listing, priced: Priced, unit: str) -> Iterator[Step]:
    rupiah = format_rupiah
    kept = sum(line.rupiah for line in priced.kept)
    paid = rupiah(listing.price)
    if listing.voucher:
        paid = _("{price} - voucher {voucher}", price=paid, voucher=rupiah(listing.voucher))
    yield Step(_("Uang yang Anda terima"), f"{paid} - {rupiah(kept)}", rupiah(priced.received))
    how = _("{received} - HPP {cost}", received=rupiah(priced.received), cost=rupiah(listing.cost))
    if listing.packing:
        how = _("{how} - kardus {packing}", how=how, packing=rupiah(listing.packing))
    yield Step(
        _("Rugi satu {pack}", pack=unit)
        if priced.profit < 0
        else _("Untung satu {pack}", pack=unit),
        how,
        rupiah(priced.profit),
    )


def _price_steps(listing: Listing, priced: Priced, table: FeeTable) -> Iterator[Step]:
    yield Step(
        _("Harga impas"),
        _division(listing, table, listing.own_cost),
        format_rupiah(priced.break_even),
    )
    if not (listing.profit or listing.margin):
        return
    net = listing.own_cost + listing.profit
    yield Step(
        _("Harga untuk untung {wish}", wish=_wish(listing)),
        _division(listing, table, net, listing.margin),
        format_rupiah(priced.wanted),
    )
    rounded = _("dibulatkan naik ke kelipatan {amount}", amount=format_rupiah(500))
    yield Step(_("Harga pajang"), rounded, format_rupiah(priced.shelf))


def _division(listing: Listing, table: FeeTable, net: Decimal, margin: Decimal = Decimal(0)) -> str:
    """Write the formula; a voucher or a cap has none that fits a pocket calculator."""
    if listing.voucher or any(fee.cap is not None for fee in table.fees):
        wish = format_rupiah(net)
        if margin:
            wish = _("{amount} dan {share} dari harga", amount=wish, share=format_percent(margin))
        return _("harga terendah yang menyisakan {wish} sesudah semua potongan", wish=wish)
    fee = f" + {format_rupiah(table.order_fee / listing.items)}" if table.order_fee else ""
    rest = f" - {format_percent(margin)}" if margin else ""
    return f"({format_rupiah(net)}{fee}) : (100% - {format_percent(table.rate)}{rest})"


def markup_sentence(listing: Listing, priced: Priced, table: FeeTable) -> str:
    """Show what the usual mistake leads to: the percentages added to the cost instead of divided.

    Example:
        >>> from usaha.listing import EXAMPLE
        >>> from usaha.listing import price_listing
        >>> table = FeeTable("Shopee").with_fee("Biaya admin", 0.16).with_order_fee(1250)
        >>> markup_sentence(EXAMPLE, price_listing(EXAMPLE, table)[0], table)
        'Biaya ditambah 16% hanya menjadi Rp142.245, di bawah harga impas Rp145.982. Potongan dihitung \
dari harga jual, jadi biaya dibagi, bukan ditambah.'
    """
    cost = listing.own_cost + table.order_fee / listing.items
    added = cost * (1 + table.rate)
    if listing.voucher or round_rupiah(added) >= priced.break_even:
        return ""
    return _(
        "Biaya ditambah {share} hanya menjadi {added}, di bawah harga impas {price}. "
        "Potongan dihitung dari harga jual, jadi biaya dibagi, bukan ditambah.",
        share=format_percent(table.rate),
        added=format_rupiah(added),
        price=format_rupiah(priced.break_even),
    )


def items_sentence(listing: Listing, table: FeeTable) -> str:
    """Say how the fee for an order is shared by its items; empty where there is none.

    Example:
        >>> from usaha.listing import EXAMPLE
        >>> items_sentence(EXAMPLE, FeeTable("Shopee").with_order_fee(1250))
        'Biaya pesanan Rp1.250 ditanggung 2 barang bersama. Pesanan yang lebih besar meringankannya.'
    """
    if not table.order_fee:
        return ""
    fee = format_rupiah(table.order_fee)
    if listing.items == 1:
        return _(
            "Biaya pesanan {fee} ditanggung satu barang sendiri. "
            "Pesanan yang lebih besar meringankannya.",
            fee=fee,
        )
    return _(
        "Biaya pesanan {fee} ditanggung {count} barang bersama. "
        "Pesanan yang lebih besar meringankannya.",
        fee=fee,
        count=format_number(listing.items),
    )
