"""What can be seen and done from inside a trainee's box: tried with the real one."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deployment.local import box, folders, limits, plans
from deployment.local.school import School

LOOK = """
import json, os, sys
found = {}
for path in sys.argv[1:]:
    try:
        found[path] = os.listdir(path) if os.path.isdir(path) else open(path).read()
    except OSError as error:
        found[path] = type(error).__name__
print(json.dumps(found))
"""
WRITE = """
import json, sys
done = []
for path in sys.argv[1:]:
    try:
        open(path + "/baru", "w").close()
        done.append(path)
    except OSError:
        pass
print(json.dumps(done))
"""


@pytest.fixture
def user(school: School) -> str:
    """A trainee with all her folders."""
    for name in ("peserta01", "peserta02"):
        folders.prepare_person(school, name)
        (school.home_of(name) / "catatan").write_text(name)
        (school.inbound(name) / "kiriman").write_text(name)
    return "peserta01"


def inside(school: School, user: str, *words: str | Path) -> str:
    """Run a program of the trainee environment in the box; give its output."""
    python = school.trainee_env / "bin" / "python"
    command = [*box.trainee_box(school, user), str(python), *map(str, words)]
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(school.home_of(user)), "LANG": "C.UTF-8"}
    done = subprocess.run(
        command, env=clean, check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def look(school: School, user: str, *paths: Path) -> dict[str, object]:
    """What a program in the box finds at some paths."""
    found: dict[str, object] = json.loads(inside(school, user, "-c", LOOK, *paths))
    return found


def test_nothing_of_the_schools_side_is_there(school: School, user: str) -> None:
    """Hub, logins, gradebook, salt, clone, checks, the hub's environment: not even a name."""
    secret = [
        *(school.hub, school.hub_database, school.accounts, school.course, school.gradebook),
        *(school.salt, school.exchange, school.variants, school.clone / "graders"),
        *(Path(sys.prefix) / "bin", school.passwords, Path("/root"), Path("/etc/shadow")),
    ]
    assert set(look(school, user, *secret).values()) == {"FileNotFoundError"}


def test_other_trainees_are_not_there(school: School, user: str) -> None:
    """Neither their homes nor what they submitted, were given, or were issued."""
    other = [
        *(school.home_of("peserta02"), school.inbound("peserta02")),
        *(school.feedback("peserta02"), school.variant("peserta02")),
    ]
    assert set(look(school, user, *other).values()) == {"FileNotFoundError"}
    assert look(school, user, school.homes) == {str(school.homes): [user]}


def test_her_own_things_are_there(school: School, user: str) -> None:
    """Home, exchange and lessons where the contract says; of the exercises those that are open."""
    (school.outbound / "pembukuan_06_laporan").mkdir()
    plans.show(school, user, {"pembukuan_03_hpp"})
    (school.variant(user) / "pembukuan_03_hpp.json").write_text("{}")
    (school.variant(user) / "pembukuan_03_hpp.json").chmod(0o644)
    course = box.EXCHANGE / "lapak"
    found = look(
        *(school, user, school.home_of(user) / "catatan", course / "inbound"),
        *(course / "outbound", box.INSIDE / "variants", box.INSIDE / "lessons"),
    )
    assert list(found.values()) == [
        *(user, ["kiriman"], ["pembukuan_03_hpp"], ["pembukuan_03_hpp.json"], ["pembukuan"]),
    ]


def test_she_writes_where_she_should_only(school: School, user: str) -> None:
    """Home, inbound and the box's own /tmp; nothing that outlives the box anywhere else."""
    course = box.EXCHANGE / "lapak"
    places = [
        *(school.home_of(user), course / "inbound", Path("/tmp"), course / "outbound"),
        *(course / "feedback", box.INSIDE / "variants", box.INSIDE / "lessons", box.CONFIG),
        *(Path("/etc"), Path("/usr"), school.trainee_env, Path("/")),
    ]
    written = json.loads(inside(school, user, "-c", WRITE, *places))
    assert written == [str(place) for place in places[:3]]
    assert (school.inbound(user) / "baru").exists()
    assert not Path("/tmp/baru").exists()


