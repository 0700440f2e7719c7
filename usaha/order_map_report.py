"""A shop's orders in plain words: where buyers are, when to be there, what is cancelled and why."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from usaha.costing_report import Step
from usaha.dates import format_date
from usaha.importers.orders import Reason
from usaha.language import _
from usaha.marketing_difference import Trial, Verdict, difference
from usaha.money import Number, format_number, format_percent, format_rupiah
from usaha.order_map import REASONS, Group, OrderMap

# Below this many orders one busy day changes every share: a rule of the class.
FEW_ORDERS: Final = 50
_HELP: Final[dict[Reason, str]] = {
    "changed_mind": _("Tulis ukuran, isi, dan ongkir dengan jelas, supaya pembeli tidak ragu."),
    "unpaid": _("Ingatkan lewat chat pembeli yang belum membayar."),
    "changed_order": _(
        "Jelaskan pilihan dan voucher di halaman barang, supaya tidak dipesan ulang."
    ),
    "changed_address": _("Minta pembeli memeriksa alamatnya sebelum paket dikemas."),
    "seller_late": _("Kemas dan kirim pada hari pesanan masuk, atau tulis hari libur toko."),
}


def result_sentence(found: OrderMap) -> str:
    """Say where most buyers are.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> result_sentence(map_orders(make_shop("kuliner", "contoh").orders))
        'Paling banyak pembeli Anda dari Kab. Tangerang: 300 dari 946 pesanan selesai (31,7%).'
    """
    if not found.everything.completed:
        return _("Belum ada pesanan yang selesai, jadi belum ada pembeli yang dapat dihitung.")
    first = found.places[0]
    share = _(
        "{part} dari {whole} pesanan selesai ({share})",
        **_counts(first.completed, found.everything.completed),
    )
    return _("Paling banyak pembeli Anda dari {place}: {share}.", place=first.name, share=share)


def cancelled_sentence(found: OrderMap) -> str:
    """Say how many were cancelled, and why most of them.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> cancelled_sentence(map_orders(make_shop("kuliner", "contoh").orders))
        'Yang batal: 130 dari 1.085 pesanan (12,0%). Alasan tersering: pesanan belum dibayar, 31 kali.'
    """
    total = found.everything
    if not total.cancelled:
        return _("Tidak ada pesanan yang batal.")
    share = _of_orders(total.cancelled, total.orders)
    words = _("Yang batal: {share}.", share=share)
    if (reason := _main_reason(found)) is None:
        return words
    name, count = REASONS[reason], dict(found.reasons)[REASONS[reason]]
    often = _(
        "Alasan tersering: {reason}, {count} kali.", reason=name.lower(), count=format_number(count)
    )
    return f"{words} {often}"


def _main_reason(found: OrderMap) -> Reason | None:
    """Give the reason that was named most often; "another one" is none that helps."""
    codes = {name: code for code, name in REASONS.items() if code != "other"}
    return next((codes[name] for name, _count in found.reasons if name in codes), None)


def time_sentence(found: OrderMap) -> str:
    """Say on which day and at which hour most orders come; empty where no order has a time.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> time_sentence(map_orders(make_shop("kuliner", "contoh").orders))
        'Paling ramai hari Senin, dan antara jam 22.00 dan 23.00.'
    """
    if not found.period:
        return ""
    day = max(found.weekdays, key=lambda pair: pair[1])[0]
    return _(
        "Paling ramai hari {day}, dan antara jam {hours}.", day=day, hours=_busiest_hour(found)
    )


def _busiest_hour(found: OrderMap) -> str:
    hour = max(range(24), key=lambda at: found.hours[at])
    return _("{first} dan {last}", first=clock(hour), last=clock(hour + 1))


def clock(hour: int) -> str:
    """Write a full hour.

    Example:
        >>> clock(9)
        '09.00'
    """
    return _("{hour}.00", hour=f"{hour:02d}")


def cod_sentence(found: OrderMap) -> str:
    """Compare the orders paid on delivery with the others; empty where there are none of either.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> print(cod_sentence(map_orders(make_shop("kuliner", "contoh").orders)))
        Bayar di tempat (COD): 445 dari 1.085 pesanan (41,0%). Dari COD 12,8% batal, \
