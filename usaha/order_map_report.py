"""A shop's orders in plain Indonesian: where buyers are, when to be there, what is cancelled and why."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from usaha.costing_report import Step
from usaha.dates import format_date
from usaha.importers.orders import Reason
from usaha.marketing_difference import Trial, Verdict, difference
from usaha.money import Number, format_number, format_percent, format_rupiah
from usaha.order_map import REASONS, Group, OrderMap

# Below this many orders one busy day changes every share: a rule of the class.
FEW_ORDERS: Final = 50
_HELP: Final[dict[Reason, str]] = {
    "changed_mind": "Tulis ukuran, isi, dan ongkir dengan jelas, supaya pembeli tidak ragu.",
    "unpaid": "Ingatkan lewat chat pembeli yang belum membayar.",
    "changed_order": "Jelaskan pilihan dan voucher di halaman barang, supaya tidak dipesan ulang.",
    "changed_address": "Minta pembeli memeriksa alamatnya sebelum paket dikemas.",
    "seller_late": "Kemas dan kirim pada hari pesanan masuk, atau tulis hari libur toko.",
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
        return "Belum ada pesanan yang selesai, jadi belum ada pembeli yang dapat dihitung."
    first = found.places[0]
    share = _of(first.completed, found.everything.completed, "pesanan selesai")
    return f"Paling banyak pembeli Anda dari {first.name}: {share}."


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
        return "Tidak ada pesanan yang batal."
    words = f"Yang batal: {_of(total.cancelled, total.orders, 'pesanan')}."
    if (reason := _main_reason(found)) is None:
        return words
    name, count = REASONS[reason], dict(found.reasons)[REASONS[reason]]
    return f"{words} Alasan tersering: {name.lower()}, {format_number(count)} kali."


def _main_reason(found: OrderMap) -> Reason | None:
    """Give the reason that was named most often; "another one" is none that helps."""
    codes = {name: code for code, name in REASONS.items() if code != "other"}
    return next((codes[name] for name, _ in found.reasons if name in codes), None)


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
    return f"Paling ramai hari {day}, dan antara jam {_busiest_hour(found)}."


def _busiest_hour(found: OrderMap) -> str:
    hour = max(range(24), key=lambda at: found.hours[at])
    return f"{hour:02d}.00 dan {hour + 1:02d}.00"


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
    share = _of(cod.orders, found.everything.orders, "pesanan")
    doubt = " Selisihnya dapat juga kebetulan." if _worse(cod, rest) == "unclear" else ""
    return (
        f"Bayar di tempat (COD): {share}. Dari COD {_percent(cod.cancelled, cod.orders)} batal, "
        f"dari cara lain {_percent(rest.cancelled, rest.orders)}.{doubt}"
    )


def _worse(cod: Group, rest: Group) -> Verdict:
    """Say which is cancelled more often: B is what is paid on delivery."""
    return difference(Trial(rest.cancelled, rest.orders), Trial(cod.cancelled, cod.orders)).verdict


def average_sentence(found: OrderMap) -> str:
    """Say what one completed order is worth; empty where none was completed."""
    average = found.everything.average
    if average is None:
        return ""
    return f"Nilai rata-rata satu pesanan selesai {format_rupiah(average)}, tanpa ongkir."


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
            f"Baru {few} pesanan. Bagiannya masih mudah berubah; tambah bulan lain saat mengunduh."
        )
    if found.open:
        yield f"{number(found.open)} pesanan belum selesai. Hitung lagi sesudah selesai."
    if found.returned:
        yield f"{number(found.returned)} pesanan dikembalikan, jadi tidak dihitung selesai."
    if found.timeless:
        yield (
            f"{number(found.timeless)} pesanan tidak punya waktu, "
            "jadi tidak ikut hitungan hari dan jam."
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
            f"Hitung untung satu pesanan dari {', '.join(names)}. Kalikan dengan jumlah "
            "pesanannya: yang terbesar menjadi sasaran iklan."
        )
    if found.period:
        yield (
            "Siap membalas chat dan mengirim kabar promo antara jam "
            f"{_busiest_hour(found)}, saat pembeli paling ramai."
        )
    if reason := _main_reason(found):
        yield _HELP[reason]
    if found.cod and found.not_cod and _worse(found.cod, found.not_cod) == "B":
        yield (
            "Kirim pesan kepada pembeli COD sebelum paket berangkat: "
            "tanyakan apakah pesanannya jadi."
        )
    yield "Data pembeli hanya untuk mengurus pesanan. Jangan dibagikan kepada orang lain."


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
        yield _share_step("Bagian yang batal", total.cancelled, total.orders)
    if total.completed:
        first = found.places[0]
        name = f"Bagian {first.name}, dari yang selesai"
        yield _share_step(name, first.completed, total.completed)
    if cod:
        yield _share_step("Bagian COD, dari semua pesanan", cod.orders, total.orders)
        yield _share_step("Bagian COD yang batal", cod.cancelled, cod.orders)
    if total.average is not None:
        formula = f"{format_rupiah(total.value)} : {format_number(total.completed)}"
        yield Step("Nilai rata-rata pesanan selesai", formula, format_rupiah(total.average))


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
    return f"{format_date(found.period[0])} sampai {format_date(found.period[1])}"


def _share_step(name: str, part: int, whole: int) -> Step:
    return Step(name, f"{format_number(part)} : {format_number(whole)}", _percent(part, whole))


def _of(part: int, whole: int, unit: str) -> str:
    return f"{format_number(part)} dari {format_number(whole)} {unit} ({_percent(part, whole)})"


def _percent(part: Number, whole: int) -> str:
    return format_percent(Decimal(part) / whole, 1)
