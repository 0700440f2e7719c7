"""The script and the style of the tools' pages are built by the Node that came as a wheel."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from academy.client import build_client
from academy.environment import ensure_proxy
from academy.trouble import Trouble
from voila_apps.template.assets import Assets


@pytest.fixture(scope="module")
def env_root(trainee_env: Path) -> Path:
    """Where the environments are; what npm brings is made there if it is missing."""
    return trainee_env.parent


@pytest.fixture(scope="module")
def apps(clone: Path, env_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tools with the script and the style in it."""
    folder = tmp_path_factory.mktemp("apps")
    build_client(clone, env_root, folder / "statik", lambda _: None)
    return folder


def test_the_script_is_named_after_its_content(apps: Path) -> None:
    """So a phone may keep it for good."""
    script = apps / "statik" / Assets.read(apps).script
    digest = hashlib.sha256(script.read_bytes()).hexdigest()
    assert script.name == f"halaman.{digest[:12]}.js"


def test_it_is_small_and_packed_twice(apps: Path, env_root: Path) -> None:
    """Gzip and brotli hold the same bytes; the page stays far below 20 KB."""
    script = apps / "statik" / Assets.read(apps).script
    packed = script.with_name(f"{script.name}.gz").read_bytes()
    assert gzip.decompress(packed) == script.read_bytes()
    node = ensure_proxy(Path(__file__).resolve().parents[2], env_root, lambda _: None)[0]
    unpack = (
        "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(0)))"
    )
    brotli = script.with_name(f"{script.name}.br").read_bytes()
    done = subprocess.run([node, "-e", unpack], input=brotli, capture_output=True, check=True)
    assert done.stdout == script.read_bytes()
    assert len(brotli) <= len(packed) < 11_500


def test_the_standard_manager_is_one_file_that_few_pages_load(apps: Path) -> None:
    """Named after its content too, and small: with sanitize-html it would be half as large again."""
    full = apps / "statik" / Assets.read(apps).full
    content = full.read_bytes()
    assert full.name == f"penuh.{hashlib.sha256(content).hexdigest()[:12]}.js"
    assert len(full.with_name(f"{full.name}.br").read_bytes()) < 160_000


def test_building_twice_gives_the_same_and_leaves_nothing_old(
    apps: Path, clone: Path, env_root: Path
) -> None:
    """Nothing changes without a reason; an older script is gone."""
    folder = apps / "statik"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "halaman.000000000000.js").write_text("dulu")
    build_client(clone, env_root, folder, lambda _: None)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_mistake_stops_the_build(clone: Path, env_root: Path, tmp_path: Path) -> None:
    """The reason is said."""
    source = tmp_path / "clone"
    for folder in ("voila_apps", "usaha", "deployment/local/templates"):
        shutil.copytree(
            clone / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("package.json", "package-lock.json"):
        (source / name).write_bytes((clone / name).read_bytes())
    main = source / "voila_apps/template/client/main.ts"
    main.write_text("const = 5;")
    with pytest.raises(Trouble, match="Expected identifier"):
        build_client(source, env_root, tmp_path / "out", lambda _: None)


def test_what_cannot_be_translated_stops_the_build(
    clone: Path, env_root: Path, tmp_path: Path
) -> None:
    """File and line are said, and nothing half made is left to be served."""
    source = tmp_path / "clone"
    for folder in ("voila_apps", "usaha"):
        shutil.copytree(
            clone / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("package.json", "package-lock.json"):
        (source / name).write_bytes((clone / name).read_bytes())
    tool = source / "voila_apps/kalkulator_hpp/kalkulator_hpp.py"
    tool.write_text(
        tool.read_text(encoding="utf-8") + "\nwhile True:\n    pass\n", encoding="utf-8"
    )
    with pytest.raises(Trouble, match=r"kalkulator_hpp\.py:\d+: the script has no While"):
        build_client(source, env_root, tmp_path / "out", lambda _: None)
