"""Widgets that are filled in, as the phone's own controls with their labels."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

from usaha.language import _, language
from voila_apps.template.looks import attributes
from voila_apps.template.models import Model, Models


class Place(NamedTuple):
    """Where a widget is drawn: among which others, and which text above it may name it."""

    models: Models
    named_by: str = ""


def number_text(value: float | None) -> str:
    """Write a number the Indonesian way, or the English; every digit of it is kept.

    Example:
        >>> number_text(1250000.5), number_text(-0.25), number_text(16), number_text(None)
        ('1.250.000,5', '-0,25', '16', '')
    """
    if value is None or not math.isfinite(value):
        return ""
    whole, _, rest = format(value, ",").partition(".")
    decimals = "" if rest in ("", "0") else rest
    if language() == "en":
        return ".".join(filter(None, (whole, decimals)))
    return ",".join(filter(None, (whole.replace(",", "."), decimals)))


def description(model: Model) -> str:
    """Give a widget's own label as HTML, or nothing."""
    text = str(model.state.get("description") or "").strip()
    return text if model.state.get("description_allow_html") else escape(text)


def _field(model: Model, place: Place, kind: str, control: str, more: str = "") -> str:
    """Put a control into its element, with its label around it."""
    label = description(model)
    root = attributes(model, place.models, f"isi {kind}")
    words = f'<span class="judul">{label}</span>' if label else ""
    tag = "label" if label else "div"
    return f'<{tag} {root} data-k="{kind}">{words}{control}{more}</{tag}>'


def _common(model: Model, place: Place) -> str:
    """Give what every control has: its name where no label gives one, and whether it is closed."""
    parts = [" disabled"] if model.state.get("disabled") else []
    if not description(model):
        hint = str(model.state.get("placeholder") or "").strip("\u200b ")
        name = f' aria-label="{escape(hint or _("Isian"))}"'
        parts.append(f' aria-labelledby="{escape(place.named_by)}"' if place.named_by else name)
    return "".join(parts)


def _placeholder(model: Model) -> str:
    hint = str(model.state.get("placeholder") or "").strip("\u200b ")
    return f' placeholder="{escape(hint)}"' if hint else ""


def text(model: Model, place: Place) -> str:
    """A line of text; a number's keyboard where the notebook says that it is one (`angka`)."""
    number = "angka" in model.state.get("_dom_classes", ())
    keys = ' inputmode="decimal" autocomplete="off"' if number else ""
    value = escape(str(model.state.get("value") or ""))
    more = keys + _placeholder(model) + _common(model, place)
    return _field(model, place, "teks", f'<input value="{value}"{more}>')


def textarea(model: Model, place: Place) -> str:
    """Several lines of text."""
    value = escape(str(model.state.get("value") or ""))
    more = _placeholder(model) + _common(model, place)
    rows = int(model.state.get("rows") or 4)
    return _field(model, place, "teks", f'<textarea rows="{rows}"{more}>\n{value}</textarea>')


def number(model: Model, place: Place) -> str:
    """A number with Indonesian separators and the phone's keyboard for numbers."""
    keys = "numeric" if model.kind.endswith("IntText") else "decimal"
    value = number_text(model.state.get("value"))
    control = (
        f'<input inputmode="{keys}" autocomplete="off" value="{value}"{_common(model, place)}>'
    )
    return _field(model, place, "angka", control)


def _range(model: Model, value: Any, more: str) -> str:
    state = model.state
    least, most, step = state.get("min", 0), state.get("max", 100), state.get("step") or "any"
    return f'<input type="range" min="{least}" max="{most}" step="{step}" value="{value}"{more}>'


def slider(model: Model, place: Place) -> str:
    """One slider, or two for a range, with the number that it stands at."""
    value, common = model.state.get("value"), _common(model, place)
    several = isinstance(value, (list, tuple))
    ends = list(value) if isinstance(value, (list, tuple)) else [value]
    base = float(model.state.get("base") or 10) if model.kind == "FloatLogSlider" else 0.0
    places = [math.log(end or 1, base) for end in ends] if base else ends
    shown = " – ".join(number_text(end) for end in ends)
    readout = f'<b class="nilai">{shown}</b>' if model.state.get("readout", True) else ""
    more = f' data-base="{base}"{common}' if base else common
    names = (f' aria-label="{_("Dari")}"', f' aria-label="{_("Sampai")}"')
    controls = "".join(
        _range(model, at, names[number] + _closed(model) if several else more)
        for number, at in enumerate(places)
    )
    if several:
        return _group(model, place, "rentang", controls + readout)
    return _field(model, place, "geseran", controls, readout)


