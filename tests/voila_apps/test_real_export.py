"""The real export of a shop's orders, chosen from the phone and counted on the page."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.voila_apps.answered import Talk
from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]


def _shares(counts: Counter[str]) -> dict[str, str]:
    """Write counts as the page and DATA.md do: with a percentage, a comma in it."""
    whole = sum(counts.values())
    return {
        name: f"{count:,}".replace(",", ".") + f" ({100 * count / whole:.1f}%)".replace(".", ",")
        for name, count in counts.items()
    }


def _is(row: dict[str, str], state: str) -> bool:
    return row["Status Pesanan"] == state


def test_all_3617_orders_are_counted(
    chromium: Browser, service: Service, shared: Path, clone: Path
) -> None:
    """In one go; every regency and city has as many as a plain count of the file gives."""
    path = shared / "domain" / "orders_banten.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    done = Counter(row["Kota/Kabupaten"].title() for row in rows if _is(row, "Selesai"))
    ways = Counter(row["Metode Pembayaran"] for row in rows)
    assert (len(rows), sum(done.values())) == (3617, 3164)
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        talk = Talk(page)
        page.goto(service.page("peta_pembeli"))
        page.locator("[type=file]").set_input_files(path)
        expect(page.locator(".hasil h2")).to_contain_text("orders_banten.csv")
        talk.wait()
        text = " ".join(page.locator("main").inner_text().split())
        (clone / "build/screenshots/alat").mkdir(parents=True, exist_ok=True)
        page.screenshot(path=clone / "build/screenshots/alat/peta_pembeli-asli.png", full_page=True)
    for name, share in _shares(done).items():
        assert f"{name} {share}" in text
    # As DATA.md says it of all orders: 12.0 % cancelled, 42.9 % cash on delivery.
    assert "433 dari 3.617 pesanan (12,0%)" in text
    assert f"Bayar di tempat (COD) {_shares(ways)['COD (Bayar di Tempat)']}" in text
    assert "1.550 (42,9%)" in text
