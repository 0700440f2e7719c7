"""Widgets: what an Output widget captures, as in nbclient; names and states of all of them."""

from __future__ import annotations

import copy
import itertools
import sys
from collections.abc import Callable
from typing import Any

from warmkernel.inside.kernel import Kernel, Message
from warmkernel.record import SHOWN, Recorder

MODEL = "OutputModel"
CAPTURED = "captured"  # our own kind of message: all that an Output widget now holds


class Captures:
    """Stands between the kernel and its outputs, and keeps what open Output widgets capture.

    Args:
        kernel: whose widgets these are.
        show: takes every message that no widget captures, and what one has captured after a cell.
    """

    def __init__(self, kernel: Kernel, show: Callable[[Message], None]) -> None:
        self._kernel = kernel
        self.show = show
        self._outputs: dict[str, list[dict[str, Any]]] = {}
        self._recorders: dict[str, Recorder] = {}
        self._open: list[str] = []
        self._changed: set[str] = set()

    def take(self, message: Message) -> None:
        """Takes a message of the kernel."""
        kind, content = message["header"]["msg_type"], message["content"]
        if kind.startswith("comm_"):
            self._comm(kind, content)
            self.show(message)
        elif self._open and (kind in SHOWN or kind == "clear_output"):
            name = self._open[-1]
            self._recorders[name].take(kind, copy.deepcopy(content))
            self._changed.add(name)
        else:
            self.show(message)

    def _comm(self, kind: str, content: dict[str, Any]) -> None:
        name, data = content.get("comm_id", ""), content.get("data", {})
        state = data.get("state") or {} if isinstance(data, dict) else {}
        if kind == "comm_open" and state.get("_model_name") == MODEL:
            self._outputs[name], self._recorders[name] = [], Recorder()
            self._recorders[name].begin(self._outputs[name])
        elif name in self._outputs:
            self._outputs[name][:] = state.get("outputs", self._outputs[name])
            if state.get("msg_id"):
                self._open.append(name)
            elif "msg_id" in state and name in self._open:
                self._open.remove(name)

    def sync(self) -> None:
        """Tells each widget what it has captured, as a page in a browser would after the cell."""
        for name in self._changed:
            comm = self._kernel.kernel.comm_manager.get_comm(name)
            state = {"outputs": copy.deepcopy(self._outputs[name])}
            data = {"method": "update", "state": state, "buffer_paths": []}
            if comm is not None:
                comm.handle_msg({"content": {"comm_id": name, "data": data}, "buffers": []})
            content = {"comm_id": name, "outputs": state["outputs"]}
            self.show({"header": {"msg_type": CAPTURED}, "content": content})
        self._changed.clear()


def number_widgets(name: str) -> None:
    """Gives each widget the name of its notebook and a number as its id: the same at every run."""
    import comm

    make, numbers = comm.create_comm, itertools.count(1)

    def create(*args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("comm_id", f"{name}-{next(numbers)}")
        return make(*args, **kwargs)

    comm.create_comm = create


def states() -> dict[str, Any]:
    """Returns the state of every widget, as a notebook saves it; nothing where there are none."""
    ipywidgets = sys.modules.get("ipywidgets")
    if ipywidgets is None:
        return {}
    found: dict[str, Any] = ipywidgets.Widget.get_manager_state()["state"]
    return found
