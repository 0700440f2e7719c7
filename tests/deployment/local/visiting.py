"""A visitor of a running hub who keeps cookies and fills in forms, without a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping

import requests

NEW = {"pendamping": "sawah luas 88", "peserta01": "emping menes 77", "peserta02": "kopi susu 55"}


class Browser(requests.Session):
    """A visitor who keeps cookies and fills in forms as a browser does."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.headers["Sec-Fetch-Mode"] = "navigate"

    def open(self, path: str) -> requests.Response:
        """Open a page."""
        return self.get(self.base + path, timeout=30)

    def fill(self, page: requests.Response, **fields: str) -> requests.Response:
        """Fill in the form of a page and send it."""
        action = re.search(r'action="([^"]*)"', page.text)
        token = re.search(r'name="_xsrf" value="([^"]*)"', page.text)
        assert action, page.text[:2000]
        assert token
        target = self.base + action[1].replace("&amp;", "&")
        return self.post(target, data={"_xsrf": token[1], **fields}, timeout=30)

    def log_in(self, name: str, password: str) -> requests.Response:
        """Go through the login page."""
        return self.fill(
            self.open("/hub/login?next=%2Fhub%2Fhome"), username=name, password=password
        )

    def enter(self, once: Mapping[str, str], name: str) -> requests.Response:
        """Log in, with the one-time password and a new one where that is still due."""
        page = self.log_in(name, NEW[name])
        if "login_submit" in page.text:
            page = self.log_in(name, once[name])
            page = self.fill(page, password=NEW[name], again=NEW[name])
        assert page.status_code == 200
        return page


def heading(page: requests.Response) -> str:
    """The first heading of a page."""
    found = re.search(r"<h1>\s*(.*?)\s*</h1>", page.text, re.DOTALL)
    assert found, page.text[:500]
    return found[1]
