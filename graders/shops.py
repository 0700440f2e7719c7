"""The record of a trainee's shops of one exercise: which was issued when, and which has been judged.

A try begins with a shop that the school issues. It is the one in force until she asks for the next,
which she may once a submission for it has been judged. Nothing of this is read from her notebook.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from graders.variants import fair_seed, school_salt

BESIDE = "toko.json"  # in the folder of a collected submission: the shop that it was made for
ASKED = "baru+"  # begins the name of the file with which she asks for the next shop


class Shop(BaseModel):
    """One issued shop.

    `since` is when it was issued; the first one was there from the beginning.
    """

    model_config = ConfigDict(frozen=True)

    attempt: int
    seed: str
    since: datetime | None = None


class Record(Shop):
    """The shop in force, whether a submission for it has been judged, and those before it."""

    unit: str
    assignment: str
    judged: bool = False
    earlier: tuple[Shop, ...] = ()

    def at(self, moment: datetime) -> Shop:
        """Gives the shop that was in force at a moment.

        >>> late = datetime(2027, 1, 5, tzinfo=UTC)
        >>> first = Shop(attempt=1, seed="a")
        >>> two = Record(unit="u", assignment="a", attempt=2, seed="b", since=late, earlier=(first,))
        >>> [two.at(datetime(2027, 1, day, tzinfo=UTC)).attempt for day in (4, 5)]
        [1, 2]
        """
        issued = [shop for shop in self.shops if shop.since is None or shop.since <= moment]
        return issued[-1] if issued else self.shops[0]

    @property
    def shops(self) -> tuple[Shop, ...]:
        """All of them, the one in force last."""
        return (*self.earlier, Shop(attempt=self.attempt, seed=self.seed, since=self.since))


def path_of(variants: Path, user: str, assignment: str) -> Path:
    """Returns where a trainee's record of an exercise lies."""
    return variants / user / f"{assignment}.json"


def read(path: Path) -> Record | None:
    """Reads a record; None where no shop was issued."""
    try:
        return Record.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def of_everybody(variants: Path, assignment: str) -> dict[str, Record]:
    """Returns the records of an exercise by trainee."""
    found = {path.parent.name: read(path) for path in sorted(variants.glob(f"*/{assignment}.json"))}
    return {user: record for user, record in found.items() if record}


def seeds_of_others(records: Mapping[str, Record], student: str) -> tuple[str, ...]:
    """Returns the seeds of all other trainees: of the shops that they have, and of those just before."""
    theirs = (record for user, record in records.items() if user != student)
    return tuple(shop.seed for record in theirs for shop in record.shops[-2:])


def seeds_before(record: Record | None, variant: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Returns the seeds of the shops that a trainee had before the one she answers for."""
    if record is None or variant is None:
        return ()
    return tuple(shop.seed for shop in record.shops if shop.attempt < variant["attempt"])


def note_beside(folder: Path, record: Record | None, received: datetime) -> None:
    """Writes beside a collected submission which shop it is for; a file of hers by this name is gone.

    Args:
        folder: where it was copied to.
        record: hers.
        received: when the submission was written, by the school's clock.
    """
    path = folder / BESIDE
    path.unlink(missing_ok=True)
    if record:
        shop = record.at(received)
        names = {"unit": record.unit, "assignment": record.assignment}
        said = {**names, **shop.model_dump(mode="json"), "received": received.isoformat()}
        path.write_text(json.dumps(said) + "\n")


def beside(folder: Path) -> dict[str, Any]:
    """Reads what `note_beside` has written; nothing for what was collected otherwise."""
    try:
        said = json.loads((folder / BESIDE).read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def mark_judged(variants: Path, user: str, assignment: str, attempt: int) -> None:
    """Notes that a submission for a shop has been judged; from then on she may ask for the next."""
    path = path_of(variants, user, assignment)
    record = read(path)
    if record and record.attempt == attempt and not record.judged:
        _write(path, record.model_copy(update={"judged": True}))


def issue_next(variants: Path, salt_file: Path, course: str, user: str, assignment: str) -> bool:
    """Issues the next shop, if the present one has been judged.

    Returns:
        Whether there is a new one.
    """
    path = path_of(variants, user, assignment)
    record = read(path)
    if record is None or not record.judged:
        return False
    number = record.attempt + 1
    label = f"{course}|{record.unit}|{user}|{number}"
    following = Record(
        unit=record.unit,
        assignment=assignment,
        attempt=number,
        seed=fair_seed(school_salt(salt_file), label, assignment),
        since=datetime.now(UTC),
        earlier=record.shops,
    )
    _write(path, following)
    return True


def take_requests(inbound: Path) -> list[str]:
    """Takes what a trainee asks for out of her folder; returns the assignments' ids.

    Args:
        inbound: her folder. It is hers: a name that cannot be removed is passed over.
    """
    found = []
    for path in sorted(inbound.glob(f"{ASKED}*")):
        try:
            path.unlink()
        except OSError:
            continue
        found.append(path.name.removeprefix(ASKED))
    return found


def _write(path: Path, record: Record) -> None:
    """Puts a record in its place; hers to read, as the folder says."""
    draft = path.with_suffix(".tmp")
    draft.write_text(record.model_dump_json(exclude_defaults=True) + "\n")
    draft.replace(path)
