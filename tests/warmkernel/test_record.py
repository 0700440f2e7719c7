"""The outputs of cells, from messages in any order; nbclient itself is compared in test_parity."""

from __future__ import annotations

from typing import Any

import nbformat
from hypothesis import given
from hypothesis import strategies as st

from warmkernel.record import Recorder, to_output

DISPLAY = {"data": {"text/plain": "a"}, "metadata": {}, "transient": {"display_id": "x"}}
json_values = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(), v, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(["name", "text", "data", "metadata", "transient", "ename", "wait"])


def recorded(*messages: tuple[str, Any]) -> list[dict[str, Any]]:
    """Give the outputs of one cell."""
    recorder, outputs = Recorder(), list[dict[str, Any]]()
    recorder.begin(outputs)
    for kind, content in messages:
        recorder.take(kind, content)
    return outputs


def test_a_later_cell_changes_a_display() -> None:
    """An update reaches the outputs of a cell that is done."""
    recorder = Recorder()
    first, second = list[dict[str, Any]](), list[dict[str, Any]]()
    recorder.begin(first)
    recorder.take("display_data", DISPLAY)
    recorder.begin(second)
    recorder.take("update_display_data", {**DISPLAY, "data": {"text/plain": "b"}})
    assert (first[0]["data"], second) == ({"text/plain": "b"}, [])


def test_a_cleared_display_is_not_changed_any_more() -> None:
    """It is gone from its cell."""
    new = {**DISPLAY, "data": {"text/plain": "b"}}
    clear = ("clear_output", {"wait": False})
    assert recorded(("display_data", DISPLAY), clear, ("update_display_data", new)) == []


def test_clearing_waits_for_the_next_output() -> None:
    """With `wait`, what is there stays until something comes."""
    a, b = ({"name": "stdout", "text": t} for t in "ab")
    clear = ("clear_output", {"wait": True})
    assert [o["text"] for o in recorded(("stream", a), clear)] == ["a"]
    assert [o["text"] for o in recorded(("stream", a), clear, ("stream", b))] == ["b"]


def test_two_streams_stay_apart() -> None:
    """Only neighbours of one name are merged."""
    parts = [("stdout", "1"), ("stdout", "2"), ("stderr", "3"), ("stdout", "4")]
    outputs = recorded(*(("stream", {"name": n, "text": t}) for n, t in parts))
    assert [o["text"] for o in outputs] == ["12", "3", "4"]


@given(st.text(max_size=20), json_values | st.dictionaries(names, json_values))
def test_whatever_comes_is_an_output_or_nothing(kind: str, content: Any) -> None:
    """No forged message raises, and what is kept has the parts that its readers rely on."""
    for sent in (kind, "stream", "error", "display_data", "update_display_data", "clear_output"):
        for output in recorded((sent, content)):
            assert set(output) > {"output_type"}


def test_outputs_are_valid_in_a_notebook() -> None:
    """nbformat accepts each kind."""
    error = {"ename": "E", "evalue": "e", "traceback": ["a"]}
    result = {**DISPLAY, "execution_count": 3}
    made = [to_output("error", error), to_output("execute_result", result)]
    made += [
        to_output("display_data", DISPLAY),
        to_output("stream", {"name": "stderr", "text": ""}),
    ]
    cell = nbformat.v4.new_code_cell(outputs=[nbformat.from_dict(o) for o in made])
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
