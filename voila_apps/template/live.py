"""Turns what a kernel says about its widgets into what the page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from usaha.language import speaking
from voila_apps.template.fields import FIELDS
from voila_apps.template.looks import style
from voila_apps.template.models import Model, Models
from voila_apps.template.widgets import widget_html

if TYPE_CHECKING:
    from voila_apps.template.ran import RanNotebook

Frame = dict[str, Any]
# Somebody may be typing there: the control stays, and only its value changes.
VALUES = frozenset({"value", "index"})
_NOT_SEEN = frozenset({"_view_count", "msg_id", "style", "layout"})


class LiveModels:
    """The widgets of one kernel, as the page of one visitor shows them.

    Args:
        app: the notebook as it was when the kernel was forked.

    Example:
        >>> from types import SimpleNamespace
        >>> widgets = {"a": {"model_name": "LabelModel", "state": {"value": "Rp5"}}}
        >>> live = LiveModels(SimpleNamespace(widgets=widgets, language="id"))
        >>> live.told({"kind": "set", "id": "a", "state": {"value": "Rp6"}})[0]["html"]
        '<div class="w" data-w="a" id="a">Rp6</div>'
    """

    def __init__(self, app: RanNotebook) -> None:
        self._models = Models(app.widgets)
        self._language = app.language

    def heard(self, frame: Mapping[str, Any]) -> None:
        """Note what the client says: `set`, or the `replay` of a `hello`; others change nothing."""
        if frame.get("kind") == "set":
            self._note(frame["id"], frame["state"])
        for name, state in frame.get("replay") or ():
            self._note(name, state)

    def _note(self, name: str, state: Mapping[str, Any]) -> None:
        model = self._models.get(name)
        if model is not None:
            model.state.update(state)

    def told(self, frame: Frame) -> list[Frame]:
        """Translate one frame of the kernel.

        Args:
            frame: `set`, `open`, `close` or `output`; any other passes as it is.

        Returns:
            Frames for the client: `set` (a value), `show` (HTML), `look` (classes and style).
        """
        kind, name = frame["kind"], frame.get("id")
        if kind == "open":
            self._models.add(str(name), frame["model_name"], dict(frame["state"]))
            return []
        if kind == "close":
            self._models.remove(str(name))
            return []
        if kind == "custom":
            return []  # for the standard manager only
        if kind not in ("set", "output"):
            return [frame]
        model = self._models.get(str(name))
        with speaking(self._language):
            return self._changed(model, frame) if model else []

    def _changed(self, model: Model, frame: Frame) -> list[Frame]:
        state = {"outputs": frame["outputs"]} if frame["kind"] == "output" else frame["state"]
        new = {key: value for key, value in state.items() if model.state.get(key) != value}
        before = model.state.get("_dom_classes") or ()
        model.state.update(new)
        if model.kind.endswith(("Layout", "Style")):
            return [self._look(owner) for owner in self._models.owners(model.id)] if new else []
        seen = new.keys() - _NOT_SEEN
        if not seen:
            return []
        if seen <= VALUES and model.kind in FIELDS:
            return [{"kind": "set", "id": model.id, "state": {key: new[key] for key in seen}}]
        if seen == {"_dom_classes"}:
            return [self._look(model, before)]
        return [{"kind": "show", "id": model.id, "html": widget_html(model.id, self._models)}]

    def _look(self, model: Model, before: Sequence[str] | None = None) -> Frame:
        """Say which classes came and went, and what the layout asks for now."""
        now = model.state.get("_dom_classes") or ()
        old = now if before is None else before
        return {
            "kind": "look",
            "id": model.id,
            "add": sorted({*now} - {*old}),
            "remove": sorted({*old} - {*now}),
            "style": style(model, self._models),
        }