def test_in_a_plain_users_school_she_has_few_processes(
    school: School, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root's binds her account instead."""
    here = box.trainee_box(school, user)
    assert (limits.few_processes() == here[-3:]) is not school.as_root
    monkeypatch.setattr(School, "as_root", False)
    assert box.trainee_box(school, user)[-3:] == limits.few_processes()


def test_she_is_nobody_special(school: School, user: str, as_root: bool) -> None:
    """Her own account in root's school, no groups, no rights, and none to gain."""
    status = dict(
        line.split(":", 1)
        for line in inside(
            school, user, "-c", "print(open('/proc/self/status').read())"
        ).splitlines()
        if ":" in line
    )
    uid = folders.person_ids(school, user)[0]
    assert status["Uid"].split() == [str(uid)] * 4
    assert uid != 0
    assert status["NoNewPrivs"].strip() == "1"
    for kind in ("CapEff", "CapPrm", "CapInh", "CapAmb", "CapBnd"):
        assert int(status[kind], 16) == 0, kind
    assert as_root == (status["Groups"].split() == [])


def test_no_process_outside_is_seen(school: School, user: str) -> None:
    """The box has its own list of processes: herself and what started her."""
    listed = inside(
        school, user, "-c", "import os; print(*filter(str.isdigit, os.listdir('/proc')))"
    )
    assert len(listed.split()) <= 3
    assert str(os.getpid()) not in listed.split()


def test_no_code_of_the_graders_can_be_imported(school: School, user: str) -> None:
    """The trainee environment has usaha and latihan at most."""
    code = "import importlib.util as u; print([m for m in ('graders', 'academy', 'deployment') if u.find_spec(m)])"
    assert inside(school, user, "-c", code).strip() == "[]"


def test_a_clone_inside_a_shown_folder_is_covered(school: School, user: str) -> None:
    """A clone or state below /usr would come along with it; it is masked."""
    below = School(Path("/usr/share/sekolah"), Path("/usr/share/doc"), school.env_root)
    arguments = box._masks([Path("/usr")], [below.clone, below.home, Path("/work")])
    assert arguments == ["--tmpfs", "/usr/share/doc", "--tmpfs", "/usr/share/sekolah"]
    moved = dataclasses.replace(school, clone=Path("/usr/share/doc"))
    command = box._box(moved, user, [], Path("/"))
    listing = subprocess.run(
        [*command, "/bin/ls", "/usr/share/doc"], capture_output=True, text=True, check=True
    )
    assert listing.stdout == ""
    assert any(Path("/usr/share/doc").iterdir())


def test_killing_the_box_kills_what_it_started(school: School, user: str) -> None:
    """Also what has made a session of its own."""
    code = "import subprocess, time; subprocess.Popen(['setsid', 'sleep', '98765']); print('ada', flush=True); time.sleep(60)"
    python = school.trainee_env / "bin" / "python"
    child = subprocess.Popen(
        [*box.trainee_box(school, user), str(python), "-c", code], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ada\n"
    child.kill()
    child.wait()
    child.stdout.read()  # ends when nobody holds the pipe any more
    child.stdout.close()
    commands = [p.read_bytes() for p in Path("/proc").glob("[0-9]*/cmdline") if p.exists()]
    assert not [c for c in commands if c == b"sleep\x0098765\x00"]


def test_a_python_outside_usr_is_shown(tmp_path: Path) -> None:
    """An environment made with pyenv or conda's Python needs that Python's folder."""
    base, environment = tmp_path / "python-3.12", tmp_path / "env"
    (base / "bin").mkdir(parents=True)
    (base / "bin" / "python3").touch()
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(base / "bin" / "python3")
    (environment / "pyvenv.cfg").write_text(f"home = {base}/bin\n")
    assert box.python_roots(environment) == [base]


def test_what_lies_below_tmp_is_bound_over_the_empty_tmp(school: School) -> None:
    """A clone or a school below /tmp is not covered by the box's own /tmp."""
    folders.prepare_person(school, "peserta01")
    command = box.trainee_box(school, "peserta01")
    empty = command.index("/tmp", command.index("--tmpfs"))
    assert empty < command.index(str(school.trainee_env))
    assert empty < command.index(str(school.home_of("peserta01")))
