"""Build the public tools: one self-contained notebook for each folder of `voila_apps`."""

from pathlib import Path

import jupytext

from academy.translations import compile_catalogues, offered


def build_apps(root: Path, out: Path) -> list[Path]:
    """Make `<app>.ipynb` of every `voila_apps/<app>/<app>.py`, without outputs, and what they say in English.

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
    built = [_build(root, folder, out) for folder in sorted(apps.iterdir()) if _is_app(folder)]
    for stale in set(out.glob("*.ipynb")) - set(built):
        stale.unlink()
    compile_catalogues(root, out / "bahasa")
    return built


def _is_app(folder: Path) -> bool:
    return (
        folder.is_dir()
        and not folder.name.startswith((".", "_"))
        and folder.name not in {"bahasa", "parts", "template"}
    )


def _build(root: Path, folder: Path, out: Path) -> Path:
    source = folder / f"{folder.name}.py"
    if not source.is_file():
        raise ValueError(f"{folder} needs a script {source.name}")
    notebook = jupytext.read(source, fmt="py:percent")
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"{folder.name}-{number:02d}"  # the same at every build
    notebook.metadata["languages"] = offered(root, folder.name)
    target = out / f"{folder.name}.ipynb"
    jupytext.write(notebook, target)
    return target
