"""One person's page: a new password, closing, moving to another group."""

from __future__ import annotations

import re

import pytest

from academy.people.models import Group
from academy.web.person_page import CLOSED, SURE
from deployment.local.accounts import Accounts, Outcome

from .conftest import Site


def test_a_mentor_gives_a_new_password_that_shows_once(site: Site) -> None:
    """It opens the account once; the page is not stored anywhere."""
    page = site.visitor("mentora").send_form("peserta/tosari", "peserta/tosari/sandi")
    assert "Siti Tosari" in page.text
    password = re.findall(r'class="secret">([^<]+)<', page.text)[1]
    accounts = Accounts(site.school.accounts)
    assert accounts.check("tosari", password, "10.1.0.1").outcome is Outcome.MUST_CHANGE
    assert page.headers["Cache-Control"] == "no-store"
    shown_again = site.visitor("mentora").get("peserta/tosari/sandi")
    assert password not in shown_again.text


def test_closing_needs_a_tick_and_ends_the_login(site: Site) -> None:
    """Afterwards there is nothing to press any more; her data stay."""
    mentor = site.visitor("mentora")
    unsure = mentor.send_form("peserta/lumiga", "peserta/lumiga/tutup")
    assert unsure.status_code == 400
    assert SURE in unsure.text
    page = mentor.send_form("peserta/lumiga", "peserta/lumiga/tutup", yakin="ya")
    assert CLOSED in page.text
    assert "/sandi" not in page.text
    accounts = Accounts(site.school.accounts)
    assert accounts.check("lumiga", "kopi-sawah-lampu-1", "10.1.0.2").outcome is Outcome.WRONG
    again = mentor.press("peserta/lumiga/sandi")
    assert again.status_code == 409
    assert site.person("lumiga").display_name == "Siti Lumiga"


def test_the_office_moves_somebody_into_a_group_of_her_cohort(site: Site) -> None:
    """Her mentor sees her from then on; a group of another cohort is refused."""
    office = site.visitor("kantora")
    with site.store.reading() as session:
        mawar, melati = (
            session.query(Group).filter_by(name=n).one().id for n in ("Mawar", "Melati")
        )
    refused = office.send_form("peserta/bokasi", "peserta/bokasi/kelompok", kelompok=str(melati))
    assert refused.status_code == 400
    assert site.visitor("mentora").get("peserta/bokasi").status_code == 403
    page = office.send_form("peserta/bokasi", "peserta/bokasi/kelompok", kelompok=str(mawar))
    assert f'value="{mawar}" selected' in page.text
    assert site.visitor("mentora").get("peserta/bokasi").status_code == 200


@pytest.mark.parametrize("deed", ["sandi", "tutup", "kelompok"])
def test_a_deed_has_no_page_of_its_own(site: Site, deed: str) -> None:
    """Its address, opened, leads back to the person."""
    assert site.visitor("kantora").get(f"peserta/tosari/{deed}").url.endswith("/peserta/tosari")
