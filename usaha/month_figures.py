"""A month of a business in the figures that its owner knows, made into journal entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from usaha import accounts
from usaha.depreciation import depreciation_per_month
from usaha.journal import Entry, Posting, opening_entry
from usaha.language import N_, _
from usaha.money import Number, round_rupiah
from usaha.periods import month_of
from usaha.tax import TaxMonth, final_income_tax

PAID_EXPENSES: Final[Mapping[str, int]] = MappingProxyType(
    {
        "wages": accounts.WAGES,
        "utilities": accounts.UTILITIES,
        "rent": accounts.RENT,
        "shipping": accounts.SHIPPING,
        "advertising": accounts.ADVERTISING,
        "marketplace_fees": accounts.MARKETPLACE_FEES,
        "interest": accounts.INTEREST,
        "other_expenses": accounts.OTHER_EXPENSES,
    }
)
"""The expenses of `MonthFigures` that are paid with money, and their accounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigures:
    """What an owner knows at the end of a month; whole rupiah, none negative.

    Attributes:
        month: its first day.
        cash_before: money in box and bank on that day; so are the other amounts ``_before``:
            receivables, stock at cost, debts to suppliers, deposits of buyers, the loan, and tax
            of the month before, which is paid in this one.
        tools_price: what all tools cost when they were bought.
        tools_worn: how much of that is used up when the month begins.
        sales: everything delivered, paid or not, before discounts and a marketplace's deductions.
        returns: given back or deducted.
        purchases: materials and goods bought, paid or not; wages of producing them are in `wages`.
        tools_bought: in this month.
        drawings: taken for the family.
        paid_in: money that the owner added.
        receivables: what buyers owe at the end; so are `stock`, `payables`, `deposits`, `loan`.
        bank: of the money at the end, what lies in the bank.
        tools_life: months that tools are used.
        sold_before: turnover since January, without this month.
    """

    month: date
    cash_before: int = 0
    receivables_before: int = 0
    stock_before: int = 0
    payables_before: int = 0
    deposits_before: int = 0
    loan_before: int = 0
    tax_before: int = 0
    tools_price: int = 0
    tools_worn: int = 0
    sales: int = 0
    returns: int = 0
    purchases: int = 0
    wages: int = 0
    utilities: int = 0
    rent: int = 0
    shipping: int = 0
    advertising: int = 0
    marketplace_fees: int = 0
    interest: int = 0
    other_expenses: int = 0
    tools_bought: int = 0
    drawings: int = 0
    paid_in: int = 0
    receivables: int = 0
    stock: int = 0
    payables: int = 0
    deposits: int = 0
    loan: int = 0
    bank: int = 0
    tools_life: int = 48
    sold_before: int = 0

    @property
    def cost_of_sales(self) -> int:
        """Opening stock + purchases - closing stock."""
        return self.stock_before + self.purchases - self.stock

    @property
    def depreciation(self) -> int:
        """Of one month, straight line; never more than what is left of the tools."""
        price = self.tools_price + self.tools_bought
        month = round_rupiah(depreciation_per_month(price, self.tools_life))
        return min(month, price - self.tools_worn)

    @property
    def deposits_used(self) -> int:
        """Deposits of earlier months that became sales."""
        return max(self.deposits_before - self.deposits, 0)

    @property
    def collected(self) -> int:
        """Money that buyers paid for what was delivered."""
        owed = self.receivables_before + self.sales - self.returns - self.receivables
        return owed - self.deposits_used

    @property
    def paid_to_suppliers(self) -> int:
        """Money paid for purchases of this month and before."""
        return self.payables_before + self.purchases - self.payables


