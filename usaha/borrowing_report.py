"""A loan in plain words: the result, whether it can be borne, another offer, and the steps."""

from decimal import Decimal

from usaha.borrowing import Offer, Weighed, Wish
from usaha.costing_report import Step
from usaha.credit import CLASS_RATIO_LIMIT, Instalment
from usaha.language import _
from usaha.money import format_percent, format_rupiah

_EVERY = {"week": _("minggu"), "month": _("bulan")}


def result_sentences(wish: Wish, weighed: Weighed) -> tuple[str, str]:
    r"""Say what is paid each month and what the loan costs until it is paid back.

    Example:
        >>> from datetime import date
        >>> from usaha.borrowing import EXAMPLE, weigh
        >>> print(*result_sentences(EXAMPLE, weigh(EXAMPLE, date(2026, 11, 24))[0]), sep="\n")
        Angsuran Anda Rp912.658 sebulan selama 36 bulan.
        Bunga sampai lunas Rp2.855.692.
    """
    return (
        _(
            "Angsuran Anda {payment} sebulan selama {months} bulan.",
            payment=format_rupiah(weighed.payment),
            months=wish.months,
        ),
        _("Bunga sampai lunas {interest}.", interest=format_rupiah(weighed.interest)),
    )


def burden_sentence(weighed: Weighed) -> str:
    """Say whether the business can bear all instalments, by the rule of the class.

    Example:
        >>> from datetime import date
        >>> from usaha.borrowing import EXAMPLE, weigh
        >>> burden_sentence(weigh(EXAMPLE, date(2026, 11, 24))[0])
        'Semua angsuran memakai 24% dari sisa uang usaha, masih dalam patokan 30%.'
    """
    if weighed.ratio is None:
        return _(
            "Belum ada sisa uang usaha untuk mengangsur. Perbaiki dulu uang masuk dan keluarnya."
        )
    limit = format_percent(CLASS_RATIO_LIMIT)
    # A ratio just above the limit must not be shown as the limit itself.
    near = round(weighed.ratio, 2) == CLASS_RATIO_LIMIT != weighed.ratio
    places = 2 if near else 0
    share = format_percent(weighed.ratio, places)
    if weighed.bearable:
        return _(
            "Semua angsuran memakai {share} dari sisa uang usaha, masih dalam patokan {limit}.",
            share=share,
            limit=limit,
        )
    return _(
        "Semua angsuran memakai {share} dari sisa uang usaha, di atas patokan {limit}. "
        "Kecilkan pinjaman atau perpanjang waktunya.",
        share=share,
        limit=limit,
    )


def largest_sentence(wish: Wish, weighed: Weighed) -> str:
    """Say how much the business could borrow for as many months.

    Example:
        >>> from datetime import date
        >>> from usaha.borrowing import EXAMPLE, weigh
        >>> largest_sentence(EXAMPLE, weigh(EXAMPLE, date(2026, 11, 24))[0])
        'Menurut patokan, pinjaman paling besar untuk 36 bulan kira-kira Rp39.600.000.'
    """
    if weighed.largest == 0:
        return _("Menurut patokan, belum ada ruang untuk angsuran baru.")
    return _(
        "Menurut patokan, pinjaman paling besar untuk {months} bulan kira-kira {largest}.",
        months=wish.months,
        largest=format_rupiah(weighed.largest),
    )


def offer_sentence(wish: Wish, weighed: Weighed) -> str:
    """Compare the other offer with this loan, interest against interest; empty without an offer.

    Example:
        >>> from datetime import date
        >>> from usaha.borrowing import EXAMPLE, weigh
        >>> offer_sentence(EXAMPLE, weigh(EXAMPLE, date(2026, 11, 24))[0])
        'Tawaran lain Rp420.000 tiap minggu, 100 kali: bunganya Rp12.000.000, lebih mahal Rp9.144.308. \
Setara bunga 37% setahun.'
    """
    if wish.offer is None or weighed.offer_interest is None:
        return ""
    offer = _offered(wish.offer)
    if weighed.offer_interest < 0:
        return _("{offer}: jumlahnya belum mengembalikan pinjaman. Periksa angkanya.", offer=offer)
    interest = format_rupiah(weighed.offer_interest)
    said = _(
        "{offer}: bunganya {interest}, {differs}.",
        offer=offer,
        interest=interest,
        differs=_differs(weighed.offer_interest - weighed.interest),
    )
    if weighed.offer_rate is None:
        return said
    rate = format_percent(weighed.offer_rate, 0)
    return said + " " + _("Setara bunga {rate} setahun.", rate=rate)


