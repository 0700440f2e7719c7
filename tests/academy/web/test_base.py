"""What every page has: a safe head, a token in every form, plain errors, logs without people."""

from __future__ import annotations

import logging
import re
import time
from pathlib import Path

import pytest

from academy.web import base
from academy.web.base import POLICY, STALE

from .conftest import PREFIX, Site

PAGES = ("peserta", "peserta/tosari", "impor", "impor/kartu", "saya", "daftar")
TEMPLATES = sorted((Path(base.__file__).parent / "templates").glob("*.html"))


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_safe_and_small(site: Site, path: str) -> None:
    """A strict policy, nothing stored on the way, no script, no style attribute, under 150 KB."""
    page = site.visitor("kantora").get(path)
    assert page.headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert "Server" not in page.headers
    assert not re.search(r"<script|\sstyle=|\son\w+=", page.text)
    assert len(page.content) < 150_000


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_a_label_and_every_form_a_token(site: Site, path: str) -> None:
    """Hidden ones and buttons need none; no name stands twice as an id."""
    text = site.visitor("mentora").get(path).text
    fields = re.findall(r"<(?:input|select)\b[^>]*>", text)
    shown = [field for field in fields if 'type="hidden"' not in field]
    for field in shown:
        its_id = re.findall(r'\bid="([^"]+)"', field)
        assert its_id, field
        assert f'<label for="{its_id[0]}"' in text or f'class="check" for="{its_id[0]}"' in text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for form in re.findall(r'<form[^>]*method="post".*?</form>', text, re.DOTALL):
        assert 'name="_xsrf"' in form


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_form_that_changes_something_has_a_token(template: Path) -> None:
    """Also those that no test opens."""
    for form in re.findall(r'<form[^>]*method="post".*?</form>', template.read_text(), re.DOTALL):
        assert "form.xsrf(xsrf)" in form


@pytest.mark.parametrize("token", ["", "tamu"])
@pytest.mark.parametrize(
    "path",
    ["peserta/tosari/sandi", "peserta/tosari/tutup", "impor", "saya", "daftar", "saya/berkas"],
)
def test_no_form_without_its_token(site: Site, path: str, token: str) -> None:
    """Neither without a token nor with a stranger's: another site's page can press nothing."""
    fields = {"yakin": "ya"}
    if token:
        stranger = site.visitor().get("daftar").text
        fields["_xsrf"] = re.findall(r'name="_xsrf" value="([^"]+)"', stranger)[0]
    visitor = site.visitor("mentora")
    visitor.get("saya")
    answer = visitor.post(path, data=fields)
    assert answer.status_code == 403
    assert STALE in answer.text
    assert site.person("tosari").closed is None


def test_an_error_says_nothing_of_itself_and_logs_nobody(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks: a plain page, and in the log the place and the kind, not the data."""
    data = f"Siti Aminah 0812{34567890}"

    def broken(*_: object) -> None:
        raise ValueError(data)

    monkeypatch.setattr("academy.web.person_page.rights.person_for", broken)
    with caplog.at_level(logging.INFO):
        page = site.visitor("kantora").get("peserta/tosari?siapa=aminah")
    assert page.status_code == 500
    assert "Coba sekali lagi" in page.text
    assert "ValueError" in caplog.text
    for said in (
        page.text,
        "\n".join(r.getMessage() for r in caplog.records if r.name != "urllib3"),
    ):
        assert "081234567890" not in said
    deadline = time.monotonic() + 30  # the request is logged after it is answered
    while "500 GET" not in caplog.text and time.monotonic() < deadline:
        time.sleep(0.01)
    ours = [r.getMessage() for r in caplog.records if r.name == "lapak.pelatihan"]
    assert any(f"500 GET {PREFIX}peserta/tosari" in line for line in ours)
    assert not any("aminah" in line.lower() for line in ours)


def test_a_login_that_has_ended_is_explained(site: Site) -> None:
    """A form that is sent too late: a sentence, and nothing is done."""
    visitor = site.visitor("mentora")
    page = visitor.get("peserta/tosari")
    site.roles.pop("mentora")
    try:
        answer = visitor.send_page(page, "peserta/tosari/sandi")
    finally:
        site.roles["mentora"] = "mentor"
    assert answer.status_code == 403
    assert STALE in answer.text
