"""The chart of accounts of a micro enterprise, with numbers that a programme can share."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from usaha.language import N_

Group = Literal["aset", "liabilitas", "ekuitas", "pendapatan", "beban"]

CASH: Final = 1101
BANK: Final = 1102
MARKETPLACE: Final = 1103
RECEIVABLES: Final = 1201
MATERIALS: Final = 1301
GOODS: Final = 1302
PACKAGING: Final = 1303
PREPAID_TAX: Final = 1401
EQUIPMENT: Final = 1501
ACCUMULATED_DEPRECIATION: Final = 1502
PAYABLES: Final = 2101
TAX_PAYABLE: Final = 2102
CUSTOMER_DEPOSITS: Final = 2201
WAGES_PAYABLE: Final = 2202
LOANS: Final = 2301
CAPITAL: Final = 3101
RETAINED_EARNINGS: Final = 3102
DRAWINGS: Final = 3201
SALES: Final = 4101
RETURNS_AND_DISCOUNTS: Final = 4102
OTHER_INCOME: Final = 4201
COST_OF_GOODS_SOLD: Final = 5101
WAGES: Final = 5201
UTILITIES: Final = 5301
RENT: Final = 5401
SHIPPING: Final = 5501
ADVERTISING: Final = 5601
MARKETPLACE_FEES: Final = 5602
INTEREST: Final = 5701
DEPRECIATION: Final = 5801
FINAL_INCOME_TAX: Final = 5802
OTHER_EXPENSES: Final = 5901

# What can be paid with today. The balance at a marketplace is not: it has to be withdrawn first.
MONEY: Final = frozenset({CASH, BANK})
INVENTORIES: Final = (MATERIALS, GOODS, PACKAGING)

_GROUPS: Final[tuple[Group, ...]] = ("aset", "liabilitas", "ekuitas", "pendapatan", "beban")
_CONTRA: Final = frozenset({ACCUMULATED_DEPRECIATION, DRAWINGS, RETURNS_AND_DISCOUNTS})


class UnknownAccountError(LookupError):
    """The chart has no account of this number."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account.

    Attributes:
        code: its number; the first digit is its group.
        name: its Indonesian name, as in documents; a page says `_(name)`.
    """

    code: int
    name: str

    @property
    def group(self) -> Group:
        """Which of the five groups it belongs to."""
        return _GROUPS[self.code // 1000 - 1]

    @property
    def normal_side(self) -> int:
        """1 where it usually has a debit balance, -1 where a credit balance.

        Accumulated depreciation, drawings and returns stand on the other side of their group.
        """
        side = 1 if self.group in {"aset", "beban"} else -1
        return -side if self.code in _CONTRA else side


_NAMES: Final = {
    CASH: N_("Kas"),
    BANK: N_("Bank dan dompet digital"),
    MARKETPLACE: N_("Saldo lokapasar"),
    RECEIVABLES: N_("Piutang usaha"),
    MATERIALS: N_("Persediaan bahan baku"),
    GOODS: N_("Persediaan barang jadi"),
    PACKAGING: N_("Persediaan kemasan"),
    PREPAID_TAX: N_("Pajak dibayar di muka"),
    EQUIPMENT: N_("Peralatan"),
    ACCUMULATED_DEPRECIATION: N_("Akumulasi penyusutan peralatan"),
    PAYABLES: N_("Utang usaha"),
    TAX_PAYABLE: N_("Utang pajak"),
    CUSTOMER_DEPOSITS: N_("Uang muka pelanggan"),
    WAGES_PAYABLE: N_("Upah terutang"),
    LOANS: N_("Utang bank"),
    CAPITAL: N_("Modal"),
    RETAINED_EARNINGS: N_("Saldo laba"),
    DRAWINGS: N_("Prive (ambilan pribadi)"),
    SALES: N_("Penjualan"),
    RETURNS_AND_DISCOUNTS: N_("Retur dan diskon"),
    OTHER_INCOME: N_("Pendapatan lain"),
    COST_OF_GOODS_SOLD: N_("HPP (harga pokok penjualan)"),
    WAGES: N_("Upah"),
    UTILITIES: N_("Listrik, air, dan gas"),
    RENT: N_("Sewa"),
    SHIPPING: N_("Ongkos kirim"),
    ADVERTISING: N_("Iklan"),
    MARKETPLACE_FEES: N_("Biaya lokapasar"),
    INTEREST: N_("Bunga"),
    DEPRECIATION: N_("Penyusutan"),
    FINAL_INCOME_TAX: N_("PPh final"),
    OTHER_EXPENSES: N_("Beban lain"),
}

ACCOUNTS: Final = MappingProxyType({code: Account(code, name) for code, name in _NAMES.items()})
"""All accounts by number, in the order of the chart."""


def account(code: int) -> Account:
    """Look an account up.

    Raises:
        UnknownAccountError: the chart has no such number.

    Example:
        >>> account(3201).name, account(3201).group, account(3201).normal_side
        ('Prive (ambilan pribadi)', 'ekuitas', 1)
    """
    try:
        return ACCOUNTS[code]
    except KeyError:
        raise UnknownAccountError(f"the chart has no account {code}") from None
