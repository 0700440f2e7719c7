"""Tests of `graders.cluster`: this process, workers on this machine, workers behind TLS; each may die."""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from distributed.batched import BatchedSend

from graders.cluster import Crew, DaskCrew, Here, Recipe, Tls
from graders.task import Task

from .courses import ASSIGNMENT, HALF, RIGHT, exercise, hand_in, make_course
from .databases import contents

LEFT = ("lapak-kerja-", "lapak-dask-", "warm-lib-")
SHARE = {RIGHT: 5.0, HALF: 2.0}


@pytest.fixture(scope="module")
def recipe(trainee_env: Path) -> Recipe:
    """A warm process that has imported nothing much: these tests are not about pandas."""
    return Recipe(str(trainee_env), ("json",))


def task(student: str, source: str = "print(6 * 7)") -> Task:
    """Returns a task without anything to score."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    text = nbformat.writes(notebook)
    return Task(assignment="a", student=student, notebook="n", submitted=text)


def seen(crew: Crew, tasks: list[Task]) -> dict[str, str]:
    """Returns what each notebook shows, by student, or why it failed."""
    found = {}
    for [outcome] in crew.run([one] for one in tasks):
        assert outcome.student not in found, "done twice"
        cells = json.loads(outcome.text)["cells"] if outcome.text else []
        outputs = [o for cell in cells for o in cell["outputs"]]
        found[outcome.student] = outcome.error or "".join(outputs[0]["text"]).strip()
    return found


def test_this_process_needs_no_dask(recipe: Recipe) -> None:
    """A crew of one, in order, without the library being imported."""
    with Here(recipe) as crew:
        assert seen(crew, [task("ani"), task("budi")]) == {"ani": "42", "budi": "42"}
        assert crew.box == "bubblewrap"
    code = "import sys, academy.grading; sys.exit('dask' in sys.modules or 'distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_notebooks_of_a_submission_share_their_files(recipe: Recipe) -> None:
    """By name, as if they ran in one folder; another trainee's never."""
    write = "open('kas.txt', 'a').write('x' + open('modal.txt').read())"
    tasks = [
        task("ani", write).model_copy(update={"notebook": "a", "files": {"modal.txt": b"7"}}),
        task("ani", "print(open('kas.txt').read())").model_copy(update={"notebook": "b"}),
    ]
    with Here(recipe) as crew:
        [mine, other] = crew.run([tasks, [task("budi", "print(open('kas.txt').read())")]])
    assert mine[0].files == {"kas.txt": b"x7"}
    assert "x7" in mine[1].text
    assert "FileNotFoundError" in other[0].text


def test_workers_on_this_machine(recipe: Recipe) -> None:
    """Two processes; each task is done once; one of them is killed and its work is not lost."""
    with DaskCrew(recipe, 2) as crew:
        assert (crew.workers, crew.box) == (2, "bubblewrap")
        assert not answering_strangers(os.getpid())
        names = [f"s{number}" for number in range(12)]
        running = crew.run([task(name, "import time; time.sleep(0.3); print(1)")] for name in names)
        [first] = next(running)
        time.sleep(1)  # it has done more, and takes that with it
        os.kill(a_worker_of(os.getpid()), signal.SIGKILL)
        time.sleep(0.2)  # that is known, and the other worker is still at it
        done = [first, *(outcome for [outcome] in running)]
    assert sorted(outcome.student for outcome in done) == sorted(names)
    assert not [outcome.error for outcome in done if outcome.error]


def test_dask_keeps_nothing_of_what_was_graded(recipe: Recipe) -> None:
    """Its logs of messages hold whole notebooks: memory would grow with each submission."""
    with DaskCrew(recipe, 1) as crew:
        seen(crew, [task(f"s{number}") for number in range(3)])
        logs = [each.recent_message_log for each in gc.get_objects() if type(each) is BatchedSend]
        [kept] = crew.client.run(lambda dask_worker: len(dask_worker.state.stimulus_log)).values()
    assert logs
    assert not [message for log in logs for message in log]
    assert kept == 0


