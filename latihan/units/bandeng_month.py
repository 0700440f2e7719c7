"""October 2026 of the sate bandeng kitchen: journal entries ready-made, and the names that come of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from latihan.notebook import Shown
from latihan.units.rows import Row, amount, table
from usaha import accounts
from usaha.accounts import account
from usaha.draws import Draws
from usaha.journal import Entry, entry, opening_entry
from usaha.money import round_rupiah
from usaha.periods import month_of
from usaha.statements import Statements, make_statements
from usaha.tax import final_income_tax

FIRST = date(2026, 10, 1)
LAST = date(2026, 10, 31)
# Sales of each month from January, in millions: Ramadan and Lebaran fell in February and March.
USUAL = (50, 68, 76, 50, 52, 53, 52, 54, 54)


def draw(d: Draws) -> dict[str, Any]:
    """Draws the month: whole rupiah, and the journal before stock, wear and tax are settled."""
    cash_sales, credit = (
        d.step(24_000_000, 30_000_000, 100_000),
        d.step(5_000_000, 8_000_000, 50_000),
    )
    market = d.step(14_000_000, 18_000_000, 100_000)
    sales = cash_sales + market + credit
    wear, life = d.step(450_000, 700_000, 10_000), d.pick((36, 40, 48))
    price = wear * life
    stock, grown = d.step(3_200_000, 4_800_000, 50_000), d.step(700_000, 1_400_000, 50_000)
    tax = _taxes(d, sales)
    drawn = {
        "penjualan_kotor": sales,
        "retur_diskon": d.step(900_000, 1_600_000, 50_000),
        "persediaan_awal": stock,
        "biaya_produksi": d.step(31_000_000, 35_000_000, 100_000),
        "persediaan_akhir": stock + grown * d.pick((1, -1)),
        "biaya_lokapasar": market * d.step(8, 12) // 100,
        "biaya_iklan": d.step(500_000, 900_000, 50_000),
        "biaya_listrik": d.step(500_000, 900_000, 50_000),
        "bunga_bank": d.step(250_000, 450_000, 10_000),
        "harga_peralatan": price,
        "umur_bulan": life,
        "nilai_jual_kembali": price * d.step(10, 20) // 100_000 * 1_000,
        "akumulasi_awal": wear * d.step(6, 18),
        "pajak_final": tax[1],
        "kas_awal": d.step(12_000_000, 16_000_000, 50_000),
        "saldo_lokapasar": d.step(2_000_000, 4_000_000, 50_000),
        "piutang": credit,
        "utang_usaha": d.step(1_800_000, 3_200_000, 100_000),
        "uang_muka": d.step(3_800_000, 5_000_000, 100_000),
        "setoran": d.step(800_000, 2_000_000, 100_000),
        "prive": d.step(9_000_000, 12_000_000, 100_000),
        "angsuran_pokok": d.step(700_000, 1_200_000, 50_000),
    }
    loan = d.step(9_000_000, 16_000_000, 500_000)
    entries = _journal(drawn, cash_sales, market, loan, tax[0])
    position = make_statements(entries, [month_of(FIRST)]).position
    return {
        **drawn,
        "kas": position.amount("jumlah_kas"),
        "utang_bank": loan - drawn["angsuran_pokok"],
        "modal_awal": -dict(entries[0].postings)[accounts.CAPITAL],
        "jurnal": "\n".join(map(_to_line, entries)),
    }


def _taxes(d: Draws, sales: int) -> tuple[int, int]:
    """Returns the final income tax of September, paid in October, and that of October."""
    turnover = {
        date(2026, month, 1): (usual + d.step(0, 6)) * 1_000_000
        for month, usual in enumerate(USUAL, start=1)
    }
    months, _ = final_income_tax({**turnover, FIRST: sales})
    return months[-2].tax, months[-1].tax


def _journal(n: dict[str, int], cash_sales: int, market: int, loan: int, tax: int) -> list[Entry]:
    """Returns the opening entry and October's fourteen, marketplace sales gross of their fees."""
    had = 1_500_000  # at the marketplace when the month began
    net = market - n["biaya_lokapasar"]
    paid = n["biaya_produksi"] - n["utang_usaha"]
    before = opening_entry(FIRST, {
        accounts.CASH: n["kas_awal"],
        accounts.MARKETPLACE: had,
        accounts.GOODS: n["persediaan_awal"],
        accounts.EQUIPMENT: n["harga_peralatan"],
        accounts.ACCUMULATED_DEPRECIATION: n["akumulasi_awal"],
        accounts.TAX_PAYABLE: tax,
        accounts.LOANS: loan,
    })  # fmt: skip
    assert before is not None
    cash, goods = accounts.CASH, accounts.COST_OF_GOODS_SOLD
    wanted: tuple[tuple[int, str, dict[int, int], dict[int, int]], ...] = (
        (3, "Ibu Ratu menambah modal", {cash: n["setoran"]}, {accounts.CAPITAL: n["setoran"]}),
        (9, "Iklan daring", {accounts.ADVERTISING: n["biaya_iklan"]}, {cash: n["biaya_iklan"]}),
        (12, "Setor PPh final September", {accounts.TAX_PAYABLE: tax}, {cash: tax}),
        (15, "Angsuran bank", {accounts.LOANS: n["angsuran_pokok"],
            accounts.INTEREST: n["bunga_bank"]},
            {cash: n["angsuran_pokok"] + n["bunga_bank"]}),
        (19, "Saldo lokapasar ditarik", {cash: had + net - n["saldo_lokapasar"]},
            {accounts.MARKETPLACE: had + net - n["saldo_lokapasar"]}),
        (20, "Listrik kios", {accounts.UTILITIES: n["biaya_listrik"]}, {cash: n["biaya_listrik"]}),
        (24, "Uang muka hajatan, kirim November", {cash: n["uang_muka"]},
            {accounts.CUSTOMER_DEPOSITS: n["uang_muka"]}),
        (27, "Untuk keluarga Ibu Ratu", {accounts.DRAWINGS: n["prive"]}, {cash: n["prive"]}),
        (31, "Penjualan tunai sebulan", {cash: cash_sales}, {accounts.SALES: cash_sales}),
        (31, "Penjualan lokapasar sebulan",
            {accounts.MARKETPLACE: net, accounts.MARKETPLACE_FEES: n["biaya_lokapasar"]},
            {accounts.SALES: market}),
        (31, "Kiriman ke rumah makan, dibayar November", {accounts.RECEIVABLES: n["piutang"]},
            {accounts.SALES: n["piutang"]}),
        (31, "Retur dan diskon", {accounts.RETURNS_AND_DISCOUNTS: n["retur_diskon"]},
            {cash: n["retur_diskon"]}),
        (31, "Bahan, upah pekerja, dan gas", {goods: paid}, {cash: paid}),
        (31, "Bandeng dari tambak, dibayar November", {goods: n["utang_usaha"]},
            {accounts.PAYABLES: n["utang_usaha"]}),
    )  # fmt: skip
    made = [entry(date(2026, 10, day), words, debit=d, credit=c) for day, words, d, c in wanted]
    return [before, *made]


