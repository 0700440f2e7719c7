"""Pictures, sounds and films, inside the page: it asks no other server for them."""

from __future__ import annotations

import binascii
from base64 import b64decode
from html import escape

from voila_apps.template.labels import Place, description
from voila_apps.template.looks import attributes
from voila_apps.template.models import Model


def image(model: Model, place: Place) -> str:
    """A picture."""
    root = attributes(model, place.models, "")
    return f'<img {root}{_size(model)} alt="{description(model)}" src="{_source(model, "image")}">'


def sound_or_film(model: Model, place: Place) -> str:
    """A sound or a film with the phone's own buttons."""
    tag, root = model.kind.lower(), attributes(model, place.models, "")
    flags = "".join(
        f" {name}" for name in ("autoplay", "loop", "controls") if model.state.get(name)
    )
    return f'<{tag} {root}{_size(model)}{flags} src="{_source(model, tag)}"></{tag}>'


def _size(model: Model) -> str:
    size = ((side, model.state.get(side)) for side in ("width", "height"))
    return "".join(f' {side}="{escape(str(value))}"' for side, value in size if value)


def _source(model: Model, kind: str) -> str:
    """Give the address of the content, which the state holds as base64 text; of a link the link."""
    value, form = str(model.state.get("value") or ""), str(model.state.get("format") or "png")
    if form == "url":
        return escape(_decoded(value))
    return f"data:{kind}/{'svg+xml' if form == 'svg' else escape(form)};base64,{escape(value)}"


def _decoded(value: str) -> str:
    try:
        return b64decode(value).decode("utf-8", "replace")
    except binascii.Error:
        return ""
