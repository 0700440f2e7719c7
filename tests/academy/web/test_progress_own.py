"""The trainee's page: where she is, what comes next, what was said to her; nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from academy.people.models import Cohort, Due
from academy.progress.store import Progress
from usaha.dates import today

from .conftest import PEOPLE, Site
from .progressed import FIRST, attempt, progress_of, review, visit

SEEN = {  # whose journey opens for whom
    "tosari": {"tosari"},
    "kerupa": {"kerupa"},
    "mentora": {"tosari", "lumiga"},
    "mentorb": {"kerupa"},
    "kantora": {"tosari", "lumiga", "kerupa", "bokasi"},
    "tamutak": set(),
}


@pytest.fixture
def progress(site: Site) -> Iterator[Progress]:
    """An empty database of tries."""
    with progress_of(site) as made:
        yield made


@pytest.mark.parametrize("viewer", SEEN)
def test_whose_journey_opens(site: Site, progress: Progress, viewer: str) -> None:
    """Her own, her groups', everybody's; a guessed name is as closed as somebody else's."""
    names = [*PEOPLE, "hantua", "tosarii"]
    visitor = site.visitor(viewer)
    pages = {name: visitor.get(f"perjalanan/{name}") for name in names}
    assert {name for name, page in pages.items() if page.status_code == 200} == SEEN[viewer]
    closed = [page for name, page in pages.items() if name not in SEEN[viewer]]
    assert {page.status_code for page in closed} == {403}
    assert not any("Siti" in page.text for page in closed)


def test_only_trainees_have_one(site: Site, progress: Progress) -> None:
    """A mentor and the office have none of their own; a stranger is sent to the hub."""
    codes = [site.visitor(name).get("perjalanan").status_code for name in ("mentora", "kantora")]
    assert codes == [403, 403]
    assert site.visitor().get("perjalanan", allow_redirects=False).status_code == 302


def test_in_the_beginning(site: Site, progress: Progress) -> None:
    """Nothing is done, the first test is next, and a button opens it; it is where she arrives."""
    page = site.visitor("tosari").get("")
    assert page.url.endswith("/perjalanan")
    assert "0 dari " in page.text
    assert "Uji Awal Pembukuan" in page.text.split("Berikutnya")[1].split("</div>")[0]
    assert 'href="/hub/user-redirect/lab"' in page.text
    assert "Kata pendamping" not in page.text


def test_an_account_of_the_first_start(site: Site, progress: Progress) -> None:
    """It is in no list of people, and has a journey all the same, without days."""
    site.roles["peserta01"] = "trainee"
    page = site.visitor("peserta01").get("perjalanan")
    assert page.status_code == 200
    assert "Paling lambat" not in page.text


def test_on_the_way(site: Site, progress: Progress) -> None:
    """What is mastered, what was tried, what is closed and why, and what her mentor said."""
    with progress.writing() as session:
        session.add_all(
            [
                attempt("tosari", "pembukuan_00_uji_awal", 30, days=4),
                attempt("tosari", FIRST, 40, days=3),
                attempt("lumiga", FIRST, 97),
                review("tosari", 3.0, "Alasan Anda <jelas>."),
                visit("tosari", told="Catat setiap hari.", note="Suaminya sakit."),
                visit("lumiga", told="Untuk orang lain."),
            ]
        )
    text = site.visitor("tosari").get("perjalanan").text
    assert "1 dari " in text
    assert "Nilai terbaik Anda 40%. Untuk selesai perlu 75%." in text
    assert (
        'href="/hub/user-redirect/lab/tree/pelajaran/pembukuan/01_uang_usaha.ipynb?reset"' in text
    )
    assert "Selesaikan dahulu: Uang Usaha vs Uang Pribadi" in text
    assert "Alasan Anda &lt;jelas&gt;." in text
    assert "Catat setiap hari." in text
    assert "97%" not in text
    assert "Suaminya" not in text
    assert "orang lain" not in text
    english = site.visitor("tosari")
    english.cookies.set("lapak-bahasa", "en", path="/")
    assert "First finish:" in english.get("perjalanan").text


def test_the_day_is_shown_and_late_is_said(site: Site, progress: Progress) -> None:
    """Before it is done the day, afterwards that it was late."""
    with site.store.writing() as session:
        cohort = session.query(Cohort).filter_by(name="2027-1").one()
        due = Due(cohort_id=cohort.id, assignment=FIRST, day=cohort.starts)
        session.add(due)
    visitor = site.visitor("tosari")
    assert "Paling lambat 2 November 2026" in visitor.get("perjalanan").text
    with progress.writing() as session:
        session.add(attempt("tosari", FIRST, 100))
    assert today() > cohort.starts
    assert "Selesai, nilai terbaik 100%, terlambat" in visitor.get("perjalanan").text
    with site.store.writing() as session:
        session.delete(session.get(Due, (cohort.id, FIRST)))


def test_it_is_small(site: Site, progress: Progress) -> None:
    """With its style well below 150 KB, and without a script."""
    visitor = site.visitor("tosari")
    page = visitor.get("perjalanan")
    style = visitor.get("gaya.css")
    assert len(page.content) + len(style.content) < 60_000
    assert "<script" not in page.text
    assert " style=" not in page.text
