"""Pictures, sounds and films."""

from __future__ import annotations

from typing import Any

from voila_apps.template.models import Models
from voila_apps.template.widgets import widget_html


def _draw(kind: str, **state: Any) -> str:
    return widget_html("7", Models({"7": {"model_name": f"{kind}Model", "state": state}}))


def test_a_sound_has_the_phones_buttons() -> None:
    """What the notebook asked for, in the page itself."""
    made = _draw("Audio", format="wav", value="AAE=", controls=True, loop=False, autoplay=False)
    assert made.endswith(' controls src="data:audio/wav;base64,AAE="></audio>')


def test_a_film_has_its_size() -> None:
    """In pixels, as the notebook says."""
    made = _draw("Video", format="mp4", value="AAE=", width="320", loop=True)
    assert ' width="320" loop src="data:video/mp4;base64,AAE="' in made


def test_a_link_is_a_link() -> None:
    """Its text lies in the value; what is no text gives no address."""
    assert 'src="a&amp;b"' in _draw("Image", format="url", value="YSZi")
    assert 'src=""' in _draw("Image", format="url", value="a")