def answering_strangers(pid: int) -> list[str]:
    """Returns addresses below a process at which others can connect, or read anything without TLS."""
    shown = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout
    marks = [f"pid={p}," for p in (pid, *descendants(pid))]
    addresses = [line.split()[3] for line in shown.splitlines() if any(m in line for m in marks)]
    assert addresses
    return [a for a in addresses if not a.startswith("127.0.0.1:") or tells(a)]


def tells(address: str) -> bool:
    """Whether Dask's pages of workers and tasks can be read at an address."""
    try:
        urllib.request.urlopen(f"http://{address}/info/main/workers.html", timeout=10)
    except urllib.error.HTTPError as problem:
        return problem.code != 404
    except OSError:
        return False  # it wants TLS
    return True


# ---- whole batches, through the program that an operator types -------------------------------
@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with its assignment, and a hundred submissions."""
    root = tmp_path_factory.mktemp("many") / "kursus"
    make_course(root, {"satu": exercise()})
    for number in range(100):
        hand_in(root, f"s{number:03d}", {"kuadrat": HALF if number % 4 == 0 else RIGHT})
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """A fresh copy of the course."""
    return Path(shutil.copytree(made, tmp_path / "kursus"))


def grading(root: Path, trainee_env: Path, *words: str) -> subprocess.Popen[str]:
    """Starts `lapak grade` for a course."""
    program = Path(sys.prefix) / "bin" / "lapak"
    return subprocess.Popen(
        [program, "grade", ASSIGNMENT, "--course-dir", root, *words],
        env={**os.environ, "LAPAK_TRAINEE_ENV": str(trainee_env), "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    """Waits for the program's good end and returns what it said."""
    said, _ = process.communicate(timeout=240)
    assert process.returncode == 0, said
    return said


def graded(root: Path) -> int:
    """Returns how many submissions have been put in place."""
    return len(list(root.glob("autograded/*/[!.]*")))


def wait_for(root: Path, count: int, process: subprocess.Popen[str]) -> None:
    """Waits until the program has graded so many."""
    until = time.monotonic() + 300
    while graded(root) < count:
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < until, "nothing happens"
        time.sleep(0.02)


def expect_every_score(root: Path) -> None:
    """Every one of the hundred submissions has its own score, once."""
    held = contents(f"sqlite:///{root / 'gradebook.db'}")
    totals = {key: value for key, value in held.items() if key.count("/") == 1}
    assert len(totals) == 100
    for number in range(100):
        score, points, _ = totals[f"{ASSIGNMENT}/s{number:03d}"]  # type: ignore[misc]
        assert (score, points) == (2.0 if number % 4 == 0 else 5.0, 9.0)


