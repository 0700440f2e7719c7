"""The calculator of costs as a Gradio app, with the same formulas: `python gradio_app.py PORT`."""

import sys
from dataclasses import fields
from html import escape
from typing import Any

import gradio as gr

from usaha import costing_report as report
from usaha.bars import Bar, html_bars
from usaha.costing import EXAMPLE, Batch, cost_batch
from usaha.money import format_number, read_number

NUMBERS = [field.name for field in fields(Batch)]
WORDS = report.Words("kg", "bungkus")


def show(*texts: str) -> str:
    """Gives the sentence, the chart and the steps, or what to mend."""
    values: dict[str, Any] = {}
    for name, text in zip([*NUMBERS, "price"], texts, strict=True):
        number, problems = read_number(text)
        if number is None:
            return f"<p class='masalah'>{escape(problems[0])}</p>"
        values[name] = number
    price = values.pop("price")
    batch = Batch(**values)
    costing, found = cost_batch(batch)
    if costing is None:
        return "".join(f"<p class='masalah'>{escape(text)}</p>" for _, text in found)
    bars = [Bar(*part) for part in report.cost_parts(batch, costing)]
    steps = report.steps(batch, costing, price, WORDS)
    return (
        f"<p class='jawaban'>{' '.join(report.result_sentences(costing, price, WORDS))}</p>"
        + html_bars("Ke mana uang satu bungkus?", bars)
        + "".join(f"<p>{escape(step.name)} {escape(step.result)}</p>" for step in steps)
    )


with gr.Blocks(title="Kalkulator HPP") as app:
    start = {name: format_number(getattr(EXAMPLE, name)) for name in NUMBERS} | {"price": "16.000"}
    result = gr.HTML(show(*start.values()))
    boxes = [
        gr.Textbox(text, label=name, elem_classes=f"isian-{name}") for name, text in start.items()
    ]
    for box in boxes:
        box.change(show, boxes, result)

if __name__ == "__main__":
    app.launch(server_port=int(sys.argv[1]), quiet=True)
