"""What the two trainees type, and what the mentor thinks of it."""

from __future__ import annotations

import json
from pathlib import Path

import jupytext

from graders.checks.pembukuan_03_hpp import KEY
from latihan.unit import Values
from latihan.units.pembukuan_03_hpp import UNIT
from latihan.variants import draw

SOURCE = Path(__file__).parents[2] / "assignments/pembukuan_03_hpp/03_hpp.py"
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
TASK = "alasan_harga"
REASON = (
    "Harga saya tidak ikut turun. HPP saya sudah saya hitung sampai kemasannya. "
    "Kalau turun 10%, margin saya hampir habis. Saya menulis 'ditumbuk tangan' di label."
)
VERDICTS = {
    "peserta01": (4, "Alasannya jelas. Lanjutkan menonjolkan mutu emping Ibu."),
    "peserta02": (2, "Keputusannya baik. Tulis juga HPP sebungkus dalam rupiah."),
}
BLANK = "harga_jual_target"
COPIED = "laba_kotor_per_kg"


def right() -> dict[str, str]:
    """Give the author's formula for each answer, in the order of the exercise."""
    formulas = {}
    for cell in jupytext.read(SOURCE).cells:
        if cell.cell_type == "code" and BEGIN in cell.source:
            solution = cell.source.split(BEGIN)[1].split(END)[0].strip()
            name, _, formula = solution.partition(" = ")
            formulas[name] = formula
    return formulas


def with_mistakes(neighbour: Path) -> dict[str, str]:
    """Give what the second trainee types; one answer is her neighbour's number, one she leaves out.

    Args:
        neighbour: the folder with the first trainee's variant.
    """
    issued = json.loads((neighbour / f"{UNIT.assignment}.json").read_text(encoding="utf-8"))
    solved = KEY.solve(Values.of(draw(UNIT, issued["seed"]).given))
    typed = right() | {
        "biaya_tenaga": "kg_ditumbuk * upah_tumbuk_per_kg",
        "susut_alat": "1.250.000",
        COPIED: str(round(solved[COPIED])),
    }
    del typed[BLANK]
    return typed
