"""The buttons below a result."""

from __future__ import annotations

from voila_apps.parts.actions import actions


def test_every_button_has_a_word_beside_its_picture() -> None:
    """Who listens hears the word only."""
    html = actions().value
    assert "</svg>Bagikan</button>" in html
    assert "</svg>Cetak</button>" in html
    assert html.count('aria-hidden="true"') == html.count("<svg") == 2
