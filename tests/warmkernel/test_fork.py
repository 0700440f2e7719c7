"""A fork from its owner's side: cells, values, ends."""

from __future__ import annotations

from pathlib import Path

from warmkernel import Fork, Job, Limits, WarmProcess


def test_names_live_from_cell_to_cell(fork: Fork) -> None:
    """It is one kernel."""
    fork.run("x = 41")
    run = fork.run("x + 1")
    assert run.outputs[0]["data"] == {"text/plain": "42"}
    assert (run.status, run.execution_count) == ("ok", 2)


def test_values_come_through_the_reader(fork: Fork) -> None:
    """What is not there is None; so is what the reader cannot read."""
    fork.run("x = {'a': [1, 2.5]}\nclass A: __class__ = property(lambda s: 1 / 0)\ny = A()")
    assert fork.value("x") == {"a": [1, 2.5]}
    assert fork.value("tidak_ada") is None
    assert fork.value("y") == {"type": "A"}


def test_a_reader_of_the_environment(warm: WarmProcess, tmp_path: Path) -> None:
    """Our own units name one."""
    with warm.fork(Job(tmp_path, reader="latihan.answers:to_plain")) as fork:
        fork.run("biaya = 840_000")
        assert fork.value("biaya") == {"kind": "number", "text": "840000"}


def test_what_is_shown_can_be_read_and_not_changed(warm: WarmProcess, tmp_path: Path) -> None:
    """Files and folders, wherever they lie."""
    (tmp_path / "kerja").mkdir()
    (tmp_path / "x.json").write_text("{}")
    (tmp_path / "x.json").chmod(0o600)
    shown = {"/srv/uji/x.json": tmp_path / "x.json", "/data": tmp_path}
    with warm.fork(Job(tmp_path / "kerja", shown=shown, env={"UJI": "ya"})) as fork:
        assert fork.run("open('/srv/uji/x.json').read(), __import__('os').environ['UJI']").outputs[
            0
        ]["data"] == {"text/plain": "('{}', 'ya')"}
        assert fork.run("open('/srv/uji/x.json', 'w')").status == "error"
        assert fork.run("open('/data/baru', 'w')").status == "error"


def test_what_lies_below_tmp_can_be_shown_too(warm: WarmProcess, tmp_path: Path) -> None:
    """An environment or a school may lie there: the fork's own scratch must not cover it."""
    (tmp_path / "kerja").mkdir()
    (tmp_path / "x.txt").write_text("ada")
    shown = {"/tmp/x.txt": tmp_path / "x.txt", "/tmp/lain": tmp_path}
    with warm.fork(Job(tmp_path / "kerja", shown=shown)) as fork:
        assert fork.run("open('/tmp/x.txt').read()").outputs[0]["data"] == {"text/plain": "'ada'"}
        assert fork.run("open('/tmp/milik', 'w').write('x')").status == "ok"
        assert fork.run("open('/tmp/lain/' + 'x.txt', 'w')").status == "error"
    assert (tmp_path / "x.txt").read_text() == "ada"


def test_random_numbers_differ_between_forks(warm: WarmProcess, tmp_path: Path) -> None:
    """They would all be the parent's otherwise."""
    source = "import random, numpy\nx = [random.random(), float(numpy.random.rand())]"
    found = []
    for _ in range(2):
        with warm.fork(Job(tmp_path)) as fork:
            fork.run(source)
            found.append(fork.value("x"))
    assert found[0][0] != found[1][0]
    assert found[0][1] != found[1][1]


def test_forks_know_nothing_of_each_other(warm: WarmProcess, tmp_path: Path) -> None:
    """Neither names, nor files in /tmp, nor processes."""
    with warm.fork(Job(tmp_path)) as one, warm.fork(Job(tmp_path)) as other:
        one.run("x = 1; open('/tmp/satu', 'w').close()")
        assert other.run("x").status == "error"
        assert other.run("open('/tmp/satu')").status == "error"


def test_exit_ends_it_as_it_ends_a_kernel(fork: Fork) -> None:
    """The cell is fine, the next one cannot run."""
    assert fork.run("exit()").status == "ok"
    assert fork.run("1").status == "died"


def test_an_await_can_be_interrupted(warm: WarmProcess, tmp_path: Path) -> None:
    """The kernel goes on."""
    with warm.fork(Job(tmp_path, limits=Limits(cell_seconds=1))) as fork:
        assert fork.run("import asyncio; await asyncio.sleep(60)").status == "timeout"
        assert fork.run("1").status == "ok"
        assert fork.run("await asyncio.sleep(0); 1 / 0").status == "error"


def test_a_closed_fork_says_so(fork: Fork) -> None:
    """Closing twice does nothing."""
    fork.close()
    fork.close()
    run = fork.run("1")
    assert (run.status, run.reason) == ("died", "it was closed")
