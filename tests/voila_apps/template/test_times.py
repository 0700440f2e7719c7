"""Days and hours."""

from __future__ import annotations

from typing import Any

import pytest

from voila_apps.template.models import Model, Models
from voila_apps.template.widgets import widget_html

DAY = {"year": 2027, "month": 0, "date": 2}
HOUR = {"hours": 20, "minutes": 4, "seconds": 0, "milliseconds": 0}


def _draw(kind: str, **state: Any) -> str:
    return widget_html("7", Models({"7": {"model_name": f"{kind}Model", "state": state}}))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (HOUR, "20:04"),
        ({**HOUR, "seconds": 5}, "20:04:05"),
        ({**HOUR, "milliseconds": 7}, "20:04:00.007"),
    ],
)
def test_hours(value: dict[str, int], text: str) -> None:
    """As short as they can be."""
    assert f'type="time" value="{text}"' in _draw("TimePicker", value=value)


def test_a_moment_of_the_world_is_shown_in_bantens_hours() -> None:
    """Also where that is another day; a plain one stays as it is."""
    moment = {**DAY, **HOUR}
    aware = _draw("DatetimePicker", value=moment)
    assert 'data-dunia type="datetime-local" value="2027-01-03T03:04"' in aware
    plain = _draw("NaiveDatetimePicker", value=moment)
    assert 'value="2027-01-02T20:04"' in plain
    assert "data-dunia" not in plain


def test_limits_are_the_notebooks() -> None:
    """The first and the last day, and the step."""
    made = _draw("DatePicker", value=None, min=DAY, max={**DAY, "date": 9}, step=2)
    assert 'value="" min="2027-01-02" max="2027-01-09" step="2"' in made


def test_models_are_not_changed() -> None:
    """Drawing reads a state."""
    model = Model("7", "DatetimePicker", {"value": {**DAY, **HOUR}})
    _draw("DatetimePicker", **model.state)
    assert model.state["value"]["hours"] == 20
