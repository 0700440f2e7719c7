"""Installers' messages become one sentence that tells the operator what to do."""

from __future__ import annotations

import pytest

from academy.trouble import Trouble, explain


@pytest.mark.parametrize(
    ("output", "code", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device: 'x'", 73, "Disk penuh"),
        ("npm error code ENOSPC", 73, "Disk penuh"),
        ("[Errno 13] Permission denied: '/opt/lapak'", 73, "tidak dapat ditulis"),
        ("Failed to establish a new connection: [Errno 111] Connection refused", 75, "diunduh"),
        ("error sending request for url (…)\n  cause: dns error", 75, "diunduh"),
        ("npm error code EAI_AGAIN", 75, "diunduh"),
        ("SSLError: certificate verify failed: unable to get local issuer", 75, "diunduh"),
        ("error: command 'gcc' failed: No such file or directory", 69, "build-essential"),
        ("Failed building wheel for numpy", 69, "build-essential"),
        ("one\nsomething nobody foresaw\n\n", 69, "something nobody foresaw"),
    ],
)
def test_reason_is_found(output: str, code: int, sentence: str) -> None:
    """Real messages of uv, pip and npm, with the code that scripts read."""
    trouble = explain(output)
    assert trouble.code == code
    assert sentence in str(trouble)


def test_a_failed_build_without_a_registry_is_not_a_missing_compiler() -> None:
    """uv says "Failed to build" too when it cannot fetch the build backend."""
    output = "Failed to build `lapak`\n  cause: dns error: failed to lookup address information"
    assert explain(output).code == 75


def test_sentence_is_indonesian_first() -> None:
    """Operators read Indonesian; English follows in brackets."""
    assert str(Trouble("Disk penuh.", "The disk is full.")) == "Disk penuh.\n(The disk is full.)"
