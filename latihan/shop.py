"""`buka`: opens the trainee's shop, so that its numbers and the choices are names in her notebook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from latihan.notebook import Shown, below, box, user_names
from latihan.unit import Given, Unit
from latihan.variants import SAMPLE_SEED, Variant, draw, issued_variant, load_unit
from usaha.dates import format_date
from usaha.money import format_number


@dataclass(frozen=True)
class OpenShop:
    """The shop that is open in this notebook."""

    unit: Unit
    variant: Variant


_open: OpenShop | None = None


def open_shop() -> OpenShop | None:
    """Returns the shop that `buka` opened last, or None."""
    return _open


def buka(assignment: str, *, contoh: bool = False) -> Shown:
    """Opens the shop of an exercise: its numbers and the choices become names, and a card shows them.

    Args:
        assignment: such as `"pembukuan_03_hpp"`.
        contoh: the open sample shop of the lesson instead of the trainee's own.

    Returns:
        The card to look at, and below it the unit's books and tables. An unknown name gives a card
        that says so.

    >>> card = buka("pembukuan_03_hpp", contoh=True)
    >>> "kg_melinjo" in repr(card)
    True
    """
    global _open  # noqa: PLW0603 (a notebook has one open shop)
    try:
        unit = load_unit(assignment)
    except LookupError:
        text = f"Latihan {assignment} tidak ada. Buka lagi dari pelajaran, tombol Kerjakan latihan."
        return Shown(box("perbaiki", text), text)
    variant = draw(unit, SAMPLE_SEED) if contoh else issued_variant(unit)
    _open = OpenShop(unit, variant)
    user_names().update(unit.names(variant.given))
    shown = card(unit, variant, sample_wanted=contoh)
    return below(shown, unit.show(variant.given)) if unit.show else shown


def show_value(given: Given, value: Any) -> str:
    """Returns a given value in words: `Rp18.000 per kg`, `12,5 kg`, `8 Juni 2026`.

    >>> show_value(Given("harga", "Harga", "Rp per kg"), 18000)
    'Rp18.000 per kg'
    >>> show_value(Given("mulai", "Aturan berlaku"), date(2026, 6, 8))
    '8 Juni 2026'
    """
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, str):
        return value
    if given.unit.startswith("Rp"):
        return f"Rp{format_number(value)}{given.unit.removeprefix('Rp')}"
    return f"{format_number(value)} {given.unit}".strip()


def card(unit: Unit, variant: Variant, *, sample_wanted: bool) -> Shown:
    """Returns the card with the shop's numbers and the names to use for them."""
    note = f"Toko Anda: {unit.shop}."
    if variant.attempt > 1:
        note = f"Percobaan {variant.attempt}: angka toko Anda baru. {note}"
    if sample_wanted:
        note = f"Toko contoh: {unit.shop}."
    elif variant.is_sample:
        note = (
            "Angka untuk toko Anda belum ada di sini, jadi ini toko contoh. "
            "Buka latihan lewat Lapak agar angkanya milik Anda."
        )
    rows = [(g.label, show_value(g, variant.given[g.name]), g.name) for g in unit.given]
    text = "\n".join([note, *(f"{label}: {value}  [{name}]" for label, value, name in rows)])
    cells = "".join(
        f"<tr><td>{escape(label)}</td><td><b>{escape(value)}</b></td><td><code>{name}</code></td></tr>"
        for label, value, name in rows
    )
    html = (
        f'<div lang="id" class="lapak-card" style="font-size:16px"><p><b>{escape(note)}</b></p>'
        '<table style="font-size:16px;text-align:left"><thead><tr><th scope="col">Apa</th>'
        '<th scope="col">Angka</th><th scope="col">Nama di rumus</th></tr></thead>'
        f"<tbody>{cells}</tbody></table></div>"
    )
    return Shown(html, text)
