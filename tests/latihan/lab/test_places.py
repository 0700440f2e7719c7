"""Where things are in a trainee's room."""

from pathlib import Path

import pytest

from latihan.lab.places import places, unit_of


def test_the_defaults_are_those_of_the_box(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without settings, lessons and exchange are looked for under /srv/lapak."""
    for name in ("LAPAK_LESSONS", "LAPAK_EXCHANGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTERHUB_USER", "peserta01")
    here = places(tmp_path)
    assert (here.lessons, here.exchange) == (
        Path("/srv/lapak/lessons"),
        Path("/srv/lapak/exchange"),
    )
    assert here.user == "peserta01"
    assert here.exercises == tmp_path / "latihan"


def test_the_environment_moves_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests and other schools keep lessons and exchange elsewhere."""
    monkeypatch.setenv("LAPAK_LESSONS", str(tmp_path / "a"))
    monkeypatch.setenv("LAPAK_EXCHANGE", str(tmp_path / "b"))
    here = places(tmp_path)
    assert (here.lessons, here.exchange) == (tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize(
    ("assignment", "unit"),
    [("pembukuan_03_hpp", "03_hpp"), ("rintisan_11_ide_usaha", "11_ide_usaha")],
)
def test_an_assignment_names_its_notebook(assignment: str, unit: str) -> None:
    """The unit is what follows the track."""
    assert unit_of(assignment) == unit


@pytest.mark.parametrize(
    "name", ["", "..", "pembukuan", "pembukuan_03_hpp/..", "../pembukuan_03_hpp", "a_03_", "A_03_x"]
)
def test_other_names_are_refused(name: str) -> None:
    """Nothing that leads out of the folder passes."""
    with pytest.raises(ValueError, match="assignment id"):
        unit_of(name)
