"""Python that is run twice: as it is, and translated in Node."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from academy.environment import ensure_proxy
from academy.script.program import translate

BUNDLE = """
const { createRequire } = require("node:module");
const [modules, folder, source, target] = process.argv.slice(1);
createRequire(modules + "/x")("esbuild").buildSync({
  stdin: { contents: `export { run } from "${source}"; export { news } from "./widgets.ts";`, resolveDir: folder },
  bundle: true, format: "cjs", platform: "node", outfile: target, alias: { runtime: folder + "/runtime.ts" },
});
const { run, news } = require(target);
run();
process.stdout.write(news(true).filter((each) => each.kind === "show").map((each) => each.html).join(""));
"""
HEAD = "import ipywidgets as widgets\n"
FOOT = '\nwidgets.HTML("\\n".join(lines))\n'


@pytest.fixture(scope="session")
def node(clone: Path, trainee_env: Path) -> str:
    """The Node that comes as a wheel, with esbuild beside it."""
    return ensure_proxy(clone, trainee_env.parent, lambda _: None)[0]


@pytest.fixture
def write(clone: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Writes a tool called `uji`, and gives the checkout in which it is."""

    def written(source: str) -> Path:
        for name in ("voila_apps/uji", "usaha"):
            (tmp_path / name).mkdir(parents=True, exist_ok=True)
        shutil.copy(clone / "usaha/rules.csv", tmp_path / "usaha")
        (tmp_path / "voila_apps/uji/uji.py").write_text(source, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def both(
    clone: Path, trainee_env: Path, node: str, write: Callable[[str], Path], tmp_path: Path
) -> Callable[[str], tuple[list[str], list[str]]]:
    """Runs a piece of Python that fills `lines` with texts; gives those of Python and of the script."""

    def run(source: str) -> tuple[list[str], list[str]]:
        names: dict[str, Any] = {}
        exec(compile(source, "uji", "exec"), names)
        script = tmp_path / "uji.js"
        script.write_text(translate(write(HEAD + source + FOOT), "uji"), encoding="utf-8")
        python = clone / "voila_apps/template/client/python"
        modules = trainee_env.parent / "proxy/node_modules"
        words = [
            node,
            "-e",
            BUNDLE,
            str(modules),
            str(python),
            str(script),
            str(tmp_path / "uji.cjs"),
        ]
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        told = done.stdout.partition(">")[2].removesuffix("</div>")
        return names["lines"], told.split("\n")

    return run
