"""Issues each trainee her own shop: a seed drawn from the school's salt, recorded in a file of hers."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections import Counter
from decimal import Decimal
from itertools import combinations
from pathlib import Path

from graders.checks import Check, Key, load_key
from latihan.unit import Asked, Question, Unit, Value, Values
from latihan.variants import draw, load_unit

MAX_TRIES = 500


class UnfairShops(RuntimeError):
    """No shop could be drawn that tells all mistakes apart; the message names those that meet."""


def school_salt(salt_file: Path) -> bytes:
    """Returns the school's salt; makes it, readable by its owner only, the first time."""
    if not salt_file.exists():
        salt_file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(salt_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
    return bytes.fromhex(salt_file.read_text().strip())


def issue(  # noqa: PLR0913, PLR0917 (what a shop is drawn from, each of it)
    variants_dir: Path,
    salt_file: Path,
    course: str,
    user: str,
    unit: str,
    assignment: str,
    attempt: int = 1,
) -> Path:
    """Issues a shop to a trainee, once: what was issued stays.

    Args:
        variants_dir: the folder of all issued shops; hers is `<user>/<assignment>.json` in it.
        salt_file: the school's salt.
        course: the course id.
        user: her name at the hub.
        unit: the unit's id, such as `pembukuan/03_hpp`.
        assignment: the assignment's id, such as `pembukuan_03_hpp`.
        attempt: 1 for the first try.

    Returns:
        The file with the seed.
    """
    path = variants_dir / user / f"{assignment}.json"
    if path.exists():
        return path
    seed = fair_seed(school_salt(salt_file), f"{course}|{unit}|{user}|{attempt}", assignment)
    record = {"unit": unit, "assignment": assignment, "attempt": attempt, "seed": seed}
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(record) + "\n")
    draft.replace(path)
    return path


def fair_seed(salt: bytes, label: str, assignment: str) -> str:
    """Returns the first seed of a label whose shop tells every mistake apart from every other.

    Raises:
        UnfairShops: none of the first `MAX_TRIES` does; the message names what meets most often.
    """
    unit, key = load_unit(assignment), load_key(assignment)
    met: Counter[str] = Counter()
    for number in range(MAX_TRIES):
        seed = hmac.new(salt, f"{label}|{number}".encode(), hashlib.sha256).hexdigest()
        found = collisions(unit, key, Values.of(draw(unit, seed).given)) if key else []
        if not found:
            return seed
        met.update(found)
    often = "; ".join(f"{pair} ({times}x)" for pair, times in met.most_common(3))
    raise UnfairShops(f"{assignment}: none of {MAX_TRIES} shops tells all mistakes apart: {often}")


def collisions(unit: Unit, key: Key, given: Values) -> list[str]:
    """Names the wrong values of a shop that cannot be told from the right one or from each other.

    Two numbers are apart when they differ by more than twice what still counts as right, and by
    enough to be told apart by `cek`; words and days are apart when they differ.

    Raises:
        ArithmeticError: a formula cannot be calculated in this shop. (Or what it raises.)
    """
    truth = key.solve(given)
    found = []
    for check in key.checks:
        question = unit.question(check.name)
        assert question is not None
        found += _collisions_of(question, check, truth)
    return found


def _collisions_of(question: Asked, check: Check, truth: Values) -> list[str]:
    right = truth[check.name]
    wrong = ((mistake.id, mistake.formula(truth)) for mistake in question.mistakes)
    values = [("benar", right), *((name, value) for name, value in wrong if value is not None)]
    return [
        f"{check.name}: {a} = {b}"
        for (a, x), (b, y) in combinations(values, 2)
        if not _apart(question, check, right, x, y)
    ]


def _apart(question: Asked, check: Check, right: Value, x: Value, y: Value) -> bool:
    """Whether two values can be told apart."""
    if not isinstance(question, Question):
        return not question.same(x, y)
    assert isinstance(right, Decimal)
    assert isinstance(x, Decimal)
    assert isinstance(y, Decimal)
    rounding = abs(right) / 100 if question.grain is None else Decimal(0)
    slack = max(check.slack(right), question.slack(x), question.slack(y))
    return abs(x - y) > max(2 * slack, rounding)
