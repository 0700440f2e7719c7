"""What a box shows of the released exercises, and what a plan says."""

from __future__ import annotations

from pathlib import Path

import pytest

from deployment.local import plans
from deployment.local.layout import Layout

USER = "tosari"


@pytest.fixture
def files(tmp_path: Path) -> Layout:
    """Two released exercises, and a trainee with a room."""
    made = Layout(tmp_path)
    for name in ("hpp", "kas"):
        (made.outbound / name / "data").mkdir(parents=True)
        (made.outbound / name / "03.ipynb").write_text(name)
        (made.outbound / name / "data" / "a.csv").write_text("1")
    (made.plan(USER) / plans.OUTBOUND).mkdir(parents=True)
    return made


def shown(files: Layout) -> list[str]:
    """What her box would list."""
    return sorted(path.name for path in (files.plan(USER) / plans.OUTBOUND).iterdir())


def test_only_what_is_open_is_shown(files: Layout) -> None:
    """And no copy of it: two hundred people would fill a disk."""
    plans.show(files, USER, {"hpp", "not_released"})
    assert shown(files) == ["hpp"]
    mine = files.plan(USER) / plans.OUTBOUND / "hpp" / "data" / "a.csv"
    assert mine.samefile(files.outbound / "hpp" / "data" / "a.csv")
    plans.show(files, USER, {"hpp", "kas"})
    assert shown(files) == ["hpp", "kas"]
    plans.show(files, USER, {"kas"})
    assert shown(files) == ["kas"]


def test_a_new_release_is_shown(files: Layout) -> None:
    """The file under the same name is another one by now."""
    plans.show(files, USER, {"hpp"})
    (files.outbound / "hpp" / "03.ipynb").unlink()
    (files.outbound / "hpp" / "03.ipynb").write_text("neu")
    plans.show(files, USER, {"hpp"})
    assert (files.plan(USER) / plans.OUTBOUND / "hpp" / "03.ipynb").read_text() == "neu"


def test_without_a_room_there_is_nothing_to_show(files: Layout) -> None:
    """Her folders are made when her room first opens; her plan may be there before."""
    plans.show(files, "lumiga", {"hpp"})
    assert not files.plan("lumiga").exists()
    plans.write(files, "lumiga", {"next": "hpp"})
    assert plans.read(files, "lumiga") == {"next": "hpp"}


def test_a_plan_is_written_when_it_is_new(files: Layout) -> None:
    """The same again touches nothing; a broken one reads as none."""
    plans.write(files, USER, {"next": "hpp"})
    path = files.plan(USER) / plans.FILE
    before = path.stat().st_mtime_ns
    plans.write(files, USER, {"next": "hpp"})
    assert path.stat().st_mtime_ns == before
    path.write_text("[1]")
    assert plans.read(files, USER) == {}
    path.write_text("{")
    assert plans.read(files, USER) == {}
