"""axe-core on a page in Chromium: what keeps somebody from seeing, hearing or using it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from academy.environment import ensure_npm

CLONE = Path(__file__).resolve().parents[1]
GRAVE = ("serious", "critical")
RUN = """
async () => (await axe.run()).violations.flatMap((rule) => rule.nodes.map((node) =>
  [rule.impact ?? "", rule.id + ": " + node.html + " " + node.failureSummary]))
"""


def violations(page: Page, *impacts: str) -> list[str]:
    """Look at a page as it is now.

    Args:
        page: as it is shown: its width, its colours, what is unfolded.
        impacts: which weights count; all of them unless told (see `GRAVE`).

    Returns:
        For each place the rule, its markup and what to mend.
    """
    # By the browser's protocol: a page's own policy allows no script of others.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    found: list[list[str]] = page.evaluate(RUN)
    return [words for impact, words in found if not impacts or impact in impacts]


def by_day_and_night(page: Page) -> list[str]:
    """Look at a page in its light and in its dark colours, without a moment between them."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        found += [f"{scheme}: {words}" for words in violations(page)]
    return found


@cache
def modules() -> Path:
    """Give the folder with what only tests need of npm: axe-core and the TypeScript compiler."""
    environments = Path(os.environ["LAPAK_ENV"])
    return ensure_npm(CLONE, environments / "npm-tests", print, "Memasang alat uji dari npm")


@cache
def _script() -> str:
    return (modules() / "axe-core/axe.min.js").read_text(encoding="utf-8")
