"""The gate: a school's name and certificate on the internet, and the configuration of Caddy before it."""

from __future__ import annotations

import json
import os
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography import x509

DOMAIN, CERT, KEY = "LAPAK_DOMAIN", "LAPAK_CERT", "LAPAK_KEY"
HTTPS_PORT, HTTP_PORT = "LAPAK_HTTPS_PORT", "LAPAK_HTTP_PORT"
ACME, ACME_CA = "LAPAK_ACME", "LAPAK_ACME_CA"
# A month: an office that gives HTTPS up again does not lock its phones out for a year.
STRICT = "max-age=2592000"


class GateError(ValueError):
    """HTTPS cannot be given as it was asked for; the message tells the operator what to do."""


@dataclass(frozen=True)
class Gate:
    """How a school is reached over HTTPS.

    Attributes:
        domain: its name.
        https_port: where browsers come.
        http_port: from where they are sent there.
        cert: the operator's own certificate with its chain, PEM; None: got by itself (ACME).
        key: its private key, PEM.
        acme: directory of the certificate authority; "" is Let's Encrypt's.
        acme_ca: PEM file of the root that this directory's own certificate comes from; "" knows it.
    """

    domain: str
    https_port: int = 443
    http_port: int = 80
    cert: Path | None = None
    key: Path | None = None
    acme: str = ""
    acme_ca: str = ""

    @classmethod
    def from_environment(cls) -> Gate | None:
        """Read LAPAK_DOMAIN, _CERT, _KEY, _HTTPS_PORT, _HTTP_PORT, _ACME and _ACME_CA.

        Returns:
            None where neither a name nor a certificate is set.

        Raises:
            GateError: half of it is set, or a certificate names nobody.
        """
        said = {name: os.environ.get(name, "") for name in (DOMAIN, CERT, KEY, ACME, ACME_CA)}
        if bool(said[CERT]) != bool(said[KEY]):
            raise GateError(f"{CERT} dan {KEY} harus disebut berdua.")
        if not (said[DOMAIN] or said[CERT]):
            return None
        as_root = os.geteuid() == 0
        cert = Path(said[CERT]).resolve() if said[CERT] else None
        return cls(
            domain=said[DOMAIN] or _name_in(Path(said[CERT])),
            https_port=_port(HTTPS_PORT, 443 if as_root else 8443),
            http_port=_port(HTTP_PORT, 80 if as_root else 8080),
            cert=cert,
            key=Path(said[KEY]).resolve() if said[KEY] else None,
            acme=said[ACME],
            acme_ca=said[ACME_CA],
        )

    def environment(self) -> dict[str, str]:
        """Give the variables from which `from_environment` makes this gate again."""
        return {
            DOMAIN: self.domain,
            HTTPS_PORT: str(self.https_port),
            HTTP_PORT: str(self.http_port),
            **({CERT: str(self.cert), KEY: str(self.key)} if self.cert else {}),
            **({ACME: self.acme} if self.acme else {}),
            **({ACME_CA: self.acme_ca} if self.acme_ca else {}),
        }

    @property
    def address(self) -> str:
        """Where people open the school."""
        return f"https://{self.domain}{'' if self.https_port == 443 else f':{self.https_port}'}"

    def check(self) -> None:
        """Look whether the operator's own certificate can be used.

        Raises:
            GateError: it cannot be read, its key is another one's, or it is over.
        """
        if self.cert is None or self.key is None:
            return
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.cert, self.key)
        except (OSError, ssl.SSLError) as error:
            raise GateError(
                f"Sertifikat {self.cert} dan kunci {self.key} tidak dapat dipakai bersama: {error}"
            ) from error
        if (end := ends(self.cert)) < datetime.now(UTC):
            raise GateError(f"Sertifikat {self.cert} sudah habis pada {end:%d-%m-%Y}. Perbarui.")


def ends(cert: Path) -> datetime:
    """Give the last moment of a certificate.

    Raises:
        ValueError: the file holds none.
    """
    return x509.load_pem_x509_certificate(cert.read_bytes()).not_valid_after_utc


