"""The named places at which a program of the kill rounds can die.

The product knows nothing of them: each is put around a function from outside, in the program that
is to die, before it begins.
"""

from __future__ import annotations

import http.client
import importlib
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BEFORE, AFTER = "before", "after"
WRITER_THREAD = "school-writer"
MULTIPART = "a multipart upload is half done"


@dataclass(slots=True)
class Trigger:
    """Which place is armed, and how many more times it is passed before the program dies there."""

    name: str = ""
    left: int = 0

    def pass_by(self, name: str) -> None:
        """Die here, if it is time."""
        if self.is_due(name):
            die()

    def is_due(self, name: str) -> bool:
        """Whether this is the time at which to die here."""
        if self.name != name:
            return False
        self.left -= 1
        return self.left <= 0


Put = Callable[[Trigger, str], None]


def die() -> None:
    """End at once, as by kill -9 from outside: nothing is flushed and nobody is told."""
    os.kill(os.getpid(), signal.SIGKILL)


def around(place: str, when: str, *, thread: str = "") -> Put:
    """Die before or after a function, named "module:Class.function"; in one thread alone."""

    def put(trigger: Trigger, name: str) -> None:
        def make(real: Callable[..., Any]) -> Callable[..., Any]:
            def passed(*given: Any, **named: Any) -> Any:
                is_here = not thread or threading.current_thread().name == thread
                if is_here and when == BEFORE:
                    trigger.pass_by(name)
                found = real(*given, **named)
                if is_here and when == AFTER:
                    trigger.pass_by(name)
                return found

            return passed

        replaced(place, make)

    return put


