"""What is open to a trainee and until when: a folder of hers that her box and the hub's pages read.

The pages' service writes it. Opened exercises are links to the released files, so that a box which
shows the folder shows those exercises and no others, also while her server runs.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from deployment.local.layout import Layout

FILE = "rencana.json"
OUTBOUND = "outbound"


def read(files: Layout, user: str) -> dict[str, Any]:
    """Read a trainee's plan; nothing where there is none yet."""
    try:
        plan = json.loads((files.plan(user) / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return plan if isinstance(plan, dict) else {}


def write(files: Layout, user: str, plan: Mapping[str, Any]) -> None:
    """Write a trainee's plan, in one step, if it says anything new.

    Args:
        files: the school's.
        user: whose.
        plan: plain data.
    """
    path = files.plan(user) / FILE
    text = json.dumps(plan, ensure_ascii=False, indent=1)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(mode=0o750, exist_ok=True)
    draft = path.with_suffix(".baru")
    draft.write_text(text, encoding="utf-8")
    draft.chmod(0o644)  # the folder says who may come so far
    draft.replace(path)


def show(files: Layout, user: str, assignments: Collection[str]) -> None:
    """Let a trainee's box see these released exercises, and no others.

    Args:
        files: the school's.
        user: whose.
        assignments: their ids; one that is not released yet is passed over.
    """
    folder = files.plan(user) / OUTBOUND
    if not folder.is_dir():
        return  # she has never had a room
    for old in folder.iterdir():
        if old.name not in assignments:
            shutil.rmtree(old, ignore_errors=True)
    for name in sorted(assignments):
        source, target = files.outbound / name, folder / name
        if source.is_dir() and (not target.is_dir() or _files(source) != _files(target)):
            _link(source, target)


def _files(folder: Path) -> dict[str, int]:
    """Give the files below a folder: name and inode, which a link shares."""
    found = (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)
    return {str(path.relative_to(folder)): path.stat().st_ino for path in found}


def _link(source: Path, target: Path) -> None:
    draft = target.with_name(f".{target.name}.baru")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(source, draft, copy_function=os.link)
    for folder in (draft, *(path for path in draft.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    shutil.rmtree(target, ignore_errors=True)
    draft.rename(target)
