"""What the school says of her way: what is open, what comes first, and until when."""

import json
from datetime import date
from typing import Any, NamedTuple

from latihan.lab.places import Places
from usaha.dates import format_date

FILE = "rencana.json"


class Entry(NamedTuple):
    """One exercise on her way.

    Attributes:
        due: its last day; None where it has none.
        first: titles of what has to be done before it opens; nothing when it is open.
        done: whether it is behind her.
    """

    due: date | None = None
    first: tuple[str, ...] = ()
    done: bool = False

    @property
    def note(self) -> str:
        """The entry in words; empty where there is nothing to say.

        >>> Entry(date(2027, 1, 20)).note, Entry(first=("Buku kas",)).note, Entry(done=True).note
        ('Paling lambat 20 Januari 2027', 'Selesaikan dahulu: Buku kas', 'Selesai')
        """
        if self.done:
            return "Selesai"
        parts = [f"Selesaikan dahulu: {', '.join(self.first)}"] if self.first else []
        if self.due:
            parts.append(f"Paling lambat {format_date(self.due)}")
        return ". ".join(parts)


def entry(places: Places, assignment: str) -> Entry:
    """Read what the school says of an exercise; nothing where it has no plan for her."""
    said = _exercises(places).get(assignment)
    if not isinstance(said, dict):
        return Entry()
    try:
        due = date.fromisoformat(said["due"]) if said.get("due") else None
        return Entry(due, tuple(map(str, said.get("first", ()))), bool(said.get("done")))
    except (ValueError, TypeError):
        return Entry()


def _exercises(places: Places) -> dict[str, Any]:
    try:
        plan = json.loads((places.plan / FILE).read_text("utf-8"))
        return dict(plan["exercises"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
