"""An advertisement in plain Indonesian: did it pay, where it loses people, what to do next, the steps."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from usaha.adverts import Advert, Checked
from usaha.costing_report import Step
from usaha.language import _
from usaha.marketing import Stage
from usaha.money import format_number, format_percent, format_rupiah, round_rupiah

# Below this many completed orders a week of luck looks like success: a rule of the class.
FEW_ORDERS: Final = 30
# A stage this near to what is usual is no weak one: counts of a week go up and down as much.
NEAR_USUAL: Final = Decimal("0.9")


class StageWords(NamedTuple):
    """A stage of a funnel: its name in sentences, and what helps where it is weak."""

    name: str
    help: str


STAGES: Final = {
    "klik": StageWords(
        _("dari melihat ke mengeklik"),
        _(
            "Ganti foto pertama dan judul: tunjukkan barangnya dekat dan terang, sebut jenis dan ukuran."
        ),
    ),
    "keranjang": StageWords(
        _("dari mengeklik ke keranjang"),
        _(
            "Periksa halaman barang: foto lain, ukuran, harga, ongkir, dan ulasan. "
            "Orang sudah tertarik, tetapi belum yakin."
        ),
    ),
    "pesanan": StageWords(
        _("dari keranjang ke memesan"),
        _("Ingatkan pembeli lewat chat. Periksa ongkir dan pilihan bayar pada halaman akhir."),
    ),
    "selesai": StageWords(
        _("dari memesan ke selesai"),
        _(
            "Kurangi pesanan batal: balas chat cepat, kirim tepat waktu, "
            "dan tanyakan dulu pesanan bayar di tempat."
        ),
    ),
}


def result_sentences(checked: Checked) -> tuple[str, str]:
    r"""Say whether it paid, and how far its ROAS is from the one that covers it.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> print(*result_sentences(check_advert(EXAMPLE)[0]), sep="\n")
        Iklan ini rugi Rp360.000.
        Tiap Rp1.000 iklan membawa omzet Rp1.786. Supaya impas, perlu Rp2.500.
    """
    amount = round_rupiah(checked.profit)
    outcome = _("Iklan ini impas: tidak untung dan tidak rugi.")
    if amount > 0:
        outcome = _("Iklan ini untung {profit}.", profit=format_rupiah(amount))
    elif amount < 0:
        outcome = _("Iklan ini rugi {loss}.", loss=format_rupiah(-amount))
    brought = _(
        "Tiap {spent} iklan membawa omzet {sales}.",
        spent=format_rupiah(1000),
        sales=format_rupiah(1000 * checked.roas),
    )
    if checked.break_even is None:
        never = _("Satu barang tidak menyisakan uang, jadi iklan tidak akan impas.")
        return outcome, f"{brought} {never}"
    needed = format_rupiah(1000 * checked.break_even)
    return outcome, brought + " " + _("Supaya impas, perlu {sales}.", sales=needed)


def decision(checked: Checked) -> str:
    """Say what to do with the advertisement now.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> decision(check_advert(EXAMPLE)[0])
        'Perbaiki dulu. Uang iklan tambahan hanya menambah rugi.'
    """
    if checked.break_even is None:
        return _(
            "Hentikan dulu. Naikkan harga atau turunkan biaya satu barang sebelum beriklan lagi."
        )
    if checked.pays:
        return _("Lanjutkan. ROAS iklan ini di atas ROAS impas toko Anda.")
    if checked.profit == 0:
        return _("Perbaiki dulu. Iklan ini baru menutup biayanya sendiri.")
    return _("Perbaiki dulu. Uang iklan tambahan hanya menambah rugi.")


def cautions(advert: Advert, checked: Checked) -> tuple[str, ...]:
    """Say how sure the figures are, and what they hide.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> for line in cautions(EXAMPLE, check_advert(EXAMPLE)[0]): print(line)
        Baru 15 pesanan selesai. Persen jadi beli yang sebenarnya dapat di antara 0,9% dan 2,4%. \
Lihat lagi sesudah pesanannya lebih banyak.
    """
    found = []
    if advert.variable_cost == 0:
        found.append(_("Biaya satu barang masih nol. Isi HPP, kardus, dan semua potongan."))
    span = checked.conversion_span
    if span is not None and advert.completed < FEW_ORDERS:
        low, high = (format_percent(end, 1) for end in span[1:])
        found.append(
            _(
                "Baru {count} pesanan selesai. Persen jadi beli yang sebenarnya dapat di "
                "antara {low} dan {high}. Lihat lagi sesudah pesanannya lebih banyak.",
                count=f"{advert.completed:f}",
                low=low,
                high=high,
            )
        )
    if checked.pays and checked.break_even and checked.roas < checked.break_even * Decimal("1.1"):
        found.append(_("Untungnya tipis. Satu pekan yang sepi dapat membuatnya rugi."))
    return tuple(found)


def weakest_sentences(checked: Checked) -> tuple[str, str]:
    """Name the stage to mend first and what helps there; both empty where nobody came.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> for line in weakest_sentences(check_advert(EXAMPLE)[0]): print(line)
        Tahap terlemah: dari mengeklik ke keranjang. Sekarang 7,1%, biasanya 12%.
        Periksa halaman barang: foto lain, ukuran, harga, ongkir, dan ulasan. \
