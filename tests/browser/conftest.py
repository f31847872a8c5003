"""A Chromium and the real student app for the tests in this folder."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, ViewportSize, sync_playwright

from tests.browser.app_page import AppPage
from tests.processes import begin

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE ::1"
"""No name and no address but this machine's own: as if no network were there."""

ARGUMENTS = (
    ALONE,
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

Opener = Callable[..., AppPage]


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    """The one thing that drives browsers: a process can hold no second.

    It ends with the file, because while it runs no other test of the process may run a loop.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """One headless Chromium for all windows."""
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
    yield browser
    browser.close()


@pytest.fixture
def student_address(tmp_path: Path) -> Iterator[str]:
    """The launch address of a student app of its own, with nobody on it yet."""
    with served(tmp_path / "data") as address:
        yield address


@contextmanager
def served(data: Path) -> Iterator[str]:
    """A student app over this folder, by its launch address, while the block lasts."""
    command = ["student", "--no-browser", "--port", "0", "--data", str(data)]
    reading, writing = os.pipe()
    with open(reading, encoding="utf-8") as told:  # noqa: PTH123 - a pipe has no path
        with open(writing, "wb") as out, Path(os.devnull).open("wb") as nothing:  # noqa: PTH123
            program = begin(command, {"PYTHONUNBUFFERED": "1"}, out=out, errors=nothing)
        try:
            lines = (line.strip() for line in told)
            yield next(line for line in lines if line.startswith("http://127.0.0.1:"))
        finally:
            program.send_signal(signal.SIGTERM)
            program.wait(20)


@pytest.fixture
def open_window(chromium: Browser, student_address: str) -> Iterator[Opener]:
    """Opens windows of the app in a size and in light or dark; fails if one reached outside."""
    windows: list[AppPage] = []

    def opener(width: int = 390, height: int = 844, *, is_dark: bool = False) -> AppPage:
        context = chromium.new_context(
            viewport=ViewportSize(width=width, height=height),
            reduced_motion="reduce",
            color_scheme="dark" if is_dark else "light",
        )
        window = AppPage(context.new_page())
        window.open(student_address)
        windows.append(window)
        return window

    yield opener
    for window in windows:
        window.page.context.close()
    assert [outside for window in windows for outside in window.outside] == []
    assert [problem for window in windows for problem in window.errors] == []
