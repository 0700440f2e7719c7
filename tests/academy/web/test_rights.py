"""Who may see and do what: another trainee, another cohort's mentor, a stranger, guessed names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from academy.people.models import Person
from academy.web.rights import NotHers, Viewer, groups_for, person_for, role_of, visible

from .conftest import PEOPLE, SERVER, Site

NOBODY = ("hantua", "tosarii")  # names that nobody has
WHO = {
    "tosari": set(),  # trainees have a page of their own, and see nobody on those of staff
    "kerupa": set(),
    "mentora": {"tosari", "lumiga", "mentora"},
    "mentorb": {"kerupa", "mentorb"},
    "kantora": set(PEOPLE),
    "tamutak": set(),  # logged in, in none of our groups
}
PAGES = {  # which pages open for a trainee, a mentor, the office
    "peserta": (403, 200, 200),
    "impor": (403, 200, 200),
    "angkatan": (403, 200, 200),
    "angkatan/4711": (403, 403, 403),
    "nilai": (403, 200, 200),
    "nilai/kelompok/1/excel": (403, 200, 200),
    "nilai/kelompok/2/csv": (403, 403, 200),
    "nilai/kelompok/4711/csv": (403, 403, 403),
    "nilai/angkatan/1/moodle": (403, 403, 200),
    "laporan": (403, 403, 200),
    "laporan/excel": (403, 403, 200),
    "laporan/pdf": (403, 403, 200),
    "impor/kartu": (403, 200, 200),
    "impor/kartu/kartu-mawar": (403, 404, 404),
    "saya": (200, 200, 200),
    "daftar": (200, 200, 200),
    "tidak-ada": (404, 404, 404),
}
MAY_DO = {
    ("mentora", "tosari", "sandi"),
    ("mentora", "lumiga", "sandi"),
    ("mentorb", "kerupa", "sandi"),
    *(
        ("kantora", name, deed)
        for name in PEOPLE
        if name != "kantora"
        for deed in ("sandi", "kelompok")
    ),
}


@pytest.mark.parametrize("viewer", WHO)
@pytest.mark.parametrize("name", [*PEOPLE, *NOBODY])
def test_whose_page_opens(site: Site, viewer: str, name: str) -> None:
    """For everybody else it is as if she did not exist: 403, and nothing of hers in it."""
    page = site.visitor(viewer).get(f"peserta/{name}")
    assert page.status_code == (200 if name in WHO[viewer] else 403)
    if name not in WHO[viewer] and name in PEOPLE:
        assert f"Siti {name.title()}" not in page.text
        assert "+62812" not in page.text


@pytest.mark.parametrize("path", PAGES)
def test_which_pages_open(site: Site, path: str) -> None:
    """By role; who is not logged in goes to the hub, or sees the pages without a login."""
    people = ("tosari", "mentora", "kantora")
    assert tuple(site.visitor(name).get(path).status_code for name in people) == PAGES[path]
    away = site.visitor().get(path, allow_redirects=False)
    if path in ("daftar", "tidak-ada"):
        assert away.status_code == PAGES[path][0]
    else:
        assert away.status_code == 302
        assert away.headers["Location"].startswith("/hub/api/oauth2/authorize?client_id=")
    assert site.visitor("tamutak").get(path).status_code == (
        PAGES[path][0] if path in ("daftar", "tidak-ada") else 403
    )


@pytest.fixture
def as_before(site: Site) -> Iterator[None]:
    """Puts everybody back into her group."""
    with site.store.reading() as session:
        groups = {person.user_name: person.group_id for person in session.query(Person)}
    yield
    with site.store.writing() as session:
        for person in session.query(Person):
            person.group_id = groups[person.user_name]


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("deed", ["sandi", "kelompok"])
@pytest.mark.parametrize("viewer", ["", *WHO])
def test_who_may_do_what_to_whom(site: Site, viewer: str, deed: str) -> None:
    """Each button pressed by each person for each other, with a token of her own that is in order."""
    visitor = site.visitor(viewer)
    done = {
        (viewer, name, deed)
        for name in [*PEOPLE, *NOBODY]
        if visitor.press(f"peserta/{name}/{deed}").status_code == 200
    }
    assert done == {cell for cell in MAY_DO if cell[0] == viewer and cell[2] == deed}


@pytest.mark.parametrize(
    ("viewer", "name"),
    [("tosari", "tosari"), ("tosari", "lumiga"), ("mentora", "kerupa"), ("mentora", "mentora"),
     ("mentora", "bokasi"), ("mentorb", "tosari"), ("kantora", "kantora"), ("tamutak", "tosari")],
)  # fmt: skip
def test_who_may_not_close_an_account(site: Site, viewer: str, name: str) -> None:
    """Nobody her own; no mentor a stranger's."""
    visitor = site.visitor(viewer)
    assert visitor.press(f"peserta/{name}/tutup", yakin="ya").status_code == 403
    assert site.person(name).closed is None


@pytest.mark.parametrize("name", ["tosari", "mentora"])
def test_the_token_of_a_server_opens_nothing(site: Site, name: str) -> None:
    """A notebook may hold its owner's server's token and reach this port: that is not a login."""
    visitor = site.visitor()
    visitor.headers["Authorization"] = f"token {SERVER}{name}"
    assert visitor.get("saya").status_code == 403
    assert visitor.get("peserta/tosari").status_code == 403
    assert visitor.post("peserta/tosari/sandi").status_code == 403
    assert visitor.post("saya/berkas").status_code == 403


def test_the_condition_and_the_groups(site: Site) -> None:
    """The same in the database as on the pages."""
    with site.store.reading() as session:
        for name, role in PEOPLE.items():
            viewer = Viewer(name, role)
            seen = {person.user_name for person in session.query(Person).filter(visible(viewer))}
            assert seen == (WHO.get(name) or {name})
        hers = groups_for(session, Viewer("mentorb", "mentor"))
        assert [group.name for group in hers] == ["Melati"]
        assert groups_for(session, Viewer("tosari", "trainee")) == []
        with pytest.raises(NotHers):
            person_for(session, Viewer("tosari", "trainee"), "lumiga")


def test_the_office_comes_first() -> None:
    """An account that was put into the office's group has nothing of its old role."""
    assert role_of(["pendamping", "kantor"]) == "operator"
