"""A one-page business plan, checked for agreeing with itself before a bank reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Final

from usaha.costing import LIMIT, Problem
from usaha.credit import CLASS_RATIO_LIMIT, debt_service_ratio
from usaha.money import format_number, format_percent, format_rupiah, round_rupiah
from usaha.startup import break_even_units

# What people round away on one page: a difference of a thousandth, or of a hundred rupiah.
_TOLERANCE: Final = Decimal("0.001")
_SMALL: Final = Decimal(100)
_HIGH_GROWTH: Final = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The figures of a one-page plan as its owner wrote them; rupiah a month unless said otherwise.

    Attributes:
        units: planned sales in units.
        price: rupiah a unit.
        unit_cost: variable cost of a unit: HPP for pricing, packaging, platform fees.
        sales: turnover as written.
        costs_of_sales: variable costs of all units as written.
        fixed_costs: rent, wages, the owner's wage, depreciation.
        owner_wage: the part of `fixed_costs` that is the owner's.
        profit: as written, before instalments.
        capacity: units that can be made.
        capital: rupiah needed to start, working capital included.
        own_money: rupiah of it that the owner brings.
        loan: rupiah of it that is borrowed.
        instalment: of all loans.
        growth: planned growth in the first year, share of 1.
    """

    units: Decimal
    price: Decimal
    unit_cost: Decimal
    sales: Decimal
    costs_of_sales: Decimal
    fixed_costs: Decimal
    owner_wage: Decimal
    profit: Decimal
    capacity: Decimal
    capital: Decimal
    own_money: Decimal
    loan: Decimal = Decimal(0)
    instalment: Decimal = Decimal(0)
    growth: Decimal = Decimal(0)


def check_plan(plan: Plan) -> tuple[Problem, ...]:
    """Find where a plan contradicts itself or reality; an empty answer means that it agrees.

    Args:
        plan: figures that people typed; they may be foolish.

    Returns:
        One problem for each contradiction: the field to look at and an Indonesian next step.

    Example:
        >>> from dataclasses import replace
        >>> check_plan(EXAMPLE)
        ()
        >>> for problem in check_plan(replace(EXAMPLE, units=Decimal(1_400))):
        ...     print(problem.field, "|", problem.message)
        sales | Omzet tertulis Rp15.000.000. Jumlah kali harga memberi Rp21.000.000. Samakan.
        costs_of_sales | Biaya barang tertulis Rp9.000.000. Jumlah kali biaya satuan memberi \
Rp12.600.000. Samakan.
        units | Rencana 1.400 melebihi kemampuan membuat 1.200. Kurangi rencana atau tambah tenaga.
    """
    bad = tuple(_impossible(plan))
    if bad:
        return bad
    return (*_sums(plan), *_reality(plan), *_debt(plan))


def _impossible(plan: Plan) -> Iterator[Problem]:
    for field in fields(plan):
        value: Decimal = getattr(plan, field.name)
        if not value.is_finite() or abs(value) > LIMIT:
            yield Problem(field.name, "Angka ini terlalu besar. Periksa jumlah nolnya.")
        elif value < 0 and field.name not in {"profit", "growth"}:
            yield Problem(field.name, "Angka ini tidak boleh kurang dari nol.")


def _sums(plan: Plan) -> Iterator[Problem]:
    """Compare what is written with what the other figures give."""
    rows = (
        ("sales", "Omzet", plan.sales, "Jumlah kali harga", plan.units * plan.price),
        (
            "costs_of_sales",
            "Biaya barang",
            plan.costs_of_sales,
            "Jumlah kali biaya satuan",
            plan.units * plan.unit_cost,
        ),
        (
            "profit",
            "Laba",
            plan.profit,
            "Omzet dikurangi semua biaya",
            plan.sales - plan.costs_of_sales - plan.fixed_costs,
        ),
        (
            "capital",
            "Modal awal",
            plan.capital,
            "Uang sendiri ditambah pinjaman",
            plan.own_money + plan.loan,
        ),
    )
    for field, name, written, how, right in rows:
        if abs(written - right) > max(_SMALL, abs(right) * _TOLERANCE):
            yield Problem(
                field,
                f"{name} tertulis {format_rupiah(written)}. {how} memberi {format_rupiah(right)}. "
                "Samakan.",
            )


def _reality(plan: Plan) -> Iterator[Problem]:
    if plan.units > plan.capacity:
        yield Problem(
            "units",
            f"Rencana {format_number(plan.units)} melebihi kemampuan membuat "
            f"{format_number(plan.capacity)}. Kurangi rencana atau tambah tenaga.",
        )
    needed = break_even_units(plan.fixed_costs, plan.price, plan.unit_cost)
    if needed is None:
        yield Problem("price", "Harga tidak menutup biaya satu barang. Naikkan harga.")
    elif plan.units < needed:
        yield Problem(
            "units", f"Rencana di bawah titik impas {format_number(needed)}. Cari selisihnya."
        )
    if plan.owner_wage == 0:
        yield Problem("owner_wage", "Gaji Anda belum ada. Masukkan ke biaya tetap.")
    elif plan.owner_wage > plan.fixed_costs:
        yield Problem("fixed_costs", "Biaya tetap lebih kecil daripada gaji Anda. Tambahkan.")
    yield from _growth(plan)


def _growth(plan: Plan) -> Iterator[Problem]:
    if plan.growth >= _HIGH_GROWTH:
        yield Problem(
            "growth",
            f"Tumbuh {format_percent(plan.growth)} dalam setahun sangat tinggi. "
            "Tulis dari mana pembeli dan tenaganya.",
        )
    elif plan.units * (1 + plan.growth) > plan.capacity >= plan.units:
        reached = format_number(round_rupiah(plan.units * (1 + plan.growth)))
        yield Problem(
            "growth",
            f"Setelah tumbuh perlu {reached}, tetapi kemampuan membuat "
            f"{format_number(plan.capacity)}. Tambah alat atau tenaga dalam rencana.",
        )


def _debt(plan: Plan) -> Iterator[Problem]:
    """Look at the instalments against the cash of a month."""
    if plan.instalment == 0:
        if plan.loan > 0:
            yield Problem("instalment", "Pinjaman ada, angsurannya belum. Isi angsuran sebulan.")
        return
    limit = format_percent(CLASS_RATIO_LIMIT)
    if plan.profit <= 0:
        yield Problem("instalment", "Tidak ada laba untuk membayar angsuran. Kecilkan pinjaman.")
        return
    ratio = debt_service_ratio(plan.instalment, plan.profit)
    if ratio > CLASS_RATIO_LIMIT:
        yield Problem(
            "instalment",
            f"Angsuran memakai {format_percent(ratio, 0)} dari laba, di atas patokan {limit}. "
            "Kecilkan pinjaman atau perpanjang waktunya.",
        )


EXAMPLE: Final = Plan(
    units=Decimal(1_000),
    price=Decimal(15_000),
    unit_cost=Decimal(9_000),
    sales=Decimal(15_000_000),
    costs_of_sales=Decimal(9_000_000),
    fixed_costs=Decimal(4_500_000),
    owner_wage=Decimal(2_500_000),
    profit=Decimal(1_500_000),
    capacity=Decimal(1_200),
    capital=Decimal(21_500_000),
    own_money=Decimal(13_500_000),
    loan=Decimal(8_000_000),
    instalment=Decimal(360_000),
    growth=Decimal("0.1"),
)
"""A fictional food stall whose plan agrees with itself."""
