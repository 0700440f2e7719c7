"""Ways out of a fork, and ways to deceive its owner: none of them leads anywhere."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from warmkernel import Fork
from warmkernel.frames import encode

Text = Callable[[Fork, str], str]


def test_there_is_no_network(run: Callable[..., Fork], text: Text) -> None:
    """No address answers, not even this machine's own, nor an abstract socket of it."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as named:
        port = server.getsockname()[1]
        named.bind(f"\0uji{os.getpid()}")
        named.listen()
        source = f"""
import socket
for family, address in ((2, ('127.0.0.1', {port})), (2, ('1.1.1.1', 80)), (1, '\\0uji{os.getpid()}')):
    with socket.socket(family) as s:
        s.settimeout(1)
        try: s.connect(address); print('tembus', address)
        except OSError as e: print('tertutup')
"""
        with run() as fork:
            assert text(fork, source) == "tertutup\n" * 3


def test_nothing_of_the_machine_shows(
    run: Callable[..., Fork], text: Text, clone: Path, tmp_path: Path
) -> None:
    """Not the clone, not homes, not other processes, not the variables of the one who started it."""
    (tmp_path.parent / "buku-nilai").write_text("rahasia")
    os.environ["LAPAK_UJI_RAHASIA"] = "rahasia"
    source = f"""
import os, glob
for path in ({str(clone / "graders")!r}, {str(tmp_path.parent / "buku-nilai")!r}, '/host', '/.old',
             '/home', '/root', '/var', '/etc/shadow', '/srv', '/sys', '/proc/1/root/host'):
    if os.path.exists(path): print('terlihat', path)
pids = glob.glob('/proc/[0-9]*')
print(len(pids) < 4, 'LAPAK_UJI_RAHASIA' in os.environ)
print(any('rahasia' in open(p + '/environ', errors='replace').read() for p in pids if os.access(p + '/environ', 4)))
print(open('/etc/passwd').read().count('\\n'))
"""
    try:
        with run() as fork:
            assert text(fork, source) == "True False\nFalse\n2\n"
    finally:
        del os.environ["LAPAK_UJI_RAHASIA"]


def test_only_its_folder_can_be_written(
    run: Callable[..., Fork], text: Text, tmp_path: Path
) -> None:
    """Nothing else of the machine; what is in /tmp there is gone with it."""
    source = """
import os, sys
places = ['/', '/usr', '/etc', '/run/warm', '/run/warm/warmkernel', sys.prefix, '/proc/sys/kernel', '/dev']
for place in places:
    try: open(os.path.join(place, 'x'), 'w').close(); print('ditulis', place)
    except OSError: pass
open('hasil.txt', 'w').write('ya'); open('/tmp/sementara-uji', 'w').write('x')
"""
    with run() as fork:
        assert text(fork, source) in ("", "ditulis /dev\n")  # a place in memory, its own
        assert (tmp_path / "hasil.txt").read_text() == "ya"
    assert not Path("/tmp/sementara-uji").exists()


def test_links_lead_nowhere(run: Callable[..., Fork], text: Text, tmp_path: Path) -> None:
    """A link out of the folder finds nothing, and what is below such a link is not touched outside."""
    outside = tmp_path.parent / f"{tmp_path.name}-luar"
    outside.mkdir()
    (outside / "rahasia").write_text("rahasia")
    (tmp_path / "lama").symlink_to(outside)
    source = f"""
import os
os.symlink({str(outside)!r}, 'baru'); os.symlink('/proc/1/root', 'akar')
for path in ('lama/rahasia', 'baru/rahasia', 'akar/host', '../' * 9 + {str(outside)!r}[1:] + '/rahasia'):
    try: print(open(path).read())
    except OSError: print('tidak ada')
"""
    with run() as fork:
        assert text(fork, source) == "tidak ada\n" * 4
    with run() as fork:  # the folder is given to an account again, links and all
        assert fork.run("1").status == "ok"
    assert (outside / "rahasia").stat().st_uid == os.geteuid()


def test_too_many_and_too_large_files_end_the_fork(run: Callable[..., Fork]) -> None:
    """The folder is the machine's disk: it is watched."""
    with run(files=300, cell_seconds=20) as fork:
        many = fork.run(
            "import time\nfor i in range(2000): open(f'f{i}', 'w').close()\ntime.sleep(9)"
        )
        assert (many.status, many.reason) == ("died", "it used too much: number of files")
    with run(disk=8 << 20, cell_seconds=20) as fork:
        large = fork.run(
            "import time\nfor i in range(9): open(f'g{i}', 'wb').write(bytes(4 << 20))\ntime.sleep(9)"
        )
        assert (large.status, large.reason) == ("died", "it used too much: disk")
    with run(file=1 << 20) as fork:
        assert fork.run("open('h', 'wb').write(bytes(2 << 20))").status in ("error", "died")


