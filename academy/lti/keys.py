"""The school's key for a campus' platform (RSA): made once, kept for good, its public half for everybody."""

from __future__ import annotations

from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pylti1p3.registration import Registration

from academy.key_files import keep_once
from deployment.local.layout import Layout

FILE: Final = "kunci-lti.pem"
BITS: Final = 2048  # RS256 is what platforms take


def private_key(files: Layout) -> str:
    """Give the private key, PEM; makes it when there is none.

    Returns:
        The key. Its file is readable by its owner alone.
    """
    path = files.hub / FILE
    if not path.exists():
        made = rsa.generate_private_key(65537, BITS).private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        keep_once(path, made)
    return path.read_text(encoding="ascii")


def public_key(files: Layout) -> str:
    """Give the public key, PEM."""
    key = serialization.load_pem_private_key(private_key(files).encode(), None)
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


def key_set(files: Layout) -> dict[str, Any]:
    """Give the key set (JWKS) with which a platform checks what the school signs."""
    return {"keys": [dict(Registration.get_jwk(public_key(files)))]}
