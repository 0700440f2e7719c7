"""Tests of `graders.feedback`: a small page in Indonesian that carries no script of anybody."""

from __future__ import annotations

from pathlib import Path

from .conftest import ASSIGNMENT, Classroom


def page(classroom: Classroom, user: str) -> str:
    """Grades, makes and releases feedback; returns the page."""
    classroom.grade()
    classroom.runner.feedback(ASSIGNMENT)
    folder = classroom.course.exchange / "lapak" / "feedback" / user
    return next(Path(folder).glob("*.html")).read_text()


def test_the_page_says_what_was_right_and_what_to_do(classroom: Classroom) -> None:
    """Score, hint, her own answer, and that the rubric waits for the mentor."""
    classroom.submit_solution("ani", biaya_tenaga="biaya_tenaga = jam_pemilik * upah_per_jam")
    html = page(classroom, "ani")
    assert "Nilai Anda: 15 dari 20" in html
    assert "Ada orang lain yang menumbuk" in html
    assert "biaya_tenaga = jam_pemilik * upah_per_jam" in html
    assert "menunggu pendamping" in html
    assert len(html.encode()) < 20_000
    assert 'lang="id"' in html


def test_what_a_trainee_writes_stays_text(classroom: Classroom) -> None:
    """Markup in an answer is shown, not run."""
    classroom.submit(
        "ani",
        biaya_bahan="# <script>alert(1)</script>\nbiaya_bahan = 1",
        alasan_harga="<img src=x onerror=alert(1)>",
    )
    html = page(classroom, "ani")
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_a_blank_carries_no_english_word_of_nbgrader(classroom: Classroom) -> None:
    """nbgrader notes "No response." at a blank; the page says it in its own way."""
    classroom.submit("ani")
    html = page(classroom, "ani")
    assert "No response" not in html
    assert "Pesan pendamping" not in html
    assert "Belum diisi" in html
