"""The links at the top of every page: which there are, in which order, and for whom."""

from __future__ import annotations

from typing import Final, NamedTuple

from academy.web.rights import EVERYONE, MENTOR, OPERATOR, STAFF, TRAINEE

__all__ = ["ITEMS", "MENTOR", "OPERATOR", "STAFF", "TRAINEE", "Item", "items_for", "start_of"]


class Item(NamedTuple):
    """One link.

    Attributes:
        path: below the service's address; a page is the current one where its path begins so.
        label: in Indonesian; its English stands in `english`.
        roles: who sees the link.
    """

    path: str
    label: str
    roles: frozenset[str]


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
    Item("saya", "Data saya", EVERYONE),
)


def items_for(role: str | None) -> list[Item]:
    """List the links that somebody of a role sees; a passer-by sees none.

    Example:
        >>> items_for("trainee")[-1].path, items_for(None)
        ('saya', [])
    """
    return [item for item in ITEMS if role in item.roles]


def start_of(role: str) -> str:
    """Give the path of the page that somebody of a role sees first."""
    return items_for(role)[0].path
