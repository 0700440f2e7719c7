"""Any widget as HTML that is read, heard and printed before a script runs."""

from __future__ import annotations

from html import escape

from usaha.language import _
from voila_apps.template.fields import FIELDS
from voila_apps.template.labels import Draw, Place, description
from voila_apps.template.looks import attributes
from voila_apps.template.media import image, sound_or_film
from voila_apps.template.models import Model, Models
from voila_apps.template.outputs import outputs_html
from voila_apps.template.tex import with_formulas

UNKNOWN = "Bagian ini belum dapat ditampilkan di halaman ini."
TEXTS = ("HTML", "HTMLMath", "Label")
_DIRECTION = {"VBox": "kolom", "HBox": "baris", "GridBox": "kisi", "Box": "baris"}


def widget_html(name: str, models: Models, named_by: str = "") -> str:
    """Draw a widget and everything in it.

    Args:
        name: the widget's id.
        models: all widgets of the notebook.
        named_by: id of the element whose text names it, where it has no label of its own.

    Returns:
        One element, with `data-w` the widget's id; nothing for a widget that is not there.

    Example:
        >>> widgets = {"a": {"model_name": "LabelModel", "state": {"value": "Rp5 < Rp6"}}}
        >>> widget_html("a", Models(widgets))
        '<div class="w" data-w="a" id="a">Rp5 &lt; Rp6</div>'
    """
    model = models.get(name)
    if model is None:
        return ""
    draw = FIELDS.get(model.kind) or OTHERS.get(model.kind) or _unknown
    return draw(model, Place(models, named_by))


def _unknown(model: Model, place: Place) -> str:
    """Say at least what it holds: the standard manager draws it, once that has come."""
    value = model.state.get("value")
    held = value if isinstance(value, (list, tuple)) else [value]
    plain = [
        escape(str(each)) for each in held if isinstance(each, (str, int, float)) and each != ""
    ]
    words = [word for word in (description(model), ", ".join(plain)) if word]
    return f"<p {attributes(model, place.models, 'belum')}>{' '.join(words) or _(UNKNOWN)}</p>"


def _text(model: Model, place: Place) -> str:
    """Text of the notebook; its id lets it name the control that follows."""
    value = str(model.state.get("value") or "")
    words = escape(value) if model.kind == "Label" else value
    if model.kind != "HTML":  # as in ipywidgets
        words = with_formulas(words)
    label = description(model)
    head = f'<span class="judul">{label}</span>' if label else ""
    root = attributes(model, place.models, "")
    return f'<div {root} id="{escape(model.id)}">{head}{words}</div>'


def _box(model: Model, place: Place) -> str:
    """Widgets beside or below each other; a text names the nameless control that follows it."""
    parts, named_by = [], ""
    for child in _children(model, place.models):
        parts.append(widget_html(child.id, place.models, named_by))
        if child.kind in TEXTS:
            named_by = child.id
    return f"<div {attributes(model, place.models, _DIRECTION[model.kind])}>{''.join(parts)}</div>"


def _children(model: Model, models: Models) -> list[Model]:
    found = (models.of(reference) for reference in model.state.get("children") or ())
    return [child for child in found if child]


def _folds(model: Model, place: Place) -> str:
    """Tab and Accordion alike: headings that unfold, which need no width and no script."""
    titles, opened = model.state.get("titles") or [], model.state.get("selected_index")
    parts = []
    for number, child in enumerate(_children(model, place.models)):
        title = titles[number] if number < len(titles) else ""
        shown = " open" if number == opened else ""
        parts.append(
            f'<details name="{escape(model.id)}"{shown}>'
            f"<summary>{escape(str(title)) or _('Bagian {number}', number=number + 1)}</summary>"
            f"{widget_html(child.id, place.models)}</details>"
        )
    return f'<div {attributes(model, place.models, "lipat")} data-k="lipat">{"".join(parts)}</div>'


def _stack(model: Model, place: Place) -> str:
    """Widgets of which one is shown."""
    at, parts = model.state.get("selected_index"), []
    for number, child in enumerate(_children(model, place.models)):
        away = "" if number == at else " hidden"
        parts.append(f"<div{away}>{widget_html(child.id, place.models)}</div>")
    return (
        f'<div {attributes(model, place.models, "tumpuk")} data-k="tumpuk">{"".join(parts)}</div>'
    )


def _output(model: Model, place: Place) -> str:
    shown = outputs_html(
        model.state.get("outputs") or (), lambda name: widget_html(name, place.models)
    )
    return f'<div {attributes(model, place.models, "keluaran")} aria-live="polite">{shown}</div>'


def _valid(model: Model, place: Place) -> str:
    right = bool(model.state.get("value"))
    wrong = escape(str(model.state.get("readout") or _("Belum benar")))
    words = f"✓ {_('Benar')}" if right else f"✗ {wrong}"
    root = attributes(model, place.models, "sah" if right else "sah masalah")
    return f"<div {root}>{description(model)} {words}</div>"


def _progress(model: Model, place: Place) -> str:
    least, most = model.state.get("min") or 0, model.state.get("max") or 100
    done = (model.state.get("value") or 0) - least
    label = description(model)
    name = "" if label else f' aria-label="{_("Kemajuan")}"'
    words = f'<span class="judul">{label}</span>' if label else ""
    root = attributes(model, place.models, "maju")
    return f'<label {root}>{words}<progress max="{most - least}" value="{done}"{name}></progress></label>'


OTHERS: dict[str, Draw] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(_DIRECTION, _box),
    **dict.fromkeys(("Tab", "Accordion"), _folds),
    "Output": _output,
    "Image": image,
    **dict.fromkeys(("Audio", "Video"), sound_or_film),
    "Stack": _stack,
    "Valid": _valid,
    **dict.fromkeys(("IntProgress", "FloatProgress"), _progress),
}
