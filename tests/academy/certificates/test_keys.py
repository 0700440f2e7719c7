"""Keys: made once, closed to others, never lost, and read back from the names of others."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from academy.certificates.keys import Key, KeyFileError, add_key, decode, encode, keys, public_key
from deployment.local.layout import Layout

# Of the did:key method's own test vectors.
KNOWN = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
KNOWN_RAW = "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29"


def test_the_first_is_made_and_kept(files: Layout) -> None:
    """Once; readable by the school alone."""
    first = keys(files)[0]
    assert [key.did for key in keys(files)] == [first.did]
    folder = files.certificate_keys
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]


def test_a_new_one_signs_and_old_ones_stay(files: Layout) -> None:
    """The newest comes first."""
    first = keys(files)[0]
    second = add_key(files)
    assert [key.did for key in keys(files)] == [second.did, first.did]
    assert second.short != first.short


def test_names_are_those_of_the_method() -> None:
    """A name of the method's own examples, both ways."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    assert Key(private).did == KNOWN
    assert Key(private).method == f"{KNOWN}#{KNOWN[8:]}"
    assert public_key(KNOWN).public_bytes_raw().hex() == KNOWN_RAW


@pytest.mark.parametrize(
    "name", ["did:key:", "did:web:lapak.id", "did:key:z6Mk0OIl", "", KNOWN[:-1]]
)
def test_other_names_are_refused(name: str) -> None:
    """With an error that says so."""
    with pytest.raises(ValueError, match="not "):
        public_key(name)


@pytest.mark.parametrize("data", [b"", b"\0\0a", b"\xff" * 34, bytes(5)])
def test_base58_goes_both_ways(data: bytes) -> None:
    """Zeros in front stay."""
    assert decode(encode(data)) == data


@pytest.mark.parametrize("text", ["", "bAAAA", "z0", "z" * 300])
def test_what_is_not_base58(text: str) -> None:
    """Is refused, long before it gets expensive."""
    with pytest.raises(ValueError, match="not base58"):
        decode(text)


def test_a_spoilt_file_is_named(files: Layout) -> None:
    """The operator learns which."""
    keys(files)
    (files.certificate_keys / "0002.pem").write_text("rusak")
    with pytest.raises(KeyFileError, match=r"0002\.pem"):
        keys(files)