def test_worker_and_coordinator_are_killed(
    root: Path,
    trainee_env: Path,
    tmp_path: Path,
    work: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both with -9 amid a hundred submissions: the second command finishes what the first began."""
    scratch = work / "scratch"  # the names of sockets in it must be short
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    process = grading(root, trainee_env, "--workers", "2")
    wait_for(root, 10, process)
    started = descendants(process.pid)
    os.kill(a_worker_of(process.pid), signal.SIGKILL)
    wait_for(root, 40, process)
    started |= descendants(process.pid)
    process.kill()
    process.communicate(timeout=30)
    assert graded(root) < 100
    wait_until_gone(started)
    assert list(scratch.glob("lapak-*"))  # it had no time to clear away
    report = tmp_path / "report.json"
    finished(grading(root, trainee_env, "--workers", "2", "--report", str(report)))
    told = json.loads(report.read_text())
    assert told["skipped"] >= 40
    assert told["skipped"] + told["graded"] == 100
    expect_every_score(root)
    assert not [path.name for path in scratch.iterdir() if path.name.startswith(LEFT)]


def wait_until_gone(pids: set[int]) -> None:
    """Nothing outlives a killed coordinator: neither workers nor warm processes nor forks."""
    until = time.monotonic() + 60
    while left := [pid for pid in pids if Path(f"/proc/{pid}").exists() and command(pid)]:
        assert time.monotonic() < until, [command(pid) for pid in left]
        time.sleep(0.1)


def test_a_scheduler_elsewhere_over_tls(root: Path, trainee_env: Path, tmp_path: Path) -> None:
    """Two workers in processes of their own; a stranger without a certificate is not let in."""
    for folder in sorted((root / "submitted").iterdir())[12:]:
        shutil.rmtree(folder)
    tls = certificates(tmp_path)
    with dask_cluster(tmp_path, tls, trainee_env) as address:
        words = ["--cluster", address, "--tls-ca-file", tls.ca_file]
        words += ["--tls-cert", tls.cert, "--tls-key", tls.key]
        said = finished(grading(root, trainee_env, *words))
        assert "Pekerja: 2." in said
        assert "12 dinilai" in said
        stranger = certificates(tmp_path / "stranger")
        with pytest.raises(OSError, match=r"Timed out|TLS|certificate|connect"):
            DaskCrew(Recipe("", ()), address=address, tls=stranger, timeout=5).__enter__()


@contextmanager
def dask_cluster(folder: Path, tls: Tls, trainee_env: Path) -> Iterator[str]:
    """Runs a scheduler and two workers as an operator would, each in a process of its own."""
    files = ["--tls-ca-file", tls.ca_file, "--tls-cert", tls.cert, "--tls-key", tls.key]
    told = folder / "scheduler.json"
    scheduler = ["scheduler", "--scheduler-file", told, "--host", "tls://127.0.0.1", "--port", "0"]
    worker = ["worker", "--scheduler-file", told, "--nthreads", "1", "--host", "127.0.0.1"]
    worker += ["--local-directory", folder, "--no-dashboard", "--protocol", "tls"]
    with ExitStack() as stack:
        for words in ([*scheduler, "--no-dashboard", "--protocol", "tls"], worker, worker):
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, *files],
                env={**os.environ, "LAPAK_TRAINEE_ENV": str(trainee_env)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait, 30)
            stack.callback(process.terminate)
        until = time.monotonic() + 60
        while not told.exists():
            assert time.monotonic() < until, "no scheduler"
            time.sleep(0.1)
        yield json.loads(told.read_text())["address"]


def certificates(folder: Path) -> Tls:
    """Writes an authority, and a certificate of its for everybody in the cluster."""
    folder.mkdir(exist_ok=True)
    authority, ca = _certificate("authority", None, None)
    key, cert = _certificate("grader", authority, ca)
    paths = [folder / name for name in ("ca.pem", "cert.pem", "key.pem")]
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    pem = serialization.Encoding.PEM
    for path, text in zip(
        paths, (ca.public_bytes(pem), cert.public_bytes(pem), secret), strict=True
    ):
        path.write_bytes(text)
    return Tls(*(str(path) for path in paths))


def _certificate(
    name: str, signer: ec.EllipticCurvePrivateKey | None, issuer: x509.Certificate | None
) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(
        issuer.subject if issuer else subject,
        subject,
        key.public_key(),
        x509.random_serial_number(),
        now - timedelta(hours=1),
        now + timedelta(days=1),
    ).add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    return key, builder.sign(signer or key, hashes.SHA256())


def a_worker_of(root: int) -> int:
    """Returns one of the Dask workers of a process: they are forks of its fork server."""
    servers = [pid for pid in descendants(root) if b"forkserver" in command(pid)]
    return next(pid for server in servers for pid in descendants(server) if pid in servers)


def descendants(root: int) -> set[int]:
    """Returns the processes below a process."""
    found: set[int] = set()
    for path in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = {int(word) for word in path.read_text().split()}
        except OSError:
            continue
        for child in children:
            found |= {child} | descendants(child)
    return found


def command(pid: int) -> bytes:
    """Returns a process's command line; empty when it is gone or only waits to be buried."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
