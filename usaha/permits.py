"""Which permit a product needs, until when a NIB must be there, and the steps that are left."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from usaha.dates import add_months
from usaha.language import _
from usaha.money import Number
from usaha.rules import find_rule

Storage = Literal["ruang", "kulkas", "beku"]
Permit = Literal["NIB", "PIRT", "MD", "SIAP_SAJI"]
Size = Literal["mikro", "kecil", "menengah", "besar"]

READY_DAYS: Final = 7  # food that keeps for fewer days is eaten as it is sold: no PIRT, no MD
PERMITS: Final[dict[Permit, str]] = {
    "NIB": _("NIB saja, tanpa izin pangan"),
    "PIRT": _("NIB dan nomor PIRT dari Dinas Kesehatan"),
    "MD": _("NIB dan izin edar MD dari BPOM"),
    "SIAP_SAJI": _("NIB dan surat laik higiene untuk pangan siap saji"),
}
QUESTIONS: Final = (
    _("Bukan makanan atau minuman?"),
    _("Tahan kurang dari {days} hari?", days=READY_DAYS),
    _("Beku, dipasteurisasi, atau olahan hewani di kulkas?"),
    _("Kering, suhu ruang, dibuat di dapur rumah?"),
)


@dataclass(frozen=True, slots=True)
class Product:
    """A product as its maker describes it.

    Attributes:
        food: whether it is eaten or drunk.
        days: how long it keeps, in days.
        storage: ``ruang`` (room temperature), ``kulkas`` (chilled) or ``beku`` (frozen).
        animal: whether it is made of fish, meat, milk or eggs.
        pasteurised: whether it is heated briefly to keep longer.
        home_kitchen: whether it is made in the kitchen of a home.
    """

    food: bool
    days: Number = 0
    storage: Storage = "ruang"
    animal: bool = False
    pasteurised: bool = False
    home_kitchen: bool = True


class Decision(NamedTuple):
    """A permit and how it was found.

    Attributes:
        permit: its code; `PERMITS` has the words.
        question: number of the question of `QUESTIONS` that was answered with yes; 5 where none.
        reason: a sentence.
    """

    permit: Permit
    question: int
    reason: str


def needed_permit(product: Product) -> Decision:
    """Ask the four questions in their order and stop at the first yes.

    Source: PerBPOM 4/2024 (`spp_irt_scope` of the rules): food of a home kitchen that is dry and
    keeps at room temperature for seven days or more; nothing frozen, pasteurised, or chilled of
    animal origin. What fits none of the questions goes to BPOM.

    Example:
        >>> needed_permit(Product(food=True, days=90)).permit
        'PIRT'
        >>> needed_permit(Product(food=True, days=14, storage="kulkas", animal=True)).question
        3
    """
    if not product.food:
        return Decision("NIB", 1, _("Barang ini tidak dimakan, jadi tidak perlu izin pangan."))
    if product.days < READY_DAYS:
        reason = _("Tahannya kurang dari {days} hari: pangan siap saji.", days=READY_DAYS)
        return Decision("SIAP_SAJI", 2, reason)
    if barred := _barred(product):
        return Decision("MD", 3, barred)
    if product.storage == "ruang" and product.home_kitchen:
        reason = _("Tahan di suhu ruang dan dibuat di dapur rumah: jalur PIRT.")
        return Decision("PIRT", 4, reason)
    reason = (
        _("Produk ini disimpan di kulkas, jadi bukan jalur PIRT. Tanyakan juga ke Dinas.")
        if product.storage == "kulkas"
        else _(
            "Produk ini tidak dibuat di dapur rumah, jadi bukan jalur PIRT. Tanyakan juga ke Dinas."
        )
    )
    return Decision("MD", 5, reason)


def _barred(product: Product) -> str:
    """Say what keeps a product out of PIRT, if anything."""
    if product.storage == "beku":
        return _("Pangan beku tidak boleh memakai nomor PIRT.")
    if product.pasteurised:
        return _("Pangan yang dipasteurisasi tidak boleh memakai nomor PIRT.")
    if product.storage == "kulkas" and product.animal:
        return _("Olahan hewani yang disimpan di kulkas tidak boleh memakai nomor PIRT.")
    return ""


def nib_deadline(
    opened: date, on: date, existing_months: int | None = None, new_months: int | None = None
) -> date:
    """Give the last day on which a seller on marketplaces may be without a NIB.

    Source: Permendag 19/2026 in the rules: shops that were open before it count from its first
    day, newer ones from the day they opened.

    Args:
        opened: the first day of selling on a marketplace.
        on: the day for which the rules are looked up.
        existing_months: in place of the rules', for shops that were open before.
        new_months: in place of the rules', for newer ones.

    Raises:
        RuleNotInForceError: the day lies before the rule.

    Example:
        >>> on = date(2026, 11, 24)
        >>> nib_deadline(date(2023, 5, 1), on), nib_deadline(date(2026, 9, 25), on)
        (datetime.date(2027, 12, 8), datetime.date(2027, 3, 25))
    """
    start = find_rule("nib_online_sellers", on).effective_from
    if opened < start:
        months = existing_months or int(find_rule("nib_online_existing_months", on).number)
        return add_months(start, months)
    return add_months(opened, new_months or int(find_rule("nib_online_new_months", on).number))


def size_class(
    sales: Number, on: date, micro_most: Number | None = None, small_most: Number | None = None
) -> Size:
    """Say how large a business is by its sales of a year.

    Source: PP 7/2021 art. 35, in the rules; a limit itself still belongs to the smaller class.

    Args:
        sales: rupiah a year, not the profit.
        on: the day for which the rules are looked up.
        micro_most: in place of the rules' limit.
        small_most: in place of the rules' limit.

    Example:
        >>> on = date(2026, 11, 24)
        >>> size_class(2_000_000_000, on), size_class(2_000_000_001, on)
        ('mikro', 'kecil')
    """
    micro = find_rule("umkm_micro_sales_max", on).number if micro_most is None else micro_most
    small = find_rule("umkm_small_sales_max", on).number if small_most is None else small_most
    if sales <= micro:
        return "mikro"
    if sales <= small:
        return "kecil"
    return "menengah" if sales <= find_rule("umkm_medium_sales_max", on).number else "besar"


class Step(NamedTuple):
    """One step: its code, what to do, and whether it is done."""

    code: str
    words: str
    done: bool


def permit_steps(permit: Permit, have: Collection[str] = ()) -> tuple[Step, ...]:
    """List the steps in their order.

    A permit asks for the NIB, a halal certificate for the permit's product, and the label carries
    the numbers of all of them: so it is printed last.

    Args:
        permit: from `needed_permit`.
        have: codes of what is there already: ``nib``, ``izin``, ``halal``, ``label``.

    Example:
        >>> [step.code for step in permit_steps("PIRT", have=["nib"]) if not step.done]
        ['izin', 'halal', 'label']
        >>> [step.code for step in permit_steps("NIB")]
        ['nib']
    """
    steps = [("nib", _("Daftar NIB di laman OSS"))]
    product = {
        "PIRT": _("Urus nomor PIRT lewat Dinas Kesehatan"),
        "MD": _("Urus izin edar MD di BPOM"),
        "SIAP_SAJI": _("Urus surat laik higiene di Dinas Kesehatan"),
    }
    if permit != "NIB":
        steps += [("izin", product[permit]), ("halal", _("Ajukan sertifikat halal di SIHALAL"))]
    if permit in {"PIRT", "MD"}:
        steps.append(("label", _("Cetak label dengan semua nomornya")))
    return tuple(Step(code, words, code in have) for code, words in steps)
