"""`lapak certificate …`: checking one without the school's pages, and the keys that sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deployment.local.school import School

if TYPE_CHECKING:
    from academy.certificates.proofs import Document

app = typer.Typer(
    help="Check a certificate offline, and look after the keys that sign.", no_args_is_help=True
)

WRONG, NOT_THERE = 1, 2
NO_CERTIFICATE = "Tidak ada sertifikat di dalam berkas ini."
CHANGED = "TIDAK BERLAKU: isinya tidak sama dengan yang ditandatangani."
REVOKED = "TIDAK BERLAKU: sertifikat ini sudah dicabut."


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="Certificate: .json, .pdf or .svg.", metavar="FILE")],
) -> None:
    """Check the signature of a certificate, and on its school's machine whether it was revoked."""
    from academy.certificates.credential import read
    from academy.certificates.proofs import is_intact

    document = _credential(file)
    if not is_intact(document):
        typer.echo(CHANGED)
        raise typer.Exit(WRONG)
    try:
        shown = read(document)
    except (KeyError, IndexError, TypeError, ValueError):
        typer.echo(NO_CERTIFICATE, err=True)
        raise typer.Exit(NOT_THERE) from None
    typer.echo(f"{shown.name}\n{shown.title}, {shown.day:%d-%m-%Y}, {shown.issuer}\n{shown.did}")
    state = _state(document)
    typer.echo(state)
    raise typer.Exit(WRONG if state in (CHANGED, REVOKED) else 0)


@app.command("keys")
def keys_() -> None:
    """List the school's keys; the first signs, the others only stand for what they have signed."""
    from academy.certificates.keys import keys

    for key in keys(_school()):
        typer.echo(key.did)


@app.command()
def rotate() -> None:
    """Make a new key, which signs from now on; certificates of older keys stay good."""
    from academy.certificates.keys import add_key, keys

    school = _school()
    keys(school)
    typer.echo(f"Mulai sekarang sertifikat ditandatangani dengan {add_key(school).did}")
    typer.echo(f"Kunci lama tetap di {school.certificate_keys}; jangan dihapus.")


def _credential(file: Path) -> Document:
    from pypdf.errors import PyPdfError

    from academy.certificates.files import credential_in

    try:
        found: Document = credential_in(file.read_bytes())
    except OSError as error:
        typer.echo(f"{file}: {error.strerror}", err=True)
        raise typer.Exit(NOT_THERE) from None
    except (PyPdfError, RecursionError, ValueError):
        typer.echo(NO_CERTIFICATE, err=True)
        raise typer.Exit(NOT_THERE) from None
    return found


def _state(document: Document) -> str:
    """Say what this machine knows of a certificate whose signature is right."""
    from academy.certificates.keys import keys
    from academy.certificates.records import State, judge_document
    from academy.people.store import Store, address

    school = School.from_environment()
    ours = keys(school) if school.certificate_keys.is_dir() else []
    if document["issuer"]["id"] not in {key.did for key in ours}:
        return (
            "Tanda tangannya benar. Bandingkan kuncinya dengan yang ditunjukkan sekolahnya; apakah "
            f"sudah dicabut, tertulis di {document['id']}"
        )
    store = Store(address(school))
    with store.reading() as session:
        state = judge_document(session, document, ours).state
    store.close()
    said = {State.VALID: "BERLAKU: ditandatangani sekolah ini.", State.REVOKED: REVOKED}
    return said.get(state, CHANGED)


def _school() -> School:
    school = School.from_environment()
    if not school.accounts.exists():
        typer.echo(f"Belum ada sekolah di {school.home}. Nyalakan dahulu: ./lapak serve", err=True)
        raise typer.Exit(WRONG)
    return school