def month_problems(figures: MonthFigures) -> dict[str, str]:
    """Find figures that cannot be true together: a sentence for each, by the field to look at.

    Example:
        >>> month_problems(MonthFigures(month=date(2026, 10, 1), stock=5))
        {'stock': 'Sisa stok lebih besar daripada stok awal ditambah belanja. Periksa ketiganya.'}
    """
    found = {
        "stock": (
            figures.cost_of_sales < 0,
            _("Sisa stok lebih besar daripada stok awal ditambah belanja. Periksa ketiganya."),
        ),
        "receivables": (
            figures.collected < 0,
            _(
                "Piutang ini lebih besar daripada piutang awal ditambah penjualan. Periksa ketiganya."
            ),
        ),
        "payables": (
            figures.paid_to_suppliers < 0,
            _("Utang ini lebih besar daripada utang awal ditambah belanja. Periksa ketiganya."),
        ),
        "tools_worn": (
            figures.tools_worn > figures.tools_price,
            _("Alat tidak dapat aus lebih dari harganya. Tulis paling banyak harga semua alat."),
        ),
        "returns": (
            figures.returns > figures.sales,
            _("Retur dan diskon lebih besar daripada penjualan. Periksa keduanya."),
        ),
    }
    return {field: sentence for field, (wrong, sentence) in found.items() if wrong}


def month_tax(
    figures: MonthFigures, rate: Number | None = None, free: Number | None = None
) -> TaxMonth:
    """Give the PPh final of the month, on turnover above what is free since January.

    Source: `usaha.tax.final_income_tax`.

    Args:
        figures: of the month.
        rate: share of 1 in place of the rules'.
        free: rupiah a year in place of the rules'.

    Example:
        485 + 31,5 million are 16,5 million above what is free; 0,5% of that:

        >>> month_tax(
        ...     MonthFigures(month=date(2026, 10, 1), sales=31_500_000, sold_before=485_000_000)
        ... ).tax
        82500
    """
    january = figures.month.replace(month=1)
    turnover: dict[date, Number] = {january: figures.sold_before}
    if figures.month == january:
        turnover = {january: figures.sales}
    else:
        turnover[figures.month] = figures.sales
    months, _problems = final_income_tax(turnover, rate=rate, free=free)
    return months[-1]


def month_entries(figures: MonthFigures, tax: int) -> tuple[Entry, ...]:
    """Write the month as journal entries: its opening, what moved, and what wore.

    Args:
        figures: without problems (see `month_problems`).
        tax: PPh final of the month, whole rupiah; it is paid in the next one.

    Returns:
        Entries that balance; one of zero is left out.

    Raises:
        ValueError: the figures have problems.

    Example:
        >>> october = MonthFigures(
        ...     month=date(2026, 10, 1), sales=900, purchases=400, payables=100, stock=50
        ... )
        >>> for entry in month_entries(october, tax=0):
        ...     print(entry.words, entry.postings)
        Penjualan ((1201, 900), (4101, -900))
        Diterima dari pembeli ((1101, 900), (1201, -900))
        Belanja bahan dan barang ((1301, 400), (2101, -400))
        Dibayar kepada pemasok ((2101, 300), (1101, -300))
        HPP menurut hitungan stok ((5101, 350), (1301, -350))
    """
    if month_problems(figures):
        raise ValueError(f"these figures contradict each other: {month_problems(figures)}")
    last = month_of(figures.month).last
    opening = opening_entry(figures.month, _opening(figures))
    moved = [
        Entry(last, words, _pair(debit, credit, amount))
        for words, debit, credit, amount in _movements(figures, tax)
        if amount
    ]
    return (*([opening] if opening else []), *moved)


def cash_bridge(figures: MonthFigures, profit: int, tax: int) -> tuple[tuple[str, int], ...]:
    """Explain how a profit became a change of money: each part with what it added.

    Args:
        figures: of the month.
        profit: after tax.
        tax: of the month, still to be paid.

    Returns:
        Parts that are not zero; they add up to the change of money.

    Example:
        >>> sold = MonthFigures(month=date(2026, 10, 1), sales=900, receivables=200)
        >>> cash_bridge(sold, profit=900, tax=0)
        (('Laba sesudah pajak', 900), ('Piutang berubah: belum menjadi uang', -200))
    """
    f = figures
    parts = (
        (_("Laba sesudah pajak"), profit),
        (_("Penyusutan: beban tanpa uang keluar"), f.depreciation),
        (_("Piutang berubah: belum menjadi uang"), f.receivables_before - f.receivables),
        (_("Stok berubah: uang menjadi barang"), f.stock_before - f.stock),
        (_("Utang kepada pemasok berubah"), f.payables - f.payables_before),
        (_("Uang muka pembeli berubah"), f.deposits - f.deposits_before),
        (_("Pajak yang belum dibayar berubah"), tax - f.tax_before),
        (_("Pinjaman berubah"), f.loan - f.loan_before),
        (_("Alat yang dibeli"), -f.tools_bought),
        (_("Modal yang Anda tambah"), f.paid_in),
        (_("Ambilan pribadi (prive)"), -f.drawings),
    )
    return tuple((words, amount) for words, amount in parts if amount)


