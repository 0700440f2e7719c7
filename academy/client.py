"""Builds the script and the style of the tools' pages, with the Node that came as a wheel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from academy.environment import ensure_proxy
from academy.steps import Echo, step
from academy.translations import client_words

SOURCE = "voila_apps/template/client/build.mjs"


def build_client(clone: Path, env_root: Path, out: Path, echo: Echo) -> Path:
    """Make `halaman.<hash>.js`, brotli and gzip beside it, and the style sheet.

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
    step("Menyusun halaman alat", [node, clone / SOURCE, modules, out], echo)
    listing = out / "daftar.json"
    built = json.loads(listing.read_text(encoding="utf-8"))
    listing.write_text(json.dumps(built | {"words": client_words(clone)}), encoding="utf-8")
    return out / str(built["script"])
