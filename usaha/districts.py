"""The eight districts of Banten, recognised from the ways in which people and programs write them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from usaha.language import _


@dataclass(frozen=True, slots=True)
class District:
    """A regency (Kab.) or a city (Kota).

    Attributes:
        code: of the Ministry of Home Affairs, such as ``36.71``.
        name: as it is shown, such as ``Kota Tangerang``.
    """

    code: str
    name: str

    @property
    def is_city(self) -> bool:
        """Whether it is a Kota; the rest are Kabupaten."""
        return self.name.startswith("Kota ")


DISTRICTS: Final = (
    District("36.01", "Kab. Pandeglang"),
    District("36.02", "Kab. Lebak"),
    District("36.03", "Kab. Tangerang"),
    District("36.04", "Kab. Serang"),
    District("36.71", "Kota Tangerang"),
    District("36.72", "Kota Cilegon"),
    District("36.73", "Kota Serang"),
    District("36.74", "Kota Tangerang Selatan"),
)

# Other names in use: short forms, English, and well-known places that belong to one district.
_OTHER_NAMES: Final = {
    "36.01": "labuan menes jiput panimbang",
    "36.02": "rangkasbitung malingping bayah sobang_lebak",
    "36.03": "tigaraksa balaraja cikupa kelapa_dua teluknaga kosambi tangkab",
    "36.04": "ciruas kramatwatu anyer ciomas baros petir",
    "36.71": "cipondoh karawaci ciledug batuceper tangkot",
    "36.72": "merak pulomerak ciwandan",
    "36.73": "kasemen walantaka taktakan cipocok_jaya serkot",
    "36.74": "tangsel south_tangerang serpong bsd ciputat pamulang pondok_aren bintaro",
}
_KINDS: Final = {
    "kab": "kab", "kabupaten": "kab", "regency": "kab", "kabupatén": "kab",
    "kota": "kota", "kotamadya": "kota", "kodya": "kota", "city": "kota",
}  # fmt: skip
_IGNORED: Final = {"banten", "provinsi", "prov", "indonesia", "kec", "kecamatan", "of"}
_TYPO: Final = 0.88  # "pandegelang" is near enough, "semarang" is not near to "serang"


def read_district(text: str) -> tuple[District | None, str | None]:
    """Recognise a district of Banten.

    Args:
        text: such as ``"KAB. TANGERANG"``, ``"Tangsel"``, ``"Serang, Kota"``, ``"3674"``.

    Returns:
        ``(district, None)``, or ``(None, sentence)``: for a name that two districts
        share the sentence says which; for any other text that it is none of the eight.

    Example:
        >>> read_district("KOTA TANGERANG SELATAN")[0]
        District(code='36.74', name='Kota Tangerang Selatan')
        >>> read_district("kabupaten pandegelang")[0].name, read_district("Tangsel")[0].code
        ('Kab. Pandeglang', '36.74')
        >>> read_district("Serang")
        (None, '"Serang" dapat berarti Kab. Serang atau Kota Serang. Tulis lengkap.')
        >>> read_district("Kota Bandung")[1]
        '"Kota Bandung" bukan kabupaten atau kota di Banten.'
    """
    shown = " ".join(text.split())[:60]
    if district := find_district(shown):
        return district, None
    both = _namesakes(shown)
    if len(both) > 1:
        return None, _(
            '"{shown}" dapat berarti {names}. Tulis lengkap.',
            shown=shown,
            names=f" {_('atau')} ".join(both),
        )
    return None, _('"{shown}" bukan kabupaten atau kota di Banten.', shown=shown)


def is_shared(text: str) -> bool:
    """Tell whether a name is that of two districts, so that nobody can know which is meant.

    Example:
        >>> is_shared("Serang"), is_shared("Kota Serang"), is_shared("Bandung")
        (True, False, False)
    """
    return find_district(text) is None and len(_namesakes(text)) > 1


def _namesakes(text: str) -> list[str]:
    words = _corrected(_parts(text)[1])
    return [district.name for district in DISTRICTS if _parts(district.name)[1] == words]


def find_district(text: str) -> District | None:
    """Do what `read_district` does, with None for everything that is not one district.

    Example:
        >>> find_district("36.72").name, find_district("Tangerang")
        ('Kota Cilegon', None)
    """
    digits = re.sub(r"\D", "", text)
    for district in DISTRICTS:
        if digits and digits == district.code.replace(".", ""):
            return district
    kind, words = _parts(text)
    return _BY_NAME.get((kind, words)) or _BY_NAME.get((kind, _corrected(words)))


def _parts(text: str) -> tuple[str, str]:
    """Split a name into Kab or Kota and the name proper, in small letters."""
    words = re.sub(r"[^a-zé ]+", " ", text.lower()).split()
    kinds = [_KINDS[word] for word in words if word in _KINDS]
    rest = [word for word in words if word not in _KINDS and word not in _IGNORED]
    return (kinds[0] if kinds else ""), " ".join(rest)


def _corrected(words: str) -> str:
    """Give the known name that this one is a slip of the keyboard away from, or the same."""
    if words in _NAMES:
        return words
    near = get_close_matches(words, _NAMES, n=1, cutoff=_TYPO)
    return near[0] if near else words


def _names() -> dict[tuple[str, str], District]:
    found = {_parts(district.name): district for district in DISTRICTS}
    for district in DISTRICTS:
        kind, words = _parts(district.name)
        if sum(words == other for _kind, other in found) == 1:
            found["", words] = district  # only one is called so: Lebak, Cilegon
            found["kota" if kind == "kab" else "kab", words] = district  # "Kota Lebak" is a slip
        for name in _OTHER_NAMES[district.code].split():
            for any_kind in ("", "kab", "kota"):
                found[any_kind, name.replace("_", " ")] = district
    return found


_BY_NAME: Final = _names()
_NAMES: Final = sorted({name for _kind, name in _BY_NAME})
