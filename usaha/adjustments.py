"""What a cash book cannot show: stock that was counted and tools that wear."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from usaha.accounts import (
    ACCUMULATED_DEPRECIATION,
    COST_OF_GOODS_SOLD,
    DEPRECIATION,
    INVENTORIES,
    account,
)
from usaha.cash_book import LineProblem
from usaha.depreciation import Method, accumulated_depreciation
from usaha.journal import Entry, entry
from usaha.language import _
from usaha.ledger import balances
from usaha.money import format_rupiah
from usaha.periods import Period


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that lasts longer than a year.

    Attributes:
        name: its Indonesian name.
        price: what it cost, whole rupiah.
        bought: the day; its month is the first that it wears in.
        life_months: months that it will be used.
        method: how it is depreciated.
    """

    name: str
    price: int
    bought: date
    life_months: int
    method: Method = "garis_lurus"

    def worn_until(self, day: date) -> int:
        """Rupiah used up by the end of a day's month.

        Example:
            >>> Tool("Wajan", 360_000, date(2026, 9, 20), 36).worn_until(date(2026, 11, 30))
            30000
        """
        months = (day.year - self.bought.year) * 12 + day.month - self.bought.month + 1
        return accumulated_depreciation(self.price, self.life_months, max(months, 0), self.method)


def cost_of_goods_entry(
    entries: Iterable[Entry], counted: Mapping[int, int], day: date
) -> tuple[Entry | None, tuple[LineProblem, ...]]:
    """Book what was sold: opening stock + purchases - stock counted at the end.

    Source: DOMAIN.md, HPP as *harga pokok penjualan* (5101), periodic method. Materials that became
    goods need no entry of their own: each stock is set to what was counted.

    Args:
        entries: the books so far.
        counted: whole rupiah of each stock (1301, 1302, 1303) at cost, by FIFO or average.
        day: the day of the count.

    Returns:
        ``(entry, problems)``; no entry where nothing changes or where more was counted than the
        books ever had.

    Raises:
        ValueError: an account is no stock, or an amount is negative.

    Example:
        >>> bought = entry(date(2026, 11, 2), "Beli", debit={1301: 900}, credit={1101: 900})
        >>> made, _ = cost_of_goods_entry([bought], {1301: 200}, date(2026, 11, 30))
        >>> made.postings
        ((5101, 700), (1301, -700))
    """
    if not set(counted) <= set(INVENTORIES) or min(counted.values(), default=0) < 0:
        raise ValueError(f"not a count of stock: {dict(counted)}")
    sums = balances(entries, last=day)
    recorded = {code: sums.get(code, 0) for code in INVENTORIES}
    problems = [_uncounted(code, recorded[code]) for code in INVENTORIES
                if recorded[code] and code not in counted]  # fmt: skip
    final = {code: counted.get(code, recorded[code]) for code in INVENTORIES}
    used = sum(recorded.values()) - sum(final.values())
    if used < 0:
        return None, (*problems, _too_much(sum(final.values()), sum(recorded.values())))
    changes = {code: final[code] - recorded[code] for code in INVENTORIES}
    debit = {COST_OF_GOODS_SOLD: used} | {code: max(each, 0) for code, each in changes.items()}
    credit = {code: max(-each, 0) for code, each in changes.items()}
    if not any(credit.values()):
        return None, tuple(problems)
    return entry(day, "HPP menurut hitungan stok", debit=debit, credit=credit), tuple(problems)


def depreciation_entry(tools: Sequence[Tool], period: Period) -> Entry | None:
    """Book the wear of all tools in a period of whole months.

    Returns:
        The entry, or None where nothing wears. Over its life a tool costs its price to the rupiah,
        whatever the periods are.

    Example:
        >>> from usaha.periods import month_of
        >>> pan = Tool("Wajan", 360_000, date(2026, 11, 20), 36)
        >>> depreciation_entry([pan], month_of(date(2026, 11, 1))).postings
        ((5801, 10000), (1502, -10000))
    """
    before = date.fromordinal(period.first.toordinal() - 1)
    worn = sum(tool.worn_until(period.last) - tool.worn_until(before) for tool in tools)
    if not worn:
        return None
    return entry(
        period.last,
        "Penyusutan peralatan",
        debit={DEPRECIATION: worn},
        credit={ACCUMULATED_DEPRECIATION: worn},
    )


def _uncounted(code: int, recorded: int) -> LineProblem:
    name = _(account(code).name)
    return LineProblem(
        0,
        _(
            "{stock} belum dihitung, jadi {recorded} dianggap masih utuh. Hitung sisa stoknya supaya laba tidak terlalu besar.",
            stock=name,
            recorded=format_rupiah(recorded),
        ),
        "stok_belum_dihitung",
    )


def _too_much(counted: int, recorded: int) -> LineProblem:
    return LineProblem(
        0,
        _(
            "Stok yang dihitung {counted}, tetapi menurut catatan paling banyak {recorded}. Cari pembelian yang belum dicatat, atau hitung lagi stoknya.",
            counted=format_rupiah(counted),
            recorded=format_rupiah(recorded),
        ),
        "stok_terlalu_besar",
    )
