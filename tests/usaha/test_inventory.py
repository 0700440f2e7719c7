"""Stock cards: worked by hand, and conserving what goes in."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.inventory import Layer, Method, Move, closing_stock, issue, stock_card

DAY = date(2026, 11, 2)


def moves(*rows: tuple[str, str]) -> list[Move]:
    """Write moves as ``(quantity, cost of one)``."""
    return [Move(DAY, "gerak", Decimal(count), Decimal(cost)) for count, cost in rows]


HOUSTON = [(100, 10_000), (200, 11_000), (300, 12_000), (400, 13_000)]


def test_textbook_periodic() -> None:
    """Houston Electronics (Weygandt, Kimmel, Kieso, inventories), in thousands of rupiah.

    Goods for sale: 1.000 + 2.200 + 3.600 + 5.200 = 12.000 for 1.000 units; 450 are left.
    FIFO: 400 x 13 + 50 x 12 = 5.800. Average: 12.000 / 1.000 = 12 each, 450 x 12 = 5.400.
    """
    assert closing_stock(HOUSTON, 450, "mpkp") == (5_800_000, ())
    assert closing_stock(HOUSTON, 450, "rata_rata") == (5_400_000, ())


HOUSTON_CARD = moves(("100", "10000"), ("200", "11000"), ("300", "12000"), ("-550", "0"),
                     ("400", "13000"))  # fmt: skip


def test_textbook_fifo_card() -> None:
    """The same shop, perpetual: 550 sold before the last purchase.

    FIFO: 100 x 10 + 200 x 11 + 250 x 12 = 6.200 sold; 50 x 12 + 400 x 13 = 5.800 left.
    """
    card, problems = stock_card(HOUSTON_CARD, "mpkp")
    assert problems == ()
    assert card.issued_value == 6_200_000
    assert card.closing == Layer(Decimal(450), 5_800_000)
    assert card.rows[3].layers == (Layer(Decimal(50), 600_000),)


def test_textbook_moving_average_card() -> None:
    """Before the sale 600 units cost 6.800, 11,333 each: 6.233 sold, 567 left; then 5.767."""
    card, problems = stock_card(HOUSTON_CARD, "rata_rata")
    assert problems == ()
    assert card.issued_value == 6_233_333
    assert card.rows[3].value == 566_667
    assert card.closing == Layer(Decimal(450), 5_766_667)


MOVES = st.lists(
    st.builds(
        Move,
        st.just(DAY),
        st.just("gerak"),
        st.decimals(min_value=-500, max_value=500, places=3),
        st.decimals(min_value=0, max_value=10**6, places=2),
    ),
    max_size=25,
)


@given(MOVES, st.sampled_from(["mpkp", "rata_rata"]))
def test_conserves_quantity_and_value(drawn: list[Move], method: Method) -> None:
    """What came in is what went out and what is left, to the gram and the rupiah."""
    card, problems = stock_card(drawn, method)
    assert len(card.rows) + len(problems) == len(drawn)
    came = sum((row.quantity_in for row in card.rows), Decimal(0))
    went = sum((row.quantity_out for row in card.rows), Decimal(0))
    assert came == went + card.closing.quantity
    assert sum(row.value_in for row in card.rows) == card.issued_value + card.closing.value
    for row in card.rows:
        assert row.quantity >= 0
        assert row.value >= 0
        assert row.quantity or not row.value


@given(MOVES)
def test_both_methods_refuse_the_same(drawn: list[Move]) -> None:
    """How many there are does not depend on how they are valued."""
    (fifo, first), (average, second) = stock_card(drawn, "mpkp"), stock_card(drawn, "rata_rata")
    assert first == second
    assert fifo.closing.quantity == average.closing.quantity


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 9_999)), min_size=1, max_size=6),
       st.data())  # fmt: skip
def test_a_count_agrees_with_the_card(batches: list[tuple[int, int]], data: st.DataObject) -> None:
    """FIFO gives the same closing stock with a card and without."""
    left = data.draw(st.integers(0, sum(count for count, _ in batches)))
    sold = sum(count for count, _ in batches) - left
    card, _ = stock_card([*moves(*((str(q), str(c)) for q, c in batches)),
                          *(moves((str(-sold), "0")) if sold else [])], "mpkp")  # fmt: skip
    assert closing_stock(batches, left, "mpkp") == (card.closing.value, ())


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        (("-11", "0"), "yang keluar 11, padahal stoknya 10"),
        (("0", "5"), "jumlah barangnya belum diisi"),
        (("5", "-1"), "harga belinya kurang dari nol"),
    ],
)
def test_asks_about(row: tuple[str, str], advice: str) -> None:
    """A move that cannot be is left out with its line and what to do; the rest goes on."""
    card, problems = stock_card(moves(("10", "100"), row, ("-4", "0")), "mpkp")
    assert [problem.line for problem in problems] == [2]
    assert problems[0].message.startswith(f"Baris 2: {advice}")
    assert card.closing == Layer(Decimal(6), 600)


def test_edges() -> None:
    """An empty card, a count above all, and a programmer who takes too much."""
    assert stock_card([], "mpkp")[0].closing == Layer(Decimal(0), 0)
    assert closing_stock([], 0, "rata_rata") == (0, ())
    assert closing_stock(HOUSTON, 1_001, "mpkp")[0] is None
    assert closing_stock(HOUSTON, -1, "mpkp")[0] is None
    with pytest.raises(ValueError, match="more goods"):
        issue([], Decimal(1))


def test_as_a_table() -> None:
    """The card has Indonesian columns and one row for each move."""
    frame = stock_card(HOUSTON_CARD, "mpkp")[0].to_frame()
    assert list(frame.columns)[2:] == [
        "Masuk", "Nilai masuk", "Keluar", "Nilai keluar", "Sisa", "Nilai sisa",
    ]  # fmt: skip
    assert frame["Nilai sisa"].iloc[-1] == 5_800_000
