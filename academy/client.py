"""Builds what the tools' pages load, with the Node that came as a wheel."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from academy.environment import ensure_proxy
from academy.icons import draw_icons
from academy.script.modules import CannotTranslate
from academy.script.program import translate
from academy.steps import Echo, step
from academy.translations import catalogue, client_words, offered
from academy.trouble import Trouble
from usaha.language import SOURCE as SOURCE_LANGUAGE

SOURCE = "voila_apps/template/client/build.mjs"
# The tools that calculate without a line; the others read files or make them, which takes Python.
CALCULATORS = (
    "harga_lokapasar",
    "kalender_pajak",
    "kalkulator_hpp",
    "pemandu_izin",
    "pemeriksa_iklan",
    "simulasi_kur",
    "titik_impas",
)


def build_client(clone: Path, env_root: Path, out: Path, echo: Echo) -> Path:
    """Make `halaman.<hash>.js`, brotli and gzip beside it, a script for each calculator, and the style.

    Args:
        clone: this checkout.
        env_root: folder of the environments; what npm brings for the hub's proxy lies there too.
        out: where to; made anew, so that no older script stays.
        echo: prints one line of progress.

    Returns:
        The script, inside `out`.

    Raises:
        Trouble: it cannot be built here, and why.
    """
    node = ensure_proxy(clone, env_root, echo)[0]
    shutil.rmtree(out, ignore_errors=True)
    modules = env_root / "proxy" / "node_modules"
    with tempfile.TemporaryDirectory() as translated:
        for tool in CALCULATORS:
            _translate(clone, tool, Path(translated))
        step("Menyusun halaman alat", [node, clone / SOURCE, modules, out, translated], echo)
    listed = out / "daftar.json"
    more = {"words": client_words(clone), "icons": draw_icons(out)}
    built = json.loads(listed.read_text(encoding="utf-8")) | more
    listed.write_text(json.dumps(built), encoding="utf-8")
    return out / str(built["script"])


def _translate(clone: Path, tool: str, out: Path) -> None:
    """Write a calculator as a script, once for each language that it has a page in."""
    for language in offered(clone, tool):
        home = language == SOURCE_LANGUAGE
        words = {} if home else catalogue(clone, language)
        try:
            written = translate(clone, tool, language, words)
        except CannotTranslate as problem:
            raise Trouble(f"Alat {tool} belum dapat disusun.", str(problem)) from problem
        name = tool if home else f"{tool}.{language}"
        (out / f"{name}.js").write_text(written, encoding="utf-8")
