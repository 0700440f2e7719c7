"""The public tools are built from their scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from academy import apps


def test_every_tool_is_built_without_outputs(clone: Path, tmp_path: Path) -> None:
    """One valid notebook for each folder, nothing executed, style and script inside."""
    built = apps.build_apps(clone, tmp_path / "deep" / "apps")
    assert [path.name for path in built] == ["kalkulator_hpp.ipynb"]
    notebook = nbformat.read(built[0], as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.title == "Kalkulator HPP"
    assert notebook.metadata.kernelspec.name == "python3"
    assert "#lapak-ringkas" in notebook.cells[0].source
    assert notebook.cells[0].source.rstrip().endswith("</script>")
    assert all(not cell.get("outputs") for cell in notebook.cells)


def test_building_twice_gives_the_same_bytes(clone: Path, tmp_path: Path) -> None:
    """Nothing random is in a notebook, so that nothing changes without a reason."""
    (first,) = apps.build_apps(clone, tmp_path)
    content = first.read_bytes()
    (second,) = apps.build_apps(clone, tmp_path)
    assert second.read_bytes() == content


def test_a_tool_that_is_gone_is_removed(clone: Path, tmp_path: Path) -> None:
    """A notebook without a source is not served on; other files stay."""
    (tmp_path / "dulu.ipynb").write_text("{}", encoding="utf-8")
    (tmp_path / "catatan.txt").write_text("", encoding="utf-8")
    apps.build_apps(clone, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "catatan.txt",
        "kalkulator_hpp.ipynb",
    ]


def test_a_folder_without_its_script_is_named(clone: Path, tmp_path: Path) -> None:
    """A slip in a name stops the build and says which script is missing."""
    shutil.copytree(clone / "voila_apps", tmp_path / "voila_apps")
    (tmp_path / "voila_apps" / "kalkulator_baru").mkdir()
    with pytest.raises(ValueError, match=r"needs a script kalkulator_baru\.py"):
        apps.build_apps(tmp_path, tmp_path / "apps")
