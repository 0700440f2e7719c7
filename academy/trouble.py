"""What goes wrong on an operator's machine, said in one sentence that tells what to do."""

from __future__ import annotations

import re

_WRITE, _MISSING, _FETCH = 73, 69, 75


class Trouble(Exception):
    """Something an operator can put right herself.

    Attributes:
        code: exit code for scripts: 69 something is missing on this machine, 73 the disk cannot be
            written, 75 packages could not be fetched.

    Example:
        >>> print(Trouble("Disk penuh.", "The disk is full."))
        Disk penuh.
        (The disk is full.)
    """

    def __init__(self, indonesian: str, english: str, code: int = _MISSING) -> None:
        super().__init__(f"{indonesian}\n({english})")
        self.code = code


_REASONS = (
    (
        r"no space left|disk quota|os error 28|ENOSPC",
        _WRITE,
        "Disk penuh: kosongkan ruang, lalu ulangi.",
        "The disk is full: free some space and run it again.",
    ),
    (
        r"permission denied|read-only file system|EACCES|EROFS",
        _WRITE,
        "Folder lingkungan tidak dapat ditulis. Pilih folder lain dengan LAPAK_ENV.",
        "The folder of the environments cannot be written; name another with LAPAK_ENV.",
    ),
    (
        r"error sending request|dns error|name resolution|could not resolve|network is unreachable"
        r"|connection (refused|reset|error)|timed out|invalid peer certificate|certificate verify"
        r"|failed to (fetch|download)|no matching distribution"
        r"|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|UNABLE_TO_GET_ISSUER_CERT",
        _FETCH,
        "Paket tidak dapat diunduh. Periksa sambungan internet atau proksi, lalu ulangi.",
        "Packages could not be fetched: check the network or the proxy.",
    ),
    (
        r"\b(gcc|cc|c\+\+)\b.*(not found|no such file|failed)|failed.*build|no.* compiler",
        _MISSING,
        "Satu paket harus dirakit dan perakit (compiler) tidak ada. "
        "Pasang dengan: apt-get install build-essential python3-dev",
        "A package must be compiled and there is no compiler.",
    ),
)


def explain(output: str) -> Trouble:
    """Find the reason in what a package installer printed.

    Args:
        output: everything it wrote before it gave up.

    Returns:
        The trouble, ready to raise; where the reason is not a known one, with the last line.

    Example:
        >>> explain("OSError: [Errno 28] No space left on device").code
        73
    """
    for pattern, code, indonesian, english in _REASONS:
        if re.search(pattern, output, re.IGNORECASE):
            return Trouble(indonesian, english, code)
    last = next((line for line in reversed(output.splitlines()) if line.strip()), "")
    return Trouble(
        f"Lingkungan tidak dapat dibuat. Pesan terakhir: {last.strip()}",
        "The environment could not be made.",
    )
