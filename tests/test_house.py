"""The house's own rules: mirrors, sizes, what is committed, which way imports point, what is documented."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from academy.cli import app

CLONE = Path(__file__).resolve().parents[1]
# Each imports only to its left; `warmkernel` stands for itself and imports none of the others.
PACKAGES = ("warmkernel", "usaha", "latihan", "graders", "deployment", "academy")
MIRRORED = ("usaha", "latihan", "warmkernel", "graders", "academy")
CONTENT = ("curriculum", "assignments", "voila_apps")
NOT_OURS = {
    ".git",
    ".hypothesis",
    "build",
    "hub-data",
    "node_modules",
    "__pycache__",
    ".ipynb_checkpoints",
}
BINARY = {".png", ".jpg", ".woff2", ".ico"}
LOCKS = {"uv.lock", "package-lock.json"}


def _files(folder: Path = CLONE) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.name.endswith("_cache"):
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


FILES = [path.relative_to(CLONE) for path in _files()]
MODULES = [path for path in FILES if path.suffix == ".py"]
TEXTS = [path for path in FILES if path.suffix not in BINARY and path.name not in LOCKS]
DOCS = [path for path in FILES if path.suffix == ".md" and path.parts[0] not in CONTENT]


def _imports(path: Path) -> set[str]:
    """Give the first parts of all absolute imports of a module, wherever they stand."""
    found = set()
    for node in ast.walk(ast.parse((CLONE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    "module",
    [m for m in MODULES if m.parts[0] in MIRRORED and not m.name.startswith("__")],
    ids=str,
)
def test_every_module_has_its_mirror(module: Path) -> None:
    """`graders/x.py` is tested by `tests/graders/test_x.py`."""
    mirror = CLONE / "tests" / module.parent / f"test_{module.name}"
    assert mirror.exists(), f"write {mirror.relative_to(CLONE)}"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_modules_are_short_and_say_what_they_are(module: Path) -> None:
    """Under 400 lines, and the first sentence says what the module is."""
    text = (CLONE / module).read_text(encoding="utf-8")
    assert text.count("\n") < 400
    if module.parts[0] not in CONTENT and text.strip():
        docstring = ast.get_docstring(ast.parse(text))
        assert docstring, "begin with one sentence"
        assert docstring.splitlines()[0].endswith((".", ":", "?")), docstring


def test_only_sources_are_committed() -> None:
    """No notebook with outputs, no database, no archive, no compiled file."""
    generated = {".ipynb", ".db", ".sqlite", ".zip", ".gz", ".whl", ".pyc", ".mo", ".log"}
    assert [path for path in FILES if path.suffix in generated] == []


def test_no_path_of_a_machine() -> None:
    """Nothing names a folder of the person who wrote it."""
    private = re.compile(r"(?<![\w.])/(work|home|Users)/\w|/tmp/\w+/(?=\w)|(?<!\w)[A-Z]:\\\\")
    this = Path(__file__).relative_to(CLONE)
    named = {
        f"{path}: {found.group()}"
        for path in TEXTS
        if path != this and (found := private.search((CLONE / path).read_text(encoding="utf-8")))
    }
    assert named == set()


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0] in PACKAGES], ids=str)
def test_imports_point_one_way(module: Path) -> None:
    """academy → deployment → graders → latihan → usaha, never back."""
    later = set(PACKAGES[PACKAGES.index(module.parts[0]) + 1 :])
    assert _imports(module) & later == set()


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0] in CONTENT], ids=str)
def test_content_imports_the_open_side_only(module: Path) -> None:
    """Assignments, tools and lessons run where only latihan and usaha are."""
    assert _imports(module) & {"graders", "deployment", "academy"} == set()


def test_usaha_knows_nothing_of_jupyter() -> None:
    """The business library is plain Python."""
    jupyter = {"IPython", "ipykernel", "ipywidgets", "nbformat", "nbgrader", "voila", "jupyter"}
    assert {m for m in MODULES if m.parts[0] == "usaha" and _imports(m) & jupyter} == set()


def test_latihan_imports_without_ipython() -> None:
    """The helpers also serve where there is no notebook: in checks, tests and later doors."""
    code = "import sys; sys.modules['IPython'] = None; import latihan"
    subprocess.run([sys.executable, "-c", code], cwd=CLONE, check=True)


def test_both_wheels_have_one_version() -> None:
    """What trainees get is numbered as the whole."""
    files = (CLONE / "pyproject.toml", CLONE / "deployment/trainee/pyproject.toml")
    versions = {tomllib.loads(file.read_text())["project"]["version"] for file in files}
    assert len(versions) == 1


@pytest.mark.parametrize("script", ["lapak", ".ci/run"])
def test_scripts_are_sound(script: str) -> None:
    """Both can be run, and their shell reads them without complaint."""
    path = CLONE / script
    shell = path.read_text().splitlines()[0].removeprefix("#!").split()
    assert os.access(path, os.X_OK)
    subprocess.run([*shell, "-n", path], check=True)


# ---- documentation ---------------------------------------------------------------------------
def _commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def _documented() -> list[tuple[Path, list[str]]]:
    """Give every `./lapak …` line of the shell blocks of all documents."""
    found = []
    for path in DOCS:
        text = (CLONE / path).read_text(encoding="utf-8")
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL):
            lines = [shlex.split(line, comments=True) for line in block.splitlines()]
            found += [(path, words) for words in lines if "./lapak" in words]
    return found


def test_every_command_is_documented() -> None:
    """A command that no document shows does not exist for an operator."""
    shown = {
        words[words.index("./lapak") + 1] for _, words in _documented() if words[-1] != "./lapak"
    }
    assert set(_commands()) - shown == set()


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_command_has_help(name: str) -> None:
    """The command and each of its options say what they do."""
    command = _commands()[name]
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", "") or name == "test", parameter.name


@pytest.mark.parametrize(
    ("path", "words"), _documented(), ids=lambda v: " ".join(v) if isinstance(v, list) else str(v)
)
def test_documented_commands_are_right(path: Path, words: list[str]) -> None:
    """Each documented line is one that the program accepts, with these options and arguments."""
    arguments = words[words.index("./lapak") + 1 :]
    if arguments in ([], ["--help"]):
        return
    command = _commands()[arguments[0]]
    command.make_context(arguments[0], arguments[1:], resilient_parsing="--help" in arguments)


@pytest.mark.parametrize("path", DOCS, ids=str)
def test_links_lead_somewhere(path: Path) -> None:
    """Each link to a file of the clone, pictures too, finds it."""
    text = (CLONE / path).read_text(encoding="utf-8")
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [t for t in targets if t and "://" not in t and not t.startswith("mailto:")]
    assert [t for t in local if not (CLONE / path.parent / t).exists()] == []
