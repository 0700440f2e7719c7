"""The page of a question's figures: for a mentor's group, for the office also of everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markupsafe import escape

from academy.people.models import Group
from academy.progress.store import Progress
from academy.web.progress_items import REMARKS
from academy.web.words import english
from latihan.variants import load_unit

from .conftest import Site
from .progressed import attempt, progress_of

UNIT = "pembukuan_03_hpp"


@pytest.fixture
def progress(site: Site) -> Iterator[Progress]:
    """One try of each of two groups."""
    with progress_of(site) as made:
        with made.writing() as session:
            for name, remark in (("tosari", "a3_pakai_hasil"), ("kerupa", "kosong")):
                answers = {"biaya_bahan": (0.0, 1.0, remark)}
                session.add(attempt(name, UNIT, 0, answers=answers))
        yield made


@pytest.fixture(scope="module")
def mawar(site: Site) -> int:
    """The number of a group."""
    with site.store.reading() as session:
        return session.query(Group).filter_by(name="Mawar").one().id


def test_a_mentor_sees_her_group_only(site: Site, progress: Progress, mawar: int) -> None:
    """With the hint that a mistake led to, in words."""
    text = site.visitor("mentora").get(f"pendampingan/{mawar}/soal/{UNIT}").text
    assert "1 orang" in text
    question = load_unit(UNIT).question("biaya_bahan")
    assert question is not None
    hint = next(mistake.hint for mistake in question.mistakes if mistake.id == "a3_pakai_hasil")
    assert f"1× {escape(hint)}" in text
    assert "tidak diisi" not in text


def test_the_office_sees_everybody(site: Site, progress: Progress) -> None:
    """Both groups together."""
    text = site.visitor("kantora").get(f"pendampingan/semua/soal/{UNIT}").text
    assert "2 orang" in text
    assert "1× tidak diisi" in text


@pytest.mark.parametrize(
    ("viewer", "path", "code"),
    [
        ("mentorb", f"mawar/soal/{UNIT}", 403),
        ("mentora", f"semua/soal/{UNIT}", 403),
        ("tosari", f"mawar/soal/{UNIT}", 403),
        ("tamutak", f"semua/soal/{UNIT}", 403),
        ("mentora", f"4711/soal/{UNIT}", 403),
        ("mentora", "mawar/soal/tidak_ada", 404),
        ("kantora", f"mawar/soal/{UNIT}", 200),
    ],
)
def test_who_may_see_what(
    site: Site, progress: Progress, mawar: int, viewer: str, path: str, code: int
) -> None:
    """Another cohort's mentor, a trainee, a stranger, guessed numbers and names."""
    page = site.visitor(viewer).get("pendampingan/" + path.replace("mawar", str(mawar)))
    assert page.status_code == code


def test_an_exercise_that_nobody_handed_in(site: Site, progress: Progress, mawar: int) -> None:
    """Says so."""
    text = site.visitor("mentora").get(f"pendampingan/{mawar}/soal/pembukuan_02_buku_kas").text
    assert "Belum ada kiriman." in text


def test_remarks_are_translated() -> None:
    """All of them."""
    assert [text for text in REMARKS.values() if text not in english()] == []