def _differs(more: int) -> str:
    if more > 0:
        return _("lebih mahal {amount}", amount=format_rupiah(more))
    return _("lebih murah {amount}", amount=format_rupiah(-more)) if more else _("sama besar")


def _offered(offer: Offer) -> str:
    every = _EVERY[offer.every]
    payment = format_rupiah(offer.payment)
    return _(
        "Tawaran lain {payment} tiap {every}, {times} kali",
        payment=payment,
        every=every,
        times=offer.times,
    )


def told_months(rows: tuple[Instalment, ...]) -> tuple[Instalment, ...]:
    """Choose the months that tell the story of a loan: the first, the middle and the last one.

    Example:
        >>> from usaha.credit import schedule
        >>> rows = schedule(1_200_000, Decimal("0.06"), 12, "annuity")
        >>> [row.number for row in told_months(rows)], len(told_months(rows[:1]))
        ([1, 6, 12], 1)
    """
    places = sorted({1, max(1, len(rows) // 2), len(rows)})
    return tuple(rows[place - 1] for place in places)


def steps(wish: Wish, weighed: Weighed, yearly_rate: Decimal) -> tuple[Step, ...]:
    """Write the whole calculation down with the owner's own numbers.

    Args:
        wish: what was asked for.
        weighed: what came out.
        yearly_rate: share of 1 that was calculated with.

    Example:
        >>> from datetime import date
        >>> from usaha.borrowing import EXAMPLE, weigh
        >>> weighed, _ = weigh(EXAMPLE, date(2026, 11, 24))
        >>> for step in steps(EXAMPLE, weighed, Decimal("0.06"))[:4]:
        ...     print(*step, sep=" | ")
        Bunga sebulan | 6% : 12 bulan | 0,5%
        Bunga di angsuran pertama | 0,5% × Rp30.000.000 | Rp150.000
        Pokok di angsuran pertama | Rp912.658 - Rp150.000 | Rp762.658
        Total bayar | 36 angsuran dijumlahkan | Rp32.855.692
    """
    first = weighed.loan.rows[0]
    monthly = _percent(yearly_rate / 12)
    lent, payment = format_rupiah(wish.principal), format_rupiah(first.payment)
    interest, total = format_rupiah(first.interest), format_rupiah(weighed.total)
    return (
        Step(_("Bunga sebulan"), _("{rate} : 12 bulan", rate=_percent(yearly_rate)), monthly),
        Step(_("Bunga di angsuran pertama"), f"{monthly} × {lent}", interest),
        Step(
            _("Pokok di angsuran pertama"),
            f"{payment} - {interest}",
            format_rupiah(first.principal),
        ),
        Step(_("Total bayar"), _("{months} angsuran dijumlahkan", months=wish.months), total),
        Step(_("Bunga sampai lunas"), f"{total} - {lent}", format_rupiah(weighed.interest)),
        *_burden_steps(wish, weighed),
    )


def _burden_steps(wish: Wish, weighed: Weighed) -> tuple[Step, ...]:
    if weighed.ratio is None:
        return ()
    cash, others = format_rupiah(wish.net_cash), format_rupiah(wish.other_payments)
    return (
        Step(
            _("Rasio angsuran"),
            f"({format_rupiah(weighed.payment)} + {others}) : {cash}",
            format_percent(weighed.ratio, 1),
        ),
        Step(
            _("Angsuran baru paling banyak"),
            f"{cash} × {format_percent(CLASS_RATIO_LIMIT)} - {others}",
            format_rupiah(weighed.room),
        ),
    )


def _percent(share: Decimal) -> str:
    """Print a rate with as many decimals as it has, at most four."""
    return format_percent(round(share, 6))
