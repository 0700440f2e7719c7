"""A pair of shoes on a marketplace: what it costs, what the marketplace keeps, what the seller wants."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from latihan.notebook import Shown
from latihan.unit import Values
from latihan.units.rows import Row, table
from usaha.draws import Draws
from usaha.fees import FeeTable
from usaha.money import format_percent, format_rupiah
from usaha.rules import Rule, find_rule

CASE_DAY = date(2026, 11, 23)
STEP = Decimal(500)  # rupiah; prices on the shelf end in 000 or 500
ADMIN = find_rule("shopee_admin_fashion", CASE_DAY)
PROGRAM = find_rule("shopee_gratis_ongkir_xtra", CASE_DAY)
ORDER_FEE = find_rule("shopee_order_fee", CASE_DAY)
TAX = find_rule("pph_final_rate", CASE_DAY)
FREE_TURNOVER = find_rule("pph_final_exempt_turnover", CASE_DAY)
HALF_PERCENT = Decimal("0.005")


def draw(d: Draws) -> dict[str, Any]:
    """Draws one kind of shoe and its fees: whole rupiah, and shares of 1 within the dated rules."""
    cost, wrapping = d.step(85_000, 120_000, 1_000), d.step(3_000, 6_000, 250)
    admin = _share(d, Decimal("0.065"), ADMIN.bounds[1])
    program = _share(d, Decimal("0.055"), PROGRAM.bounds[1])
    items = d.pick((2, 3))
    keeps = 1 - admin - program
    # Today's price is what most sellers begin with: it leaves a little, or costs them something.
    whole = (cost + wrapping + ORDER_FEE.number / items) / keeps
    price = int(whole * d.step(95, 112) / 100 // 1_000 * 1_000) + 900
    return {
        "hpp": cost,
        "kemas_kirim": wrapping,
        "tarif_admin": float(admin),
        "tarif_program": float(program),
        "tarif_pajak": float(TAX.number),
        "omzet_setahun": d.step(180_000_000, 420_000_000, 5_000_000),
        "biaya_per_pesanan": int(ORDER_FEE.number),
        "barang_per_pesanan": items,
        "harga_toko": price,
        "untung_rupiah": d.step(18_000, 30_000, 500),
        "margin_target": d.pick((0.15, 0.2, 0.25)),
        "voucher_penjual": d.step(4_000, 10_000, 500),
    }


def _share(d: Draws, low: Decimal, high: Decimal) -> Decimal:
    """Draws a share in half percents, no higher than the rule's upper end."""
    return low + HALF_PERCENT * d.step(0, int((high - low) / HALF_PERCENT))


def fee_table(v: Values) -> FeeTable:
    """Returns the shop's fees as `usaha` reckons with them; a shop below the threshold has no tax."""
    return (
        FeeTable("lokapasar")
        .with_fee("Biaya admin", v.tarif_admin)
        .with_fee("Program gratis ongkir", v.tarif_program)
        .with_order_fee(v.biaya_per_pesanan)
    )


def round_up(number: Decimal) -> Decimal:
    """Returns the next price that can stand on the shelf.

    >>> round_up(Decimal("131200.4")), round_up(Decimal(131500))
    (Decimal('131500'), Decimal('131500'))
    """
    return (number / STEP).to_integral_value(ROUND_CEILING) * STEP


def round_down(number: Decimal) -> Decimal:
    """Returns the price on the shelf that lies below.

    >>> round_down(Decimal("131200.4"))
    Decimal('131000')
    """
    return number // STEP * STEP


def show(given: Mapping[str, Any]) -> Shown:
    """Shows where each tariff comes from, and whether it has been checked."""
    sources = (
        ("tarif_admin", "Biaya admin", ADMIN),
        ("tarif_program", "Program gratis ongkir", PROGRAM),
        ("biaya_per_pesanan", "Biaya proses pesanan", ORDER_FEE),
        ("tarif_pajak", "PPh final", TAX),
        ("", "Omzet orang pribadi yang bebas PPh final", FREE_TURNOVER),
    )
    rows = [
        Row(at, words=label, day=_range(rule), kind=f"{_hers(given, name)}\n{_checked(rule)}")
        for at, (name, label, rule) in enumerate(sources, start=1)
    ]
    return table(
        "Tarif 23 November 2026, contoh. Lihat tarif toko Anda di aplikasi penjual.",
        (
            ("Tarif", lambda row: f"{row.words}\n{row.day}"),
            ("Toko ini", lambda row: row.kind),
        ),
        rows,
    )


def _range(rule: Rule) -> str:
    return f"{rule.shown} menurut {rule.instrument_label}"


def _checked(rule: Rule) -> str:
    return rule.checked_label if rule.certain else f"{rule.checked_label}, pastikan lagi"


def _hers(given: Mapping[str, Any], name: str) -> str:
    """Returns what holds for this shop: its turnover lies below the threshold."""
    if name == "biaya_per_pesanan":
        return format_rupiah(given[name])
    if name in {"tarif_admin", "tarif_program"}:
        return format_percent(given[name])
    return "belum kena" if name else "di bawah batas"
