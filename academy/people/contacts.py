"""Phone numbers and e-mail addresses, as people and Excel write them."""

from __future__ import annotations

import re
from typing import Final

from usaha.importers.table import Cell, as_text

_MOBILE: Final = re.compile(r"8[1-9]\d{7,10}")  # without country code: 0811… to 0899…, 10–13 digits
_MAIL: Final = re.compile(r"[a-z0-9._%+-]{1,64}@([a-z0-9-]+\.)+[a-z]{2,24}")
_LONGEST: Final = 120  # characters; no more are kept
_POWER: Final = re.compile(r"\d[.,]\d+ ?e ?\+ ?\d+", re.IGNORECASE)
_LOST: Final = "0000000"  # Excel has rounded it

ROUNDED: Final = (
    "Nomor HP rusak oleh Excel (seperti 8,12E+10), angka aslinya hilang. "
    "Jadikan kolomnya Teks, lalu ketik ulang nomornya."
)
NOT_MOBILE: Final = "Nomor HP belum terbaca. Tulis seperti 081234567890."
NOT_MAIL: Final = "Alamat e-mail belum terbaca. Tulis seperti nama@contoh.id, atau kosongkan."


def read_phone(cell: Cell) -> tuple[str | None, str | None]:
    """Read an Indonesian mobile number.

    Args:
        cell: text or the number that Excel made of it, with or without its 0; of several numbers
            the first counts.

    Returns:
        ``(number, None)`` with the number as ``+62…``; ``(None, None)`` for a blank cell;
        ``(None, sentence)`` in Indonesian, which does not repeat the number.

    Example:
        >>> read_phone("0812-3456-7890"), read_phone(81234567890.0)
        (('+6281234567890', None), ('+6281234567890', None))
        >>> read_phone("8,12E+10")[1][:26]
        'Nomor HP rusak oleh Excel '
    """
    text = re.sub(r"^(\d{9,})[.,]0$", r"\1", as_text(cell).lstrip("'").strip())  # 81…7890.0
    if text.strip("-. ") == "":
        return None, None
    if _POWER.search(text):
        return None, ROUNDED
    digits = re.sub(r"\D", "", re.split(r"[/,;&]| atau | dan ", text)[0])
    local = re.sub(r"^(0062|62)?0?", "", digits)
    if not _MOBILE.fullmatch(local):
        return None, NOT_MOBILE
    return (None, ROUNDED) if local.endswith(_LOST) else (f"+62{local}", None)


def read_email(cell: Cell) -> tuple[str | None, str | None]:
    """Read an e-mail address; a blank one and a dash are none.

    Example:
        >>> read_email(" Ani@Contoh.ID "), read_email("-"), read_email("ani@")[0]
        (('ani@contoh.id', None), (None, None), None)
    """
    text = as_text(cell).removeprefix("mailto:").replace(" ", "").lower()
    if text.strip("-.") in ("", "tidakada", "tidakpunya"):
        return None, None
    right = len(text) <= _LONGEST and _MAIL.fullmatch(text)
    return (text, None) if right else (None, NOT_MAIL)
