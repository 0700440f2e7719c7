"""The links at the top of every page, the hub's own too: which there are, in which order, and for whom."""

from __future__ import annotations

from typing import Final, NamedTuple

from academy.web.rights import EVERYONE, GROUP_OF, MENTOR, OPERATOR, STAFF, TRAINEE
from academy.web.words import english
from deployment.local.services import PEOPLE

__all__ = ["ITEMS", "MENTOR", "OPERATOR", "STAFF", "TRAINEE", "Item", "items_for", "start_of"]


class Item(NamedTuple):
    """One link.

    Attributes:
        path: below the service's address, or from the root where it begins with a slash; a page is the
            current one where its path begins so.
        label: in Indonesian; its English stands in `english`.
        roles: who sees the link; `None` among them is a passer-by.
        english: address of its page in English, where that is another one.
    """

    path: str
    label: str
    roles: frozenset[str | None]
    english: str = ""

    @property
    def address(self) -> str:
        """The address behind the hub's proxy."""
        return self.path if self.path.startswith("/") else f"/services/{PEOPLE}/{self.path}"


ANYBODY: Final[frozenset[str | None]] = EVERYONE | {None}
ITEMS: Final[tuple[Item, ...]] = (
    Item("perjalanan", "Perjalanan saya", frozenset({TRAINEE})),
    Item("sertifikat-saya", "Sertifikat", frozenset({TRAINEE})),
    Item("peserta", "Peserta", STAFF),
    Item("pendampingan", "Pendampingan", STAFF),
    Item("sertifikat-peserta", "Sertifikat", STAFF),
    Item("impor", "Daftarkan", STAFF),
    Item("nilai", "Nilai", STAFF),
    Item("angkatan", "Angkatan", STAFF),
    Item("laporan", "Laporan", frozenset({OPERATOR})),
    Item("/services/lapak/formgrader", "Penilaian", frozenset({MENTOR})),
    Item("/hub/home", "Ruang belajar", frozenset({TRAINEE})),
    Item("/services/belajar/", "Pelajaran", ANYBODY),
    Item("/services/belajar/alat/", "Alat", ANYBODY, "/services/belajar/alat/index.en.html"),
    Item("saya", "Data saya", EVERYONE),
)


def items_for(role: str | None) -> list[Item]:
    """List the links that somebody of a role sees; a passer-by, those that need no account.

    Example:
        >>> items_for("trainee")[-1].path, [item.label for item in items_for(None)]
        ('saya', ['Pelajaran', 'Alat'])
    """
    return [item for item in ITEMS if role in item.roles]


def start_of(role: str) -> str:
    """Give the path of the page that somebody of a role sees first."""
    return items_for(role)[0].path


def for_hub() -> list[dict[str, object]]:
    """Give the links as the hub's own pages take them: with their English, by hub group."""
    return [
        {
            "address": item.address,
            "label": item.label,
            "english": english().get(item.label, item.label),
            "english_address": item.english or item.address,
            "groups": None
            if None in item.roles
            else sorted(GROUP_OF[one] for one in item.roles if one),
        }
        for item in ITEMS
    ]
