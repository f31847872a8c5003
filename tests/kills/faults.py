"""Planted faults: each makes one of the two programs wrong so that only a kill at the right place
shows it. The rounds must see every one of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.kills.places import replaced

ANSWER_SECONDS = 0.4
"""Long enough for an answer to leave, in the one fault that needs it to."""


def plant(name: str) -> None:
    """Make this program wrong; "" for a right one."""
    if name:
        FAULTS[name]()


def _answered_before_the_commit() -> None:
    """The school's writer tells a device before its push is durable."""

    def attempted(real: Callable[..., Any]) -> Callable[..., Any]:
        def attempt(job: Any, transaction: Any) -> Any:
            result = real(job, transaction)
            if job.work.__qualname__.startswith("exchange."):
                job.outcome.set_result(result)
                time.sleep(ANSWER_SECONDS)
            return result

        return attempt

    def only_once(real: Callable[..., Any]) -> Callable[..., Any]:
        def set_result(future: Any, result: Any) -> None:
            if not future.done():
                real(future, result)

        return set_result

    replaced("portfolio_app.school.database.engine:_attempt", attempted)
    replaced("concurrent.futures:Future.set_result", only_once)


def _counted_before_it_is_there() -> None:
    """A piece counts for an upload before it lies on the shelf."""
    from portfolio_app.school import media, uploading  # noqa: PLC0415 - only the wrong loads it
    from portfolio_app.school.database import uploads  # noqa: PLC0415

    def counted_first(real: Callable[..., Any]) -> Callable[..., Any]:
        def put(store: Any, upload: Any, start_bytes: int, content: bytes) -> Any:
            name = new_name()
            piece = uploads.Piece(start_bytes, len(content), name)
            store._database.write(lambda t: uploads.add(t, upload, (piece,), upload.until_ms))
            setattr(uploading, "new_name", lambda: name)  # noqa: B010
            return real(store, upload, start_bytes, content)

        return put

    def only_found(_real: Callable[..., Any]) -> Callable[..., Any]:
        def add(store: Any, upload: Any, _pieces: Any, now_ms: int) -> Any:
            return store.find(upload.scope, upload.id, now_ms)

        return add

    new_name = media.new_name
    replaced("portfolio_app.school.uploading:Uploads.put", counted_first)
    replaced("portfolio_app.school.uploading:Uploads.add", only_found)


def _named_before_it_is_there() -> None:
    """The row that names a file is kept before the file is on the shelf."""

    def make(_real: Callable[..., Any]) -> Callable[..., Any]:
        def place(store: Any, blob: Any, sealed: Any, now_ms: int) -> None:
            from portfolio_app.school.database import blobs  # noqa: PLC0415

            store._database.write(lambda transaction: blobs.keep(transaction, blob, now_ms))
            store._shelf.put(blob.name, sealed)

        return place

    replaced("portfolio_app.school.media:MediaStore.place", make)


def _pack_named_before_it_is_there() -> None:
    """The rows of several files are kept before the files are on the shelf."""
    from portfolio_app.school.shelves import folder  # noqa: PLC0415

    waiting: dict[str, bytes] = {}
    put_all = folder.FolderShelf.put_all

    def later(_real: Callable[..., Any]) -> Callable[..., Any]:
        return lambda _shelf, contents: waiting.update(contents)

    def kept_first(real: Callable[..., Any]) -> Callable[..., Any]:
        def take_pack(store: Any, *given: Any) -> Any:
            outcome = real(store, *given)
            put_all(store._shelf, waiting)
            return outcome

        return take_pack

    replaced("portfolio_app.school.media:MediaStore.take_pack", kept_first)
    replaced("portfolio_app.school.shelves.folder:FolderShelf.put_all", later)


def _taken_twice() -> None:
    """The school does not look whether it has a change already."""
    replaced(
        "portfolio_app.school.database.feed:Feed.accepted_stamp", lambda _real: lambda *_: None
    )


def _let_go_before_it_is_sent() -> None:
    """A file leaves the device's queue before the school has said that it has it."""

    def make(real: Callable[..., Any]) -> Callable[..., Any]:
        def send_group(sender: Any, group: Any) -> None:
            portfolio = sender._portfolio
            with portfolio.durable():
                portfolio.media_queue.let_go(group)
            real(sender, group)

        return send_group

    replaced("portfolio_app.student.file_sending:_Sender.send_group", make)


def _let_go_when_it_is_sent() -> None:
    """A device's changes wait no longer once they are on their way."""

    def remembered(real: Callable[..., Any]) -> Callable[..., Any]:
        def one_round(connection: Any, line: Any) -> Any:
            line.portfolio = connection._portfolio
            return real(connection, line)

        return one_round

    def let_go(real: Callable[..., Any]) -> Callable[..., Any]:
        def ask(line: Any, method: str, path: str, body: bytes | None) -> Any:
            if path == "/v1/sync":
                with line.portfolio.durable():
                    store = line.portfolio.store
                    store.let_go([change.id for change in store.pending()])
            return real(line, method, path, body)

        return ask

    replaced("portfolio_app.student.connection:Connection._one_round", remembered)
    replaced("portfolio_app.student.school_line:SchoolLine.ask", let_go)


FAULTS: dict[str, Callable[[], None]] = {
    "answered before the commit": _answered_before_the_commit,
    "counted before it is there": _counted_before_it_is_there,
    "named before it is there": _named_before_it_is_there,
    "several named before they are there": _pack_named_before_it_is_there,
    "taken twice": _taken_twice,
    "a file let go before it is sent": _let_go_before_it_is_sent,
    "changes let go when they are sent": _let_go_when_it_is_sent,
}
