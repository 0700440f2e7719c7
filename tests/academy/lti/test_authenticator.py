"""Launches at a real hub, from a platform written by others: who gets in, where to, and who does not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from academy.lti.admission import CLOSED, NO_COHORT
from academy.lti.authenticator import Start, refusal
from academy.lti.launch import NO_SUCH_UNIT, NOBODY, NOT_A_LEARNER, NOT_SOUND
from academy.lti.models import LtiSubject
from academy.people import erasure
from academy.people.models import Person
from academy.people.store import find
from deployment.local import hub_pages
from deployment.local.accounts import Accounts
from tests.campus import CLAIM, Platform, new_keys

from .conftest import Hub, Visitor

UNIT = "pembukuan/03_hpp"
ROOM = "/hub/user-redirect/lab/tree/pelajaran/pembukuan/03_hpp.ipynb?reset"


@pytest.fixture
def visitor(hub: Hub, platform: Platform) -> Iterator[Visitor]:
    """Somebody new; whatever the platform says otherwise is forgotten afterwards."""
    signer = platform.registration
    keys = signer.get_platform_private_key(), signer.get_platform_public_key()
    yield hub.visitor()
    platform.lasts, signer.kid = None, None
    signer.set_platform_private_key(str(keys[0])).set_platform_public_key(str(keys[1]))


def name_of(hub: Hub, subject: str) -> str:
    """Find the user name that a subject leads to."""
    with hub.store.reading() as session:
        where = LtiSubject.subject == subject
        return session.scalar(select(LtiSubject.user_name).where(where)) or ""


def test_she_gets_a_drawn_name_and_keeps_it(hub: Hub, visitor: Visitor) -> None:
    """On her first page she is asked to agree; after that the link leads to her room."""
    answer = visitor.send(visitor.click("17", UNIT))
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/services/pelatihan/saya?lanjut=pembukuan_03_hpp"
    name = name_of(hub, "17")
    assert visitor.who() == name
    assert name.isalpha()
    assert len(name) == 6
    with hub.store.writing() as session:
        person = find(session, name)
        assert (person.display_name, person.role, person.district) == (
            "Ratna Dewi",
            "trainee",
            "36.73",
        )
        assert person.cohort
        assert person.cohort.name == "kampus-2027"
        assert person.group
        assert person.group.name == "KWU-1"
        assert (person.email, person.phone, person.consent_day) == (None, None, None)
        person.consent_day = person.registered.date()
    again = hub.visitor()
    assert again.send(again.click("17", UNIT)).headers["Location"] == ROOM
    assert again.who() == name
    assert again.send(again.click("17")).headers["Location"] == "/hub/"
    log = hub.school.log.read_text(errors="replace")
    assert "Ratna" not in log
    assert "kampus.example" not in log
    assert "login_hint=[secret]" in log
    assert "login_hint=17" not in log


def test_her_session_stays(hub: Hub, visitor: Visitor) -> None:
    """Nobody waits for a first password of hers; a new one from her mentor does not lock her out."""
    visitor.send(visitor.click("18"))
    name = name_of(hub, "18")
    accounts = Accounts(hub.school.accounts)
    assert not accounts.waiting_for_change(name)
    accounts.reset(name)
    visitor.send(visitor.click("18"))
    assert not accounts.waiting_for_change(name)
    time.sleep(0.1)
    assert visitor.who() == name


def test_the_login_page_is_ours(hub: Hub, visitor: Visitor) -> None:
    """The school's own people type their names and passwords as ever."""
    page = visitor.session.get(f"{hub.school.address}/hub/")
    assert page.url.partition("?")[0] == f"{hub.school.address}/hub/login"
    assert 'name="password"' in page.text
    Accounts(hub.school.accounts).add("peserta01", "trainee")
    Accounts(hub.school.accounts).change("peserta01", "emping menes 77")
    token = page.text.partition('name="_xsrf" value="')[2].partition('"')[0]
    typed = {"username": "peserta01", "password": "emping menes 77", "_xsrf": token}
    visitor.session.post(page.url, data=typed, allow_redirects=False)
    assert visitor.who() == "peserta01"


