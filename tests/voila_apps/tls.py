"""HTTPS in front of a service, with a certificate authority of its own that a browser may trust."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import ssl
import threading
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives import serialization

from tests.authority import Authority

HOST = "localhost"


def make_certificate(folder: Path) -> tuple[Path, str]:
    """Make an authority and a certificate of it for this machine.

    Returns:
        One file with key and chain, and the digest of the authority's key by which Chromium trusts it.
    """
    authority = Authority.new(folder)
    certificate, key = authority.sign(folder, HOST)
    file = folder / "sertifikat.pem"
    file.write_bytes(b"".join(part.read_bytes() for part in (key, certificate, authority.root)))
    known = authority.key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return file, base64.b64encode(hashlib.sha256(known).digest()).decode()


class Front:
    """Takes HTTPS and hands the bytes on; `bytes_out` counts what visitors were sent, packed as it was.

    Args:
        certificate: key and chain.
        port: of the service, on this machine.
    """

    def __init__(self, certificate: Path, port: int) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._service, self.port, self.bytes_out = port, 0, 0
        self.slow = 0.0
        """Seconds that each answer is held back."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        made = asyncio.start_server(self._take, "127.0.0.1", 0, ssl=self._context)
        self.port = self._loop.run_until_complete(made).sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            inner, outer = await asyncio.open_connection("127.0.0.1", self._service)
        except OSError:
            writer.close()
            return
        await asyncio.gather(self._copy(reader, outer), self._copy(inner, writer, count=True))

    async def _copy(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, count: bool = False
    ) -> None:
        try:
            while data := await source.read(1 << 16):
                if count:
                    await asyncio.sleep(self.slow)
                    self.bytes_out += len(data)
                target.write(data)
                await target.drain()
        except OSError:
            pass
        finally:
            target.close()
