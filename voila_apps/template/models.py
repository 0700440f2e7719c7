"""The widgets of a notebook as they are now: their kind, their state, and which belongs to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

State = dict[str, Any]
REFERENCE = "IPY_MODEL_"


@dataclass
class Model:
    """One widget: its id, its kind (`Text` for `TextModel`) and its state."""

    id: str
    kind: str
    state: State


def model_of(frame: Mapping[str, Any]) -> Model:
    """Give the widget that an `open` of the kernel speaks of."""
    return Model(str(frame["id"]), str(frame["model_name"]).removesuffix("Model"), frame["state"])


class Models:
    """All widgets by id, copied from the state that Jupyter keeps of them.

    Args:
        widgets: by id, each with `model_name` and `state`, as in
            `application/vnd.jupyter.widget-state+json` version 2; binary values in `buffers`
            are put back into their place as base64 text.
    """

    def __init__(self, widgets: Mapping[str, Mapping[str, Any]]) -> None:
        self._all: dict[str, Model] = {}
        for name, widget in widgets.items():
            self.add(name, widget["model_name"], dict(widget["state"]))
            for buffer in widget.get("buffers", ()):
                self._put(self._all[name].state, buffer["path"], buffer["data"])

    def add(self, name: str, model_name: str, state: State) -> None:
        """Take in a widget, also one that was made later."""
        self._all[name] = Model(name, model_name.removesuffix("Model"), state)

    def remove(self, name: str) -> None:
        """Forget a widget, if it is known."""
        self._all.pop(name, None)

    def get(self, name: str) -> Model | None:
        """Give a widget by its id."""
        return self._all.get(name)

    def of(self, reference: object) -> Model | None:
        """Give the widget that a state's value such as `IPY_MODEL_12` stands for."""
        text = reference if isinstance(reference, str) else ""
        return self._all.get(text.removeprefix(REFERENCE)) if text.startswith(REFERENCE) else None

    def owners(self, look: str) -> Iterator[Model]:
        """Give all widgets that have this layout or style."""
        wanted = (REFERENCE + look,)
        for model in self._all.values():
            if model.state.get("layout") in wanted or model.state.get("style") in wanted:
                yield model

    def __iter__(self) -> Iterator[Model]:
        return iter(list(self._all.values()))

    @staticmethod
    def _put(state: State, path: list[Any], data: str) -> None:
        *way, last = path
        inner: Any = state
        for step in way:
            inner = inner[step]
        inner[last] = data
