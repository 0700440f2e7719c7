"""What all fields share: the element around a control, its label, its name and its hint."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from usaha.language import _
from voila_apps.template.looks import attributes
from voila_apps.template.models import Model, Models
from voila_apps.template.tex import with_formulas


class Place(NamedTuple):
    """Where a widget is drawn: among which others, and which text above it may name it."""

    models: Models
    named_by: str = ""


Draw = Callable[[Model, Place], str]


def description(model: Model) -> str:
    """Give a widget's own label as HTML, or nothing."""
    text = str(model.state.get("description") or "").strip()
    return with_formulas(text if model.state.get("description_allow_html") else escape(text))


def field(model: Model, place: Place, kind: str, control: str, more: str = "") -> str:
    """Put a control into its element, with its label around it."""
    label = description(model)
    root = attributes(model, place.models, f"isi {kind}")
    words = f'<span class="judul">{label}</span>' if label else ""
    tag = "label" if label else "div"
    return f'<{tag} {root} data-k="{kind}">{words}{control}{more}</{tag}>'


def common(model: Model, place: Place) -> str:
    """Give what every control has: its name where no label gives one, and whether it is closed."""
    parts = [" disabled"] if model.state.get("disabled") else []
    if not description(model):
        hint = str(model.state.get("placeholder") or "").strip("\u200b ")
        name = f' aria-label="{escape(hint or _("Isian"))}"'
        parts.append(f' aria-labelledby="{escape(place.named_by)}"' if place.named_by else name)
    return "".join(parts)


def placeholder(model: Model) -> str:
    """Give the hint inside an empty control."""
    hint = str(model.state.get("placeholder") or "").strip("\u200b ")
    return f' placeholder="{escape(hint)}"' if hint else ""


def fieldset(model: Model, place: Place, kind: str, controls: str, look: str = "") -> str:
    """Put several controls into one element, with their label above."""
    label = description(model)
    name = f' aria-labelledby="{escape(place.named_by)}"' if place.named_by and not label else ""
    root = attributes(model, place.models, f"isi {kind} {look}".strip())
    words = f'<legend class="judul">{label}</legend>' if label else ""
    return f'<fieldset {root} data-k="{kind}"{name}>{words}{controls}</fieldset>'


def closed(model: Model) -> str:
    """Say that a control is closed, where it is."""
    return " disabled" if model.state.get("disabled") else ""
