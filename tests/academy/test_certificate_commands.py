"""`lapak certificate …`, typed by an operator, on the school's machine and on another."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from academy.catalog import load_catalog
from academy.certificate_commands import app
from academy.certificates.keys import keys
from academy.certificates.models import Certificate
from academy.certificates.records import Issuer, give
from academy.certificates.revoking import revoke
from academy.people.models import Person
from academy.people.store import Store, address
from deployment.local.accounts import Accounts
from deployment.local.school import School

NOW = datetime(2027, 4, 3, 3, 0, tzinfo=UTC)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """The school that the commands find."""
    monkeypatch.setenv("LAPAK_HOME", str(tmp_path / "sekolah"))
    made = School.from_environment()
    made.hub.mkdir(parents=True)
    Accounts(made.accounts).add_all([("pendamping", "mentor", "kopi-sawah-lampu-1")])
    return made


@pytest.fixture
def lapak() -> Callable[..., Result]:
    """Types a command."""
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def store(school: School) -> Iterator[Store]:
    """Its people."""
    made = Store(address(school))
    yield made
    made.close()


@pytest.fixture
def certificate(school: School, store: Store, clone: Path) -> Certificate:
    """One that was given."""
    issuer = Issuer(load_catalog(clone), keys(school), "https://lapak.example")
    person = Person(
        user_name="tosari", display_name="Siti Tosari", role="trainee", district="36.02",
        business="", registered=NOW,
    )  # fmt: skip
    with store.writing() as session:
        session.add(person)
        return give(session, issuer, person, issuer.catalog.certification.award("rintisan"), NOW)


def test_checking_where_the_school_is(
    lapak: Callable[..., Result], store: Store, certificate: Certificate, tmp_path: Path
) -> None:
    """Valid, changed, revoked: each with its word and its code."""
    file = tmp_path / "kredensial.json"
    file.write_text(certificate.document, encoding="utf-8")
    done = lapak("verify", file)
    assert (done.exit_code, "Siti Tosari\n" in done.output) == (0, True)
    assert "BERLAKU: ditandatangani sekolah ini." in done.output
    other = tmp_path / "lain.json"
    other.write_text(certificate.document.replace("Siti", "Sita"), encoding="utf-8")
    done = lapak("verify", other)
    assert (done.exit_code, "TIDAK BERLAKU" in done.output) == (1, True)
    assert "Sita" not in done.output
    with store.writing() as session:
        revoke(session, certificate, "keliru", "mentora", NOW.date())
    done = lapak("verify", file)
    assert (done.exit_code, "sudah dicabut." in done.output) == (1, True)


def test_checking_elsewhere(
    lapak: Callable[..., Result],
    school: School,
    certificate: Certificate,
    tmp_path: Path,
) -> None:
    """Without the school the signature is checked all the same; nothing is made on that machine."""
    file = tmp_path / "kredensial.json"
    file.write_text(certificate.document, encoding="utf-8")
    shutil.rmtree(school.home)
    done = lapak("verify", file)
    assert done.exit_code == 0
    assert keys_in(certificate) in done.output
    assert f"https://lapak.example/services/pelatihan/sertifikat/{certificate.id}" in done.output
    assert not school.home.exists()


def keys_in(certificate: Certificate) -> str:
    """The key that a certificate names."""
    return certificate.document.split('"id": "did:key:')[1].split('"')[0]


@pytest.mark.parametrize("data", [b"halo", b"%PDF-1.7", None])
def test_what_is_no_certificate(
    lapak: Callable[..., Result], school: School, tmp_path: Path, data: bytes | None
) -> None:
    """A sentence and a code of its own."""
    file = tmp_path / "berkas"
    if data is not None:
        file.write_bytes(data)
    done = lapak("verify", file)
    assert done.exit_code == 2
    assert done.output.strip()


def test_keys_and_a_new_one(
    lapak: Callable[..., Result], school: School, certificate: Certificate, tmp_path: Path
) -> None:
    """The new one comes first; what the old one signed counts on."""
    (first,) = lapak("keys").output.split()
    assert first.startswith("did:key:z6Mk")
    done = lapak("rotate")
    new = keys(school)[0].did
    assert new in done.output
    assert lapak("keys").output.split() == [new, first]
    file = tmp_path / "kredensial.json"
    file.write_text(certificate.document, encoding="utf-8")
    assert "BERLAKU: ditandatangani sekolah ini." in lapak("verify", file).output


def test_no_school_no_key(
    lapak: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key is not made in a folder that was only mistyped."""
    monkeypatch.setenv("LAPAK_HOME", str(tmp_path / "tidak-ada"))
    for command in ("keys", "rotate"):
        done = lapak(command)
        assert done.exit_code == 1
        assert "Belum ada sekolah" in done.output
    assert not (tmp_path / "tidak-ada").exists()
