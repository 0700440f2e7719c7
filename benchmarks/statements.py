"""How long statements take from a cash book of 100,000 lines, beside pandas' own group-by."""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256

import pandas as pd

from usaha.cash_book import CashLine, post_cash_book
from usaha.periods import year_of
from usaha.statements import make_statements

LINES = 100_000
RUNS = 5
LIMIT_SECONDS = 1.0  # or twice pandas' group-by, whichever is larger
FIRST_DAY = date(2026, 1, 1)
WORDS = (
    ("jual tunai", True), ("jual emping 2 kg", True), ("jual, bayar QRIS", True),
    ("DP pesanan", True), ("pinjaman KUR", True), ("beli melinjo", False),
    ("upah tumbuk", False), ("token listrik", False), ("ambil pribadi", False),
    ("angsuran KUR bunga 500", False), ("ongkir", False), ("plastik kemasan", False),
)  # fmt: skip


def cash_book(lines: int) -> list[CashLine]:
    """Write a year of lines; every fifth has words that no other line has."""
    book = []
    for number in range(1, lines + 1):
        drawn = int.from_bytes(sha256(str(number).encode()).digest()[:8])
        words, is_in = WORDS[drawn % len(WORDS)]
        if drawn % 5 == 0:
            words += f" no {number}"
        amount = 1_000 * (1 + drawn % 997)
        money = (amount, 0) if is_in else (0, amount)
        day = FIRST_DAY + timedelta(days=number * 365 // (lines + 1))
        book.append(CashLine(day, words, *money, line=number))
    return book


def ours(book: list[CashLine]) -> int:
    """Post the book, make the three statements of its year, and give the profit."""
    entries, _ = post_cash_book(book)
    return make_statements(entries, [year_of(FIRST_DAY)]).income.amount("laba_bersih")


def group_by(book: list[CashLine]) -> int:
    """Let pandas make a table of the same lines and add it up by words and month."""
    table = pd.DataFrame(
        [(line.day, line.words, line.money_in, line.money_out) for line in book],
        columns=["day", "words", "money_in", "money_out"],
    )
    table["month"] = pd.to_datetime(table["day"]).dt.to_period("M")
    sums = table.groupby(["words", "month"])[["money_in", "money_out"]].sum()
    return int(sums["money_in"].sum())


def best_seconds(work: Callable[[list[CashLine]], int], book: list[CashLine]) -> float:
    """Give the shortest of a few runs: the one least disturbed by others."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work(book)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> int:
    """Print both times; 1 if statements take longer than they may."""
    book = cash_book(LINES)
    start = time.perf_counter()
    ours(book)
    first = time.perf_counter() - start
    statements, pandas_time = best_seconds(ours, book), best_seconds(group_by, book)
    limit = max(LIMIT_SECONDS, 2 * pandas_time)
    sys.stdout.write(
        f"statements from {LINES:,} lines: {statements:.3f} s (first run {first:.3f} s)\n"
        f"pandas group-by of the same lines: {pandas_time:.3f} s; limit {limit:.3f} s\n"
    )
    return 0 if statements <= limit and first <= limit else 1


if __name__ == "__main__":
    raise SystemExit(main())
