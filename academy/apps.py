"""Build the public tools: one self-contained notebook for each folder of `voila_apps`."""

from pathlib import Path

import jupytext
from nbformat import NotebookNode, from_dict


def build_apps(root: Path, out: Path) -> list[Path]:
    """Make `<app>.ipynb` of every `voila_apps/<app>/<app>.py`, without outputs.

    The style and the script that all tools share are put into the first cell, because Voila serves
    nothing but the notebook.

    Args:
        root: the clone's folder.
        out: folder of the notebooks, made if needed; notebooks of tools that are gone are removed.

    Returns:
        The notebooks, sorted by name.

    Raises:
        ValueError: a folder of `voila_apps` holds no script of its own name.
    """
    out.mkdir(parents=True, exist_ok=True)
    apps = root / "voila_apps"
    page = _page_cell(apps)
    built = [_build(folder, page, out) for folder in sorted(apps.iterdir()) if _is_app(folder)]
    for stale in set(out.glob("*.ipynb")) - set(built):
        stale.unlink()
    return built


def _is_app(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith((".", "_")) and folder.name != "template"


def _build(folder: Path, page: NotebookNode, out: Path) -> Path:
    source = folder / f"{folder.name}.py"
    if not source.is_file():
        raise ValueError(f"{folder} needs a script {source.name}")
    notebook = jupytext.read(source, fmt="py:percent")
    notebook.cells.insert(0, page)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"{folder.name}-{number:02d}"  # the same at every build
    target = out / f"{folder.name}.ipynb"
    jupytext.write(notebook, target)
    return target


def _page_cell(apps: Path) -> NotebookNode:
    style = (apps / "phone.css").read_text(encoding="utf-8")
    script = (apps / "phone.js").read_text(encoding="utf-8")
    source = f"<style>\n{style}</style>\n<script>\n{script}</script>"
    # nbformat has no types for its own node.
    return from_dict({"cell_type": "markdown", "metadata": {}, "source": source})  # type: ignore[no-any-return]
