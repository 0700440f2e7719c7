"""A kernel without sockets answers as one with them."""

from __future__ import annotations

import subprocess
from pathlib import Path

TRY = """
import sys; sys.path.insert(0, sys.argv[1])
import asyncio, json
from warmkernel.inside.kernel import Kernel
kernel, messages = Kernel(), []
kernel.session.sink = lambda m: messages.append(m["header"]["msg_type"])
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
replies = [kernel.execute(code, loop) for code in ("print(1); 2", "1/0", "await asyncio.sleep(0); nama")]
kernel.flush()
print(json.dumps([messages, [(r["status"], r["execution_count"]) for r in replies]]), file=sys.__stdout__)
"""


def test_messages_and_replies(python: Path, clone: Path, tmp_path: Path) -> None:
    """Input, stream, result, then an error shown, then one from an await."""
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "IPYTHONDIR": str(tmp_path)}
    command = [str(python), "-c", TRY, str(clone)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith(
        '[["execute_input", "stream", "execute_result", "execute_input", '
    )
    assert done.stdout.endswith('[["ok", 1], ["error", 2], ["error", 3]]]\n')
