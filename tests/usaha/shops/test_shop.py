"""One shop: the same for one seed, everywhere and always."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from usaha.shops import PROFILES, make_shop
from usaha.shops.exports import cash_book_export, shopee_export

PRINT = """
import hashlib
from usaha.shops import make_shop
from usaha.shops.exports import cash_book_export, shopee_export
shop = make_shop("emping", "contoh")
text = shopee_export(shop.orders) + cash_book_export(shop.spoiled_cash) + repr(shop.ads) + repr(shop.chats)
print(hashlib.sha256(text.encode()).hexdigest())
"""


def _digest(key: str) -> str:
    shop = make_shop(key, "contoh")
    text = (
        shopee_export(shop.orders)
        + cash_book_export(shop.spoiled_cash)
        + repr(shop.ads)
        + repr(shop.chats)
    )
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_sample_shop_never_changes() -> None:
    """A digest written down once: lessons print numbers of this shop."""
    assert _digest("emping") == "cc7b0602b4b7c6536344b1cbb9656fa8f18c6fe917fb0be03a0632ac15c0a004"


def test_another_process_draws_the_same_shop(clone: Path) -> None:
    """With another hash seed, without a thing that a process might share."""
    command = [sys.executable, "-c", PRINT]
    run = subprocess.run(
        command, cwd=clone, env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == _digest("emping")


def test_parts_do_not_depend_on_what_was_asked_first() -> None:
    """Each part has a stream of its own."""
    one, other = make_shop("tenun", "urut"), make_shop("tenun", "urut")
    assert (one.chats, one.ads, one.orders) == (other.chats, other.ads, other.orders)
    assert other.faults == one.faults


def test_the_six_shops_of_one_seed_are_six() -> None:
    """A trainee's seed serves all her shops."""
    assert len({_digest(key) for key in PROFILES}) == 6


def test_an_unknown_business_is_refused() -> None:
    """A programmer's slip is an error."""
    with pytest.raises(KeyError):
        make_shop("bengkel", "contoh")


def test_another_year_is_another_shop() -> None:
    """Twelve months from any day; Ramadan where it falls then."""
    shop = replace(make_shop("kuliner", "uji"), first=date(2024, 1, 1), last=date(2024, 12, 31))
    assert shop.orders[0].created is not None
    assert shop.orders[0].created.year == 2024
    costs = shop.costs()
    assert len({month for month, _ in costs}) == 12
