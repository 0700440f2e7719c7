"""Widgets that are filled in, as the phone's own controls with their labels."""

from __future__ import annotations

import math
import re
from html import escape
from typing import Any

from usaha.language import _, language
from voila_apps.template.labels import (
    Draw,
    Place,
    closed,
    common,
    description,
    field,
    fieldset,
    placeholder,
)
from voila_apps.template.looks import attributes
from voila_apps.template.models import Model
from voila_apps.template.times import date, moment, time


def number_text(value: float | None) -> str:
    """Write a number the Indonesian way, or the English; every digit of it is kept.

    Example:
        >>> number_text(1250000.5), number_text(-0.25), number_text(16), number_text(None)
        ('1.250.000,5', '-0,25', '16', '')
    """
    if value is None or not math.isfinite(value):
        return ""
    whole, _point, rest = format(value, ",").partition(".")
    decimals = "" if rest in ("", "0") else rest
    if language() == "en":
        return ".".join(filter(None, (whole, decimals)))
    return ",".join(filter(None, (whole.replace(",", "."), decimals)))


def text(model: Model, place: Place) -> str:
    """A line of text; a number's keyboard where the notebook says that it is one (`angka`)."""
    number = "angka" in model.state.get("_dom_classes", ())
    keys = ' inputmode="decimal" autocomplete="off"' if number else ""
    secret = model.kind == "Password"  # such a field is neither kept nor put into a link
    if secret:
        keys = ' type="password" autocomplete="off"'
    value = escape(str(model.state.get("value") or ""))
    more = keys + placeholder(model) + common(model, place)
    return field(model, place, "sandi" if secret else "teks", f'<input value="{value}"{more}>')


def combobox(model: Model, place: Place) -> str:
    """A line of text with proposals."""
    name, value = f"usul-{escape(model.id)}", escape(str(model.state.get("value") or ""))
    more = placeholder(model) + common(model, place)
    options = "".join(f'<option value="{escape(str(each))}">' for each in _proposals(model))
    return field(
        model,
        place,
        "teks",
        f'<input value="{value}" list="{name}" autocomplete="off"{more}>',
        f'<datalist id="{name}">{options}</datalist>',
    )


def _proposals(model: Model) -> list[Any]:
    return list(model.state.get("options") or ())


def color(model: Model, place: Place) -> str:
    """A colour in the phone's own choice; one that has a name is written, as the notebook did."""
    value = str(model.state.get("value") or "")
    if short := re.fullmatch("#(.)(.)(.)", value):
        value = "#" + "".join(2 * digit for digit in short.groups())
    kind = ' type="color"' if re.fullmatch("#[0-9a-fA-F]{6}", value) else ""
    control = f'<input{kind} value="{escape(value)}"{common(model, place)}>'
    return field(model, place, "teks", control)


def textarea(model: Model, place: Place) -> str:
    """Several lines of text."""
    value = escape(str(model.state.get("value") or ""))
    more = placeholder(model) + common(model, place)
    rows = int(model.state.get("rows") or 4)
    return field(model, place, "teks", f'<textarea rows="{rows}"{more}>\n{value}</textarea>')


def number(model: Model, place: Place) -> str:
    """A number with Indonesian separators and the phone's keyboard for numbers."""
    keys = "numeric" if model.kind.endswith("IntText") else "decimal"
    value = number_text(model.state.get("value"))
    control = f'<input inputmode="{keys}" autocomplete="off" value="{value}"{common(model, place)}>'
    return field(model, place, "angka", control)


def _range(model: Model, value: Any, more: str) -> str:
    state = model.state
    least, most, step = state.get("min", 0), state.get("max", 100), state.get("step") or "any"
    return f'<input type="range" min="{least}" max="{most}" step="{step}" value="{value}"{more}>'


def slider(model: Model, place: Place) -> str:
    """One slider, or two for a range, with the number that it stands at."""
    value, shared = model.state.get("value"), common(model, place)
    several = isinstance(value, (list, tuple))
    ends = list(value) if isinstance(value, (list, tuple)) else [value]
    base = float(model.state.get("base") or 10) if model.kind == "FloatLogSlider" else 0.0
    places = [math.log(end or 1, base) for end in ends] if base else ends
    shown = " – ".join(number_text(end) for end in ends)
    readout = f'<b class="nilai">{shown}</b>' if model.state.get("readout", True) else ""
    more = f' data-base="{base}"{shared}' if base else shared
    names = (f' aria-label="{_("Dari")}"', f' aria-label="{_("Sampai")}"')
    controls = "".join(
        _range(model, at, names[number] + closed(model) if several else more)
        for number, at in enumerate(places)
    )
    if several:
        return fieldset(model, place, "rentang", controls + readout)
    return field(model, place, "geseran", controls, readout)


