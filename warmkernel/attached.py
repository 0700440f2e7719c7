"""A forked ipykernel as the one who started it sees it: enough of `subprocess.Popen` for jupyter_client."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
from contextlib import suppress

from warmkernel.fork import WarmTrouble
from warmkernel.frames import Broken, receive

START_SECONDS = 30
MESSAGE = 1 << 12


class Attached:
    """One kernel with sockets; made by `WarmProcess.attach`.

    Args:
        data: on which the fork says that it listens.
        keeper: the socket to the warm process, which ends the fork and says how it ended.

    Attributes:
        pid: the kernel's process.
        returncode: as subprocess has it; None while the kernel lives.

    Raises:
        WarmTrouble: it could not be started.
    """

    stdin = stdout = stderr = None

    def __init__(self, data: socket.socket, keeper: socket.socket) -> None:
        self._keeper = keeper
        self.returncode: int | None = None
        data.settimeout(START_SECONDS)
        try:
            answer = receive(data, MESSAGE)
        except (OSError, Broken) as problem:
            answer = ["failed", str(problem)]
        finally:
            data.close()
        if not answer or answer[0] != "ready":
            keeper.close()
            raise WarmTrouble(f"no kernel: {answer[1] if answer else 'it ended'}")
        self.pid = int(answer[1])

    def poll(self) -> int | None:
        """Returns how the kernel ended; None while it lives."""
        if self.returncode is None and select.select([self._keeper], [], [], 0)[0]:
            self._take()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Returns how the kernel ended, when it has.

        Raises:
            TimeoutError: it has not, in that many seconds.
        """
        if self.returncode is None:
            if not select.select([self._keeper], [], [], timeout)[0]:
                raise TimeoutError
            self._take()
        assert self.returncode is not None
        return self.returncode

    def _take(self) -> None:
        self.returncode = -signal.SIGKILL  # as good a word as any where the warm process has died
        with suppress(OSError, ValueError, KeyError):
            self.returncode = int(json.loads(self._keeper.recv(MESSAGE))["code"])
        self._keeper.close()

    def send_signal(self, number: int) -> None:
        """Sends a signal to the kernel, if it still lives."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Asks the kernel to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Ends the kernel."""
        self.send_signal(signal.SIGKILL)
