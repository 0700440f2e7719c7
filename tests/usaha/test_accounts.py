"""The chart of accounts."""

import pytest

from usaha.accounts import ACCOUNTS, UnknownAccountError, account


def test_has_the_numbers_of_the_curriculum() -> None:
    """The chart of DOMAIN.md, number by number, in order."""
    assert list(ACCOUNTS) == [
        1101, 1102, 1103, 1201, 1301, 1302, 1303, 1401, 1501, 1502,
        2101, 2102, 2201, 2202, 2301, 3101, 3102, 3201, 4101, 4102, 4201,
        5101, 5201, 5301, 5401, 5501, 5601, 5602, 5701, 5801, 5802, 5901,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "group", "side"),
    [
        (1101, "aset", 1),
        (1502, "aset", -1),
        (2301, "liabilitas", -1),
        (3101, "ekuitas", -1),
        (3201, "ekuitas", 1),
        (4101, "pendapatan", -1),
        (4102, "pendapatan", 1),
        (5101, "beban", 1),
    ],
)
def test_knows_group_and_side(code: int, group: str, side: int) -> None:
    """What takes away from its group stands on the other side."""
    assert (account(code).group, account(code).normal_side) == (group, side)


def test_refuses_another_number() -> None:
    """A programmer who mistypes one hears of it."""
    with pytest.raises(UnknownAccountError, match="9999"):
        account(9999)
