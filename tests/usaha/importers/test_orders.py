"""An order file's own questions."""

from datetime import date

from usaha.importers.orders import OrderFile
from usaha.shops import make_shop


def test_states_split_a_file_without_rest() -> None:
    """Completed, open, cancelled and returned orders together are all orders."""
    orders = make_shop("emping", "berkas").orders
    file = OrderFile("shopee", orders, "")
    parts = [file.in_state(state) for state in ("completed", "open", "cancelled", "returned")]
    assert sum(map(len, parts)) == len(orders)
    assert len(parts[2]) > 50


def test_the_period_is_that_of_the_orders() -> None:
    """First and last day, whatever the order of the rows."""
    orders = make_shop("emping", "berkas").orders
    file = OrderFile("shopee", orders[::-1], "")
    assert file.period is not None
    assert date(2025, 11, 1) <= file.period[0] <= date(2025, 11, 3)
    assert date(2026, 10, 29) <= file.period[1] <= date(2026, 10, 31)
