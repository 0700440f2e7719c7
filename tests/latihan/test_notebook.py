"""Tests of `latihan.notebook`: what is shown, and whose names are used."""

from __future__ import annotations

from latihan.notebook import Nilai, Shown, box, user_names


def test_a_score_is_its_number_to_nbgrader_and_a_hint_to_her() -> None:
    """The text form is the float alone; the hint is the richer form."""
    score = Nilai(0.0)
    score.html = "<p>petunjuk</p>"
    assert repr(score) == "0.0"
    assert score._repr_html_() == "<p>petunjuk</p>"


def test_a_hint_holds_no_markup_of_its_text() -> None:
    """What a trainee typed may come back in a hint; it stays text."""
    html = box("perbaiki", "<script>alert(1)</script> pakai `hasil_baik`")
    assert "<script>" not in html
    assert "<code>hasil_baik</code>" in html


def test_outside_ipython_the_callers_names_are_used() -> None:
    """Plain Python works too."""
    assert user_names() is globals()


def test_shown_has_both_forms() -> None:
    """HTML for a notebook, text for everything else."""
    shown = Shown("<b>a</b>", "a")
    assert (repr(shown), shown._repr_html_()) == ("a", "<b>a</b>")
