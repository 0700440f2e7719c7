"""Lines of the doctor's."""

from __future__ import annotations

from academy.doctor.finding import ok, warn, wrong


def test_lines_say_how_bad_it_is() -> None:
    """In a column that the eye finds."""
    assert str(ok("jam")) == "baik   jam"
    assert str(warn("jam", "Setel.", "Set it.")) == "AWAS   jam: Setel. (Set it.)"
    assert str(wrong("jam", "Setel.", "Set it.")).startswith("SALAH  ")
