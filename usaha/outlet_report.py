"""An outlet's plan in plain words: the result, the cautions, what moves it, and the steps."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from usaha.costing_report import Step
from usaha.language import _
from usaha.money import format_number, format_percent, format_rupiah
from usaha.outlet import Outlet, OutletPlan, plan_outlet

# Below this share of the plan one weak week makes a loss: a rule of the class, not a law.
THIN_SAFETY: Final = Decimal("0.1")
_CHANGE: Final = Decimal("0.1")


def result_sentences(outlet: Outlet, plan: OutletPlan, unit: str) -> tuple[str, str, str]:
    r"""Say from which sale on the outlet pays, what the plan brings, and what it takes to open.

    Args:
        outlet: the owner's figures.
        plan: made of them.
        unit: what is counted, such as ``porsi``.

    Example:
        >>> from usaha.outlet import EXAMPLE
        >>> print(*result_sentences(EXAMPLE, plan_outlet(EXAMPLE)[0], "porsi"), sep="\n")
        Supaya tidak rugi, jual paling sedikit 600 porsi sebulan, kira-kira 24 porsi sehari.
        Dengan rencana 850 porsi, Anda untung Rp2.775.000 sebulan.
        Siapkan modal awal Rp15.710.000. Modal itu kembali dalam 5,4 bulan.
    """
    return _break_even(plan, unit), _profit(outlet, plan, unit), _capital(plan)


def _break_even(plan: OutletPlan, unit: str) -> str:
    if plan.break_even is None or plan.daily is None:
        return _("Harga ini tidak menutup biaya satu {unit}, berapa pun yang terjual.", unit=unit)
    if plan.break_even == 0:
        return _("Tidak ada biaya tetap, jadi sejak {unit} pertama Anda tidak rugi.", unit=unit)
    return _(
        "Supaya tidak rugi, jual paling sedikit {count} {unit} sebulan, "
        "kira-kira {daily} {unit} sehari.",
        count=format_number(plan.break_even),
        daily=format_number(plan.daily),
        unit=unit,
    )


def _profit(outlet: Outlet, plan: OutletPlan, unit: str) -> str:
    count, amount = format_number(outlet.units), format_rupiah(abs(plan.profit))
    if plan.profit == 0:
        return _(
            "Dengan rencana {count} {unit}, Anda tidak untung dan tidak rugi.",
            count=count,
            unit=unit,
        )
    if plan.profit > 0:
        return _(
            "Dengan rencana {count} {unit}, Anda untung {profit} sebulan.",
            count=count,
            unit=unit,
            profit=amount,
        )
    return _(
        "Dengan rencana {count} {unit}, Anda rugi {loss} sebulan.",
        count=count,
        unit=unit,
        loss=amount,
    )


def _capital(plan: OutletPlan) -> str:
    needed = _("Siapkan modal awal {capital}.", capital=format_rupiah(plan.capital))
    if plan.payback is None:
        return needed + " " + _("Dengan rencana ini modal itu tidak kembali.")
    months = format_number(plan.payback, 1)
    return needed + " " + _("Modal itu kembali dalam {months} bulan.", months=months)


def cautions(outlet: Outlet, plan: OutletPlan, unit: str) -> tuple[str, ...]:
    """Name what the owner should look at, kindly and with a next step.

    Example:
        >>> from usaha.outlet import EXAMPLE
        >>> outlet = replace(EXAMPLE, units=Decimal(520))
        >>> cautions(outlet, plan_outlet(outlet)[0], "porsi")
        ('Rencana Anda kurang 80 porsi dari titik impas. Tambah penjualan, atau kecilkan biaya tetap \
sebelum membuka.',)
    """
    found = []
    if outlet.owner_wage == 0:
        found.append(
            _(
                "Gaji Anda belum dihitung. Bila Anda sakit, orang lain harus dibayar: isi gaji yang wajar."
            )
        )
    if plan.working_capital <= 0:
        found.append(
            _("Modal kerja masih kosong. Sesudah alat terbeli, Anda masih perlu uang putar.")
        )
    if sale := _sale_caution(outlet, plan, unit):
        found.append(sale)
    return tuple(found)


def _sale_caution(outlet: Outlet, plan: OutletPlan, unit: str) -> str:
    if plan.break_even is None:
        cost = format_rupiah(plan.variable_cost)
        return _(
            "Naikkan harga di atas {cost}, yaitu biaya satu {unit}, atau cari bahan yang lebih hemat.",
            cost=cost,
            unit=unit,
        )
    short = plan.break_even - outlet.units
    if short > 0:
        return _(
            "Rencana Anda kurang {short} {unit} dari titik impas. "
            "Tambah penjualan, atau kecilkan biaya tetap sebelum membuka.",
            short=format_number(short),
            unit=unit,
        )
    if plan.safety is not None and plan.safety < THIN_SAFETY:
        return _(
            "Jaraknya tipis: penjualan turun {share} saja, untung habis. Sediakan uang jaga-jaga.",
            share=format_percent(plan.safety, 0),
        )
    return ""


def change_sentences(outlet: Outlet, plan: OutletPlan, unit: str) -> tuple[str, ...]:
    """Say where break-even goes when the price falls or the fixed costs grow by a tenth.

    Returns:
        Two sentences; none where there is no break-even to compare with.

    Example:
        By hand: 6.660.000 / (18.450 - 9.400) = 735,9; (6.350.000 × 1,1 + 310.000) / 11.100 = 657,2.

        >>> from usaha.outlet import EXAMPLE
        >>> for sentence in change_sentences(EXAMPLE, plan_outlet(EXAMPLE)[0], "porsi"):
        ...     print(sentence)
        Jika harga turun 10%, titik impas menjadi 736 porsi.
        Jika sewa dan gaji naik 10%, titik impas menjadi 658 porsi.
    """
    if plan.break_even is None:
        return ()
    cheaper = replace(outlet, price=outlet.price * (1 - _CHANGE))
    more = 1 + _CHANGE
    dearer = replace(
        outlet,
        rent=outlet.rent * more,
        wages=outlet.wages * more,
        owner_wage=outlet.owner_wage * more,
    )
    share = format_percent(_CHANGE)
    return (
        _("Jika harga turun {share}, {result}", share=share, result=_moved(cheaper, unit)),
        _("Jika sewa dan gaji naik {share}, {result}", share=share, result=_moved(dearer, unit)),
    )


def _moved(outlet: Outlet, unit: str) -> str:
    plan, _problems = plan_outlet(outlet)
    if plan is None:  # a figure grew beyond what a form takes
        return _("angkanya terlalu besar untuk dihitung.")
    if plan.break_even is None:
        return _("satu {unit} tidak lagi menutup biayanya.", unit=unit)
    return _("titik impas menjadi {count} {unit}.", count=format_number(plan.break_even), unit=unit)


def steps(outlet: Outlet, plan: OutletPlan, unit: str) -> tuple[Step, ...]:
    """Write the whole calculation down with the owner's own numbers.

    Example:
        >>> from usaha.outlet import EXAMPLE
        >>> for step in steps(EXAMPLE, plan_outlet(EXAMPLE)[0], "porsi")[3:6]:
        ...     print(*step, sep=" | ")
        Biaya satu porsi | Rp7.400 + Rp900 + Rp1.100 | Rp9.400
        Untung satu porsi | Rp20.500 - Rp9.400 | Rp11.100
        Titik impas | Rp6.660.000 : Rp11.100, dibulatkan naik | 600 porsi
    """
    return (*_capital_steps(outlet, plan), *_sale_steps(outlet, plan, unit))


def _capital_steps(outlet: Outlet, plan: OutletPlan) -> tuple[Step, ...]:
    held = _sum(outlet.stock, outlet.receivables, outlet.cash_reserve)
    fixed = _sum(outlet.rent, outlet.wages, outlet.owner_wage, outlet.other_fixed)
    wear = format_rupiah(plan.depreciation)
    return (
        Step(
            _("Modal kerja: stok, piutang, dan uang jaga-jaga, dikurangi utang"),
            f"{held} - {format_rupiah(outlet.payables)}",
            format_rupiah(plan.working_capital),
        ),
        Step(
            _("Modal awal: alat, persiapan, dan modal kerja"),
            _sum(outlet.equipment, outlet.preparation, plan.working_capital),
            format_rupiah(plan.capital),
        ),
        Step(
            _("Biaya tetap sebulan: sewa, gaji, lainnya, dan penyusutan alat"),
            f"{fixed} + {wear}",
            format_rupiah(plan.fixed_costs),
        ),
    )


def _sale_steps(outlet: Outlet, plan: OutletPlan, unit: str) -> tuple[Step, ...]:
    fixed, left = format_rupiah(plan.fixed_costs), format_rupiah(plan.left)
    first = (
        Step(
            _("Biaya satu {unit}", unit=unit),
            _sum(outlet.materials, outlet.packaging, outlet.platform_fee),
            format_rupiah(plan.variable_cost),
        ),
        Step(
            _("Untung satu {pack}", pack=unit),
            f"{format_rupiah(outlet.price)} - {format_rupiah(plan.variable_cost)}",
            left,
        ),
    )
    profit = Step(
        _("Untung sebulan dengan rencana Anda"),
        f"{format_number(outlet.units)} × {left} - {fixed}",
        format_rupiah(plan.profit),
    )
    if plan.break_even is None:
        return (*first, profit)
    return (
        *first,
        _units_step(_("Titik impas"), f"{fixed} : {left}", plan.break_even, unit),
        profit,
        *_target_step(outlet, plan, unit),
        *_payback_step(plan),
    )


def _target_step(outlet: Outlet, plan: OutletPlan, unit: str) -> tuple[Step, ...]:
    if plan.for_target is None or outlet.target_profit == 0:
        return ()
    wanted = format_rupiah(outlet.target_profit)
    how = f"({format_rupiah(plan.fixed_costs)} + {wanted}) : {format_rupiah(plan.left)}"
    return (
        _units_step(_("Supaya untung {wanted} sebulan", wanted=wanted), how, plan.for_target, unit),
    )


def _payback_step(plan: OutletPlan) -> tuple[Step, ...]:
    if plan.payback is None:
        return ()
    wear = format_rupiah(plan.depreciation)
    return (
        Step(
            _("Modal kembali: penyusutan ditambahkan lagi, karena uangnya tidak keluar"),
            f"{format_rupiah(plan.capital)} : ({format_rupiah(plan.profit)} + {wear})",
            _("{months} bulan", months=format_number(plan.payback, 1)),
        ),
    )


def _units_step(name: str, formula: str, units: int, unit: str) -> Step:
    return Step(
        name,
        _("{formula}, dibulatkan naik", formula=formula),
        _("{count} {unit}", count=format_number(units), unit=unit),
    )


def _sum(*amounts: Decimal) -> str:
    """Write a sum out; what is nothing is left away."""
    shown = [format_rupiah(amount) for amount in amounts if amount]
    return " + ".join(shown) or format_rupiah(0)
