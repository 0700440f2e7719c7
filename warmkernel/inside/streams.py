"""Standard output and error of a kernel without sockets, kept apart and sent on as ipykernel does."""

from __future__ import annotations

import fcntl
import io
import os
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable
from typing import cast

Send = Callable[[str, str], None]

FLUSH_SECONDS = 0.2  # as ipykernel's OutStream.flush_interval
FLUSH_SIZE = 1 << 16


class Stream(io.TextIOBase):
    """A text stream that sends what was written: when asked, when it is old, or when it is much.

    Attributes:
        name: `stdout` or `stderr`.
        since: when the oldest of what is not yet sent was written.
        fd: the file descriptor of that name, to which a forked child's own prints go.
    """

    encoding = "UTF-8"
    errors = None

    def __init__(self, name: str, fd: int, send: Send) -> None:
        self.name = name
        self.fd = fd
        self._send = send
        self._lock = threading.RLock()
        self._pieces: list[str] = []
        self._size = 0
        self.since = 0.0
        self._pid = os.getpid()
        self.neighbour: Stream | None = None

    def writable(self) -> bool:
        """It is."""
        return True

    def fileno(self) -> int:
        """Returns the file descriptor for programs that are given this stream."""
        return self.fd

    def write(self, text: str) -> int:
        """Takes text; returns how much."""
        if not isinstance(given := cast("object", text), str):
            raise TypeError(f"write() argument must be str, not {type(given)}")
        if os.getpid() != self._pid:
            os.write(self.fd, text.encode("utf-8", "replace"))
            return len(text)
        with self._lock:
            for stream in sorted(filter(None, (self, self.neighbour)), key=lambda s: s.since):
                stream.flush_old()
            if not self._pieces:
                self.since = time.monotonic()
            self._pieces.append(text)
            self._size += len(text)
            if self._size > FLUSH_SIZE:
                self.flush()
        return len(text)

    def flush_old(self) -> None:
        """Sends what has waited for longer than ipykernel would let it."""
        if self._pieces and time.monotonic() - self.since > FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Sends what was written so far."""
        if os.getpid() != self._pid:
            return
        with self._lock:
            text, self._pieces, self._size = "".join(self._pieces), [], 0
            if text:
                self._send(self.name, text)

    def adopt(self) -> None:
        """Makes this the stream of the process that calls; what is not yet sent is forgotten."""
        self._pid, self._pieces, self._size = os.getpid(), [], 0
        self._lock = threading.RLock()


class Descriptors:
    """File descriptors 1 and 2: what programs and libraries write there reaches the streams as well.

    Args:
        streams: stdout and stderr.
    """

    def __init__(self, streams: tuple[Stream, Stream]) -> None:
        self._by_fd: dict[int, Stream] = {}
        self._busy = threading.Lock()
        for stream in streams:
            reader, writer = os.pipe()
            os.dup2(writer, stream.fd)
            os.close(writer)
            self._by_fd[reader] = stream
        # The thread takes no signals: an interrupt is for the one that runs the cell.
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        threading.Thread(target=self._watch, daemon=True).start()
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    def _watch(self) -> None:
        while True:
            ready, _, _ = select.select(list(self._by_fd), [], [])
            with self._busy:
                for fd in ready:
                    data = os.read(fd, FLUSH_SIZE)
                    self._by_fd[fd].write(data.decode("utf-8", "replace"))

    def drain(self, seconds: float = 0.5) -> None:
        """Waits until what has been written is in the streams, but not for those who never stop."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not any(_waiting(fd) for fd in self._by_fd):
                with self._busy:  # what was read is also written
                    return
            time.sleep(0.0005)


def _waiting(fd: int) -> int:
    answer = fcntl.ioctl(fd, termios.FIONREAD, b"\0\0\0\0")
    return int(struct.unpack("i", answer)[0])
