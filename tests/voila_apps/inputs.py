"""Ten thousand things that people type into a tool: good, foolish, and on the edge of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

Edit = tuple[str, dict[str, Any]]

FOOLISH = (
    "", " ", "-5", "-0", "abc", "Rp", "1.2.3,4", "1,2,3", "1.25", "0,0000001", "12,", "٣٤٥", "1²", "%",
    "1000000000000000", "1000000000000", "999.999.999.999,99", "1e5", "sejuta", "dua puluh lima ribu",
    "2 juta 500 ribu", "1,5 M", "9" * 61, "1." + "0" * 40, "Rp5.000,-", "1.000.000 rupiah", "<b>1</b>",
    "31 Februari 2027", "8-12-27", "1 Januari 1999", "25 jam", "0", "100%", "-", "+7", "½", "2 ribu 2 juta",
)  # fmt: skip
NAMES = (
    "Emping <b>Bu Neneng</b>", "", "  Sate   bandeng ", "O'ong & anak \"jaya\"", "Kue-kue 🍪 lebaran", "é" * 30,
    "x" * 201, "{unit}", "Toko\tBaru",
)  # fmt: skip
ENGLISH = str.maketrans(".,", ",.")
MONTHS = ("Januari", "Feb", "mar", "April", "Nop", "Desember", "agustus")


def number(draw: Random) -> str:
    """Write a number as people do, small or large, whole or not."""
    size = draw.choice((1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 50_000_000))
    value = draw.randrange(size, 10 * size)
    short = str(draw.randrange(1, 100))
    return draw.choice(
        (
            str(value),
            f"{value:,}".replace(",", "."),
            f"Rp{value:,}".replace(",", "."),
            f"{value:,}".replace(",", ".") + f",{draw.randrange(1000)}",
            f"{short},{draw.randrange(100)}",
            f"{value},5",  # rounded half-up, or it is wrong by a rupiah
            f"{short}rb",
            f"{short},5 juta",
            f"0,{draw.randrange(10000):04}",
        )
    )


def share(draw: Random) -> str:
    """Write a percentage."""
    value = draw.choice((str(draw.randrange(100)), f"{draw.randrange(30)},{draw.randrange(100)}"))
    return value + draw.choice(("", "%", " persen"))


def day(draw: Random) -> str:
    """Write a day."""
    number, month, year = draw.randrange(1, 29), draw.randrange(1, 13), draw.randrange(2022, 2030)
    return draw.choice(
        (
            f"{number}/{month}/{year}",
            f"{number} {draw.choice(MONTHS)} {year}",
            f"{year}-{month:02}-{number:02}",
        )
    )


def count(draw: Random) -> str:
    """Write a small whole number: months, hours, people."""
    return str(draw.choice((1, 2, 6, 12, 24, 36, draw.randrange(1, 60))))


def steps(
    controls: dict[str, Any], draw: Random, how_many: int, language: str = "id"
) -> Iterator[list[Edit]]:
    """Fill a tool in again and again; each step changes a field or two, as a person does.

    Args:
        controls: the tool's widgets by id, those that are filled in.
        draw: where chance comes from.
        how_many: values that are filled in altogether.
        language: in which most numbers are written; some people never get used to it.
    """
    first = {name: _state(widget) for name, widget in controls.items()}
    wrong: set[str] = set()
    while how_many > 0:
        edits = [(name, first[name]) for name in sorted(wrong) if draw.random() < 0.8]
        wrong -= {name for name, _ in edits}
        for name in draw.sample(sorted(controls), draw.choice((1, 1, 1, 2))):
            foolish = draw.random() < 0.15
            if foolish:
                wrong.add(name)
            state = _typed(controls[name], draw, foolish=foolish)
            if language == "en" and "angka" in controls[name]._dom_classes and draw.random() < 0.8:
                state = {"value": state["value"].translate(ENGLISH)}
            edits.append((name, state))
        how_many -= len(edits)
        yield edits


def _state(widget: Any) -> dict[str, Any]:
    kind = type(widget).__name__
    return {"index": widget.index} if kind == "Dropdown" else {"value": widget.value}


def _typed(widget: Any, draw: Random, *, foolish: bool) -> dict[str, Any]:
    kind, classes = type(widget).__name__, widget._dom_classes
    if kind == "Dropdown":
        return {"index": draw.randrange(len(widget.options))}
    if kind == "FloatSlider":
        return {"value": round(draw.random() * widget.max / widget.step) * widget.step}
    if foolish:
        return {"value": draw.choice(FOOLISH)}
    if "angka" not in classes:
        dated = any(character.isdigit() for character in widget.value)
        return {"value": day(draw) if dated else draw.choice(NAMES)}
    ways: tuple[Callable[[Random], str], ...] = (number, share, count)
    small = len(widget.value) <= 4
    return {"value": draw.choices(ways, weights=(1, 2, 4) if small else (8, 1, 1))[0](draw)}