def replaced(place: str, make: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Put something else where a function of the product stands, made of that function."""
    module, _, path = place.partition(":")
    holder: Any = importlib.import_module(module)
    *parents, last = path.split(".")
    for parent in parents:
        holder = getattr(holder, parent)
    setattr(holder, last, make(getattr(holder, last)))


def _half_written(trigger: Trigger, name: str) -> None:
    def make(real: Callable[..., Any]) -> Callable[..., Any]:
        def write_all(descriptor: int, offset: int, rest: memoryview) -> None:
            if trigger.is_due(name):
                real(descriptor, offset, rest[: len(rest) // 2])
                die()
            real(descriptor, offset, rest)

        return write_all

    replaced("portfolio_app.student.vault.disk:_write_all", make)


def _half_asked(trigger: Trigger, name: str) -> None:
    real = http.client.HTTPConnection.send

    def send(line: http.client.HTTPConnection, content: Any) -> None:
        if isinstance(content, bytes) and trigger.is_due(name):
            real(line, content[: len(content) // 2])
            die()
        real(line, content)

    setattr(http.client.HTTPConnection, "send", send)  # noqa: B010 - a planted death


def _half_streamed(place: str, argument: int) -> Put:
    """Die in the middle of what a function is given to read, piece by piece."""

    def put(trigger: Trigger, name: str) -> None:
        def make(real: Callable[..., Any]) -> Callable[..., Any]:
            def passed(*given: Any, **named: Any) -> Any:
                if given[argument] is not None and trigger.is_due(name):
                    chunks = _dying(given[argument])
                    given = (*given[:argument], chunks, *given[argument + 1 :])
                return real(*given, **named)

            return passed

        replaced(place, make)

    return put


def _dying(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Half of the first piece, and no more."""
    for chunk in chunks:
        yield chunk[: len(chunk) // 2]
        die()


def _half_fetched(trigger: Trigger, name: str) -> None:
    def make(real: Callable[..., Any]) -> Callable[..., Any]:
        def receive(store: Any, chunks: Iterable[bytes], *, announced: str | None = None) -> Any:
            if announced is not None and trigger.is_due(name):
                chunks = _dying(chunks)
            return real(store, chunks, announced=announced)

        return receive

    replaced("portfolio_app.student.vault.media:MediaStore.receive", make)


def _first_bytes_came(module: str) -> Put:
    def put(trigger: Trigger, name: str) -> None:
        def make(real: Callable[..., Any]) -> Callable[..., Any]:
            async def in_good_time(*given: Any) -> AsyncIterator[bytes]:
                async for piece in real(*given):
                    trigger.pass_by(name)
                    yield piece

            return in_good_time

        replaced(f"{module}:in_good_time", make)

    return put


def _half_given(trigger: Trigger, name: str) -> None:
    def make(real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*given: Any, **named: Any) -> Iterator[bytes]:
            for piece in real(*given, **named):
                yield piece
                trigger.pass_by(name)

        return opened

    replaced("portfolio_app.school.media:MediaStore.open", make)


def _half_multipart(trigger: Trigger, name: str) -> None:
    import obstore  # noqa: PLC0415 - only schools with a bucket have it

    real = obstore.put

    def put(store: Any, path: str, content: Any, **named: Any) -> Any:
        if isinstance(content, Path) and "chunk_size" in named and trigger.is_due(name):
            content = _dying_parts(content, named["chunk_size"])
        return real(store, path, content, **named)

    setattr(obstore, "put", put)  # noqa: B010 - a planted death


def _dying_parts(path: Path, part_bytes: int) -> Iterator[bytes]:
    """A whole part, half of the next, and no more."""
    with path.open("rb") as file:
        yield file.read(part_bytes)
        yield file.read(part_bytes // 2)
    die()


_LOG = "portfolio_app.student.vault.log:SealedLog"
_PORTFOLIO = "portfolio_app.student.portfolio:Portfolio"
_CONNECTION = "portfolio_app.student.connection"
_LINE = "portfolio_app.student.school_line:SchoolLine"

ON_DEVICE: dict[str, Put] = {
    "a change is not in the log yet": around(f"{_LOG}.append", BEFORE),
    "a record of the log is half written": _half_written,
    "a change is in the log": around(f"{_LOG}.append", AFTER),
    "a file is sealed, its work is not written": around(
        "portfolio_app.student.actions:take_file", AFTER
    ),
    "a work is written": around(f"{_PORTFOLIO}.write", AFTER),
    "before the new log takes the place of the old": around(f"{_LOG}._exchange", BEFORE),
    "the new log has taken the place of the old": around(f"{_LOG}._exchange", AFTER),
    "before a request": around(f"{_LINE}.ask", BEFORE),
    "half a request is sent": _half_asked,
    "an answer is here, nothing of it applied": around(f"{_LINE}.ask", AFTER),
    "an answer is applied, not durable": around(f"{_CONNECTION}:store_progress", AFTER),
    "an answer is durable": around(f"{_CONNECTION}:Connection._one_round", AFTER),
    "a small file is half sent": _half_streamed(f"{_LINE}.send_file", 3),
    "small files are half sent": _half_streamed(f"{_LINE}.hand_in", 3),
    "before a piece of a file": around(f"{_LINE}.send_part", BEFORE),
    "a piece is half sent": _half_streamed(f"{_LINE}.send_part", 4),
    "a piece was answered": around(f"{_LINE}.send_part", AFTER),
    "a file is at school, the queue does not know": around(f"{_PORTFOLIO}.note_delivered", BEFORE),
    "a file is at school, and the queue knows": around(f"{_PORTFOLIO}.note_delivered", AFTER),
    "a file from school is half here": _half_fetched,
    "a file is sealed here, its key not kept": around(
        "portfolio_app.student.vault.media:MediaStore.keep", BEFORE
    ),
}

_UPLOADS = "portfolio_app.school.uploading:Uploads"
_COMMIT = "sqlalchemy.engine.default:DefaultDialect.do_commit"

AT_SCHOOL: dict[str, Put] = {
    "before a push is looked at": around("portfolio_app.school.writing:exchange", BEFORE),
    "changes are appended, nothing is stored": around(
        "portfolio_app.school.database.feed:Feed.append", AFTER
    ),
    "before a commit": around(_COMMIT, BEFORE, thread=WRITER_THREAD),
    "after a commit": around(_COMMIT, AFTER, thread=WRITER_THREAD),
    "an answer is ready, not sent": around("sync.wire:encode_reply", AFTER),
    "a small file is half here": _first_bytes_came("portfolio_app.school.media_api"),
    "a piece is half here": _first_bytes_came("portfolio_app.school.upload_api"),
    "a piece is not on the shelf": around(f"{_UPLOADS}.put", BEFORE),
    "a piece is on the shelf, not counted": around(f"{_UPLOADS}.add", BEFORE),
    "a piece is counted": around(f"{_UPLOADS}.add", AFTER),
    "a file is being put together": around("portfolio_app.school.media:Arrival.take", AFTER),
    "a file is whole, not on the shelf": around(
        "portfolio_app.school.media:MediaStore.place", BEFORE
    ),
    "a file has come, without its name on the shelf": around(
        "portfolio_app.school.shelves.folder:_fsync", BEFORE
    ),
    "a file is on the shelf, no row knows it": around(
        "portfolio_app.school.database.blobs:keep", BEFORE
    ),
    "small files came, nothing is on the shelf": around(
        "portfolio_app.school.shelves.folder:FolderShelf.put_all", BEFORE
    ),
    "small files are on the shelf, no row knows them": around(
        "portfolio_app.school.shelves.folder:FolderShelf.put_all", AFTER
    ),
    "a row names a file, its upload goes on": around(f"{_UPLOADS}.end", BEFORE),
    "an upload has ended, its pieces lie there": around(
        "portfolio_app.school.shelves.folder:FolderShelf.remove", BEFORE
    ),
    "a file is half sent to a device": _half_given,
}

IN_A_BUCKET: dict[str, Put] = {
    MULTIPART: _half_multipart,
    "an upload has ended, its pieces lie in the bucket": around(
        "portfolio_app.school.shelves.bucket:BucketShelf.remove", BEFORE
    ),
}

ONLY_IN_A_FOLDER = (
    "small files came, nothing is on the shelf",
    "small files are on the shelf, no row knows them",
    "a file has come, without its name on the shelf",
    "an upload has ended, its pieces lie there",
)


def put_all(trigger: Trigger, places: dict[str, Put]) -> None:
    """Make this program one that can die at any of these."""
    for name, put in places.items():
        put(trigger, name)
