"""The operator's settings: names that nothing reads, and values that make no sense together."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator

from academy.doctor.finding import Finding, ok, warn, wrong
from deployment.local.campus import Campus, CampusError
from deployment.local.school import School

GUIDE = "docs/operator.md"  # what it names, an operator may set
# What parts of a school tell each other, and tests.
INTERNAL = frozenset(
    ("LAPAK_CLONE", "LAPAK_UV", "LAPAK_SCHOOL", "LAPAK_PROXY_CMD", "LAPAK_VARIANTS", "LAPAK_RUN")
)


def known(school: School) -> frozenset[str]:
    """Give the settings that something reads."""
    text = (school.clone / GUIDE).read_text(encoding="utf-8")
    return INTERNAL | frozenset(re.findall(r"LAPAK_[A-Z]+(?:_[A-Z]+)*", text))


def names(school: School) -> Iterator[Finding]:
    """Look for settings that nothing reads: a slip of the keyboard changes nothing, silently."""
    there = known(school)
    strange = sorted(name for name in os.environ if name.startswith("LAPAK_") and name not in there)
    for name in strange:
        near = difflib.get_close_matches(name, there, n=1)
        meant = f" Maksudnya {near[0]}?" if near else ""
        yield warn(name, f"Setelan ini tidak dikenal.{meant}", "Nothing reads this setting.")
    if not strange:
        yield ok("setelan LAPAK_…")


def values(school: School) -> Iterator[Finding]:
    """Look for settings that work against each other."""
    from academy.serve import in_clear

    if in_clear(school):
        yield warn(
            "LAPAK_HOST",
            "Terbuka untuk jaringan tanpa HTTPS: kata sandi dapat dibaca orang. Pakai LAPAK_DOMAIN, atau "
            "LAPAK_CERT dan LAPAK_KEY.",
            "Passwords cross the network in clear text.",
        )
    try:
        Campus.from_environment()
    except CampusError as error:
        yield wrong("LAPAK_LTI_…", str(error), "The settings for LTI make no sense.")
    if os.environ.get("LAPAK_FEEDBACK", "auto") not in {"auto", "manual"}:
        yield warn("LAPAK_FEEDBACK", "Tulis auto atau manual.", "It is auto or manual.")
