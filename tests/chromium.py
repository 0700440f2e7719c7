"""A Chromium without a window, for every test that looks at a page."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@contextmanager
def launched(*more: str) -> Iterator[Browser]:
    """Open a browser, with more options; one at a time, because Playwright's event loop allows no second."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=[*OPTIONS, *more])
        yield browser
        browser.close()


def program() -> str | None:
    """Give the path of the browser; None where only Playwright has one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def killable(launched: Browser) -> Iterator[tuple[Browser, subprocess.Popen[bytes]]]:
    """Open a second browser by Playwright's hand, with its process: what a phone's end looks like."""
    path = program() or launched.browser_type.executable_path
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        words = [path, *OPTIONS, "--headless=new", "--remote-debugging-port=0"]
        process = subprocess.Popen(
            [*words, f"--user-data-dir={folder}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            browser = launched.browser_type.connect_over_cdp(_port_of(Path(folder)))
            yield browser, process
        finally:
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a browser with all its parts, without a word."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def _port_of(folder: Path) -> str:
    file = folder / "DevToolsActivePort"
    for _ in range(600):
        if file.exists() and (lines := file.read_text(encoding="utf-8").splitlines()):
            return f"http://127.0.0.1:{lines[0]}"
        time.sleep(0.1)
    raise RuntimeError("the browser did not start")
