"""The settings for LTI: all of them or none, Moodle's addresses where no others are said."""

from __future__ import annotations

import pytest

from deployment.local.campus import VARIABLES, Campus, CampusError

SAID = {
    "LAPAK_LTI_ISSUER": "https://kampus.example/",
    "LAPAK_LTI_CLIENT": "lapak",
    "LAPAK_LTI_DEPLOYMENT": "7",
    "LAPAK_LTI_COHORT": "kampus-2027",
    "LAPAK_LTI_DISTRICT": "36.73",
}


@pytest.fixture(autouse=True)
def _said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_without_them_there_is_no_campus() -> None:
    """Nothing is asked for."""
    assert Campus.from_environment() is None


def test_moodle_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other platforms say where their pages are."""
    for name, value in SAID.items():
        monkeypatch.setenv(name, value)
    made = Campus.from_environment()
    assert made
    assert made.login == "https://kampus.example/mod/lti/auth.php"
    assert made.token == "https://kampus.example/mod/lti/token.php"
    monkeypatch.setenv("LAPAK_LTI_KEYS", "https://sso.example/keys")
    made = Campus.from_environment()
    assert made
    assert made.keys == "https://sso.example/keys"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("LAPAK_LTI_CLIENT", "", "kurang: LAPAK_LTI_CLIENT"),
        ("LAPAK_LTI_ISSUER", "kampus.example", "LAPAK_LTI_ISSUER harus"),
        ("LAPAK_LTI_TOKEN", "/mod/lti/token.php", "LAPAK_LTI_TOKEN harus"),
        ("LAPAK_LTI_DISTRICT", "Serang", "36.73 Kota Serang"),
    ],
)
def test_half_of_it_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    """With the setting that is wrong."""
    for each, its in {**SAID, name: value}.items():
        monkeypatch.setenv(each, its)
    with pytest.raises(CampusError, match=said):
        Campus.from_environment()
