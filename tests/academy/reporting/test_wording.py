"""The first sentence, definitions, and that all of it has its English."""

from __future__ import annotations

from academy.reporting.wording import FEW, NOBODY, definitions, lead, sentences
from academy.web.words import english, translator

from .crowd import DAY, reports, some


def test_the_first_sentence() -> None:
    """Says what came of the training, in both languages."""
    report = reports().of("semua", DAY)
    text = "114 peserta terdaftar, 102 di antaranya aktif, 51 sudah menyelesaikan sedikitnya satu jalur. "
    assert lead(report).startswith(text + "Nilai uji naik rata-rata 21,9 poin persen (selang")
    said = lead(report, translator("en"), "en")
    assert said.startswith("114 people are enrolled, 102 of them are active, 51 have finished")
    assert "21.9 percentage points" in said


def test_what_is_hidden_is_not_said() -> None:
    """Four who finished are left out of the sentence; with three enrolled there is none."""
    some_finished = reports([*some(20, finished=4)]).of("a1", DAY)
    assert "menyelesaikan" not in lead(some_finished)
    assert lead(reports([*some(3)]).of("a1", DAY)) == FEW
    assert lead(reports([]).of("semua", DAY)) == NOBODY


def test_definitions_name_the_threshold() -> None:
    """As the catalogue has it."""
    report = reports().of("semua", DAY)
    assert f"{report.mastery}% poin" in dict(definitions(report))["Selesai"]
    assert all("{" not in text for _, text in definitions(report))


def test_every_sentence_has_its_english() -> None:
    """Titles, labels and definitions too."""
    assert {text for text in sentences() if text not in english()} == set()