def selection_slider(model: Model, place: Place) -> str:
    """A slider over named steps; the name of the step stands beside it."""
    labels, index = model.state.get("_options_labels") or [], model.state.get("index") or 0
    marks = "".join(f"<data hidden>{escape(str(label))}</data>" for label in labels)
    control = (
        f'<input type="range" min="0" max="{max(len(labels) - 1, 0)}" value="{index}"'
        f"{_common(model, place)}>"
    )
    shown = escape(str(labels[index])) if labels else ""
    readout = f'<b class="nilai">{shown}</b>{marks}'
    return _field(model, place, "langkah", control, readout)


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
    return _field(
        model, place, "pilih", f"<select{size}{_common(model, place)}>{blank}{options}</select>"
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
        f"{_closed(model)}><span>{escape(str(label))}</span></label>"
        for at, label in enumerate(model.state.get("_options_labels") or [])
    )
    own = "beberapa" if several else "satu"
    return _group(model, place, own, rows, "tombol" if model.kind == "ToggleButtons" else "")


def _group(model: Model, place: Place, kind: str, controls: str, look: str = "") -> str:
    label = description(model)
    name = f' aria-labelledby="{escape(place.named_by)}"' if place.named_by and not label else ""
    root = attributes(model, place.models, f"isi {kind} {look}".strip())
    words = f'<legend class="judul">{label}</legend>' if label else ""
    return f'<fieldset {root} data-k="{kind}"{name}>{words}{controls}</fieldset>'


def _closed(model: Model) -> str:
    return " disabled" if model.state.get("disabled") else ""


def checkbox(model: Model, place: Place) -> str:
    """Yes or no; a ToggleButton is the same with another look."""
    look = "centang tombol" if model.kind == "ToggleButton" else "centang"
    root = attributes(model, place.models, f"isi {look}")
    checked = " checked" if model.state.get("value") else ""
    control = f'<input type="checkbox"{checked}{_common(model, place)}>'
    return f'<label {root} data-k="centang">{control}<span>{description(model)}</span></label>'


def date(model: Model, place: Place) -> str:
    """A day, chosen in the phone's own calendar; Jupyter counts months from 0."""
    day = model.state.get("value")
    text_of_day = f"{day['year']:04}-{day['month'] + 1:02}-{day['date']:02}" if day else ""
    control = f'<input type="date" value="{text_of_day}"{_common(model, place)}>'
    return _field(model, place, "tanggal", control)


def upload(model: Model, place: Place) -> str:
    """A file to show to the tool; the page says what becomes of it."""
    kept = _("Berkas hanya dibaca selama halaman ini terbuka, lalu dihapus dari server.")
    several = " multiple" if model.state.get("multiple") else ""
    accept = escape(str(model.state.get("accept") or ""))
    control = f'<input type="file" accept="{accept}"{several}{_common(model, place)}>'
    return _field(model, place, "berkas", control, f"<small>{kept}</small>")


def button(model: Model, place: Place) -> str:
    """A button that the notebook hears."""
    root = attributes(model, place.models, str(model.state.get("button_style") or ""))
    tip = str(model.state.get("tooltip") or "")
    title = f' title="{escape(tip)}"' if tip else ""
    label = description(model) or escape(tip) or _("Jalankan")
    return f'<button type="button" {root} data-k="tombol"{title}{_closed(model)}>{label}</button>'


Draw = Callable[[Model, Place], str]
FIELDS: dict[str, Draw] = {
    "Text": text,
    "Textarea": textarea,
    **dict.fromkeys(("IntText", "FloatText", "BoundedIntText", "BoundedFloatText"), number),
    **dict.fromkeys(("IntSlider", "FloatSlider", "FloatLogSlider"), slider),
    **dict.fromkeys(("IntRangeSlider", "FloatRangeSlider"), slider),
    "SelectionSlider": selection_slider,
    **dict.fromkeys(("Dropdown", "Select"), dropdown),
    **dict.fromkeys(("RadioButtons", "ToggleButtons", "SelectMultiple"), choices),
    **dict.fromkeys(("Checkbox", "ToggleButton"), checkbox),
    "DatePicker": date,
    "FileUpload": upload,
    "Button": button,
}
