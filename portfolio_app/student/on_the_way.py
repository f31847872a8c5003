"""What a learner does, in one window, about what is on its way: watch, stop, carry a stick.

It runs on the event loop and hands slow work to threads. What a bundle holds, and how files travel,
is decided elsewhere; where a bundle lies meanwhile is the gate's business, or an unnamed file's.
"""

import asyncio
import contextvars
import logging
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Any

from portfolio_app.errors import BadInput, PortfolioError, StorageFull
from portfolio_app.student import bundles, earlier, file_choices
from portfolio_app.student.bundles import BundleMade, BundleRead
from portfolio_app.student.earlier import History
from portfolio_app.student.file_sending import Watch
from portfolio_app.student.gates import Gate
from portfolio_app.student.holdings import Holding
from portfolio_app.student.state import Going, WayDoors

log = logging.getLogger(__name__)

ANSWER_BYTES_LIMIT = 1 << 30
IN_MEMORY_BYTES = 8 << 20
STEPS_SHOWN = 100

Made = Callable[[int, int], None]
Failed = Callable[[PortfolioError], None]


class OnTheWay:
    """The sending side of one session."""

    def __init__(
        self,
        held: Callable[[], Holding],
        gate: Gate,
        stirred: Callable[[Holding], Awaitable[None]],
        zone: tzinfo,
    ) -> None:
        """`held` gives the open portfolio; `stirred` shows what changed and sends soon."""
        self._held = held
        self._gate = gate
        self._stirred = stirred
        self._zone = zone
        self._lent: str | None = None

    def doors(self) -> WayDoors:
        """What the screens may ask for."""
        return WayDoors(
            earlier=self._earlier, stop=self._stop, go_on=self._go_on,
            lend_bundle=self._lend_bundle, unlend=self._unlend, save=self._save, read=self._read,
        )  # fmt: skip

    def forget(self) -> None:
        """The portfolio is locked: no address leads to a file of it any more."""
        if self._lent is not None:
            self._gate.take_file_back(self._lent)
            self._lent = None

    async def _earlier(self, record: str, field: str, ask_school: bool) -> History:
        read = earlier.with_the_school if ask_school else earlier.on_this_device
        return await asyncio.to_thread(read, self._held().portfolio, record, field)

    def _stop(self, sha256_hex: str) -> None:
        holding = self._held()
        holding.stopped |= {sha256_hex}
        holding.changed()

    def _go_on(self, sha256_hex: str) -> None:
        holding = self._held()
        holding.stopped -= {sha256_hex}
        asyncio.ensure_future(self._stirred(holding))  # noqa: RUF006 - the loop ends with the app

    async def _lend_bundle(self, made: Made, failed: Failed) -> str | None:
        portfolio = self._held().portfolio
        await asyncio.to_thread(bundles.can_make_bundle, portfolio)
        loop, window = asyncio.get_running_loop(), contextvars.copy_context()

        def make() -> Iterator[bytes]:
            try:
                done = bundles.make_bundle(portfolio)
            except PortfolioError as problem:
                loop.call_soon_threadsafe(failed, problem, context=window)
                raise
            return told(done)

        def told(done: BundleMade) -> Iterator[bytes]:
            try:
                yield from done.pieces
            except PortfolioError as problem:
                log.warning("A bundle was not finished: %s", type(problem).__name__)
                loop.call_soon_threadsafe(failed, problem, context=window)
                raise
            loop.call_soon_threadsafe(made, done.changes, done.files, context=window)

        self.forget()
        self._lent = self._gate.lend_file(self._name(portfolio.now_ms()), make)
        return self._lent

    def _unlend(self, address: str) -> None:
        if address == self._lent:
            self.forget()

    async def _save(self, picker: Any) -> tuple[int, int] | None:
        portfolio = self._held().portfolio
        done = await asyncio.to_thread(bundles.make_bundle, portfolio)
        is_saved = await self._gate.save_file(picker, self._name(portfolio.now_ms()), done.pieces)
        return (done.changes, done.files) if is_saved else None

    async def _read(
        self, picker: Any, files: Sequence[Any], progress: Callable[[str, float], None]
    ) -> BundleRead:
        holding = self._held()
        (source,) = await self._gate.sources(picker, files[:1], progress)

        def read() -> BundleRead:
            with Spooled(source.chunks) as spooled:
                return bundles.read_bundle(holding.portfolio, spooled)

        try:
            # No exchange runs meanwhile: both would read a page from the same place.
            async with holding.turn:
                return await asyncio.to_thread(read)
        finally:
            await self._stirred(holding)

    def _name(self, now_ms: int) -> str:
        """A name that says what to do with the file, and not whose it is."""
        day = datetime.fromtimestamp(now_ms / 1000, tz=self._zone).date()
        return f"for-school-{day.isoformat()}.bundle"


class Spooled:
    """A file that came in pieces, to be read anywhere in it; it is sealed wherever it lies."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        """Raises BadInput above ANSWER_BYTES_LIMIT, StorageFull, and what `chunks` raises."""
        self._size_bytes = 0
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115
        try:
            for chunk in chunks:
                self._take(chunk)
        except OSError:
            self._file.close()
            raise StorageFull("There is no room on this device to read that file.") from None
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> "Spooled":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def size_bytes(self) -> int:
        """How large it is."""
        return self._size_bytes

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Up to `size_bytes` bytes from `offset` on."""
        self._file.seek(offset)
        return self._file.read(size_bytes)

    def _take(self, chunk: bytes) -> None:
        self._size_bytes += len(chunk)
        if self._size_bytes > ANSWER_BYTES_LIMIT:
            raise BadInput("That file is too large to be a school's answer.")
        self._file.write(chunk)


def watching(holding: Holding) -> Watch:
    """Tells the windows of a portfolio how its large files go; call it on the event loop."""
    loop = asyncio.get_running_loop()
    shown = -1

    def heard(sha256_hex: str, sent_bytes: int, size_bytes: int) -> None:
        nonlocal shown
        if sent_bytes >= size_bytes:
            shown = -1
            loop.call_soon_threadsafe(_arrived, holding)
        elif (step := sent_bytes * STEPS_SHOWN // size_bytes) != shown:
            shown = step
            going = Going(sha256_hex, sent_bytes, size_bytes)
            loop.call_soon_threadsafe(holding.tell_going, going)

    return Watch(heard, lambda sha256_hex: sha256_hex in holding.stopped)


async def moved_to_another_network(holding: Holding) -> bool:
    """What was held for the last network goes as any other; whether anything was."""
    return await asyncio.to_thread(file_choices.another_network, holding.portfolio)


def _arrived(holding: Holding) -> None:
    holding.tell_going(None)
    holding.changed()
