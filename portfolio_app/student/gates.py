"""What the app asks of where it runs: how files come in and go out, and pictures reach the screen.

The loopback server has one gate, the phone's own files another; a test may stand in for both.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import flet as ft

from portfolio_app.student.actions import Source
from portfolio_app.student.portfolio import Portfolio

Files = Sequence[ft.FilePickerFile]
"""What was picked."""

Progress = Callable[[str, float], None]
"""Hears the name of a file that comes in, and how much of it has come, from 0 to 1."""


class Gate(Protocol):
    """How files come in and pictures go out: the loopback server, or the phone's own files."""

    def admit(self, portfolio: Portfolio) -> str:
        """A ticket with which pictures of this portfolio can be asked for, until `dismiss`."""

    def dismiss(self, ticket: str) -> None:
        """End a ticket."""

    def picture(self, ticket: str, sha256_hex: str) -> str | bytes:
        """A picture's address, or its bytes."""

    def asset(self, path: str) -> str:
        """The address of a bundled picture."""

    def lend_page(self, page: str) -> str | None:
        """An address where this HTML page can be printed, until it is taken back; or None."""

    def take_page_back(self, address: str) -> None:
        """End such an address."""

    def lend_file(self, name: str, make: Callable[[], Iterator[bytes]]) -> str | None:
        """An address where the browser fetches this file, made anew each time; or None."""

    def take_file_back(self, address: str) -> None:
        """End such an address."""

    async def save_file(self, picker: ft.FilePicker, name: str, pieces: Iterable[bytes]) -> bool:
        """Put a file where the learner says; False if nowhere."""

    async def sources(
        self, picker: ft.FilePicker, files: Sequence[ft.FilePickerFile], progress: Progress
    ) -> list[Source]:
        """The picked files as they come in."""
