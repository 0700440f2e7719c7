"""`lapak people …`, typed by an operator: sentences, codes, and nothing written where only asked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from academy.people_commands import app
from deployment.local import cards
from deployment.local.accounts import Accounts
from deployment.local.school import School

LIST = "Nama,HP,Kota,Kelompok\nSiti Aminah,0812345678,Lebak,Mawar\nBudi,{},Kota Serang,Mawar\n"
Lapak = Callable[..., Result]


@pytest.fixture
def school(
    tmp_path: Path, work: Path, trainee_env: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[School]:
    """The school that the commands find."""
    home = work / tmp_path.name / "sekolah"
    monkeypatch.setenv("LAPAK_HOME", str(home))
    made = School.from_environment()
    made.prepare()
    cards.first_accounts(made)
    (made.outbound / "pembukuan_03_hpp").mkdir()
    yield made
    shutil.rmtree(home.parent)


@pytest.fixture
def lapak(school: School) -> Lapak:
    """Types a command."""
    return lambda *words, **more: CliRunner().invoke(app, [str(word) for word in words], **more)


@pytest.fixture
def cohort(lapak: Lapak) -> str:
    """A cohort that was added."""
    done = lapak("cohort", "add", "2027-1", "--starts", "2027-01-04", "--ends", "2027-04-03")
    assert done.exit_code == 0, done.output
    assert re.search(r"mandiri: [A-Z2-9]{8}\n", done.output)
    return "2027-1"


@pytest.fixture
def names(lapak: Lapak, cohort: str, tmp_path: Path) -> dict[str, str]:
    """User names of two registered people, by their names."""
    (tmp_path / "daftar.csv").write_text(LIST.format("0812345679"))
    done = lapak("import", tmp_path / "daftar.csv", "--cohort", cohort)
    assert done.exit_code == 0, done.output
    lines = [line.split("\t") for line in lapak("list").output.splitlines()]
    return {line[1]: line[0] for line in lines}


def test_every_command_and_option_has_help() -> None:
    """Also those of cohorts."""
    group = typer.main.get_command(app)
    commands = {**group.commands, **group.commands["cohort"].commands}  # type: ignore[attr-defined]
    assert len(commands) == 11
    for command in commands.values():
        assert command.help
        for parameter in command.params:
            assert getattr(parameter, "help", None), (command.name, parameter.name)


def test_a_dry_run_writes_nothing(
    school: School, lapak: Lapak, cohort: str, tmp_path: Path
) -> None:
    """It says what is wrong in which row, and what would be done."""
    (tmp_path / "daftar.csv").write_text(LIST.format(""))
    done = lapak("import", tmp_path / "daftar.csv", "--cohort", cohort, "--dry-run")
    assert done.exit_code == 1
    assert "Baru: 1 orang" in done.output
    assert "Baris 3: Nomor HP dan e-mail kosong." in done.output
    assert lapak("list").output == ""
    assert len(Accounts(school.accounts).names()) == 3
    assert list(school.home.glob("kartu-mawar*")) == []


def test_mend_the_row_and_import_again(
    school: School, lapak: Lapak, cohort: str, tmp_path: Path
) -> None:
    """Only the mended one is added; a third time nothing happens."""
    file = tmp_path / "daftar.csv"
    for phone, code, said, people in (
        ("8,12E+10", 1, "Baru: 1 orang", 1),
        ("0812345679", 0, "Baru: 1 orang. Sudah terdaftar: 1 orang.", 2),
        ("0812345679", 0, "Tidak ada yang perlu dilakukan.", 2),
    ):
        file.write_text(LIST.format(f'"{phone}"'))
        done = lapak("import", file, "--cohort", cohort)
        assert (done.exit_code, said in done.output) == (code, True), done.output
        assert len(lapak("list", "--cohort", cohort).output.splitlines()) == people
    assert sorted(p.name for p in school.home.glob("kartu-m*.html")) == [
        "kartu-masuk.html",
        "kartu-mawar-2.html",
        "kartu-mawar.html",
    ]


def test_list_shows_no_phone_numbers(lapak: Lapak, names: dict[str, str]) -> None:
    """Names, places and state only."""
    shown = lapak("list", "--group", "Mawar").output
    assert f"{names['Budi']}\tBudi\tpeserta\t2027-1\tMawar\taktif" in shown
    assert "812345" not in shown
    assert lapak("list", "--group", "Melati").output == ""


def test_reset_and_close(school: School, lapak: Lapak, names: dict[str, str]) -> None:
    """A new password that works; none for a closed account."""
    name = names["Budi"]
    once = lapak("reset", name).output.rpartition(" ")[2].strip()
    assert Accounts(school.accounts).is_password(name, once)
    assert lapak("close", name).exit_code == 0
    assert not Accounts(school.accounts).is_password(name, once)
    refused = lapak("reset", name)
    assert (refused.exit_code, "sudah ditutup" in refused.output) == (2, True)
    assert "ditutup" in lapak("list").output


def test_export_and_erase(
    school: School, lapak: Lapak, names: dict[str, str], tmp_path: Path
) -> None:
    """The file is written once; erasing asks first, and can be refused."""
    name, target = names["Budi"], tmp_path / "budi.zip"
    assert lapak("export", name, "--to", target).exit_code == 0
    assert target.stat().st_mode & 0o777 == 0o600
    again = lapak("export", name, "--to", target)
    assert (again.exit_code, "sudah ada" in again.output) == (2, True)
    assert lapak("export", name).exit_code == 0
    assert (school.home / f"data-{name}.zip").exists()
    assert lapak("erase", name, input="n\n").exit_code == 1
    assert "Budi" in lapak("list").output
    done = lapak("erase", name, input="y\n")
    assert (done.exit_code, "hanya hitungan: 0 tugas, tanpa nilai" in done.output) == (0, True)
    assert "Budi" not in lapak("list").output
    assert lapak("erase", name, "--yes").exit_code == 2


def test_groups_and_cohorts(lapak: Lapak, names: dict[str, str]) -> None:
    """A mentor is one; what is due is shown."""
    assert lapak("group", "Mawar", "--cohort", "2027-1", "--mentor", "pendamping").exit_code == 0
    refused = lapak("group", "Mawar", "--cohort", "2027-1", "--mentor", names["Budi"])
    assert (refused.exit_code, "pendamping" in refused.output) == (2, True)
    assert lapak("cohort", "due", "2027-1", "pembukuan_03_hpp", "2027-01-20").exit_code == 0
    shown = lapak("cohort", "list").output
    assert "2 orang" in shown
    assert "pembukuan_03_hpp\tpaling lambat 20-01-2027" in shown
    assert lapak("cohort", "due", "2027-1", "tidak_ada", "2027-01-20").exit_code == 2
    twice = lapak("cohort", "add", "2027-1", "--starts", "2027-01-04", "--ends", "2027-04-03")
    assert (twice.exit_code, "sudah ada" in twice.output) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "tidak-ada.xlsx"), "berkas ini tidak ada"),
        (("import", "."), "ini folder"),
        (("reset", "siapa"), "people list"),
        (("list", "--cohort", "1999-1"), "cohort add"),
    ],
)
def test_what_is_not_there_is_a_sentence(lapak: Lapak, words: tuple[str, ...], said: str) -> None:
    """With code 2 and without a traceback."""
    done = lapak(*words)
    assert (done.exit_code, said in done.output) == (2, True), done.output


def test_without_a_school_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to begin."""
    monkeypatch.setenv("LAPAK_HOME", str(tmp_path / "tidak-ada"))
    done = CliRunner().invoke(app, ["list"])
    assert (done.exit_code, "./lapak serve" in done.output) == (1, True)
    assert not (tmp_path / "tidak-ada").exists()
