"""From a kernel's messages to the outputs of a cell, as nbclient records them.

Neighbouring pieces of one stream are one output: nbclient keeps them as the kernel happened to send
them, and every reader of notebooks merges them.
"""

from __future__ import annotations

from typing import Any

from warmkernel.job import Output

SHOWN = ("stream", "display_data", "execute_result", "error")


class Recorder:
    """Keeps the outputs of one fork's cells, and which of them a display id may still change.

    >>> recorder, outputs = Recorder(), []
    >>> recorder.begin(outputs)
    >>> recorder.take("stream", {"name": "stdout", "text": "a"})
    >>> recorder.take("stream", {"name": "stdout", "text": "b"})
    >>> outputs
    [{'output_type': 'stream', 'name': 'stdout', 'text': 'ab'}]
    """

    def __init__(self) -> None:
        self._displays: dict[str, list[Output]] = {}
        self._outputs: list[Output] = []
        self._clear_first = False

    def begin(self, outputs: list[Output]) -> None:
        """Starts a cell: what comes from now on is written into this list."""
        self._outputs = outputs
        self._clear_first = False

    def take(self, kind: str, content: Any) -> None:
        """Records a message of the given type; one that is not well-formed is left out."""
        if not isinstance(content, dict):
            return
        if kind == "clear_output":
            self._clear(bool(content.get("wait")))
            return
        output = to_output("display_data" if kind == "update_display_data" else kind, content)
        if output is None:
            return
        name = _display_id(content)
        if name is not None and "data" in output:
            self._update(name, output)
        if kind in SHOWN:
            self._append(name, output)

    def _clear(self, wait: bool) -> None:
        if wait:
            self._clear_first = True
            return
        for shown in self._displays.values():
            shown[:] = [one for one in shown if not _among(one, self._outputs)]
        self._outputs.clear()

    def _update(self, name: str, output: Output) -> None:
        for shown in self._displays.get(name, ()):
            shown["data"], shown["metadata"] = output["data"], output["metadata"]

    def _append(self, name: str | None, output: Output) -> None:
        if self._clear_first:
            self._clear_first = False
            self._clear(wait=False)
        last = self._outputs[-1] if self._outputs else {}
        if output["output_type"] == "stream" and last.get("name") == output["name"]:
            last["text"] += output["text"]
            return
        self._outputs.append(output)
        if name is not None and "data" in output:
            self._displays.setdefault(name, []).append(output)


def to_output(kind: str, content: dict[str, Any]) -> Output | None:
    """Returns a message's content as an output of the notebook format, or None where it is none.

    >>> to_output("stream", {"name": "stdout", "text": "halo"})
    {'output_type': 'stream', 'name': 'stdout', 'text': 'halo'}
    >>> to_output("display_data", {"data": "forged"}) is None
    True
    """
    if kind == "stream":
        name, text = content.get("name"), content.get("text")
        if name not in ("stdout", "stderr") or not isinstance(text, str):
            return None
        return {"output_type": kind, "name": name, "text": text}
    if kind == "error":
        return _error(content)
    if kind not in ("display_data", "execute_result"):
        return None
    data, metadata = content.get("data"), content.get("metadata")
    if not isinstance(data, dict) or not isinstance(metadata, dict | None):
        return None
    output: Output = {"output_type": kind, "metadata": metadata or {}, "data": data}
    if kind == "execute_result":
        count = content.get("execution_count")
        output["execution_count"] = count if type(count) is int else None
    return output


def _error(content: dict[str, Any]) -> Output | None:
    name, value = content.get("ename"), content.get("evalue")
    lines = content.get("traceback")
    if not isinstance(name, str) or not isinstance(value, str) or not isinstance(lines, list):
        return None
    lines = [line for line in lines if isinstance(line, str)]
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": lines}


def _display_id(content: dict[str, Any]) -> str | None:
    transient = content.get("transient")
    name = transient.get("display_id") if isinstance(transient, dict) else None
    return name if isinstance(name, str) else None


def _among(one: Output, outputs: list[Output]) -> bool:
    return any(one is other for other in outputs)
