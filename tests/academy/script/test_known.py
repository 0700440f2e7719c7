"""Every name of Python's that a tool may use is in the runtime."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from academy.script.known import BUILTINS, KNOWN

ASK = """
const [modules, folder, target, names] = process.argv.slice(1);
require(modules + "/esbuild").buildSync({
  entryPoints: [folder + "/runtime.ts"], bundle: true, format: "cjs", platform: "node", outfile: target,
});
const runtime = require(target);
const found = (name) => name.split(".").reduce((inside, part) => inside?.[part], runtime);
process.stdout.write(JSON.stringify(JSON.parse(names).filter((name) => found(name) === undefined)));
"""


def test_the_runtime_has_them_all(
    clone: Path, trainee_env: Path, node: str, tmp_path: Path
) -> None:
    """A missing one would be found by nobody but a visitor."""
    names = sorted({known.script for known in (*KNOWN.values(), *BUILTINS.values())})
    modules = trainee_env.parent / "proxy/node_modules"
    python = clone / "voila_apps/template/client/python"
    words = [node, "-e", ASK, str(modules), str(python), str(tmp_path / "a.cjs"), json.dumps(names)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
