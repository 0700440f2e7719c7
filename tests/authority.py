"""A certificate authority of a test's own, and what it signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

KEY_FORMAT = (
    serialization.Encoding.PEM,
    serialization.PrivateFormat.PKCS8,
    serialization.NoEncryption(),
)


@dataclass
class Authority:
    """An authority: its certificate as a file, and the means to sign.

    Attributes:
        root: its certificate, PEM.
        key: what it signs with.
        held: its certificate.
    """

    root: Path
    key: ec.EllipticCurvePrivateKey
    held: x509.Certificate

    @classmethod
    def new(cls, folder: Path) -> Authority:
        """Make one; its certificate is `ca.pem`."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Otoritas uji")])
        held = (
            _builder(name, name, key.public_key(), days=30)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(key, hashes.SHA256())
        )
        root = folder / "ca.pem"
        root.write_bytes(held.public_bytes(serialization.Encoding.PEM))
        return cls(root, key, held)

    def sign(self, folder: Path, *names: str, days: int = 20) -> tuple[Path, Path]:
        """Make a certificate for names and its key, as `cert.pem` and `key.pem` in a folder."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        known: list[x509.GeneralName] = [x509.DNSName(name) for name in names]
        known.append(x509.IPAddress(IPv4Address("127.0.0.1")))
        signed = (
            _builder(subject, self.held.subject, key.public_key(), days)
            .add_extension(x509.SubjectAlternativeName(known), critical=False)
            .sign(self.key, hashes.SHA256())
        )
        folder.mkdir(exist_ok=True)
        (folder / "cert.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
        (folder / "key.pem").write_bytes(key.private_bytes(*KEY_FORMAT))
        return folder / "cert.pem", folder / "key.pem"


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=40))
        .not_valid_after(now + timedelta(days=days))
    )
