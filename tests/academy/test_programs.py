"""Programs of the machine: found, added with apt where that is allowed, else asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from academy import programs
from academy.trouble import Trouble

APT = """#!/bin/sh
echo "$*" >>"$APT_CALLS"
case "$*" in *install*) printf '#!/bin/sh\\n' >"$APT_BIN/kotak"; chmod +x "$APT_BIN/kotak" ;; esac
"""
BOX = programs.Program(("kotak", "box"), "paket-kotak")


@pytest.fixture
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the path, apart from the shell's own tools."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "chmod"):
        (folder / tool).symlink_to(f"/bin/{tool}")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("APT_BIN", str(folder))
    monkeypatch.setenv("APT_CALLS", str(tmp_path / "calls"))
    return folder


def _program(folder: Path, name: str, text: str = "#!/bin/sh\n") -> None:
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)


def test_a_program_is_found_by_any_of_its_names(bin_: Path) -> None:
    """Chromium is called differently on Debian and Ubuntu."""
    assert BOX.path() is None
    _program(bin_, "box")
    assert BOX.path() == str(bin_ / "box")


def test_nothing_is_done_when_all_are_there(bin_: Path) -> None:
    """No word, no apt."""
    _program(bin_, "kotak")
    said: list[str] = []
    programs.ensure([BOX], said.append)
    assert said == []


def test_root_gets_what_is_missing(
    bin_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """apt is asked for exactly the missing package, after its lists were brought up to date."""
    monkeypatch.setattr("os.geteuid", lambda: 0)
    _program(bin_, "apt-get", APT)
    said: list[str] = []
    programs.ensure([BOX], said.append)
    update, install = (tmp_path / "calls").read_text().splitlines()
    assert update.startswith("update")
    assert install.startswith("install")
    assert install.endswith(" paket-kotak")
    assert BOX.path()
    assert "Memasang paket-kotak …" in said


def test_sudo_without_a_password_will_do(
    bin_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain user who may use sudo gets the package as well."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    _program(bin_, "apt-get", APT)
    _program(bin_, "true")
    _program(bin_, "sudo", '#!/bin/sh\nshift; exec "$@"\n')
    programs.ensure([BOX], lambda _: None)
    assert BOX.path()


@pytest.mark.parametrize("sudo", [None, "#!/bin/sh\nexit 1\n"])
def test_without_the_right_to_install_it_says_what_to_type(
    bin_: Path, sudo: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No sudo, or one that would ask for a password: one sentence, with the command."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    _program(bin_, "apt-get", APT)
    if sudo:
        _program(bin_, "sudo", sudo)
    with pytest.raises(Trouble, match="sudo apt-get install paket-kotak") as trouble:
        programs.ensure([BOX], lambda _: None)
    assert trouble.value.code == 69