@pytest.mark.parametrize(
    "frame",
    [
        b"\xff\xff\xff\xff",
        b"\x00\x00\x00\x04{{{{",
        encode("teks"),
        encode([1, 2, 3]),
        encode(["done"]),
        encode(["stream", {"name": "stdout"}]),
        encode(["display_data", {"data": 5, "metadata": []}]),
        encode(["error", {"ename": 1}]),
        encode(["update_display_data", {"transient": {"display_id": {}}}]),
        encode(["done", {"status": {"a": 1}, "count": "x"}]),
        b"\x00\x00\x27\x10" + b"[" * 10_000,
        b"\x00\x0f\x42\x40" + b"[" + b"0," * 499_999 + b"]",
        b"\x00\x00\x00\x0a" + b"[NaN, NaN]",
        b"\x00\x00\x00\x0a" + b"\xff" * 10,
        b"\x00\x00\x13\x88" + b"9" * 5000,
    ],
    ids=lambda frame: repr(frame[:24]),
)
def test_forged_frames_harm_the_forger_only(run: Callable[..., Fork], frame: bytes) -> None:
    """Whatever stands on the socket, the reader goes on."""
    with run() as fork:
        run_ = fork.run(
            f"import os; os.write(3, {frame!r})" if len(frame) < 5000 else _write(frame)
        )
        assert run_.status in ("ok", "error", "died", "flood", "timeout")
        assert all(isinstance(output, dict) for output in run_.outputs)
        fork.run("1")
        fork.value("x")
    with run() as neighbour:
        assert neighbour.run("1").status == "ok"


def _write(frame: bytes) -> str:
    return f"import os, zlib; os.write(3, zlib.decompress({__import__('zlib').compress(frame)!r}))"


@pytest.mark.parametrize(
    "patch",
    [
        "get_ipython().run_cell = None",
        "get_ipython().__class__.run_cell = lambda *a, **k: 1 / 0",
        "import json; json.dumps = json.loads = None",
        "import builtins; builtins.print = builtins.len = builtins.isinstance = None",
        "import sys; sys.stdout = sys.stderr = None",
        "import sys; sys.modules.clear()",
        "import gc\nfor o in gc.get_objects():\n    if type(o).__name__ in ('Sink', 'Cells', 'Kernel'): vars(o).clear()",
        "import threading, time; threading.Thread(target=lambda: [print('x', flush=True) for _ in range(10**9)], daemon=True).start()",
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)",
        "import atexit; atexit.register(lambda: [print('x') for _ in range(10**9)])",
        "import asyncio; asyncio.get_event_loop().close()",
        "import ast\nclass T(ast.NodeTransformer):\n    def visit_Assert(self, n): return None\nget_ipython().ast_transformers.append(T())",
    ],
)
def test_a_patched_interpreter_harms_itself_only(run: Callable[..., Fork], patch: str) -> None:
    """Each cell ends in time, and so does the fork."""
    started = time.monotonic()
    with run(cell_seconds=2) as fork:
        fork.run(patch)
        assert fork.run("print('masih'); 1").status in ("ok", "error", "died", "timeout", "flood")
        fork.value("x")
    assert time.monotonic() - started < 15
    with run() as neighbour:
        assert neighbour.run("print(len([1]))").outputs[0]["text"] == "1\n"


def test_a_way_out_by_more_namespaces_is_shut(run: Callable[..., Fork], text: Text) -> None:
    """No namespaces, mounts, traces or keys: what many ways out of a box begin with."""
    source = """
import ctypes, os, errno, subprocess
libc = ctypes.CDLL(None, use_errno=True)
calls = [('unshare', 0x10000000), ('mount', b'x', b'/kerja', b'tmpfs', 0, None), ('umount2', b'/proc', 2),
         ('ptrace', 16, 1, 0, 0), ('setns', 0, 0), ('chroot', b'.'), ('personality', 0x40000)]
for name, *arguments in calls:
    if getattr(libc, name)(*arguments) >= 0: print('tembus', name)
print(subprocess.run(['unshare', '-U', 'true'], capture_output=True).returncode != 0)
print(open('/proc/self/status').read().split('CapEff:')[1].split()[0], os.getresuid()[0] > 0)
"""
    with run() as fork:
        assert text(fork, source) == "True\n0000000000000000 True\n"
