"""What an office writes about a person: name, sex, age, kind of business, consent."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from usaha.importers.table import Cell, as_text

AGE_GROUPS: Final = ((18, "18–24"), (25, "25–34"), (35, "35–44"), (45, "45–54"), (55, "55+"))
OLDEST: Final = 100
BUSINESSES: Final = {
    "makanan dan minuman": (
        "kuliner makan minum emping kue roti keripik kripik camilan cemilan snack kopi catering katering "
        "nasi bakso sambal gula aren frozen bumbu warung makan jajanan sate jamu rengginang opak"
    ),
    "busana dan tekstil": "fashion fesyen busana pakaian baju batik konveksi jahit hijab kerudung tenun",
    "kerajinan": "kriya kerajinan craft anyam bambu souvenir suvenir rajut ukir gerabah handmade",
    "pertanian dan perikanan": "tani ternak ikan tambak budidaya kebun sayur bibit tanaman nelayan",
    "jasa": "jasa service servis laundry salon bengkel cetak percetakan fotografi travel rias",
    "perdagangan": "dagang kelontong toko sembako grosir reseller warung kios pulsa",
}
OTHER: Final = "lainnya"
_MEN: Final = {"l", "lk", "laki laki", "laki", "pria", "cowok", "male", "m"}
_WOMEN: Final = {"p", "pr", "perempuan", "wanita", "w", "female", "f"}
_YES: Final = {"ya", "y", "setuju", "bersedia", "v", "x", "ok", "sudah", "yes", "1", "true"}
_TITLES: Final = {"h", "hj", "bu", "ibu", "pak", "bapak", "bpk", "ny", "tn", "sdr", "sdri", "drs"}
_NAME: Final = re.compile(r"[^\W\d_][^\d_<>=@|{}\[\]\\/]*")

MINOR: Final = "Umur di bawah 18 tahun. Daftarkan dengan persetujuan orang tua melalui dinas."
NOT_AGE: Final = 'Umur "{}" belum terbaca. Tulis angka, seperti 34, atau kosongkan.'
NOT_SEX: Final = 'Jenis kelamin "{}" belum terbaca. Tulis L atau P, atau kosongkan.'
REFUSED: Final = "Kolom persetujuan belum berisi ya. Mintalah persetujuannya dahulu."


def read_name(text: str) -> tuple[str, str | None]:
    """Read a person's name; one in capital letters only is written as names are.

    Example:
        >>> read_name("SITI  AMINAH"), read_name("Hj. Siti Aminah, S.E.")[0]
        (('Siti Aminah', None), 'Hj. Siti Aminah, S.E.')
        >>> read_name("12")[1]
        'Nama belum terbaca. Tulis nama lengkap dengan huruf.'
    """
    name = " ".join(text.split())
    if not name:
        return "", "Nama kosong. Tulis nama lengkap."
    if not _NAME.fullmatch(name) or not 2 <= len(name) <= 80:
        return "", "Nama belum terbaca. Tulis nama lengkap dengan huruf."
    return (name.title().replace("’S", "’s") if name.isupper() or name.islower() else name), None


def same_name(name: str) -> str:
    """Give a name without titles, capitals and signs: what two spellings of it have in common.

    Example:
        >>> same_name("Hj. SITI Aminah, S.E."), same_name("siti aminah")
        ('siti aminah', 'siti aminah')
    """
    words = re.sub(r"[^\w ]+", " ", name.split(",", maxsplit=1)[0].lower().replace("'", "")).split()
    return " ".join(word for word in words if word not in _TITLES) or name.lower()


def read_sex(text: str) -> tuple[str | None, str | None]:
    """Read a sex as ``L`` or ``P``; blank is unknown.

    Example:
        >>> read_sex("Perempuan"), read_sex("Laki-laki"), read_sex("?")[0]
        (('P', None), ('L', None), None)
    """
    plain = " ".join(re.sub(r"[^a-z]+", " ", text.lower()).split())
    if plain in _MEN | _WOMEN:
        return ("L" if plain in _MEN else "P"), None
    return (None, NOT_SEX.format(text[:20])) if text.strip("- ") else (None, None)


def read_age(cell: Cell, today: date) -> tuple[str | None, str | None]:
    """Read an age, a span of ages, a year or a day of birth as one of the age groups.

    Only the group is kept: nobody's birthday is needed for a training.

    Example:
        >>> day = date(2026, 11, 23)
        >>> [read_age(cell, day)[0] for cell in ("34 th", 51.0, "25 - 34", "12/05/1988", 1999)]
        ['25–34', '45–54', '25–34', '35–44', '25–34']
        >>> read_age("12", day)[1][:22]
        'Umur di bawah 18 tahun'
    """
    text = as_text(cell)
    if not text.strip("- "):
        return None, None
    years = _years(cell, text, today)
    if years is None or not 0 <= years <= OLDEST:
        return None, NOT_AGE.format(text[:20])
    if years < AGE_GROUPS[0][0]:
        return None, MINOR
    return next(name for lowest, name in reversed(AGE_GROUPS) if years >= lowest), None


def _years(cell: Cell, text: str, today: date) -> int | None:
    if isinstance(cell, datetime):
        return _since(cell.date(), today)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if not numbers or len(numbers) > 3:
        return None
    if len(numbers) == 3:
        year, month, day = numbers if numbers[0] > 1900 else reversed(numbers)
        try:
            return _since(date(year, month, day), today)
        except ValueError:
            return None
    return today.year - numbers[0] if 1900 < numbers[0] <= today.year else numbers[0]


def _since(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def business_group(text: str) -> str | None:
    """Give the group of a kind of business, for reports; None where none was written.

    Example:
        >>> business_group("Kue kering & keripik"), business_group("Jasa jahit"), business_group("x")
        ('makanan dan minuman', 'busana dan tekstil', 'lainnya')
    """
    words = re.findall(r"[a-z]+", text.lower())
    if not words:
        return None
    for group, stems in BUSINESSES.items():
        if any(word.startswith(stem) for stem in stems.split() for word in words):
            return group
    return OTHER


def read_consent(text: str) -> tuple[bool, str | None]:
    """Read whether a person agreed that her data are kept; blank is not yet.

    Example:
        >>> read_consent("Ya"), read_consent(""), read_consent("tidak")[0]
        ((True, None), (False, None), False)
    """
    plain = re.sub("[✓√]", "v", text.lower()).strip(" .-")
    if not plain:
        return False, None
    return (True, None) if plain in _YES else (False, REFUSED)
