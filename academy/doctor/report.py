"""Makes all checks of a school, tells each, and says with its exit code whether something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from academy.doctor import machine, running, settings, state
from academy.doctor.finding import Finding, ok, wrong
from academy.steps import Echo
from deployment.local.school import School

Check = Callable[[School], Iterator[Finding]]
ANYWHERE: tuple[Check, ...] = (
    *(settings.names, settings.values, machine.boxes, machine.ports, machine.room, machine.memory),
)
OF_A_SCHOOL: tuple[Check, ...] = (
    *(machine.clock, machine.homes, state.rights, state.databases, state.versions, state.backups),
    *(state.grading, running.answers, running.certificate),
)


def examine(school: School) -> Iterator[Finding]:
    """Make all checks, those of a school only where there is one that this account may look into."""
    yield from _each(ANYWHERE, school)
    if not school.home.is_dir():
        yield ok(f"belum ada sekolah di {school.home}")
        return
    whose = list(_each((state.owner,), school))
    yield from whose
    if all(finding.level == "ok" for finding in whose) and school.hub.is_dir():
        yield from _each(OF_A_SCHOOL, school)


def report(school: School, echo: Echo) -> int:
    """Tell what was found.

    Returns:
        1 when something is wrong, else 0; warnings alone are 0.
    """
    found = []
    for finding in examine(school):
        echo(str(finding))
        found.append(finding.level)
    bad, doubtful = found.count("wrong"), found.count("warning")
    echo(f"{len(found)} pemeriksaan: {bad} salah, {doubtful} perlu dilihat.")
    return 1 if bad else 0


def _each(checks: tuple[Check, ...], school: School) -> Iterator[Finding]:
    for check in checks:
        try:
            yield from check(school)
        except Exception as error:  # noqa: BLE001 (one check that fails must not hide the others)
            yield wrong(
                check.__name__, f"Tidak dapat diperiksa: {error}", "It could not be checked."
            )
