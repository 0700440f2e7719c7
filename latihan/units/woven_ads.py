"""A week of advertising for woven scarves: from being seen to having sold, and one stage that is weak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from latihan.notebook import Shown
from latihan.unit import Values
from latihan.units.rows import Row, read_rows, table, to_text
from usaha.draws import Draws
from usaha.marketing import Funnel, Stage, funnel_stages, weakest_stage
from usaha.money import format_number, format_percent

STAGES = {
    "KLIK": "dari melihat ke mengeklik",
    "KERANJANG": "dari mengeklik ke keranjang",
    "PESANAN": "dari keranjang ke memesan",
    "SELESAI": "dari memesan ke selesai",
}
USUAL = (0.02, 0.12, 0.25, 0.9)  # what this shop has of each stage in a plain week


def draw(d: Draws) -> dict[str, Any]:
    """Draws seven days: counts and whole rupiah.

    In about half of all shops the advertisement loses although it brings more than it costs in sales.
    What is cancelled lies between 8 and 16 %, as with real orders.
    """
    weak = (d.below(3) + 1) % 3
    # Clicks are never far above the usual share: else both known mistakes would name that stage.
    percent = [d.step(50, 62) if at == weak else d.step(94, 118 if at else 102) for at in range(3)]
    clicks = d.step(1_000, 1_600, 10)
    seen = round(clicks * 100 / percent[0] / USUAL[0] / 100) * 100
    carts = round(clicks * USUAL[1] * percent[1] / 100)
    orders = round(carts * USUAL[2] * percent[2] / 100)
    sold = orders - max(1, round(orders * d.step(8, 16) / 100))
    price = d.step(150_000, 180_000, 5_000)
    cost = price * d.step(60, 75) // 100 // 500 * 500
    # Of 100 rupiah that the sales leave, so many went into the advertisement.
    spent = d.pick((68, 74, 80, 86, 140, 115, 125, 160))
    return {
        "tayangan": seen,
        "klik": clicks,
        "pesanan_iklan": orders,
        "pesanan_jadi": sold,
        "pembeli_baru": sold * d.step(55, 80) // 100,
        "omzet_laporan": orders * price,
        "omzet_jadi": sold * price,
        "biaya_iklan": sold * (price - cost) * spent // 100 // 1_000 * 1_000,
        "harga": price,
        "biaya_variabel": cost,
        "baris": to_text(_rows([seen, clicks, carts, orders, sold])),
    }


def _rows(counts: list[int]) -> list[Row]:
    """Returns a row for each stage: how many before it, how many after, and the usual share."""
    return [
        Row(at + 1, str(USUAL[at]), STAGES[code], counts[at], counts[at + 1], code)
        for at, code in enumerate(STAGES)
    ]


def stages(v: Mapping[str, Any]) -> tuple[Stage, ...]:
    """Returns the four stages of a drawn week, compared with the usual ones by `usaha`."""
    rows = read_rows(v["baris"])
    counts = [rows[0].money_in, *(row.money_out for row in rows)]
    return funnel_stages(Funnel(*counts), USUAL)


def weakest(v: Mapping[str, Any]) -> str:
    """Returns the code of the stage that is furthest below its usual share."""
    found = weakest_stage(stages(v))
    assert found is not None  # a drawn week has people at every stage
    return found.name.upper()


def smallest_share(v: Values) -> str | None:
    """Returns the code of the stage with the smallest share; None where it is the weakest, too."""
    rated = [(stage.rate, stage.name) for stage in stages(v) if stage.rate is not None]
    code = min(rated)[1].upper()
    return None if code == weakest(v) else code


def strongest(v: Values) -> str | None:
    """Returns the code of the stage furthest above its usual share; None where it has the smallest."""
    rated = [(s.strength, s.name) for s in stages(v) if s.strength is not None]
    code = max(rated)[1].upper()
    return None if code == smallest_share(v) else code


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the four stages: this week's counts and the usual share."""
    return table(
        "Dari dilihat sampai selesai, tujuh hari",
        (
            ("Tahap", lambda row: f"{row.kind}\n{row.words}"),
            (
                "Pekan ini",
                lambda row: f"{format_number(row.money_out)} dari {format_number(row.money_in)}",
            ),
            ("Biasanya", lambda row: format_percent(float(row.day))),
        ),
        read_rows(given["baris"]),
    )
