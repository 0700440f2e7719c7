"""The school's signing keys (Ed25519): made when first needed, kept for good, the newest signs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from academy.key_files import keep_once
from deployment.local.layout import Layout

DID: Final = "did:key:"
_ED25519: Final = b"\xed\x01"  # how multicodec marks such a public key
_LENGTH: Final = 32  # bytes of a public key
_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class KeyFileError(RuntimeError):
    """A key cannot be read; the sentence names the file and is for the operator."""


@dataclass(frozen=True)
class Key:
    """One of the school's keys.

    Attributes:
        private: what signs.
    """

    private: Ed25519PrivateKey

    @property
    def did(self) -> str:
        """The name that the key has in a credential; the public key itself, so nobody is asked."""
        return DID + encode(_ED25519 + _raw(self.private.public_key()))

    @property
    def method(self) -> str:
        """The address of the key within its name, as a proof has it."""
        return f"{self.did}#{self.did.removeprefix(DID)}"

    @property
    def short(self) -> str:
        """Twelve signs for an address, from the public key."""
        return hashlib.sha256(_raw(self.private.public_key())).hexdigest()[:12]


def keys(files: Layout) -> list[Key]:
    """Give all keys of a school, the one that signs first; makes it when there is none.

    Raises:
        KeyFileError: a file is no such key.
    """
    folder = files.certificate_keys
    if not folder.is_dir() or not any(folder.glob("*.pem")):
        return [add_key(files)]
    return [_read(path) for path in sorted(folder.glob("*.pem"), reverse=True)]


def add_key(files: Layout) -> Key:
    """Make a new key, which signs from now on; what older ones signed stays good.

    Returns:
        The new key. Its file is readable by its owner alone.
    """
    folder = files.certificate_keys
    folder.mkdir(mode=0o700, exist_ok=True)
    key = Key(Ed25519PrivateKey.generate())
    text = key.private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    number = 1 + max((int(path.stem) for path in folder.glob("*.pem")), default=0)
    return key if keep_once(folder / f"{number:04d}.pem", text) else keys(files)[0]


def public_key(did: str) -> Ed25519PublicKey:
    """Read the public key out of a `did:key`.

    Raises:
        ValueError: it is none of this kind.

    Example:
        >>> public_key("did:web:lapak.example")
        Traceback (most recent call last):
        ValueError: not a did:key of Ed25519
    """
    raw = decode(did.removeprefix(DID)) if did.startswith(f"{DID}z6Mk") else b""
    if not raw.startswith(_ED25519) or len(raw) != len(_ED25519) + _LENGTH:
        raise ValueError("not a did:key of Ed25519")
    return Ed25519PublicKey.from_public_bytes(raw.removeprefix(_ED25519))


def encode(data: bytes) -> str:
    """Write bytes in base58 as multibase has it, with a ``z`` in front.

    Example:
        >>> encode(b"Lapak"), decode("zA9AZYNR")
        ('zA9AZYNR', b'Lapak')
    """
    number, text = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        text = _BASE58[digit] + text
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "z" + "1" * zeros + text


def decode(text: str) -> bytes:
    """Read base58 in multibase.

    Raises:
        ValueError: it is something else.
    """
    digits, number = text[1:], 0
    if not text.startswith("z") or len(text) > 200 or set(digits) - set(_BASE58):
        raise ValueError("not base58 in multibase")
    for letter in digits:
        number = 58 * number + _BASE58.index(letter)
    zeros = len(digits) - len(digits.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes_raw()


def _read(path: Path) -> Key:
    try:
        private = serialization.load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError) as error:
        raise KeyFileError(f"Kunci sertifikat {path} tidak dapat dibaca: {error}") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyFileError(f"Kunci sertifikat {path} bukan kunci Ed25519.")
    return Key(private)
