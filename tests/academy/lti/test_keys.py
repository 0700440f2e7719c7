"""The school's key: made once, closed, its public half good for what it signs."""

from __future__ import annotations

import json
from pathlib import Path

import jwt
import pytest

from academy.backup.contents import walk
from academy.lti.keys import FILE, key_set, private_key, public_key
from deployment.local.layout import Layout


@pytest.fixture
def files(tmp_path: Path) -> Layout:
    """A school's folders."""
    made = Layout(tmp_path / "sekolah")
    made.hub.mkdir(parents=True)
    return made


def test_it_is_made_once(files: Layout) -> None:
    """Nobody else can read it, nothing is left beside it, and it goes into the backup."""
    assert private_key(files) == private_key(files)
    assert (files.hub / FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in files.hub.iterdir()] == [FILE]
    assert any(str(one.path) == f"hub/{FILE}" for one in walk(files.home))


def test_it_does_not_write_over_another(files: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was slower takes the key of who was faster."""
    first = private_key(files)
    exists = iter([False, True])
    monkeypatch.setattr(Path, "exists", lambda _: next(exists))
    assert private_key(files) == first


def test_the_public_half(files: Layout) -> None:
    """Holds nothing of the private one, and checks what that signs."""
    (key,) = key_set(files)["keys"]
    assert set(key) == {"kty", "n", "e", "kid", "alg", "use"}
    token = jwt.encode({"iss": "lapak"}, private_key(files), "RS256", {"kid": key["kid"]})
    known = jwt.PyJWK.from_json(json.dumps(key))
    assert jwt.decode(token, known, ["RS256"]) == {"iss": "lapak"}
    assert "PRIVATE" not in public_key(files)
