"""Files in and pictures out of the loopback server: one-time tickets, and pieces handed over.

An upload arrives on the event loop and is sealed in a thread, piece by piece, so that no file ever
stands whole in memory or unsealed on the disk. No web framework enters here.
"""

import asyncio
import secrets
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence

import flet as ft

from portfolio_app.errors import BadInput
from portfolio_app.student.actions import Source
from portfolio_app.student.portfolio import Portfolio

PIECE_BYTES = 256 * 1024
PIECES_WAITING_LIMIT = 8
ARRIVAL_SECONDS = 120.0
OPEN_TICKETS_LIMIT = 200
TICKET_SECONDS = 1800.0
PAGE_SECONDS = 900.0
LENT_PAGES_LIMIT = 50
LENT_FILES_LIMIT = 50
TICKET_BYTES = 24
UPLOADS_PATH = "/uploads"
MEDIA_PATH = "/media"
PAGES_PATH = "/pages"
FILES_PATH = "/files"
MEDIA_ENDING = ".picture"


class TooLarge(BadInput):
    """A file is larger than this device takes."""


class Upload:
    """One file on its way: fed by the server, read by the thread that seals it."""

    def __init__(self, name: str, bytes_limit: int) -> None:
        self.name = name
        self._bytes_limit = bytes_limit
        self._pieces: deque[bytes] = deque()
        self._arrived = threading.Condition()
        self._space = asyncio.Event()
        self._space.set()
        self._loop = asyncio.get_running_loop()
        self._is_whole = False
        self._problem: BadInput | None = None
        self._is_read = False
        self._until_seconds = self._loop.time() + TICKET_SECONDS

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for it any more."""
        is_late = self._loop.time() > self._until_seconds
        return self._is_read or self._problem is not None or is_late

    async def feed(self, stream: AsyncIterator[bytes]) -> int:
        """Take the whole stream; its size in bytes. Raises TooLarge, or what ended the reading."""
        waiting, size_bytes = bytearray(), 0
        try:
            async for part in stream:
                size_bytes += len(part)
                self._refuse_too_large(size_bytes)
                waiting += part
                if len(waiting) >= PIECE_BYTES:
                    await self._put(bytes(waiting))
                    waiting.clear()
            await self._put(bytes(waiting))
        except BadInput as problem:
            self.fail(problem)
            raise
        except BaseException:
            self.fail(_broken_off())
            raise
        with self._arrived:
            self._is_whole = True
            self._arrived.notify_all()
        return size_bytes

    def fail(self, problem: BadInput) -> None:
        """End the upload: whoever seals it is told and keeps nothing."""
        with self._arrived:
            self._problem = self._problem or problem
            self._arrived.notify_all()

    def chunks(self) -> Iterator[bytes]:
        """The file's bytes, for the sealing thread; raises BadInput when it breaks off."""
        try:
            while (piece := self._take()) is not None:
                yield piece
        finally:
            self._is_read = True
            self._loop.call_soon_threadsafe(self._space.set)

    def _refuse_too_large(self, size_bytes: int) -> None:
        if size_bytes > self._bytes_limit:
            limit_mb = self._bytes_limit >> 20
            raise TooLarge(f"A file is larger than {limit_mb} MB. Choose a smaller one.")

    async def _put(self, piece: bytes) -> None:
        # With a limit: the sealing thread may have stopped before it asked for this file.
        async with asyncio.timeout(ARRIVAL_SECONDS):
            await self._space.wait()
        if self._is_read and self._problem is None and not self._is_whole:
            raise BadInput("A file could not be kept. Nothing of it was saved; try again.")
        with self._arrived:
            if piece:
                self._pieces.append(piece)
            if len(self._pieces) >= PIECES_WAITING_LIMIT:
                self._space.clear()
            self._arrived.notify_all()

    def _take(self) -> bytes | None:
        with self._arrived:
            came = self._arrived.wait_for(
                lambda: self._pieces or self._is_whole or self._problem, ARRIVAL_SECONDS
            )
            if self._problem is not None:
                raise self._problem
            if not came:
                raise _broken_off()
            if not self._pieces:
                return None
            piece = self._pieces.popleft()
        self._loop.call_soon_threadsafe(self._space.set)
        return piece


