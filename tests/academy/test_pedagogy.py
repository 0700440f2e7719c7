"""Tests of `academy.pedagogy`: the golden lesson is sound, and each check is red on a broken one."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from academy.catalog import load_catalog
from academy.lesson_source import LessonSource
from academy.pedagogy import CHECKS, shortcomings
from latihan.variants import load_unit

LESSON = "curriculum/pembukuan/03_hpp.md"
EXERCISE = "assignments/pembukuan_03_hpp/03_hpp.py"
CATALOG = "curriculum/catalog.yml"
ID = "pembukuan/03_hpp"
TWO_LINES = "ekor_dipakai = 20\n"

# Check, file, what is changed into what, and what is said about it.
BROKEN = [
    ("opening", LESSON, "# Menghitung HPP", "# HPP", "catalogue's title"),
    ("opening", LESSON, "**Yang Anda perlukan.**", "Perlu:", "Yang Anda perlukan"),
    ("opening", LESSON, "latihan 20 menit", "latihan 25 menit", "catalogue's minutes"),
    ("opening", CATALOG, "{lesson: 25, exercise: 20}", "{lesson: 25, exercise: 35}", "35 minutes"),
    ("opening", LESSON, "## Pesanan 100 kilo", "### Pesanan 100 kilo", "story"),
    ("sections", LESSON, "## Uji diri", "## Soal", "section Uji diri"),
    ("sections", LESSON, "**2.** Bu Imas membeli", "Bu Imas membeli", "1 questions under Ingat dulu"),
    ("sections", LESSON, "> **Bahan, tenaga", "**Bahan, tenaga", "rule of thumb"),
    ("practice", LESSON, 'hasil_baik = ...\ncek("hasil_baik")', "hasil_baik = ...", "the gap hasil_baik"),
    ("practice", LESSON, "susut_alat = ...", "susut = ...", "gaps are"),
    ("practice", LESSON, ":tags: [gap]", ":tags: [gap, lab-only]", "hidden from the page"),
    ("practice", LESSON, "= **Rp6.250**", "= Rp6.250", "no folded answer"),
    ("practice", LESSON, "14,6 kg − 1 kg", "hasil_kg - rusak_kg", "hasil_baik is given away"),
    ("practice", LESSON, "### Giliran Anda", "### Sekarang Anda", "followed by its Giliran"),
    ("terms", LESSON, "**hasil baik**", "hasil baik", "**hasil baik** is never introduced"),
    ("terms", CATALOG, "[hpp, adonan,", "[adonan, hpp,", "not in the order"),
    ("terms", LESSON, "Setiap angka punya nama.", "Ada **overhead** dan **margin**.", "5 new terms"),
    ("code", LESSON, TWO_LINES, TWO_LINES * 5, "lines of code in sight"),
    ("code", LESSON, TWO_LINES, "import math\n", "code for programmers: import math"),
    ("code", EXERCISE, 'buka("pem', 'import math\nbuka("pem', "import math"),
    ("folds", LESSON, "</details>", "", "a fold is not closed"),
    ("folds", LESSON, "<summary>Mengapa", "<summary>Lihat jawaban", "1 self-explanations"),
    ("folds", LESSON, "<summary>Mengapa", "<summary>Kenapa", "asks Mengapa"),
    ("folds", LESSON, "<summary>Lihat jawaban</summary>", "<summary>Lihat jawaban: x</summary>", "four"),
    ("markdown", LESSON, "## Uji diri", "```{note}\nx\n```\n## Uji diri", "not plain Markdown"),
    ("markdown", LESSON, "## Uji diri", "![](gambar.png)\n## Uji diri", "no alt text"),
    ("markdown", LESSON, "gambar_biaya(", "tampil(", "no picture"),
    ("worksheet", LESSON, "bawa_pulang()", "lembar_hpp()", "no cell calls bawa_pulang"),
    ("worksheet", LESSON, "tenaga = ...", "tenaga = 0", "the worksheet's tenaga has no blank"),
    ("reading", LESSON, "Salah tidak apa-apa.", "Salah " + "tidak " * 20 + "apa-apa.", "a sentence of"),
    ("reading", LESSON, "Salah tidak apa-apa.", "Anda bisa dapat feedback.", "glossary: feedback"),
    ("reading", LESSON, "Salah tidak apa-apa.", "Kalau salah, kamu coba lagi.", "formal address: kamu"),
    ("reading", LESSON, "Salah tidak apa-apa.", "Harganya Rp 5.000.", "written wrongly: Rp 5"),
    (
        "reading",
        LESSON,
        "Salah tidak apa-apa.",
        "Mempertanggungjawabkan keberlangsungan kewirausahaan. " * 8,
        "more than 4 syllables",
    ),
    ("figures", LESSON, "Salah tidak apa-apa.", "Pajak UMKM 0,5%.", "0,5% is typed: write [["),
    ("figures", EXERCISE, "Angka rupiah ditulis", "Upah minimum Rp3.360.078. Angka ditulis", "typed"),
    ("figures", LESSON, "Salah tidak apa-apa.", "Bunga KUR [[kur_rate]].", "put [[sumber kur_rate]]"),
    ("figures", LESSON, TWO_LINES, "potongan = 0.0697\n", "tokopedia_commission_default"),
    ("catalogue", CATALOG, "          - a3_pakai_hasil\n", "", "a3_pakai_hasil"),
    ("answers", EXERCISE, "hasil_baik = hasil_kg - rusak_kg", "hasil_baik = hasil_kg + 1", "hasil_baik is"),
    ("links", LESSON, "kalkulator_hpp.ipynb)", "kalkulator.ipynb)", "leads nowhere"),
]  # fmt: skip


@pytest.fixture
def copy(clone: Path, tmp_path: Path) -> Path:
    """The golden unit's sources, to break."""
    for folder in ("curriculum", "assignments"):
        shutil.copytree(clone / folder, tmp_path / folder)
    return tmp_path


