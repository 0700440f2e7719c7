"""Rules of law in a shop: looked up on the day of the case, and shown with where they are from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from latihan.notebook import Shown
from latihan.units.rows import Row, dated, table
from usaha.rules import Rule, find_rule

CASE_DAY = date(2026, 11, 23)


def rule(key: str) -> Rule:
    """Looks a rule up on the day on which all cases play.

    >>> rule("umkm_micro_sales_max").shown
    'Rp2.000.000.000'
    """
    return find_rule(key, CASE_DAY)


def sources(named: Mapping[str, str]) -> Shown:
    """Shows where figures are from, when they were checked, and which are to be made sure of.

    Args:
        named: what a rule is about, in Indonesian, and its key.

    >>> sources({"Bunga KUR": "kur_rate"})
    Sumber aturan
    Aturan
    Bunga KUR, Permenko 1/2026, belum diperiksa. Pastikan lagi sebelum dipakai
    """
    rows = [
        Row(at, _source(rule(key)), words) for at, (words, key) in enumerate(named.items(), start=1)
    ]
    return table("Sumber aturan", (("Aturan", dated),), rows)


def _source(found: Rule) -> str:
    doubt = "" if found.certain else ". Pastikan lagi sebelum dipakai"
    return f"{found.instrument_label}, {found.checked_label}{doubt}"
