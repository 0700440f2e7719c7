"""Private keys on disk: whole or not there, readable by their owner alone, never written over."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def keep_once(path: Path, content: bytes) -> bool:
    """Write a file that only its owner reads, unless there is one of that name.

    Args:
        path: where to; its folder is there.
        content: all of it.

    Returns:
        False where somebody else came first: what is there stays.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "kunci.pem"
        >>> keep_once(path, b"a"), keep_once(path, b"b"), path.read_bytes()
        (True, False, b'a')
    """
    # Whole under its name or not at all; who comes second must not write over the first.
    temporary = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    finally:
        temporary.unlink()
    return True
