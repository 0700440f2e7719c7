"""Days and hours, chosen in the phone's own calendar and clock; all hours are Banten's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from usaha.dates import WIB
from voila_apps.template.labels import Place, common, field
from voila_apps.template.models import Model


def date(model: Model, place: Place) -> str:
    """A day; Jupyter counts months from 0."""
    return field(model, place, "tanggal", _control("date", _limits(model, _day), model, place))


def time(model: Model, place: Place) -> str:
    """An hour of the day, without a day."""
    return field(model, place, "jam", _control("time", _limits(model, _hour), model, place))


def moment(model: Model, place: Place) -> str:
    """A day with its hour. One with a time zone travels in world time, and is shown in Banten's."""
    aware = model.kind == "DatetimePicker"
    write = _in_banten if aware else _moment
    control = _control("datetime-local", _limits(model, write), model, place)
    return field(
        model,
        place,
        "saat",
        control.replace("<input", "<input data-dunia", 1) if aware else control,
    )


def _control(kind: str, values: str, model: Model, place: Place) -> str:
    return f'<input type="{kind}"{values}{common(model, place)}>'


def _limits(model: Model, write: Any) -> str:
    """Give value, limits and step as attributes, each where the notebook gives it."""
    state = model.state
    found = {"value": write(state["value"]) if state.get("value") else ""}
    found |= {name: write(state[name]) for name in ("min", "max") if state.get(name)}
    step = state.get("step")
    if step:
        found["step"] = str(step)
    return "".join(f' {name}="{value}"' for name, value in found.items())


def _day(value: dict[str, int]) -> str:
    return f"{value['year']:04}-{value['month'] + 1:02}-{value['date']:02}"


def _hour(value: dict[str, int]) -> str:
    text = f"{value['hours']:02}:{value['minutes']:02}"
    seconds, rest = value.get("seconds") or 0, value.get("milliseconds") or 0
    if seconds or rest:
        text += f":{seconds:02}"
    return f"{text}.{rest:03}" if rest else text


def _moment(value: dict[str, int]) -> str:
    return f"{_day(value)}T{_hour(value)}"


def _in_banten(value: dict[str, int]) -> str:
    names = ("year", "hours", "minutes")
    year, hours, minutes = (value[name] for name in names)
    world = datetime(year, value["month"] + 1, value["date"], hours, minutes, tzinfo=UTC)
    here = world.astimezone(WIB)
    moved = {"year": here.year, "month": here.month - 1, "date": here.day}
    return _moment({**value, **moved, "hours": here.hour})
