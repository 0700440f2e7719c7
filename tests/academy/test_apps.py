"""The public tools are built from their scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from academy import apps

APPS = Path(__file__).parents[2] / "voila_apps"
TOOLS = sorted(f"{script.stem}.ipynb" for script in APPS.glob("*/*.py")
               if script.stem == script.parent.name)  # fmt: skip


def test_every_tool_is_built_without_outputs(clone: Path, tmp_path: Path) -> None:
    """One valid notebook for each folder, nothing executed, no style and no script of its own."""
    built = apps.build_apps(clone, tmp_path / "deep" / "apps")
    assert [path.name for path in built] == TOOLS
    assert "kalkulator_hpp.ipynb" in TOOLS
    for path in built:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert notebook.metadata.title
        assert notebook.metadata.kernelspec.name == "python3"
        assert all("<script" not in c.source for c in notebook.cells if c.cell_type == "markdown")
        assert all(not cell.get("outputs") for cell in notebook.cells)


def test_building_twice_gives_the_same_bytes(clone: Path, tmp_path: Path) -> None:
    """Nothing random is in a notebook, so that nothing changes without a reason."""
    first = [path.read_bytes() for path in apps.build_apps(clone, tmp_path)]
    assert [path.read_bytes() for path in apps.build_apps(clone, tmp_path)] == first


def test_a_tool_that_is_gone_is_removed(clone: Path, tmp_path: Path) -> None:
    """A notebook without a source is not served on; other files stay."""
    (tmp_path / "dulu.ipynb").write_text("{}", encoding="utf-8")
    (tmp_path / "catatan.txt").write_text("", encoding="utf-8")
    apps.build_apps(clone, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["bahasa", "catatan.txt", *TOOLS]
    )


def test_a_folder_without_its_script_is_named(clone: Path, tmp_path: Path) -> None:
    """A slip in a name stops the build and says which script is missing."""
    shutil.copytree(clone / "voila_apps", tmp_path / "voila_apps")
    (tmp_path / "voila_apps" / "kalkulator_baru").mkdir()
    with pytest.raises(ValueError, match=r"needs a script kalkulator_baru\.py"):
        apps.build_apps(tmp_path, tmp_path / "apps")