Orang sudah tertarik, tetapi belum yakin.
    """
    stage = checked.weakest
    if stage is None or stage.rate is None or stage.strength is None:
        return "", ""
    words = STAGES[stage.name]
    figures = _(
        "Sekarang {now}, biasanya {usual}.",
        now=format_percent(stage.rate, 1),
        usual=format_percent(stage.benchmark),
    )
    if stage.strength >= NEAR_USUAL:
        first = _("Semua tahap mendekati biasanya. Yang terendah: {stage}.", stage=words.name)
        return f"{first} {figures}", _("Perbaiki harga, biaya satu barang, atau biaya iklannya.")
    return _("Tahap terlemah: {stage}.", stage=words.name) + f" {figures}", words.help


def next_steps(checked: Checked) -> tuple[str, ...]:
    """Say what to do with the result.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> next_steps(check_advert(EXAMPLE)[0])[0]
        'Perbaiki dulu. Uang iklan tambahan hanya menambah rugi.'
    """
    _stage, help_there = weakest_sentences(checked)
    return (
        decision(checked),
        *([help_there] if help_there else []),
        _("Ubah satu hal saja. Jalankan iklan kecil tujuh hari lagi, lalu bandingkan di sini."),
        _("Catat angka pekan ini. Sesudah beberapa pekan Anda punya angka biasanya sendiri."),
    )


def stage_words(stage: Stage) -> str:
    """Say one stage in a few words.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> [stage_words(stage) for stage in check_advert(EXAMPLE)[0].stages][1]
        '7,1%, biasanya 12%'
    """
    now = _("belum ada") if stage.rate is None else format_percent(stage.rate, 1)
    return _("{now}, biasanya {usual}", now=now, usual=format_percent(stage.benchmark))


def steps(advert: Advert, checked: Checked) -> tuple[Step, ...]:
    """Write the whole calculation down with the owner's own numbers.

    Example:
        >>> from usaha.adverts import EXAMPLE, check_advert
        >>> for step in steps(EXAMPLE, check_advert(EXAMPLE)[0])[:4]:
        ...     print(*step, sep=" | ")
        Marjin kontribusi | (Rp150.000 - Rp90.000) : Rp150.000 | 40%
        ROAS | Rp2.250.000 : Rp1.260.000 | 1,79 kali
        ROAS impas | 1 : 40% | 2,5 kali
        Rugi dari iklan | Rp2.250.000 × 40% - Rp1.260.000 | -Rp360.000
    """
    return (*_money_steps(advert, checked), *_people_steps(advert, checked))


def _money_steps(advert: Advert, checked: Checked) -> Iterator[Step]:
    rupiah = format_rupiah
    price, margin = rupiah(advert.price), format_percent(_short(checked.margin))
    sales, cost = rupiah(advert.sales), rupiah(advert.cost)
    yield Step(
        _("Marjin kontribusi"), f"({price} - {rupiah(advert.variable_cost)}) : {price}", margin
    )
    yield Step(_("ROAS"), f"{sales} : {cost}", _times(checked.roas))
    if checked.break_even is not None:
        yield Step(_("ROAS impas"), f"1 : {margin}", _times(checked.break_even))
    yield Step(
        _("Rugi dari iklan") if checked.profit < 0 else _("Untung dari iklan"),
        f"{sales} × {margin} - {cost}",
        rupiah(checked.profit),
    )


def _people_steps(advert: Advert, checked: Checked) -> Iterator[Step]:
    number, rupiah, cost = format_number, format_rupiah, format_rupiah(advert.cost)
    seen, clicks, sold = (number(n) for n in (advert.impressions, advert.clicks, advert.completed))
    yield Step(_("Rasio klik"), f"{clicks} : {seen}", format_percent(checked.click_rate, 2))
    if checked.conversion is not None and checked.click_cost is not None:
        share = format_percent(checked.conversion, 2)
        yield Step(_("Persen jadi beli"), f"{sold} : {clicks}", share)
        yield Step(_("Biaya satu klik"), f"{cost} : {clicks}", rupiah(checked.click_cost))
    if checked.most_click_cost is not None:
        yield Step(
            _("Biaya satu klik supaya impas, paling banyak"),
            f"{rupiah(checked.most_cost)} : {clicks}",
            rupiah(checked.most_click_cost),
        )
    if checked.customer_cost is not None:
        new = number(advert.new_customers)
        yield Step(_("Biaya satu pembeli baru"), f"{cost} : {new}", rupiah(checked.customer_cost))


def _short(share: Decimal) -> Decimal:
    """Cut a share to two decimals of a percent: for the eye only."""
    return round(share, 4)


def _times(ratio: Decimal) -> str:
    return _("{number} kali", number=format_number(round(ratio, 2)))
