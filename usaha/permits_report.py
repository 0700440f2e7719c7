"""Permits of a product in plain words: the next step, what is late, and how each day was found."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from usaha.costing_report import Step
from usaha.dates import format_date
from usaha.language import _
from usaha.money import Number, format_number, format_rupiah
from usaha.permits import QUESTIONS, Decision, Permit, Product, Size, size_class
from usaha.permits import Step as Errand
from usaha.rules import find_rule

_SHORT: Final[dict[Permit, str]] = {
    "NIB": _("NIB saja"),
    "PIRT": _("nomor PIRT"),
    "MD": _("izin MD"),
    "SIAP_SAJI": _("laik higiene"),
}
_SIZES: Final[dict[Size, str]] = {
    "mikro": _("usaha mikro"),
    "kecil": _("usaha kecil"),
    "menengah": _("usaha menengah"),
    "besar": _("usaha besar"),
}


def next_step_sentence(steps: Sequence[Errand], nib_until: date | None, on: date) -> str:
    """Say the one thing to do next.

    Args:
        steps: from `usaha.permits.permit_steps`.
        nib_until: last day for a NIB; None where there is none.
        on: the day of the case.

    Example:
        >>> from usaha.permits import permit_steps
        >>> next_step_sentence(permit_steps("NIB"), date(2027, 3, 25), date(2027, 3, 20))
        'Langkah berikutnya: Daftar NIB di laman OSS (paling lambat 25 Maret 2027, 5 hari lagi).'
    """
    left = [step for step in steps if not step.done]
    if not left:
        return _("Semua izin yang ditanya di sini sudah ada.")
    words = left[0].words
    if left[0].code == "nib" and nib_until:
        words = f"{words} ({_left_until(nib_until, on)})"
    return _("Langkah berikutnya: {step}.", step=words)


def _left_until(day: date, on: date) -> str:
    days = (day - on).days
    if days < 0:
        return _("sudah lewat sejak {day}", day=format_date(day))
    return _(
        "paling lambat {day}, {count} hari lagi", day=format_date(day), count=format_number(days)
    )


def cautions(
    product: Product,
    steps: Sequence[Errand],
    on: date,
    *,
    nib_until: date | None,
    halal_from: date,
) -> tuple[str, ...]:
    """Say what is late or obligatory already, and is not there.

    Args:
        product: as its maker describes it.
        steps: from `usaha.permits.permit_steps`.
        on: the day of the case.
        nib_until: last day for a NIB; None where there is none.
        halal_from: first day on which food and drink need a halal certificate.

    Example:
        >>> from usaha.permits import permit_steps
        >>> days = {"nib_until": None, "halal_from": date(2026, 10, 17)}
        >>> cautions(Product(food=True), permit_steps("PIRT"), date(2026, 11, 24), **days)
        ('Sertifikat halal sudah wajib sejak 17 Oktober 2026. NIB atau nomor PIRT tidak \
menggantikannya.',)
    """
    done = {step.code for step in steps if step.done}
    found = []
    if nib_until and "nib" not in done and nib_until < on:
        found.append(
            _(
                "Batas waktu NIB pedagang di lokapasar sudah lewat sejak {day}. Daftarkan hari ini.",
                day=format_date(nib_until),
            )
        )
    if product.food and "halal" not in done and on >= halal_from:
        found.append(
            _(
                "Sertifikat halal sudah wajib sejak {day}. NIB atau nomor PIRT tidak menggantikannya.",
                day=format_date(halal_from),
            )
        )
    return tuple(found)


def permit_row(decision: Decision) -> Step:
    """Say at which question the permit was found.

    Example:
        >>> print(*permit_row(Decision("MD", 3, "Pangan beku.")), sep=" | ")
        Izin produk | pertanyaan 3 | izin MD
    """
    number = min(decision.question, len(QUESTIONS))
    return Step(_("Izin produk"), _("pertanyaan {number}", number=number), _SHORT[decision.permit])


def nib_row(
    opened: date, until: date | None, on: date, existing_months: Number, new_months: Number
) -> Step:
    """Say until when a NIB must be there, and from which day that counts.

    Args:
        opened: the first day of selling on a marketplace.
        until: from `usaha.permits.nib_deadline`; None for who does not sell on marketplaces.
        on: the day for which the rules are looked up.
        existing_months: for shops that were open before the rule.
        new_months: for newer ones.

    Raises:
        RuleNotInForceError: the day lies before the rule.

    Example:
        >>> row = nib_row(date(2026, 9, 25), date(2027, 3, 25), date(2026, 11, 24), 18, 6)
        >>> print(*row, sep=" | ")
        Batas waktu NIB | toko baru: 25 September 2026 + 6 bulan | 25 Maret 2027
    """
    name = _("Batas waktu NIB")
    if until is None:
        why = _("Semua usaha memerlukan NIB. Batas waktu di sini untuk penjual di lokapasar.")
        return Step(name, why, _("tidak ada tanggal"))
    start = find_rule("nib_online_sellers", on).effective_from
    if opened < start:
        months = format_number(existing_months)
        how = _("toko lama: {day} + {months} bulan", day=format_date(start), months=months)
    else:
        months = format_number(new_months)
        how = _("toko baru: {day} + {months} bulan", day=format_date(opened), months=months)
    return Step(name, how, format_date(until))


def halal_row(product: Product, first: date, on: date) -> Step:
    """Say whether a halal certificate is obligatory on a day; `first` is the first such day.

    Example:
        >>> row = halal_row(Product(food=True), date(2026, 10, 17), date(2026, 11, 24))
        >>> print(*row, sep=" | ")
        Sertifikat halal | 24 November 2026 sesudah 17 Oktober 2026 | sudah wajib
    """
    name = _("Sertifikat halal")
    if not product.food:
        return Step(name, _("aturan ini untuk makanan dan minuman"), _("tidak dihitung"))
    days = {"day": format_date(on), "first": format_date(first)}
    if on >= first:
        return Step(name, _("{day} sesudah {first}", **days), _("sudah wajib"))
    return Step(name, _("{day} sebelum {first}", **days), _("belum wajib"))


def size_row(sales: Number, on: date, micro_most: Number, small_most: Number) -> Step:
    """Say how large the business is by law; arguments as of `usaha.permits.size_class`.

    Example:
        >>> size_row(180_000_000, date(2026, 11, 24), 2_000_000_000, 15_000_000_000).result
        'usaha mikro'
    """
    how = _(
        "penjualan setahun {sales}; mikro sampai {micro}, kecil sampai {small}",
        sales=format_rupiah(sales),
        micro=format_rupiah(micro_most),
        small=format_rupiah(small_most),
    )
    return Step(_("Kelas usaha"), how, _SIZES[size_class(sales, on, micro_most, small_most)])