def _to_line(made: Entry) -> str:
    postings = ",".join(f"{code}:{rupiah}" for code, rupiah in made.postings)
    return f"{made.day.day}|{made.words}|{postings}|{made.role}"


def entries_of(text: str) -> list[Entry]:
    """Reads the journal of a drawn shop, the opening entry first.

    >>> entries_of("3|Setoran|1101:5000,3101:-5000|biasa")[0].postings
    ((1101, 5000), (3101, -5000))
    """
    made = []
    for line in text.splitlines():
        day, words, postings, role = line.split("|")
        pairs = tuple(tuple(map(int, pair.split(":"))) for pair in postings.split(","))
        made.append(Entry(date(2026, 10, int(day)), words, pairs, 0, role))  # type: ignore[arg-type]
    return made


def statements_of(v: Mapping[str, Any]) -> Statements:
    """Returns October's statements: the journal, and stock, wear and tax settled at its end.

    The wear of a month is worked out anew, as SAK EMKM par. 11.14 has it.
    """
    wear = round_rupiah(v["harga_peralatan"] / v["umur_bulan"])
    grown = int(v["persediaan_akhir"]) - int(v["persediaan_awal"])
    return _statements(v["jurnal"], grown, wear, int(v["pajak_final"]))


@cache
def _statements(journal: str, grown: int, wear: int, tax: int) -> Statements:
    settled = (
        Entry(LAST, "Stok", ((accounts.GOODS, grown), (accounts.COST_OF_GOODS_SOLD, -grown))),
        Entry(LAST, "Aus", (
            (accounts.DEPRECIATION, wear), (accounts.ACCUMULATED_DEPRECIATION, -wear))),
        Entry(LAST, "Pajak", ((accounts.FINAL_INCOME_TAX, tax), (accounts.TAX_PAYABLE, -tax))),
    )  # fmt: skip
    return make_statements([*entries_of(journal), *settled], [month_of(FIRST)])


def show(given: Mapping[str, Any]) -> Shown:
    """Shows October's journal entries: what happened, which accounts, how much."""
    rows = [
        Row(at, f"{made.day.day} Okt", made.words, sum(a for _, a in made.postings if a > 0), 0,
            f"Debit {_names(made, 1)}; kredit {_names(made, -1)}")
        for at, made in enumerate(entries_of(given["jurnal"])[1:], start=1)
    ]  # fmt: skip
    return table(
        "Jurnal Oktober 2026",
        (
            ("Tanggal", lambda row: row.day),
            ("Catatan", lambda row: f"{row.words}\n{row.kind}"),
            ("Jumlah (Rp)", lambda row: amount(row.money_in)),
        ),
        rows,
    )


def _names(made: Entry, side: int) -> str:
    return " dan ".join(account(code).name for code, rupiah in made.postings if rupiah * side > 0)