class WebGate:
    """Tickets for pictures and uploads. A ticket is a secret; each lives as short as it can."""

    def __init__(self, upload_bytes_limit: int) -> None:
        self._upload_bytes_limit = upload_bytes_limit
        self._portfolios: dict[str, Portfolio] = {}
        self._uploads: dict[str, Upload] = {}
        self._pages: dict[str, tuple[str, float]] = {}
        self._files: dict[str, tuple[str, Callable[[], Iterator[bytes]]]] = {}

    def admit(self, portfolio: Portfolio) -> str:
        """A ticket for the pictures of an open portfolio."""
        ticket = secrets.token_urlsafe(TICKET_BYTES)
        self._portfolios[ticket] = portfolio
        return ticket

    def dismiss(self, ticket: str) -> None:
        """From now on the ticket opens nothing."""
        self._portfolios.pop(ticket, None)

    def portfolio(self, ticket: str) -> Portfolio | None:
        """Whose pictures a ticket opens."""
        return self._portfolios.get(ticket)

    def picture(self, ticket: str, sha256_hex: str) -> str:
        """The address of a file of the ticket's portfolio."""
        # The dot matters: Flet takes a source for Base64 when all its characters could be that.
        return f"{MEDIA_PATH}/{ticket}/{sha256_hex}{MEDIA_ENDING}"

    def asset(self, path: str) -> str:
        """The address of a bundled picture."""
        return f"/{path}"

    def lend_page(self, page: str) -> str:
        """The address of a page to print; its HTML is ours, with every word in it escaped."""
        now_seconds = asyncio.get_running_loop().time()
        fresh = [(key, lent) for key, lent in self._pages.items() if lent[1] > now_seconds]
        self._pages = dict(fresh[1 - LENT_PAGES_LIMIT :])
        ticket = secrets.token_urlsafe(TICKET_BYTES)
        self._pages[ticket] = (page, now_seconds + PAGE_SECONDS)
        return f"{PAGES_PATH}/{ticket}"

    def take_page_back(self, address: str) -> None:
        """From now on the address shows nothing."""
        self._pages.pop(address.removeprefix(f"{PAGES_PATH}/"), None)

    def page(self, ticket: str) -> str | None:
        """A lent page; None for one that is over or never was."""
        page, until_seconds = self._pages.get(ticket, ("", 0.0))
        return page if asyncio.get_running_loop().time() < until_seconds else None

    def lend_file(self, name: str, make: Callable[[], Iterator[bytes]]) -> str:
        """An address where the browser fetches a file, made anew each time it is asked for."""
        ticket = secrets.token_urlsafe(TICKET_BYTES)
        self._files = dict([*self._files.items()][1 - LENT_FILES_LIMIT :])
        self._files[ticket] = (name, make)
        return f"{FILES_PATH}/{ticket}"

    def take_file_back(self, address: str) -> None:
        """From now on the address gives nothing."""
        self._files.pop(address.removeprefix(f"{FILES_PATH}/"), None)

    def file(self, ticket: str) -> tuple[str, Callable[[], Iterator[bytes]]] | None:
        """A lent file's name and its making; None for one that is over or never was."""
        return self._files.get(ticket)

    async def save_file(self, _picker: ft.FilePicker, _name: str, _pieces: object) -> bool:
        """A browser fetches files; nobody hands them to it."""
        return False

    def take_upload(self, ticket: str) -> Upload | None:
        """The upload that a ticket announced; each works once."""
        upload = self._uploads.pop(ticket, None)
        return None if upload is None or upload.is_over else upload

    async def sources(
        self,
        picker: ft.FilePicker,
        files: Sequence[ft.FilePickerFile],
        progress: Callable[[str, float], None],
    ) -> list[Source]:
        """Announce the picked files and ask the browser to send them, one after the other."""
        # A window that was closed never sends its files; their tickets must not fill the table.
        self._uploads = {key: one for key, one in self._uploads.items() if not one.is_over}
        if len(self._uploads) + len(files) > OPEN_TICKETS_LIMIT:
            raise BadInput("Too many files are on their way. Wait a moment, then try again.")
        uploads = [Upload(file.name, self._upload_bytes_limit) for file in files]
        tickets = [secrets.token_urlsafe(TICKET_BYTES) for _ in files]
        self._uploads.update(zip(tickets, uploads, strict=True))

        def heard(event: ft.FilePickerUploadEvent) -> None:
            if event.error:
                for upload in uploads:
                    if upload.name == event.file_name:
                        upload.fail(_broken_off())
            elif event.progress is not None:
                progress(event.file_name, event.progress)

        picker.on_upload = heard
        await picker.upload(
            [
                ft.FilePickerUploadFile(f"{UPLOADS_PATH}/{ticket}", "PUT", file.id, file.name)
                for ticket, file in zip(tickets, files, strict=True)
            ]
        )
        return [Source(upload.name, upload.chunks()) for upload in uploads]


def _broken_off() -> BadInput:
    return BadInput("A file did not arrive whole. Nothing of it was saved; choose it again.")
