"""What the mentor does in formgrader, one function a deed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.people import type_login

ASSIGNMENT, NOTEBOOK = "pembukuan_03_hpp", "03_hpp"
PASSWORD = "membimbing dengan sabar"


@dataclass
class Mentor:
    """The mentor at her desk.

    Attributes:
        page: the tab in which she works.
        shots: where pictures of her screen go.
        by_itself: the scores that she found before she had pressed anything, by trainee.
        by_machine: the same after she had pressed *Autograde*.
        by_hand: the same after she had graded the written answers.
    """

    page: Page
    shots: Path
    by_itself: dict[str, str] = field(default_factory=dict)
    by_machine: dict[str, str] = field(default_factory=dict)
    by_hand: dict[str, str] = field(default_factory=dict)

    def log_in_with_card(self, address: str, one_time: str) -> None:
        """Log in, choose a password, and find herself in formgrader."""
        type_login(self.page, address, "pendamping", one_time)
        self.page.get_by_label("Kata sandi baru").fill(PASSWORD)
        self.page.get_by_label("Tulis sekali lagi").fill(PASSWORD)
        self.page.get_by_role("button", name="Simpan dan masuk").click()
        expect(self._row(ASSIGNMENT)).to_be_visible()

    def log_in_again(self, address: str) -> dict[str, str]:
        """Log in anew with the chosen password; gives the scores that formgrader shows."""
        self.page.context.clear_cookies()
        type_login(self.page, address, "pendamping", PASSWORD)
        return self.see_submissions()

    def collect(self) -> str:
        """Press *Collect*; gives what formgrader reports."""
        self._list("Manage Assignments")
        return self._press(self._row(ASSIGNMENT).locator("td.collect a"))

    def see_submissions(self) -> dict[str, str]:
        """Open the list of submissions; gives the score shown for each trainee."""
        self._list("Manage Assignments")
        self._row(ASSIGNMENT).locator("td.num-submissions a").click()
        expect(self._row("peserta").first).to_be_visible()
        names = self.page.locator("td.student-id").all_inner_texts()
        return {name: self._row(name).locator("td.score").inner_text() for name in names}

    def autograde(self, name: str) -> str:
        """Press *Autograde* for a trainee in the list of submissions."""
        report = self._press(self._row(name).locator("td.autograde a"))
        expect(self._row(name).locator("td.status")).to_have_text("needs manual grading")
        return report

    def open_submission(self, name: str) -> None:
        """Go through *Manual Grading* to a trainee's answers."""
        self._list("Manual Grading")
        self.page.get_by_role("link", name=ASSIGNMENT, exact=True).click()
        self.page.get_by_role("link", name=NOTEBOOK, exact=True).click()
        self.page.get_by_role("button", name="Show All Names").click()
        self._row(name).get_by_role("link").filter(visible=True).first.click()
        # Its script asks for scores and comments after the page is there; until then nothing is saved.
        self.page.wait_for_function(
            "window.formgrader?.grades?.loaded && window.formgrader.comments?.loaded"
        )

    def grade_task(self, name: str, task: str, score: int, comment: str) -> None:
        """Give a score and a comment to an answer that only a person can judge."""
        self.open_submission(name)
        self._write(self.page.locator(f"[id='{task}']"), str(score), "grade")
        self._write(self.page.locator(f"[id='{task}-comment']"), comment, "comment")

    def take_picture(self, what: str) -> None:
        """Keep what is on her screen."""
        self.page.screenshot(path=self.shots / f"{what}.png")

    def _list(self, name: str) -> None:
        """Go to one of formgrader's lists."""
        base = self.page.url.split("/formgrader/")[0]
        self.page.goto(f"{base}/formgrader/manage_assignments")
        if name != "Manage Assignments":
            self.page.get_by_role("link", name=name).click()
        expect(self._row(ASSIGNMENT)).to_be_visible()

    def _row(self, text: str) -> Locator:
        return self.page.locator("#main-table tr", has_text=text)

    def _press(self, button: Locator) -> str:
        """Press an icon, read the report that comes up, and close it."""
        button.click()
        report = self.page.locator(".modal.in")
        expect(report.locator(".modal-title")).to_have_text("Success")
        text = report.inner_text()
        report.get_by_role("button", name="OK").click()
        expect(self.page.locator(".modal, .modal-backdrop")).to_have_count(0)
        return text

    def _write(self, field: Locator, text: str, kind: str) -> None:
        """Fill in a field and leave it, which saves it."""
        with self.page.expect_response(
            lambda answer: f"/api/{kind}/" in answer.url and answer.request.method == "PUT"
        ) as saved:
            field.fill(text)
            field.blur()
        assert saved.value.ok, saved.value.status
