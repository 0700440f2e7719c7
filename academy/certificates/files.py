"""Finds the credential in a file: the JSON itself, a certificate's PDF, a badge."""

from __future__ import annotations

import json
import resource
import sys
from io import BytesIO
from typing import Any, Final

from academy.certificates.badge import baked_in

LIMIT: Final = 3_000_000  # bytes of a file
LONGEST: Final = 60_000  # characters of a credential
SECONDS, MEMORY = 20, 1_000_000_000  # of the process that reads a stranger's file


def credential_in(data: bytes) -> Any:
    """Give what stands in the credential of a file.

    Args:
        data: the file's.

    Raises:
        ValueError: there is none, or it is longer than any of ours, or says something twice.

    Example:
        >>> credential_in(b'{"id": "x"}')
        {'id': 'x'}
    """
    text = _in_pdf(data) if data.startswith(b"%PDF") else data.decode("utf-8-sig")
    if text.lstrip().startswith("<"):
        text = baked_in(text)
    if len(text) > LONGEST:
        raise ValueError("longer than a credential")
    return json.loads(text, object_pairs_hook=_once)


def _in_pdf(data: bytes) -> str:
    from pypdf import PdfReader

    for name, files in PdfReader(BytesIO(data)).attachments.items():
        if name.endswith(".json"):
            return files[0].decode()
    raise ValueError("no credential is attached")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: readers would not agree which of the two counts."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def main() -> None:
    """Read a file from the standard input, and write its credential as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(credential_in(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
