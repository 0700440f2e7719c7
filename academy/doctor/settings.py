"""The operator's settings: names that nothing reads, and values that make no sense together."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator

from academy.doctor.finding import Finding, ok, warn
from deployment.local.school import School

KNOWN = frozenset(
    (
        *(
            "LAPAK_HOME",
            "LAPAK_CLONE",
            "LAPAK_ENV",
            "LAPAK_PORT",
            "LAPAK_HOST",
            "LAPAK_TRAINEE_ENV",
        ),
        *(
            "LAPAK_FEEDBACK",
            "LAPAK_PYTHON",
            "LAPAK_UV",
            "LAPAK_SCHOOL",
            "LAPAK_PROXY_CMD",
            "LAPAK_RUN",
        ),
        *("LAPAK_ACADEMY_DB", "LAPAK_PROGRESS_DB", "LAPAK_VARIANTS", "LAPAK_LOG"),
        *("LAPAK_DOMAIN", "LAPAK_CERT", "LAPAK_KEY", "LAPAK_HTTPS_PORT", "LAPAK_HTTP_PORT"),
        *("LAPAK_ACME", "LAPAK_ACME_CA", "LAPAK_ROOMS", "LAPAK_IDLE_MINUTES", "LAPAK_ROOM_MB"),
    )
)


def names(_: School) -> Iterator[Finding]:
    """Look for settings that nothing reads: a slip of the keyboard changes nothing, silently."""
    strange = sorted(name for name in os.environ if name.startswith("LAPAK_") and name not in KNOWN)
    for name in strange:
        near = difflib.get_close_matches(name, KNOWN, n=1)
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
    if os.environ.get("LAPAK_FEEDBACK", "auto") not in {"auto", "manual"}:
        yield warn("LAPAK_FEEDBACK", "Tulis auto atau manual.", "It is auto or manual.")