def selection_slider(model: Model, place: Place) -> str:
    """A slider over named steps, or two for a range; the names of the steps stand beside it."""
    labels, index = model.state.get("_options_labels") or [], model.state.get("index") or 0
    marks = "".join(f"<data hidden>{escape(str(label))}</data>" for label in labels)
    ends = list(index) if isinstance(index, (list, tuple)) else [index]
    shown = " – ".join(escape(str(labels[at])) for at in ends) if labels else ""
    readout = f'<b class="nilai">{shown}</b>{marks}'
    start = f'<input type="range" min="0" max="{max(len(labels) - 1, 0)}" value='
    if len(ends) == 1:
        return field(model, place, "langkah", f'{start}"{ends[0]}"{common(model, place)}>', readout)
    names = (_("Dari"), _("Sampai"))
    controls = "".join(
        f'{start}"{at}" aria-label="{name}"{closed(model)}>'
        for at, name in zip(ends, names, strict=False)
    )
    return fieldset(model, place, "jangka", controls + readout)


def dropdown(model: Model, place: Place) -> str:
    """One of several answers, in the phone's own list."""
    index = model.state.get("index")
    empty = '<option value="" hidden></option>' if model.kind == "Dropdown" else ""
    options = "".join(
        f'<option value="{at}"{" selected" if at == index else ""}>{escape(str(label))}</option>'
        for at, label in enumerate(model.state.get("_options_labels") or [])
    )
    rows = model.state.get("rows") if model.kind == "Select" else None
    size = f' size="{int(rows)}"' if rows else ""
    blank = empty if index is None else ""
    return field(
        model, place, "pilih", f"<select{size}{common(model, place)}>{blank}{options}</select>"
    )


def choices(model: Model, place: Place) -> str:
    """All answers at once: one of them, or several for SelectMultiple."""
    several = model.kind == "SelectMultiple"
    index = model.state.get("index")
    chosen = set(index or ()) if several else {index}
    kind = "checkbox" if several else "radio"
    group = "" if several else f' name="{escape(model.id)}"'
    rows = "".join(
        f'<label><input type="{kind}"{group} value="{at}"{" checked" if at in chosen else ""}'
        f"{closed(model)}><span>{escape(str(label))}</span></label>"
        for at, label in enumerate(model.state.get("_options_labels") or [])
    )
    own = "beberapa" if several else "satu"
    return fieldset(model, place, own, rows, "tombol" if model.kind == "ToggleButtons" else "")


def checkbox(model: Model, place: Place) -> str:
    """Yes or no; a ToggleButton is the same with another look."""
    look = "centang tombol" if model.kind == "ToggleButton" else "centang"
    root = attributes(model, place.models, f"isi {look}")
    checked = " checked" if model.state.get("value") else ""
    control = f'<input type="checkbox"{checked}{common(model, place)}>'
    return f'<label {root} data-k="centang">{control}<span>{description(model)}</span></label>'


def upload(model: Model, place: Place) -> str:
    """A file to show to the tool; the page says what becomes of it."""
    kept = _("Berkas hanya dibaca selama halaman ini terbuka, lalu dihapus dari server.")
    several = " multiple" if model.state.get("multiple") else ""
    accept = escape(str(model.state.get("accept") or ""))
    control = f'<input type="file" accept="{accept}"{several}{common(model, place)}>'
    return field(model, place, "berkas", control, f"<small>{kept}</small>")


def button(model: Model, place: Place) -> str:
    """A button that the notebook hears."""
    root = attributes(model, place.models, str(model.state.get("button_style") or ""))
    tip = str(model.state.get("tooltip") or "")
    title = f' title="{escape(tip)}"' if tip else ""
    label = description(model) or escape(tip) or _("Jalankan")
    return f'<button type="button" {root} data-k="tombol"{title}{closed(model)}>{label}</button>'


FIELDS: dict[str, Draw] = {
    **dict.fromkeys(("Text", "Password"), text),
    "Textarea": textarea,
    "Combobox": combobox,
    "ColorPicker": color,
    **dict.fromkeys(("IntText", "FloatText", "BoundedIntText", "BoundedFloatText"), number),
    **dict.fromkeys(("IntSlider", "FloatSlider", "FloatLogSlider"), slider),
    **dict.fromkeys(("IntRangeSlider", "FloatRangeSlider"), slider),
    **dict.fromkeys(("SelectionSlider", "SelectionRangeSlider"), selection_slider),
    **dict.fromkeys(("Dropdown", "Select"), dropdown),
    **dict.fromkeys(("RadioButtons", "ToggleButtons", "SelectMultiple"), choices),
    **dict.fromkeys(("Checkbox", "ToggleButton"), checkbox),
    "DatePicker": date,
    "TimePicker": time,
    **dict.fromkeys(("DatetimePicker", "NaiveDatetimePicker"), moment),
    "FileUpload": upload,
    "Button": button,
}
