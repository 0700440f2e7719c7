"""Lighthouse on every public tool, as its mobile phone sees it: the median of five runs of each."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from academy.environment import ensure_npm, node_program
from benchmarks.report import Report
from benchmarks.services import CLONE, ENVIRONMENTS, OURS, running, say, tools
from tests.chromium import OPTIONS, program

TARGETS = {"performance": 98, "accessibility": 100, "best-practices": 100}
RUNS = 5
TOOLS = sorted(
    path.stem for path in CLONE.glob("voila_apps/*/*.py") if path.stem == path.parent.name
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs Lighthouse, prints a table with what it would have mended, and says what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--tools", nargs="*", default=TOOLS)
    options = parser.parse_args(arguments)
    target = ENVIRONMENTS / "npm-benchmarks"
    modules = ensure_npm(CLONE / "benchmarks", target, say, "Memasang Lighthouse dari npm")
    report = Report()
    with tools() as folder, running(OURS, folder) as service, tempfile.TemporaryDirectory() as out:
        report.table("tool", "", *TARGETS, "first paint s", "largest paint s", "blocked ms")
        for tool in options.tools:
            address = service.page(tool)
            urlopen(address).close()  # noqa: S310  our own service: its notebook has run then
            runs = [_run(modules, address, Path(out)) for _ in range(options.runs)]
            _judge(report, tool, runs)
    return report.end()


def _run(modules: Path, address: str, out: Path) -> dict[str, Any]:
    """Returns Lighthouse's report of one visit with an empty cache."""
    path = out / "report.json"
    flags = " ".join(["--headless=new", *OPTIONS])
    words = [
        *(node_program(), modules / "lighthouse/cli/index.js", address),
        *("--quiet", "--output=json", f"--output-path={path}", f"--chrome-flags={flags}"),
        f"--only-categories={','.join(TARGETS)}",
    ]
    chrome = program()
    variables = os.environ | ({"CHROME_PATH": chrome} if chrome else {})
    subprocess.run(words, env=variables, check=True, timeout=300)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _judge(report: Report, tool: str, runs: list[dict[str, Any]]) -> None:
    medians = {name: _median(runs, "categories", name, "score") * 100 for name in TARGETS}
    paint = _median(runs, "audits", "first-contentful-paint", "numericValue") / 1000
    largest = _median(runs, "audits", "largest-contentful-paint", "numericValue") / 1000
    blocked = _median(runs, "audits", "total-blocking-time", "numericValue")
    scores = " | ".join(f"{score:.0f}" for score in medians.values())
    say(f"| {tool} | | {scores} | {paint:.2f} | {largest:.2f} | {blocked:.0f} |")
    for name, score in medians.items():
        findings = "" if score >= TARGETS[name] else f" ({_findings(runs[-1], name)})"
        report.target(f"{tool}: {name} {score:.0f}{findings}", score >= TARGETS[name])


def _median(runs: list[dict[str, Any]], *keys: str) -> float:
    values = []
    for found in runs:
        value: Any = found
        for key in keys:
            value = value[key]
        values.append(float(value))
    return statistics.median(values)


def _findings(found: dict[str, Any], category: str) -> str:
    """Says which audits of a category cost points."""
    counted = [each["id"] for each in found["categories"][category]["auditRefs"] if each["weight"]]
    audits = found["audits"]
    lost = [name for name in counted if (audits[name]["score"] or 0) < 1]
    return ", ".join(f"{name} {audits[name].get('displayValue', '')}".strip() for name in lost)


if __name__ == "__main__":
    sys.exit(main())