def refused(visitor: Visitor, form: dict[str, str], sentence: str = NOT_SOUND) -> None:
    """See that a form lets nobody in, and that the page says what to do."""
    answer = visitor.send(form)
    assert answer.status_code == 403, answer.headers
    assert sentence in answer.text
    assert visitor.who() == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "lain", "azp": "lain"},
        {"iss": "https://lain.example"},
        {f"{CLAIM}deployment_id": "8"},
        {"nonce": "kemarin"},
        {f"{CLAIM}version": "1.1"},
        {f"{CLAIM}message_type": "LtiDeepLinkingRequest"},
    ],
    ids=lambda wrong: next(iter(wrong)).rpartition("/")[2],
)
def test_what_is_not_for_us_is_refused(
    visitor: Visitor, platform: Platform, wrong: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another audience, issuer, deployment, kind; a nonce of another launch."""
    sign = platform.registration.platform_encode_and_sign

    def signed(payload: dict[str, object], expiration: int | None = None) -> str:
        return sign({**payload, **wrong}, expiration)

    monkeypatch.setattr(platform.registration, "platform_encode_and_sign", signed)
    refused(visitor, visitor.click("17"))


def test_another_key_is_refused(visitor: Visitor, platform: Platform) -> None:
    """Also where it claims the name of the right one."""
    signer = platform.registration
    kid, (forged, _) = signer.get_kid(), new_keys()
    signer.set_platform_private_key(forged)
    refused(visitor, visitor.click("17"))
    signer.kid = kid
    refused(visitor, visitor.click("17"))


def test_an_old_token_is_refused(visitor: Visitor, platform: Platform) -> None:
    """It ended a second ago."""
    platform.lasts = -1
    refused(visitor, visitor.click("17"))


def test_a_launch_is_good_once(hub: Hub, visitor: Visitor) -> None:
    """Not again in the same browser, and not with its cookies put back."""
    form = visitor.click("17")
    cookies = visitor.session.cookies.copy()
    assert visitor.send(form).status_code == 302
    assert visitor.who()
    other = hub.visitor()
    other.session.cookies = cookies
    refused(other, form)
    assert NOT_SOUND in visitor.send(form).text


def test_a_launch_belongs_to_its_browser(hub: Hub, visitor: Visitor) -> None:
    """Whoever is sent another's form is not let in as her."""
    form = visitor.click("17")
    other = hub.visitor()
    refused(other, form)
    other.click("18")
    refused(other, form)


def test_a_teacher_gets_a_sentence(hub: Hub, visitor: Visitor) -> None:
    """And no account."""
    refused(visitor, visitor.click("90"), NOT_A_LEARNER)
    assert name_of(hub, "90") == ""


def test_a_link_to_nothing(hub: Hub, visitor: Visitor) -> None:
    """A unit that there is not: whoever set the link up has to hear of it."""
    refused(visitor, visitor.click("17", "pembukuan/77_tiada"), NO_SUCH_UNIT)


def test_a_click_from_elsewhere_goes_nowhere(hub: Hub, visitor: Visitor) -> None:
    """The browser is sent to the platform that the school knows, or not at all."""
    platform = hub.platform
    start = f"{hub.school.address}/hub/lti13/oauth_login"
    said = {
        "iss": "https://lain.example",
        "login_hint": "17",
        "target_link_uri": "https://x.example",
    }
    page = visitor.session.get(start, params=said, allow_redirects=False)
    assert page.status_code == 400
    assert NOT_SOUND in page.text
    said |= {"iss": platform.address, "client_id": "lain"}
    assert visitor.session.get(start, params=said, allow_redirects=False).status_code == 400
    config = f"{hub.school.address}/hub/lti13/config"
    assert visitor.session.get(config).status_code == 404


def test_closed_and_erased(hub: Hub, visitor: Visitor, platform: Platform) -> None:
    """A closed account stays closed; who was erased comes back as somebody new."""
    platform.people["31"] = ("Rina Wati", "Learner")
    visitor.send(visitor.click("31"))
    first = name_of(hub, "31")
    erasure.close(hub.school, hub.store, first)
    other = hub.visitor()
    refused(other, other.click("31"), CLOSED)
    erasure.erase(hub.school, hub.store, first)
    assert name_of(hub, "31") == ""
    assert other.send(other.click("31")).status_code == 302
    assert name_of(hub, "31") not in {"", first}
    with hub.store.reading() as session:
        assert session.scalar(select(Person).where(Person.user_name == first)) is None


def test_cookies_come_back_from_another_site() -> None:
    """Over HTTPS browsers are told so; they forget it after ten minutes."""
    made: dict[str, object] = {}
    page = SimpleNamespace(
        authenticator=SimpleNamespace(get_uri_scheme=lambda _: "https"),
        request=None,
        _set_cookie=lambda key, value, **more: made.update(more),
    )
    Start._set_oauth_cookie(page, "state", "x")  # type: ignore[arg-type]
    assert (made["samesite"], made["secure"], made["httponly"]) == ("None", True, True)
    assert made["expires_days"] == pytest.approx(1 / 144)


def test_what_a_refusal_says_has_its_english() -> None:
    """The hub shows it in the reader's language."""
    said = [NOT_SOUND, NOBODY, NOT_A_LEARNER, NO_SUCH_UNIT, CLOSED, NO_COHORT]
    assert [text for text in said if text not in hub_pages.english()] == []
    assert refusal(403, NOBODY).status_code == 403
