"""What answers while a school runs, and how long its certificate is good."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from academy.doctor.finding import Finding, ok, warn, wrong
from academy.serve import is_running
from deployment.local import gate
from deployment.local.school import School

DOORS = {
    "halaman masuk": "/hub/login",
    "pelajaran": "/services/belajar/",
    "alat": "/services/alat/voila/render/kalkulator_hpp.ipynb",
    "pelatihan": "/services/pelatihan/daftar",
    "penilaian": "/services/lapak/formgrader",
}
SOON = 14  # days


def answers(school: School) -> Iterator[Finding]:
    """Ask every part of a running school for its first page."""
    if not is_running(school):
        yield ok("sekolah tidak sedang berjalan")
        return
    for name, path in DOORS.items():
        said = _answer(school.local_address + path)
        if said == "":
            yield ok(f"{name} menjawab")
        else:
            yield wrong(
                name,
                f"Tidak menjawab ({said}). Lihat {school.log}, lalu nyalakan ulang sekolah.",
                "This part does not answer.",
            )


def certificate(school: School) -> Iterator[Finding]:
    """Look when the certificate ends: the operator's own, or those that came by themselves."""
    if school.gate is None:
        return
    own = [school.gate.cert] if school.gate.cert else []
    for file in own or sorted((school.tls / "caddy").rglob("*.crt")):
        try:
            days = (gate.ends(file) - datetime.now(UTC)).days
        except (OSError, ValueError) as error:
            yield wrong(str(file), f"Sertifikat tidak terbaca: {error}", "It cannot be read.")
            continue
        yield _judged(file, days)


def _judged(file: Path, days: int) -> Finding:
    if days < 0:
        return wrong(str(file), "Sertifikat sudah habis: perbarui berkasnya.", "It is over.")
    if days < SOON:
        return warn(str(file), f"Sertifikat habis dalam {days} hari.", "It is over soon.")
    return ok(f"sertifikat: {days} hari lagi")


def _answer(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 (our own http)
            return "" if answer.status == 200 else str(answer.status)
    except urllib.error.HTTPError as error:
        return "" if error.code in {401, 403} else f"kode {error.code}"
    except (OSError, ssl.SSLError) as error:
        return str(error)