dari cara lain 11,4%. Selisihnya dapat juga kebetulan.
    """
    cod, rest = found.cod, found.not_cod
    if cod is None or rest is None:
        return ""
    said = _(
        "Bayar di tempat (COD): {share}. Dari COD {cod} batal, dari cara lain {rest}.",
        share=_of_orders(cod.orders, found.everything.orders),
        cod=_percent(cod.cancelled, cod.orders),
        rest=_percent(rest.cancelled, rest.orders),
    )
    if _worse(cod, rest) == "unclear":
        said += " " + _("Selisihnya dapat juga kebetulan.")
    return said


def _worse(cod: Group, rest: Group) -> Verdict:
    """Say which is cancelled more often: B is what is paid on delivery."""
    return difference(Trial(rest.cancelled, rest.orders), Trial(cod.cancelled, cod.orders)).verdict


def average_sentence(found: OrderMap) -> str:
    """Say what one completed order is worth; empty where none was completed."""
    average = found.everything.average
    if average is None:
        return ""
    return _(
        "Nilai rata-rata satu pesanan selesai {average}, tanpa ongkir.",
        average=format_rupiah(average),
    )


def cautions(found: OrderMap) -> tuple[str, ...]:
    """Say how far the figures can be trusted.

    Example:
        >>> from usaha.order_map import map_orders
        >>> cautions(map_orders(()))
        ('Baru 0 pesanan. Bagiannya masih mudah berubah; tambah bulan lain saat mengunduh.',)
    """
    return tuple(_cautions(found))


def _cautions(found: OrderMap) -> Iterator[str]:
    number = format_number
    if (few := found.everything.orders) < FEW_ORDERS:
        yield (
            _(
                "Baru {few} pesanan. Bagiannya masih mudah berubah; tambah bulan lain saat mengunduh.",
                few=few,
            )
        )
    if found.open:
        yield _(
            "{count} pesanan belum selesai. Hitung lagi sesudah selesai.", count=number(found.open)
        )
    if found.returned:
        yield _(
            "{count} pesanan dikembalikan, jadi tidak dihitung selesai.",
            count=number(found.returned),
        )
    if found.timeless:
        yield (
            _(
                "{count} pesanan tidak punya waktu, jadi tidak ikut hitungan hari dan jam.",
                count=number(found.timeless),
            )
        )


def next_steps(found: OrderMap) -> tuple[str, ...]:
    """Say what to do with the counts.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> for line in next_steps(map_orders(make_shop("kuliner", "contoh").orders))[1:3]: print(line)
        Siap membalas chat dan mengirim kabar promo antara jam 22.00 dan 23.00, saat pembeli paling ramai.
        Ingatkan lewat chat pembeli yang belum membayar.
    """
    return tuple(_next_steps(found))


def _next_steps(found: OrderMap) -> Iterator[str]:
    names = [group.name for group in found.places[:3] if group.completed]
    if names:
        yield (
            _(
                "Hitung untung satu pesanan dari {places}. Kalikan dengan jumlah pesanannya: yang terbesar menjadi sasaran iklan.",
                places=", ".join(names),
            )
        )
    if found.period:
        yield (
            _(
                "Siap membalas chat dan mengirim kabar promo antara jam {hours}, saat pembeli paling ramai.",
                hours=_busiest_hour(found),
            )
        )
    if reason := _main_reason(found):
        yield _HELP[reason]
    if found.cod and found.not_cod and _worse(found.cod, found.not_cod) == "B":
        yield (
            _(
                "Kirim pesan kepada pembeli COD sebelum paket berangkat: "
                "tanyakan apakah pesanannya jadi."
            )
        )
    yield _("Data pembeli hanya untuk mengurus pesanan. Jangan dibagikan kepada orang lain.")


def steps(found: OrderMap) -> tuple[Step, ...]:
    """Write down how each share was calculated.

    Example:
        >>> from usaha.shops import make_shop
        >>> from usaha.order_map import map_orders
        >>> for step in steps(map_orders(make_shop("kuliner", "contoh").orders))[:3]:
        ...     print(*step, sep=" | ")
        Bagian yang batal | 130 : 1.085 | 12,0%
        Bagian Kab. Tangerang, dari yang selesai | 300 : 946 | 31,7%
        Bagian COD, dari semua pesanan | 445 : 1.085 | 41,0%
    """
    return tuple(_steps(found))


def _steps(found: OrderMap) -> Iterator[Step]:
    total, cod = found.everything, found.cod
    if total.orders:
        yield _share_step(_("Bagian yang batal"), total.cancelled, total.orders)
    if total.completed:
        first = found.places[0]
        name = _("Bagian {place}, dari yang selesai", place=first.name)
        yield _share_step(name, first.completed, total.completed)
    if cod:
        yield _share_step(_("Bagian COD, dari semua pesanan"), cod.orders, total.orders)
        yield _share_step(_("Bagian COD yang batal"), cod.cancelled, cod.orders)
    if total.average is not None:
        formula = f"{format_rupiah(total.value)} : {format_number(total.completed)}"
        yield Step(_("Nilai rata-rata pesanan selesai"), formula, format_rupiah(total.average))


def count_words(part: int, whole: int) -> str:
    """Say a count with its share of the whole.

    Example:
        >>> count_words(300, 946)
        '300 (31,7%)'
    """
    return f"{format_number(part)} ({_percent(part, whole)})"


def period_words(found: OrderMap) -> str:
    """Say which days the orders are from; empty where no order has a time."""
    if not found.period:
        return ""
    return _(
        "{first} sampai {last}",
        first=format_date(found.period[0]),
        last=format_date(found.period[1]),
    )


def _share_step(name: str, part: int, whole: int) -> Step:
    return Step(name, f"{format_number(part)} : {format_number(whole)}", _percent(part, whole))


def _of_orders(part: int, whole: int) -> str:
    return _("{part} dari {whole} pesanan ({share})", **_counts(part, whole))


def _counts(part: int, whole: int) -> dict[str, str]:
    words = {"part": format_number(part), "whole": format_number(whole)}
    return words | {"share": _percent(part, whole)}


def _percent(part: Number, whole: int) -> str:
    return format_percent(Decimal(part) / whole, 1)
