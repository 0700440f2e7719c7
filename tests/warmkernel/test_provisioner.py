"""Kernels by jupyter_client, forked: as Voila and JupyterLab start, stop, restart and watch them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory

GROUP = "jupyter_client.kernel_provisioners"


@pytest.fixture
def new(
    python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], KernelManager]:
    """Makes managers whose kernelspec names the provisioner."""
    entry = EntryPoint("warm", "warmkernel.provisioner:WarmProvisioner", GROUP)
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setitem(factory.provisioners, "warm", entry)
    spec: dict[str, Any] = {
        "argv": [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "hangat",
        "language": "python",
        "metadata": {
            "kernel_provisioner": {"provisioner_name": "warm", "config": {"imports": ["pandas"]}}
        },
    }
    (tmp_path / "hangat").mkdir()
    (tmp_path / "hangat" / "kernel.json").write_text(json.dumps(spec))
    specs = KernelSpecManager(kernel_dirs=[str(tmp_path)], ensure_native_kernel=False)
    return lambda: KernelManager(kernel_name="hangat", kernel_spec_manager=specs)


@pytest.fixture
def manager(new: Callable[[], KernelManager], tmp_path: Path) -> Iterator[KernelManager]:
    """One of them, with its kernel started."""
    made = new()
    made.start_kernel(cwd=str(tmp_path))
    yield made
    made.shutdown_kernel(now=True)


@pytest.fixture
def client(manager: KernelManager) -> Iterator[BlockingKernelClient]:
    """A client of that kernel."""
    made = manager.blocking_client()
    made.start_channels()
    made.wait_for_ready(timeout=20)
    yield made
    made.stop_channels()


def reply(client: BlockingKernelClient, code: str) -> dict[str, Any]:
    """Run code and give the reply's content."""
    content: dict[str, Any] = client.execute_interactive(code, timeout=20, output_hook=len)[
        "content"
    ]
    return content


def answer(client: BlockingKernelClient, asked: str) -> dict[str, Any]:
    """Wait for the reply to a request and give its content."""
    while (message := client.get_shell_msg(timeout=20))["parent_header"]["msg_id"] != asked:
        pass  # a late answer to another one
    content: dict[str, Any] = message["content"]
    return content


def shown(client: BlockingKernelClient, code: str) -> list[str]:
    """Run code and give the kinds of what it showed."""
    kinds: list[str] = []
    client.execute_interactive(code, timeout=20, output_hook=lambda m: kinds.append(m["msg_type"]))
    return [kind for kind in kinds if kind not in ("status", "execute_input")]


def test_it_works_as_a_kernel(
    manager: KernelManager, client: BlockingKernelClient, tmp_path: Path
) -> None:
    """Streams, results, errors, completion, over sockets that are files."""
    assert manager.transport == "ipc"
    assert shown(client, "print('a'); 1 + 1") == ["stream", "execute_result"]
    assert shown(client, "import os; os.system('echo b')")[-1] == "execute_result"
    assert reply(client, "tidak_ada")["status"] == "error"
    found = reply(client, f"assert os.getcwd() == {str(tmp_path)!r}, os.getcwd()")
    assert found["status"] == "ok"
    assert "import" in answer(client, client.complete("impor", 5))["matches"]


def test_what_was_imported_is_there(client: BlockingKernelClient) -> None:
    """Pandas is not imported a second time."""
    code = "import sys; assert 'pandas' in sys.modules; import pandas; pandas.DataFrame({'a': [1]})"
    assert shown(client, code) == ["execute_result"]


def test_interrupt(manager: KernelManager, client: BlockingKernelClient) -> None:
    """A loop ends, the kernel does not."""
    asked = client.execute("while True: pass")
    time.sleep(0.5)
    manager.interrupt_kernel()
    assert answer(client, asked)["ename"] == "KeyboardInterrupt"
    time.sleep(0.5)  # ipykernel drops what is asked right after an error
    assert reply(client, "1")["status"] == "ok"


def test_restart_forgets(manager: KernelManager, client: BlockingKernelClient) -> None:
    """The same sockets, another fork."""
    reply(client, "x = 1")
    first = manager.provisioner.pid
    manager.restart_kernel(now=False)
    client.wait_for_ready(timeout=20)
    assert reply(client, "x")["status"] == "error"
    assert manager.provisioner.pid != first


def test_a_death_is_noticed(manager: KernelManager, client: BlockingKernelClient) -> None:
    """And a restart brings it back."""
    client.execute("import os; os._exit(3)")
    until = time.monotonic() + 10
    while manager.is_alive():
        assert time.monotonic() < until
        time.sleep(0.05)
    manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=20)
    assert reply(client, "1")["status"] == "ok"


def test_shutdown_leaves_no_process_and_no_folder(manager: KernelManager) -> None:
    """Asked politely, it goes."""
    folder, pid = Path(manager.ip).parent, manager.provisioner.pid
    assert folder.is_dir()
    manager.shutdown_kernel()
    assert not folder.exists()
    assert not Path("/proc", str(pid)).exists()


def test_a_start_is_quick(manager: KernelManager, new: Callable[[], KernelManager]) -> None:
    """A second kernel of the kind does not import again: stock takes some 0.7 s and the imports."""
    times = []
    for other in (new() for _ in range(3)):
        started = time.monotonic()
        other.start_kernel()
        times.append(time.monotonic() - started)
        other.shutdown_kernel(now=True)
    assert min(times) < 0.4
