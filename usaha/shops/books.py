"""A shop's money: its cash book of twelve months, and what it sold on the marketplace."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from usaha.cash_book import CashLine
from usaha.draws import Draws
from usaha.importers.orders import Order
from usaha.shops.advertising import AdWeek
from usaha.shops.profiles import Profile
from usaha.shops.season import lebaran_dates

_CUSHION: Final = 100_000  # rupiah that stay in the bank when it pays
_TRANSFERRED: Final = {"Bahan", "Upah", "Iklan", "Angsuran", "Alat", "Listrik", "Kemasan"}
_PAYOUT: Final = "cair saldo Shopee"
_PACKAGING: Final = 1_300  # rupiah a parcel


@dataclass(frozen=True, slots=True)
class Books:
    """What came of a shop's year.

    Attributes:
        cash: every movement of money, with its balance; line 1 is the opening balance.
        marketplace: what was sold there each week, before fees. No money moves yet: it is not
            part of the cash, but of the journal, where `cash` takes it out again.
    """

    cash: tuple[CashLine, ...]
    marketplace: tuple[CashLine, ...]


def draw_books(
    profile: Profile,
    orders: Sequence[Order],
    ads: Sequence[AdWeek],
    days: tuple[date, date],
    draws: Draws,
) -> Books:
    """Draw the books that belong to a shop's orders and advertising.

    Args:
        profile: the business.
        orders: of the whole time.
        ads: of the whole time.
        days: first and last day.
        draws: their stream.

    Example:
        >>> from usaha.shops.profiles import PROFILES
        >>> books = draw_books(PROFILES["emping"], [], [], (date(2026, 1, 1), date(2026, 3, 31)), Draws("x"))
        >>> books.cash[0].words, min(line.balance for line in books.cash) >= 0
        ('saldo awal', True)
    """
    writer = _Writer(profile, days, draws)
    for monday in _mondays(*days):
        writer.week(monday, [o for o in orders if _week_of(o) == monday])
    for month in _months(*days):
        writer.month(
            month,
            [o for o in orders if o.created and _same_month(o.created.date(), month)],
            sum(ad.spent for ad in ads if _same_month(ad.monday, month)),
        )
    writer.once()
    return Books(_balanced(writer.cash, days[0], draws), _numbered(writer.marketplace))


class _Writer:
    """Writes the lines of weeks, months and single occasions, in no order."""

    def __init__(self, profile: Profile, days: tuple[date, date], draws: Draws) -> None:
        self._profile = profile
        self._first, self._last = days
        self._draws = draws
        self.cash: list[CashLine] = []
        self.marketplace: list[CashLine] = []
        self._fee_permille = draws.step(120, 180, 5)

    def _money(self, day: date, words: str, amount: int, category: str, party: str = "") -> None:
        """Write one line; an amount above nought came in, below nought went out."""
        if amount and self._first <= day <= self._last:
            line = CashLine(day, words, max(amount, 0), max(-amount, 0), party, category=category)
            self.cash.append(line)

    def week(self, monday: date, orders: Sequence[Order]) -> None:
        """Write what a week of sales brings and costs."""
        sold = [order for order in orders if order.state == "completed"]
        gross = sum(int(order.goods - order.discount) for order in sold)
        fee = gross * self._fee_permille // 1000
        local = gross * self._profile.local_sales * self._draws.step(85, 115) // 100_000
        sunday = monday + timedelta(days=6)
        if gross and sunday <= self._last:
            words = f"jual Shopee {len(sold)} pesanan, biaya {fee}"
            self.marketplace.append(
                CashLine(sunday, words, gross, 0, "Shopee", category="Penjualan")
            )
            self._money(monday + timedelta(days=8), _PAYOUT, gross - fee, "Penjualan", "Shopee")
        early = local * self._draws.step(40, 60) // 100
        self._money(monday + timedelta(days=1), "jual tunai di rumah", _round(early), "Penjualan")
        self._money(
            monday + timedelta(days=5), "jual tunai di pasar", _round(local - early), "Penjualan"
        )
        self._costs(monday, gross + local)

    def _costs(self, monday: date, sales: int) -> None:
        draws, profile = self._draws, self._profile
        material = sales * profile.material_share * draws.step(92, 108) // 100_000
        wage = sales * profile.wage_share * draws.step(94, 106) // 100_000
        self._money(
            monday + timedelta(days=2), profile.material, -_round(material), "Bahan", "Pemasok"
        )
        self._money(monday + timedelta(days=4), profile.wage, -_round(wage), "Upah")
        private = sales * draws.step(60, 90) // 1000
        self._money(
            monday + timedelta(days=6), "ambil pribadi untuk dapur", -_round(private), "Pribadi"
        )

    def month(self, month: date, orders: Sequence[Order], ads: int) -> None:
        """Write a month's bills."""
        draws = self._draws
        self._money(
            month + timedelta(days=19),
            "bayar listrik",
            -draws.step(90_000, 160_000, 1_000),
            "Listrik",
        )
        self._money(
            month + timedelta(days=7),
            "beli kardus dan plastik",
            -_round(len(orders) * _PACKAGING),
            "Kemasan",
        )
        self._money(month + timedelta(days=26), "bayar iklan", -ads, "Iklan", "Shopee")
        self._money(
            month + timedelta(days=9),
            "uang sekolah anak",
            -draws.step(100_000, 200_000, 10_000),
            "Pribadi",
        )
        self._money(month + timedelta(days=14), "arisan", -100_000, "Pribadi")

    def once(self) -> None:
        """Write what happens once a year: a loan with a tool, orders for a feast, the bonus."""
        draws, start = self._draws, self._first
        loan = draws.step(4_000_000, 6_000_000, 500_000)
        taken = start + timedelta(days=draws.step(60, 75))
        self._money(taken, "pinjaman koperasi", loan, "Pinjaman", "Koperasi")
        self._money(taken + timedelta(days=3), self._profile.tool, -_round(loan * 8 // 10), "Alat")
        for count in range(1, 10):
            principal, interest = loan // 10, loan * (10 - count) // 1000
            self._money(
                taken + timedelta(days=30 * count),
                f"angsuran koperasi bunga {interest}",
                -(principal + interest),
                "Angsuran",
                "Koperasi",
            )
        deposit = draws.step(300_000, 600_000, 50_000)
        feast = start + timedelta(days=draws.step(215, 245))
        self._money(feast, "uang muka pesanan hajatan", deposit, "Uang muka", "Pak RT")
        self._money(
            feast + timedelta(days=12),
            f"pelunasan pesanan hajatan dp {deposit}",
            deposit * draws.step(12, 18) // 10,
            "Penjualan",
            "Pak RT",
        )
        for year in lebaran_dates():
            self._money(
                year.day - timedelta(days=7),
                "THR pekerja",
                -draws.step(400_000, 700_000, 50_000),
                "Upah",
            )


def _balanced(lines: Sequence[CashLine], first: date, draws: Draws) -> tuple[CashLine, ...]:
    """Sort by day, put an opening balance before that never runs out, and write the balances."""
    ordered = sorted(lines, key=lambda line: line.day)
    opening = draws.step(300_000, 700_000, 10_000)
    paid, lowest = _paid(ordered, opening)
    while lowest < 0:  # the bank never pays more than it has, so this is the drawer's want
        opening += _round(_CUSHION - lowest)
        paid, lowest = _paid(ordered, opening)
    done: list[CashLine] = []
    balance = 0
    for line in (CashLine(first, "saldo awal", opening, 0, category="Modal"), *paid):
        balance += line.money_in - line.money_out
        done.append(replace(line, line=len(done) + 1, balance=balance))
    return tuple(done)


def _paid(lines: Sequence[CashLine], opening: int) -> tuple[list[CashLine], int]:
    """Pay bills from drawer or bank, whichever holds more; tell how low either ever was."""
    purse = {False: opening, True: 0}
    done: list[CashLine] = []
    lowest = opening
    for line in lines:
        enough = purse[True] - line.money_out >= _CUSHION and purse[True] > purse[False]
        transferred = line.category in _TRANSFERRED and enough
        by_bank = transferred or line.words == _PAYOUT
        purse[by_bank] += line.money_in - line.money_out
        lowest = min(lowest, purse[by_bank])
        done.append(replace(line, words=f"{line.words}, transfer") if transferred else line)
    return done, lowest


def _numbered(lines: Sequence[CashLine]) -> tuple[CashLine, ...]:
    return tuple(replace(line, line=number) for number, line in enumerate(lines, start=1))


def _round(rupiah: int) -> int:
    return (rupiah + 250) // 500 * 500


def _week_of(order: Order) -> date | None:
    if order.created is None:
        return None
    day = order.created.date()
    return day - timedelta(days=day.weekday())


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield monday
        monday += timedelta(days=7)


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)


def _same_month(day: date, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)
