"""Errors that real cash books have."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from usaha.book_errors import (
    explain_difference,
    find_duplicates,
    find_negative_cash,
    find_odd_amounts,
    find_wrong_balances,
    money_by_book,
)
from usaha.cash_book import CashLine, LineProblem

DAY = date(2026, 11, 2)


def month() -> list[CashLine]:
    """A sound month: wages near 45.000 every day, sales of any size, balances beside them."""
    lines = [CashLine(DAY, "setor modal", 2_000_000, 0, line=1, balance=2_000_000)]
    for i in range(20):
        day, balance = DAY + timedelta(days=i), lines[-1].balance or 0
        wage, sale = 45_000 + 1_500 * (i % 5), 20_000 * (i + 1)
        lines.append(CashLine(day, "upah tumbuk", 0, wage, line=2 * i + 2, balance=balance - wage))
        sold = balance - wage + sale
        lines.append(CashLine(day, "jual tunai", sale, 0, line=2 * i + 3, balance=sold))
    return lines


def codes(problems: tuple[LineProblem, ...]) -> list[tuple[int, str]]:
    """What was found, by line."""
    return [(problem.line, problem.code) for problem in problems]


def test_a_sound_book_has_no_errors() -> None:
    """Sales from 20.000 to 400.000 and daily wages are nothing to ask about."""
    book = month()
    assert find_duplicates(book) == ()
    assert find_odd_amounts(book) == ()
    assert find_wrong_balances(book) == ()
    assert find_negative_cash(book) == ()


def test_finds_a_line_written_twice() -> None:
    """The same day, words, party and amount; the later line is shown with the earlier one."""
    book = month()
    book.insert(9, replace(book[4], words=f" {book[4].words.upper()} ", line=99))
    assert codes(find_duplicates(book)) == [(99, "duplikat")]
    assert "sama dengan baris 5" in find_duplicates(book)[0].message
    other = replace(book[4], party="Bu Ani", line=99)
    assert find_duplicates([*month(), other]) == ()


def test_finds_a_digit_too_few_or_too_many() -> None:
    """4.500 and 450.000 among wages of 45.000 to 51.000."""
    book = month()
    book[1], book[3] = replace(book[1], money_out=4_500), replace(book[3], money_out=450_000)
    assert codes(find_odd_amounts(book)) == [(2, "angka_kurang"), (4, "angka_lebih")]


def test_needs_enough_lines_that_agree() -> None:
    """Four lines, or lines of all sizes, show nothing."""
    few = [CashLine(DAY, "upah", 0, 45_000) for _ in range(3)] + [CashLine(DAY, "upah", 0, 4_500)]
    assert find_odd_amounts(few) == ()
    wild = [CashLine(DAY, "jual", 10**i, 0) for i in range(3, 9)]
    assert find_odd_amounts(wild) == ()


def test_follows_the_written_balance() -> None:
    """A swapped amount is named by what the balance says; other breaks by what it should be."""
    book = month()
    book[1] = replace(book[1], money_out=54_000)
    assert codes(find_wrong_balances(book)) == [(2, "angka_tertukar")]
    book = month()
    book[1] = replace(book[1], balance=7)
    found = find_wrong_balances(book)
    assert codes(found) == [(2, "saldo_salah"), (3, "saldo_salah")]
    assert "seharusnya Rp1.955.000" in found[0].message


def test_lines_without_balance_are_bridged() -> None:
    """A balance that is missing is worked out from the one before."""
    book = month()
    book[1] = replace(book[1], balance=None)
    assert find_wrong_balances(book) == ()


def test_finds_money_that_was_not_there() -> None:
    """The day counts, not the order within it; credit sales bring no money."""
    spent = CashLine(DAY, "beli bahan", 0, 50_000, line=1)
    later = CashLine(DAY + timedelta(days=1), "jual tunai", 90_000, 0, line=2)
    assert codes(find_negative_cash([spent, later])) == [(1, "kas_minus")]
    assert find_negative_cash([spent, later], opening=50_000) == ()
    assert find_negative_cash([spent, replace(later, day=DAY)]) == ()
    assert find_negative_cash([spent, replace(later, day=DAY, words="jual tempo")]) != ()


def test_explains_a_difference_by_hand() -> None:
    """One cause at a time: written twice, wrong side, swapped, a digit less."""
    book = [CashLine(DAY, "beli gas", 0, 54_000, line=8), CashLine(DAY, "jual", 15_000, 0, line=9)]
    recorded = 100_000
    assert codes(explain_difference(book, recorded, 100_000)) == []
    assert codes(explain_difference(book, recorded, 154_000)) == [(8, "tercatat_lebih")]
    assert codes(explain_difference(book, recorded, 70_000)) == [(9, "salah_kolom")]
    assert codes(explain_difference(book, recorded, 109_000)) == [(8, "angka_tertukar")]
    assert codes(explain_difference(book, recorded, 235_000)) == [(9, "angka_kurang")]


@given(st.integers(1, 40), st.data())
def test_explains_what_was_done_to_a_book(place: int, data: st.DataObject) -> None:
    """Whatever slip is put into one line, that line is among the candidates."""
    book = month()
    counted = money_by_book(book)
    amount = str(book[place].money_in or book[place].money_out)
    digit = data.draw(st.integers(0, len(amount) - 2))
    slipped = int(
        data.draw(
            st.sampled_from(
                [
                    amount[:digit] + amount[digit + 1] + amount[digit] + amount[digit + 2 :],
                    amount[:digit] + amount[digit + 1 :],
                    amount[:digit] + "7" + amount[digit:],
                ]
            )
        )
    )
    if slipped and slipped != int(amount) and abs(len(str(slipped)) - len(amount)) < 2:
        side = "money_in" if book[place].money_in else "money_out"
        book[place] = replace(book[place], **{side: slipped})
        found = explain_difference(book, money_by_book(book), counted)
        assert book[place].line in {problem.line for problem in found}
