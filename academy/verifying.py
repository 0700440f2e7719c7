"""`lapak verify`: tries units on many shops, and their solutions once for real in the box."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console

from academy.assignments import build_source
from academy.catalog import load_catalog
from deployment.local.school import School
from graders.rehearsal import rehearse
from graders.verify import verify

FAILED = 1


def verify_units(school: School, wanted: str, variants: int) -> int:
    """Verifies one unit of the catalogue, or all.

    Args:
        school: whose clone holds the units.
        wanted: a unit's id; all when empty.
        variants: how many shops to draw for each.

    Returns:
        Exit code: 0 all sound, 1 problems were found.

    Raises:
        LookupError: the catalogue has no such unit.
    """
    console = Console(soft_wrap=True)
    units = [u for u in load_catalog(school.clone).units if wanted in ("", u.id)]
    if not units:
        raise LookupError(f"Unit {wanted} tidak ada di curriculum/catalog.yml.")
    sound = True
    with tempfile.TemporaryDirectory(prefix="lapak-verify-") as folder:
        for source in build_source(school.clone, Path(folder)):
            assignment = source.parent.name
            unit = next((u for u in units if u.assignment == assignment), None)
            if unit is None:
                continue
            with console.status(f"Memeriksa {unit.id} …"):
                report = verify(assignment, source, variants)
                report.problems += rehearse(assignment, source, school.trainee_env)
            console.print(
                f"{unit.id}: {report.variants} varian, {report.mistakes} salah paham, "
                f"{len(report.problems)} masalah"
            )
            for problem in report.problems:
                console.print(f"  - {problem}", markup=False)
            sound = sound and not report.problems
    return 0 if sound else FAILED
