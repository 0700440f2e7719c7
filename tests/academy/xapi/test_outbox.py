"""What waits: kept once, in order, for the school alone, and forgotten with the person."""

from __future__ import annotations

from academy.xapi.outbox import FILE, Outbox, forget
from academy.xapi.statements import Writer
from deployment.local.layout import Layout

from .conftest import attempt


def test_it_survives_and_keeps_each_once(outbox: Outbox, writer: Writer) -> None:
    """Opened anew it holds the same; what is put twice waits once."""
    made = list(writer.of_attempt(attempt("tosari", "pembukuan_03_hpp", 12)))
    outbox.put("attempts", 4, made)
    outbox.put("attempts", 4, made)
    again = Outbox(outbox.path)
    assert again.read_to("attempts") == 4
    assert again.read_to("people") == 0
    assert [statement for _, statement in again.first(10)] == made
    assert outbox.path.stat().st_mode & 0o777 == 0o600
    again.done([number for number, _ in again.first(2)])
    assert [statement for _, statement in outbox.first(10)] == made[2:]


def test_erasing_somebody(outbox: Outbox, writer: Writer, files: Layout) -> None:
    """Hers go, also from the file; others' stay; without a file nothing happens."""
    for name in ("tosari", "lumiga"):
        made = writer.of_attempt(attempt(name, "pembukuan_03_hpp", 12))
        outbox.put("attempts", 1, made)
    forget(files, "tosari")
    left = {statement["actor"]["account"]["name"] for _, statement in outbox.first(10)}
    assert left == {"lumiga"}
    assert b"tosari" not in outbox.path.read_bytes()
    forget(Layout(files.home / "lain"), "tosari")
    assert not (files.home / "lain" / "hub" / FILE).exists()
