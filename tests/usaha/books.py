"""Books that tests draw: entries on any accounts, and cash books in a shopkeeper's words."""

from datetime import date, timedelta

from hypothesis import strategies as st

from usaha.accounts import ACCOUNTS
from usaha.cash_book import CashLine
from usaha.journal import Entry

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 364).map(lambda number: FIRST + timedelta(days=number))
AMOUNTS = st.integers(1, 10**9)
WORDS_IN = (
    "jual tunai", "jual tempo Bu Ani", "jual Shopee biaya 500", "cair Shopee", "pinjaman KUR",
    "DP pesanan", "pelunasan pesanan dp 700", "setor modal", "tarik tunai ATM", "titip", "Bayar bon",
)  # fmt: skip
WORDS_OUT = (
    "beli melinjo", "beli tempo", "ambil pribadi", "angsuran KUR bunga 300", "upah", "token listrik",
    "setor tunai ke bank", "beli wajan", "ongkir transfer", "iklan", "entahlah", "bayar pajak", "",
)  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Draw a balanced entry on two to four accounts."""
    codes = draw(st.lists(st.sampled_from(list(ACCOUNTS)), min_size=2, max_size=4, unique=True))
    amounts = [draw(st.integers(-(10**9), 10**9)) for _ in codes[1:]]
    return Entry(draw(DAYS), "acak", tuple(zip(codes, [-sum(amounts), *amounts], strict=True)))


@st.composite
def cash_lines(draw: st.DrawFn) -> CashLine:
    """Draw a line with an amount on one side, or one that is wrong."""
    day, amount = draw(DAYS), draw(AMOUNTS)
    match draw(st.sampled_from(["masuk", "keluar", "keluar", "masuk", "kosong", "dua"])):
        case "masuk":
            return CashLine(day, draw(st.sampled_from(WORDS_IN)), amount, 0)
        case "keluar":
            return CashLine(day, draw(st.sampled_from(WORDS_OUT)), 0, amount)
        case "kosong":
            return CashLine(day, "jual tunai", 0, 0)
        case _:
            return CashLine(day, "jual tunai", amount, amount)