def _opening(figures: MonthFigures) -> dict[int, int]:
    return {
        accounts.CASH: figures.cash_before,
        accounts.RECEIVABLES: figures.receivables_before,
        accounts.MATERIALS: figures.stock_before,
        accounts.EQUIPMENT: figures.tools_price,
        accounts.ACCUMULATED_DEPRECIATION: figures.tools_worn,
        accounts.PAYABLES: figures.payables_before,
        accounts.TAX_PAYABLE: figures.tax_before,
        accounts.CUSTOMER_DEPOSITS: figures.deposits_before,
        accounts.LOANS: figures.loan_before,
    }


def _movements(figures: MonthFigures, tax: int) -> tuple[tuple[str, int, int, int], ...]:
    """List what moved: words of the journal, which is Indonesian, accounts debited and credited, rupiah."""
    f, a = figures, accounts
    names = {code: a.account(code).name for code in PAID_EXPENSES.values()}
    expenses = ((names[code], code, a.CASH, getattr(f, field))
                for field, code in PAID_EXPENSES.items())  # fmt: skip
    return (
        (N_("Penjualan"), a.RECEIVABLES, a.SALES, f.sales),
        (N_("Retur dan diskon"), a.RETURNS_AND_DISCOUNTS, a.RECEIVABLES, f.returns),
        (N_("Uang muka menjadi penjualan"), a.CUSTOMER_DEPOSITS, a.RECEIVABLES, f.deposits_used),
        (N_("Diterima dari pembeli"), a.CASH, a.RECEIVABLES, f.collected),
        (
            N_("Uang muka diterima"),
            a.CASH,
            a.CUSTOMER_DEPOSITS,
            max(f.deposits - f.deposits_before, 0),
        ),
        (N_("Belanja bahan dan barang"), a.MATERIALS, a.PAYABLES, f.purchases),
        (N_("Dibayar kepada pemasok"), a.PAYABLES, a.CASH, f.paid_to_suppliers),
        (N_("HPP menurut hitungan stok"), a.COST_OF_GOODS_SOLD, a.MATERIALS, f.cost_of_sales),
        *expenses,
        (N_("Beli peralatan"), a.EQUIPMENT, a.CASH, f.tools_bought),
        (N_("Penyusutan peralatan"), a.DEPRECIATION, a.ACCUMULATED_DEPRECIATION, f.depreciation),
        (N_("Pinjaman diterima"), a.CASH, a.LOANS, max(f.loan - f.loan_before, 0)),
        (N_("Pokok pinjaman dibayar"), a.LOANS, a.CASH, max(f.loan_before - f.loan, 0)),
        (N_("Setoran modal"), a.CASH, a.CAPITAL, f.paid_in),
        (N_("Ambilan pribadi"), a.DRAWINGS, a.CASH, f.drawings),
        (N_("Pajak bulan lalu dibayar"), a.TAX_PAYABLE, a.CASH, f.tax_before),
        (N_("PPh final bulan ini"), a.FINAL_INCOME_TAX, a.TAX_PAYABLE, tax),
        (N_("Uang yang ada di rekening"), a.BANK, a.CASH, f.bank),
    )


def _pair(debit: int, credit: int, amount: int) -> tuple[Posting, ...]:
    return ((debit, amount), (credit, -amount))
