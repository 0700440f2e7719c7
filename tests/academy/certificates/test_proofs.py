"""Signing and checking: every part is covered, whatever is changed is found, nothing is fetched."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from academy.certificates.keys import add_key, keys
from academy.certificates.proofs import Document, is_intact, sign
from academy.certificates.records import Issuer
from academy.people.store import Store
from deployment.local.layout import Layout

from .conftest import given


@pytest.fixture
def document(store: Store, issuer: Issuer) -> Document:
    """A signed credential."""
    made: Document = json.loads(given(store, issuer, award="catatan_harian").document)
    return made


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every text and number of a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for name, part in inner:
        if isinstance(part, dict | list):
            yield from leaves(part, (*path, name))
        else:
            yield (*path, name)


def at(document: Document, path: tuple[Any, ...]) -> Any:
    """Give a part of a document."""
    found: Any = document
    for name in path:
        found = found[name]
    return found


def test_what_is_signed_is_intact(document: Document) -> None:
    """Also when written anew, its keys in another order."""
    assert is_intact(document)
    assert is_intact(json.loads(json.dumps(document, sort_keys=True)))


def test_one_changed_letter_anywhere_is_found(document: Document) -> None:
    """In each text of it, the proof's own too."""
    paths = list(leaves(document))
    assert len(paths) > 40
    for path in paths:
        changed = copy.deepcopy(document)
        value = at(changed, path)
        other = (not value) if isinstance(value, bool) else value[:-1] + chr(ord(value[-1]) ^ 1)
        at(changed, path[:-1])[path[-1]] = other
        assert not is_intact(changed), path


@pytest.mark.parametrize("path", [(), ("issuer",), ("credentialSubject",), ("proof",)])
def test_nothing_can_be_added(document: Document, path: tuple[Any, ...]) -> None:
    """Not even what the vocabularies do not know and the signature would pass over."""
    at(document, path)["gelar"] = "Doktor"
    assert not is_intact(document)


def test_nothing_can_be_left_out(document: Document) -> None:
    """A credential without its state, for one."""
    for name in set(document) - {"proof"}:
        less = {key: value for key, value in document.items() if key != name}
        assert not is_intact(less), name


def test_somebody_elses_signature(document: Document, files: Layout) -> None:
    """Another key's under our name is refused; under its own name it is intact, and not ours."""
    other = add_key(files)
    bare = {name: value for name, value in document.items() if name != "proof"}
    forged = sign(bare, other)
    assert not is_intact(forged)
    assert is_intact(sign({**bare, "issuer": {**bare["issuer"], "id": other.did}}, other))


def test_what_would_not_be_signed_is_refused(document: Document, files: Layout) -> None:
    """The author of a credential learns it at once."""
    bare = {name: value for name, value in document.items() if name != "proof"}
    with pytest.raises(ValueError, match="would not be signed"):
        sign({**bare, "nilai": "97"}, keys(files)[0])


@pytest.mark.parametrize(
    "odd",
    [{"id": []}, {"proof": None}, {"proof": {}, "issuer": 3}, {"@context": "https://evil.example"}],
)
def test_odd_documents_are_not_intact(odd: Any, document: Document) -> None:
    """None of them ends in an error, and no vocabulary is fetched."""
    assert not is_intact(odd)
    assert not is_intact({**document, **odd})
