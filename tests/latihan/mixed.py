"""A small unit with a question of every kind, for tests of the frame."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from graders.checks import Check, Key
from latihan.notebook import Shown
from latihan.unit import Choice, Day, Given, Letters, Line, Mistake, Question, Sheet, Unit, Values
from usaha.dates import add_months
from usaha.draws import Draws

HALF = Decimal("0.5")


def decision(v: Values) -> str:
    """Returns the right decision for a margin."""
    return "NAIK" if v.margin < HALF else "TETAP"


def draw(d: Draws) -> dict[str, Any]:
    """Draws an amount, a share, a day and ten rows of things."""
    return {
        "harga": d.step(11_100, 19_900, 100),
        "modal": d.step(5_100, 9_900, 100),
        "mulai": date(2026, 6, d.step(1, 28)),
        "baris": "".join("UPC"[d.below(3)] for _ in range(10)),
    }


def switched(v: Values) -> str:
    """Returns the rows with U and P confused."""
    return str(v["baris"]).translate(str.maketrans("UP", "PU"))


MARGIN = Question(
    "margin",
    "margin",
    "pecahan",
    Decimal("0.05"),
    Decimal("0.8"),
    (Mistake("markup", lambda v: (v.harga - v.modal) / v.modal, "Bagi dengan harga."),),
    reference=lambda v: (v.harga - v.modal) / v.harga,
    grain=Decimal("0.0005"),
)
LABELS = Letters(
    "label",
    "label sepuluh baris",
    "UPC",
    10,
    (Mistake("tertukar", switched, "U dan P tertukar."),),
    reference=lambda v: str(v["baris"]),
)
DECISION = Choice(
    "putusan",
    "putusan Anda",
    {"NAIK": "naikkan harga", "TETAP": "biarkan harga"},
    # Who looks at the price only is wrong just where the margin is low.
    (Mistake("asal_mahal", lambda v: "TETAP" if v.margin < HALF else None, "Lihat marginnya."),),
    reference=decision,
)
DEADLINE = Day(
    "batas",
    "batas waktu",
    (Mistake("enam", lambda v: add_months(v["mulai"], 6), "Enam bulan untuk yang baru."),),
    reference=lambda v: add_months(v["mulai"], 18),
)
SHEET = Sheet(
    "lembar-uji",
    "Lembar uji",
    (
        Line("usaha", "Nama usaha", "teks"),
        Line("masuk", "Uang masuk"),
        Line("keluar", "Uang keluar"),
        Line("sisa", "Sisa", formula="masuk - keluar"),
        Line("bagian", "Bagian sisa", "pecahan", formula="sisa / masuk"),
    ),
    "Sisakan sebelum belanja.",
)
UNIT = Unit(
    id="uji/01_campur",
    assignment="uji_01_campur",
    title="Campur",
    shop="Warung uji",
    given=(
        Given("harga", "Harga", "Rp"),
        Given("modal", "Modal", "Rp"),
        Given("mulai", "Aturan mulai"),
    ),
    draw=draw,
    questions=(MARGIN, LABELS, DECISION, DEADLINE),
    show=lambda given: Shown(f"<p>{given['baris']}</p>", f"Baris: {given['baris']}"),
    sheet=SHEET,
)
KEY = Key(
    "uji_01_campur",
    (
        Check("margin", lambda v: (v.harga - v.modal) / v.harga, absolute=Decimal("0.001")),
        Check("label", lambda v: str(v["baris"])),
        Check("putusan", decision),
        Check("batas", lambda v: add_months(v["mulai"], 18)),
    ),
)
