"""Products that share a cost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.joint_costs import Basis, JointProduct, share_joint_cost
from usaha.money import round_rupiah

SUPER = JointProduct("Super", Decimal(10), Decimal(60_000))
PLAIN = JointProduct("Biasa", Decimal(5), Decimal(50_000), further_cost=Decimal(50_000))
CRUMBS = JointProduct("Remukan", Decimal(2), Decimal(10_000), by_product=True)


def test_by_sales_value_by_hand() -> None:
    """500.000 less crumbs 20.000 = 480.000; values 600.000 and 250.000 - 50.000 = 200.000.

    Super 480.000 x 6/8 = 360.000, 36.000 each. Biasa 120.000 + 50.000 = 170.000, 34.000 each.
    """
    shares, problems = share_joint_cost(500_000, [SUPER, PLAIN, CRUMBS])
    assert problems == ()
    assert [(share.joint_cost, share.total_cost, share.unit_cost) for share in shares] == [
        (360_000, 360_000, 36_000),
        (120_000, 170_000, 34_000),
    ]


def test_by_quantity_by_hand() -> None:
    """480.000 over 15: Super 10 x 32.000 = 320.000, Biasa 160.000 and 50.000 of its own."""
    shares, _ = share_joint_cost(500_000, [SUPER, PLAIN, CRUMBS], "jumlah")
    assert [share.joint_cost for share in shares] == [320_000, 160_000]
    assert shares[1].total_cost == 210_000


@given(
    st.integers(0, 10**9),
    st.lists(
        st.builds(
            JointProduct,
            st.just("Hasil"),
            st.decimals(min_value=Decimal("0.01"), max_value=10**4, places=2),
            st.decimals(min_value=1, max_value=10**6, places=0),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["nilai_jual", "jumlah"]),
)
def test_shares_add_up(cost: int, products: list[JointProduct], basis: Basis) -> None:
    """Nothing of the shared cost is lost or counted twice."""
    shares, problems = share_joint_cost(cost, products, basis)
    assert problems == ()
    assert sum(share.joint_cost for share in shares) == round_rupiah(cost)


@pytest.mark.parametrize(
    ("products", "advice"),
    [
        ([], "paling sedikit satu hasil utama"),
        ([CRUMBS], "paling sedikit satu hasil utama"),
        ([SUPER, JointProduct("Sisa", Decimal(9), Decimal(90_000), by_product=True)], "sampingan"),
        ([JointProduct("Kosong", Decimal(0), Decimal(5))], "Kosong: isi jumlahnya"),
        ([JointProduct("Rugi", Decimal(1), Decimal(5), Decimal(9))], "Rugi: biaya lanjutan"),
    ],
)
def test_asks_about(products: list[JointProduct], advice: str) -> None:
    """What cannot be divided is asked about."""
    shares, problems = share_joint_cost(500_000, products)
    assert shares == ()
    assert any(advice in problem for problem in problems)


def test_refuses_a_negative_cost() -> None:
    """A programmer hears of it."""
    with pytest.raises(ValueError, match="negative"):
        share_joint_cost(-1, [SUPER])