def caddy(gate: Gate, school: tuple[str, int], folder: Path, host: str = "") -> dict[str, Any]:
    """Give Caddy's configuration.

    Args:
        gate: name, ports, certificate.
        school: address and port of the hub's proxy.
        folder: where Caddy keeps certificates, or finds the operator's as `cert.pem` and `key.pem`.
        host: address to listen on; "" is every one.
    """
    there = f"{gate.address}{{http.request.uri}}"
    redirect = {"handler": "static_response", "status_code": 308, "headers": {"Location": [there]}}
    servers = {
        "school": _server(f"{host}:{gate.https_port}", [_strict(), _onward(school)])
        | {"tls_connection_policies": [{}], "automatic_https": {"disable_redirects": True}},
        "redirect": _server(f"{host}:{gate.http_port}", [redirect])
        | {"automatic_https": {"disable": True}},
    }
    if gate.cert is None:
        servers["school"]["routes"][0]["match"] = [{"host": [gate.domain]}]
    return {
        # Its door for administrators is open to every process of the machine: none is needed.
        "admin": {"disabled": True},
        "storage": {"module": "file_system", "root": str(folder / "caddy")},
        # What it says about single requests names people's addresses.
        "logging": {
            "logs": {"default": {"level": "WARN", "exclude": ["http.log", "http.handlers"]}}
        },
        "apps": {
            "http": {
                "http_port": gate.http_port,
                "https_port": gate.https_port,
                "servers": servers,
            },
            "tls": _certificates(gate, folder),
        },
    }


def _server(listen: str, handlers: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "listen": [listen],
        "protocols": ["h1", "h2"],
        "read_header_timeout": "15s",
        "idle_timeout": "5m",
        "routes": [{"handle": handlers, "terminal": True}],
    }


def _strict() -> dict[str, Any]:
    return {
        "handler": "headers",
        "response": {"set": {"Strict-Transport-Security": [STRICT]}, "deferred": True},
    }


def _onward(school: tuple[str, int]) -> dict[str, Any]:
    # What a client says itself about where it comes from is thrown away by Caddy, but for this one.
    own = {"X-Real-Ip": ["{http.request.remote.host}"]}
    return {
        "handler": "reverse_proxy",
        "upstreams": [{"dial": f"{school[0]}:{school[1]}"}],
        "headers": {"request": {"set": own}},
    }


def _certificates(gate: Gate, folder: Path) -> dict[str, Any]:
    if gate.cert is not None:
        pair = {"certificate": str(folder / "cert.pem"), "key": str(folder / "key.pem")}
        return {"certificates": {"load_files": [pair]}}
    issuer: dict[str, Any] = {"module": "acme"}
    if gate.acme:
        issuer["ca"] = gate.acme
    if gate.acme_ca:
        issuer["trusted_roots_pem_files"] = [str(folder / "acme-ca.pem")]
    ports = {
        "http": {"alternate_port": gate.http_port},
        "tls-alpn": {"alternate_port": gate.https_port},
    }
    issuer["challenges"] = ports
    policy = {"subjects": [gate.domain], "issuers": [issuer]}
    return {"automation": {"policies": [policy]}}


def write(config: dict[str, Any], file: Path) -> None:
    """Write Caddy's configuration."""
    file.write_text(json.dumps(config, indent=1), encoding="utf-8")


def _name_in(cert: Path) -> str:
    try:
        held = x509.load_pem_x509_certificate(cert.read_bytes())
        names = held.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound) as error:
        raise GateError(f"Sertifikat {cert} tidak dapat dibaca: {error}") from error
    plain = [n for n in names.get_values_for_type(x509.DNSName) if not n.startswith("*")]
    if not plain:
        raise GateError(f"Sertifikat {cert} tidak menyebut satu nama pun: sebut {DOMAIN}.")
    return plain[0]


def _port(name: str, usual: int) -> int:
    text = os.environ.get(name) or str(usual)
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise GateError(f"{name}={json.dumps(text)} bukan nomor port.")
    return int(text)
