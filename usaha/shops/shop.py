"""One generated shop: twelve months of everything that the lessons and tools need data for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from usaha.cash_book import CashLine
from usaha.draws import Draws
from usaha.importers.orders import Order
from usaha.shops.advertising import AdWeek, draw_ads
from usaha.shops.books import Books, draw_books
from usaha.shops.buyers import Buyer, buyers_of
from usaha.shops.chats import Chat, draw_chats
from usaha.shops.faults import Fault, inject
from usaha.shops.profiles import PROFILES, Profile
from usaha.shops.selling import Priced, draw_orders, priced

FIRST_DAY: Final = date(2025, 11, 1)
LAST_DAY: Final = date(2026, 10, 31)
"""The last twelve full months before the case date of all units, 23 November 2026."""


@dataclass(frozen=True)
class Shop:
    """A fictional shop. Each part is drawn when it is first asked for, from a stream of its own.

    Attributes:
        profile: which of the six businesses.
        seed: any text; the same seed gives the same shop on every machine and version.
        first, last: first and last day of its data.
    """

    profile: Profile
    seed: str
    first: date = FIRST_DAY
    last: date = LAST_DAY

    def _draws(self, part: str) -> Draws:
        return Draws(f"{self.profile.key}/{self.seed}").child(part)

    @cached_property
    def items(self) -> tuple[Priced, ...]:
        """Its products and their prices."""
        return priced(self.profile, self._draws("harga"))

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """Its marketplace orders, oldest first."""
        return draw_orders(self.profile, self.items, self.first, self.last, self._draws("pesanan"))

    @cached_property
    def ads(self) -> tuple[AdWeek, ...]:
        """Its advertising, a week each."""
        return draw_ads(self.items, self.first, self.last, self._draws("iklan"))

    @cached_property
    def buyers(self) -> tuple[Buyer, ...]:
        """Who bought, how often and for how much."""
        return buyers_of(self.orders)

    @cached_property
    def chats(self) -> tuple[Chat, ...]:
        """Its messages, oldest first."""
        return draw_chats(self.orders, self._draws("obrolan"))

    @cached_property
    def books(self) -> Books:
        """Its cash book and its sales on the marketplace, without a mistake."""
        days = (self.first, self.last)
        return draw_books(self.profile, self.orders, self.ads, days, self._draws("buku"))

    @cached_property
    def _spoiled(self) -> tuple[tuple[CashLine, ...], tuple[Fault, ...]]:
        return inject(self.books.cash, self._draws("salah"))

    @property
    def spoiled_cash(self) -> tuple[CashLine, ...]:
        """Its cash book with the mistakes that `faults` lists."""
        return self._spoiled[0]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The mistakes in `spoiled_cash`."""
        return self._spoiled[1]

    def costs(self) -> dict[tuple[date, str], int]:
        """Sum what went out for the business by month and label, in rupiah.

        Example:
            >>> shop = make_shop("sepatu", "contoh")
            >>> month, label = date(2026, 3, 1), "Bahan"
            >>> shop.costs()[month, label] > shop.costs()[date(2026, 6, 1), label]  # before Lebaran
            True
        """
        return _by_month(line for line in self.books.cash if line.category not in _NOT_COSTS)


_NOT_COSTS: Final = {"Pribadi", "Angsuran", "Alat"}


def _by_month(lines: Iterable[CashLine]) -> dict[tuple[date, str], int]:
    sums: dict[tuple[date, str], int] = {}
    for line in lines:
        if line.money_out:
            key = (line.day.replace(day=1), line.category)
            sums[key] = sums.get(key, 0) + line.money_out
    return sums


def make_shop(key: str, seed: str) -> Shop:
    """Make one of the six shops.

    Args:
        key: of `PROFILES`: emping, bandeng, gula_aren, tenun, sepatu, kuliner.
        seed: a trainee's own seed gives her a shop of her own, as hard as everybody's.

    Raises:
        KeyError: there is no such business.

    Example:
        >>> a, b = make_shop("tenun", "peserta satu"), make_shop("tenun", "peserta dua")
        >>> a.orders == b.orders, len(a.faults) == len(b.faults)
        (False, True)
    """
    return Shop(PROFILES[key], seed)
