"""A year of PPh final in plain Indonesian: the result, what to know, the next day, and the steps."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from usaha.costing_report import Step
from usaha.dates import format_date, format_month
from usaha.language import _
from usaha.money import format_percent, format_rupiah
from usaha.rules import find_rule
from usaha.tax import TaxMonth, Taxpayer, may_use_final_tax
from usaha.tax_calendar import Duty


def year_sentence(months: Sequence[TaxMonth]) -> str:
    """Say what the tax of all months is together.

    Args:
        months: of one year, at least one.

    Example:
        >>> from usaha.tax import final_income_tax
        >>> months, _ = final_income_tax({date(2026, 1, 5): 520_000_000})
        >>> year_sentence(months)
        'PPh final Anda tahun 2026 Rp100.000.'
    """
    year, total = months[-1].month.year, sum(row.tax for row in months)
    if total == 0:
        return _("Tahun {year} Anda tidak perlu membayar PPh final.", year=year)
    return _("PPh final Anda tahun {year} {tax}.", year=year, tax=format_rupiah(total))


def next_day_sentence(duties: Iterable[Duty], on: date) -> str:
    """Name the first day that is still to come, and how far away it is.

    Example:
        >>> from usaha.tax_calendar import permit_duties
        >>> day = date(2026, 10, 1)
        >>> next_day_sentence(permit_duties(day, sells_food=True), day)
        'Batas terdekat 17 Oktober 2026, 16 hari lagi: Miliki sertifikat halal untuk makanan dan \
minuman.'
    """
    coming = [duty for duty in duties if duty.day >= on]
    if not coming:
        return _("Semua batas waktu di daftar ini sudah lewat. Periksa satu per satu.")
    first = min(coming, key=lambda duty: duty.day)
    days = (first.day - on).days
    return _(
        "Batas terdekat {day}, {away}: {what}",
        day=format_date(first.day),
        away=_away(days),
        what=first.what,
    )


def _away(days: int) -> str:
    return {0: _("hari ini"), 1: _("besok")}.get(days, _("{days} hari lagi", days=days))


def passed_sentence(duties: Iterable[Duty], on: date) -> str:
    """Say which days have passed; empty where none has.

    Example:
        >>> from usaha.tax_calendar import permit_duties
        >>> day = date(2026, 11, 24)
        >>> passed_sentence(permit_duties(day, sells_food=True), day)
        'Batas 17 Oktober 2026 sudah lewat: Miliki sertifikat halal untuk makanan dan minuman. Jika \
belum, kerjakan sekarang.'
    """
    passed = [duty for duty in duties if duty.day < on]
    if len(passed) > 1:
        return _(
            "{count} batas waktu sudah lewat. Periksa satu per satu di daftarnya.",
            count=len(passed),
        )
    return "".join(
        _(
            "Batas {day} sudah lewat: {what} Jika belum, kerjakan sekarang.",
            day=format_date(duty.day),
            what=duty.what,
        )
        for duty in passed
    )


def room_sentence(months: Sequence[TaxMonth], free: Decimal) -> str:
    """Say how far an individual's year is from the free part, or when it was passed.

    Args:
        months: of one year, at least one.
        free: rupiah a year.

    Example:
        >>> from usaha.tax import final_income_tax
        >>> months, _ = final_income_tax({date(2026, 1, 5): 480_000_000})
        >>> room_sentence(months, Decimal(500_000_000))
        'Omzet setahun Rp480.000.000. Masih Rp20.000.000 sampai batas bebas pajak.'
    """
    total = _("Omzet setahun {total}.", total=format_rupiah(months[-1].cumulative))
    crossed = next((row for row in months if row.cumulative > free), None)
    if crossed is None:
        left = format_rupiah(free - months[-1].cumulative)
        return total + " " + _("Masih {left} sampai batas bebas pajak.", left=left)
    month = format_month(crossed.month)
    return total + " " + _("Batas bebas pajak terlewati pada {month}.", month=month)


def taxpayer_caution(kind: Taxpayer, on: date) -> str:
    """Say what a kind of business must ask first; empty where nothing is to be asked.

    Source: as `may_use_final_tax`; for a cooperative the day of its registration decides.

    Example:
        >>> taxpayer_caution("cooperative", date(2026, 11, 24))
        'Koperasi memakai PPh final paling lama 4 tahun sejak terdaftar. Hitung tahunnya dulu.'
        >>> taxpayer_caution("individual", date(2026, 11, 24))
        ''
    """
    if kind == "cooperative":
        years = find_rule("pph_final_cooperative_years", on).shown
        return _(
            "Koperasi memakai PPh final paling lama {years} tahun sejak terdaftar. "
            "Hitung tahunnya dulu.",
            years=years,
        )
    allowed, sentence = may_use_final_tax(kind, on, on)
    return "" if allowed else sentence


def steps(
    months: Sequence[TaxMonth], rate: Decimal, free: Decimal = Decimal(0)
) -> tuple[Step, ...]:
    """Write down the tax of every month in which there is some, with the figures of the year.

    Args:
        months: of one year, as `final_income_tax` gave them.
        rate: share of 1 that they were taxed with.
        free: rupiah a year that were free; 0 where nothing is.

    Example:
        >>> from usaha.tax import final_income_tax
        >>> months, _ = final_income_tax({date(2026, 1, 1): 490_000_000, date(2026, 2, 1): 40_000_000})
        >>> for step in steps(months, Decimal("0.005"), Decimal(500_000_000)):
        ...     print(*step, sep=" | ")
        Omzet sejak Januari | 2 bulan dijumlahkan | Rp530.000.000
        Omzet kena pajak Februari 2026 | Rp530.000.000 - Rp500.000.000 bebas pajak | Rp30.000.000
        PPh final Februari 2026 | Rp30.000.000 × 0,5% | Rp150.000
    """
    total = format_rupiah(months[-1].cumulative)
    how = _("{count} bulan dijumlahkan", count=len(months))
    found = [Step(_("Omzet sejak Januari"), how, total)]
    for row in months:
        if 0 < row.taxable < row.turnover:
            found.append(_crossing(row, free))
        if row.taxable:
            formula = f"{format_rupiah(row.taxable)} × {format_percent(rate)}"
            name = _("PPh final {month}", month=format_month(row.month))
            found.append(Step(name, formula, format_rupiah(row.tax)))
    return tuple(found)


def _crossing(row: TaxMonth, free: Decimal) -> Step:
    return Step(
        _("Omzet kena pajak {month}", month=format_month(row.month)),
        _(
            "{sold} - {free} bebas pajak",
            sold=format_rupiah(row.cumulative),
            free=format_rupiah(free),
        ),
        format_rupiah(row.taxable),
    )