def read(root: Path) -> LessonSource:
    """Reads the golden unit of a clone."""
    catalog = load_catalog(root)
    return LessonSource.read(root, catalog, catalog.unit(ID))


def change(path: Path, old: str, new: str) -> None:
    """Changes a text wherever it stands; in the catalogue only the golden unit's entry."""
    text = path.read_text()
    start = text.index(f"- id: {ID}") if path.name == "catalog.yml" else 0
    head, tail = text[:start], text[start:]
    assert old in tail
    path.write_text(head + tail.replace(old, new, 1 if path.name == "catalog.yml" else -1))


def test_the_golden_lesson_is_sound(clone: Path) -> None:
    """Nothing to say about it."""
    assert shortcomings(read(clone)) == []


@pytest.mark.parametrize(("check", "file", "old", "new", "said"), BROKEN)
def test_each_check_is_red_on_a_broken_lesson(
    copy: Path, check: str, file: str, old: str, new: str, said: str
) -> None:
    """What is broken is named, by the check that is there for it."""
    change(copy / file, old, new)
    found = [line for line in shortcomings(read(copy)) if line.startswith(f"{check}: ")]
    assert any(said in line for line in found), found


def test_every_check_is_broken_once() -> None:
    """No check that was never seen red."""
    assert {check for check, *_ in BROKEN} == {check.__name__ for check in CHECKS}


def test_a_unit_without_a_worksheet_is_seen(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not declared cannot be taken home."""
    unit = dataclasses.replace(load_unit("pembukuan_03_hpp"), sheet=None, title="Lain")
    monkeypatch.setattr("academy.pedagogy.load_unit", lambda name: unit)
    found = shortcomings(read(clone))
    assert "worksheet: the unit has no worksheet" in found
    assert "catalogue: the unit calls itself pembukuan/03_hpp, Lain" in found


def test_a_question_without_a_reference_is_seen(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then `cek` could not praise anyone in the lesson."""
    unit = load_unit("pembukuan_03_hpp")
    first, *rest = unit.questions
    bare = dataclasses.replace(first, reference=None)  # type: ignore[type-var]
    changed = dataclasses.replace(unit, questions=(bare, *rest))
    monkeypatch.setattr("academy.pedagogy.load_unit", lambda name: changed)
    assert "answers: biaya_bahan has no reference for the sample shop" in shortcomings(read(clone))
