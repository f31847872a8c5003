"""Files on their way to school: small ones at once, large ones in pieces that are never sent twice.

What the school has of a file is asked of the school each time (docs/formats/wire.md, "In pieces"),
so there is nothing to keep here: killed, cut or restarted anywhere, it goes on from there.
"""

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus

from portfolio_app.errors import NotFound, PortfolioError, Refused, SchoolUnreachable, StoreDamaged
from portfolio_app.student import file_choices, file_packs
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.school_line import LINE_BROKE, SchoolLine, check_status, read_json

WHOLE_BYTES_LIMIT = 2 << 20
PART_BYTES = 1 << 20
"""So much at most is on its way unanswered, and sent again after a cut."""

LEAST_PART_BYTES = 64 << 10
PART_OF_A_RUN = 16
"""Once a line broke, a piece is at most this part of what it carried in one go: what a school that
does not count half a piece makes a device send again then stays small, however often it breaks.
"""

LARGE_BYTES = 10_000_000
"""Larger files wait for a connection that costs nothing, unless somebody decided otherwise."""

TRIES_WITHOUT_PROGRESS_LIMIT = 3
CONFIRMED_AT_ONCE_LIMIT = 50
_PLACE = re.compile(r"/v1/uploads/self/[0-9A-Za-z_-]{1,64}")
_TUS = {"tus-resumable": "1.0.0"}
_NO_PIECES = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
_NO_PACKS = (
    *_NO_PIECES, HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """How many files went, and how many wait for a better connection or a person's word. `problem`
    is what kept a file back; the others went all the same. `has_words`: something was written
    meanwhile, which goes before what is left.
    """

    files: int = 0
    held_back: int = 0
    problem: PortfolioError | None = None
    has_words: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """Somebody who watches large files go. `heard(sha256, bytes at school, size)` is told after
    each piece; `is_stopped(sha256)` is asked before each. Both are called from the sending thread.
    """

    heard: Callable[[str, int, int], None] = lambda _sha256, _sent, _size: None
    is_stopped: Callable[[str], bool] = lambda _sha256: False


def send_files(
    line: SchoolLine, portfolio: Portfolio, *, with_large: bool, watch: Watch | None = None
) -> Sent:
    """Send what waits, in turn. Raises SchoolUnreachable, or Refused by a school without room.

    A file that the school finds too large, that cannot be read here, or that somebody stopped,
    stays in the queue, and what the school has of it stays there.
    """
    written = len(portfolio.store.waiting())
    sender = _Sender(line, portfolio, watch or Watch(), written, with_large=with_large)
    queue = portfolio.media_queue.in_order()
    has_words = False
    with suppress(_WordsFirst):
        has_words = True
        for group in file_packs.grouped(queue, portfolio.media_size_bytes):
            sender.send_group(group)
        has_words = False
    return Sent(sender.files, sender.held_back, sender.problem, has_words)


def _is_stopped(portfolio: Portfolio, sha256_hex: str, watch: Watch) -> bool:
    is_held = file_choices.choices(portfolio).get(sha256_hex) == file_choices.HELD
    return is_held or watch.is_stopped(sha256_hex)


def confirm_files(line: SchoolLine, portfolio: Portfolio) -> int:
    """Ask again whether the school has what it took an hour ago or more; how many it has.

    What it has no longer goes up again at the next exchange.
    """
    confirmed = 0
    for sha256_hex in portfolio.room.to_confirm()[:CONFIRMED_AT_ONCE_LIMIT]:
        status, size_bytes = line.size_of(f"/v1/media/self/{sha256_hex}")
        if status not in (HTTPStatus.OK, HTTPStatus.NOT_FOUND):
            check_status(status)
        with portfolio.durable():
            here = portfolio.has_media(sha256_hex)
            has_all = not here or portfolio.media_size_bytes(sha256_hex) == size_bytes
            if status == HTTPStatus.OK and has_all:
                portfolio.room.note_confirmed(sha256_hex)
                confirmed += 1
            else:
                portfolio.room.note_lost(sha256_hex)
    return confirmed


class _TooLarge(Refused):
    """The school never takes this one; the others may go."""


class _Stopped(PortfolioError):
    """Somebody does not want this file to go now."""


class _WordsFirst(PortfolioError):
    """Something was written, and words go before what is left of a file."""


class Pace:
    """How large the next piece may be: large on a line that holds, small on one that broke, and
    larger again the longer it holds after that.
    """

    def __init__(self) -> None:
        self._run_bytes = 0
        self._last_run_bytes: int | None = None

    def part_bytes(self) -> int:
        """The most that the next piece may have."""
        if self._last_run_bytes is None:
            return PART_BYTES
        share = max(self._last_run_bytes, self._run_bytes) // PART_OF_A_RUN
        return max(LEAST_PART_BYTES, min(share, PART_BYTES))

    def carried(self, size_bytes: int) -> None:
        """A piece arrived."""
        self._run_bytes += size_bytes

    def broke(self) -> None:
        """The line broke."""
        self._last_run_bytes, self._run_bytes = self._run_bytes, 0


class _Sender:
    """Sends, and counts: `files` that went, `held_back`, and the first `problem` of one file."""

    def __init__(
        self,
        line: SchoolLine,
        portfolio: Portfolio,
        watch: Watch,
        written: int,
        *,
        with_large: bool,
    ) -> None:
        """`written` is how many changes waited when this began."""
        self._line = line
        self._portfolio = portfolio
        self._media = portfolio.vault.media
        self._watch = watch
        self._written = written
        self._with_large = with_large
        self._takes_pieces = True
        self._takes_packs = True
        self.files = 0
        self.held_back = 0
        self.problem: PortfolioError | None = None
        self._pace = Pace()

    def send_group(self, group: Sequence[str]) -> None:
        """Send what fits together, and by itself what did not go so.

        Raises _WordsFirst when something was written meanwhile.
        """
        gone = self._in_a_pack(group) if len(group) > 1 and self._takes_packs else []
        for sha256_hex in group:
            if sha256_hex not in gone:
                self._alone(sha256_hex)

    def _in_a_pack(self, group: Sequence[str]) -> list[str]:
        """Those that the school has now. What cannot be read is left to be sent, and told, alone.

        Any answer but a yes, and a line that breaks, make the rest of this go file by file.
        """
        self._check_words()
        files: dict[str, bytes] = {}
        for sha256_hex in group:
            with suppress(StoreDamaged, NotFound):
                if self._may_go(sha256_hex) and self._media.size_bytes(sha256_hex):
                    files[sha256_hex] = b"".join(self._media.open(sha256_hex))
        if len(files) < 2:  # noqa: PLR2004 - a pack of one is no pack
            return []
        self._takes_packs = False
        body = file_packs.packed(files)
        try:
            status, raw = self._line.hand_in("/v1/media/self", len(body), iter([body]))
        except LINE_BROKE:
            self._line.close()
            self._pace.broke()
            return []
        if status in _NO_PACKS:
            return []
        _check(status)
        self._takes_packs = True
        had = file_packs.had(read_json(raw), files)
        self._portfolio.note_delivered(had)
        self.files += len(had)
        return had

    def _alone(self, sha256_hex: str) -> None:
        self._check_words()
        try:
            if not self._may_go(sha256_hex):
                self.held_back += 1
                return
            self._send(sha256_hex)
        except _Stopped:
            self.held_back += 1
        except (_TooLarge, StoreDamaged, NotFound) as kept_back:
            self.problem = self.problem or kept_back
        else:
            self._portfolio.note_delivered([sha256_hex])
            self._tell_delivered(sha256_hex)
            self.files += 1

    def _check_words(self) -> None:
        if len(self._portfolio.store.waiting()) > self._written:
            raise _WordsFirst("Words go first.")

    def _may_go(self, sha256_hex: str) -> bool:
        portfolio = self._portfolio
        if _is_stopped(portfolio, sha256_hex, self._watch):
            return False
        chosen = file_choices.choices(portfolio).get(sha256_hex)
        if self._with_large or chosen == file_choices.ANYWAY:
            return True
        return portfolio.media_size_bytes(sha256_hex) <= LARGE_BYTES

    def _send(self, sha256_hex: str) -> None:
        """Send one file; return when the school says that it has it."""
        size_bytes = self._media.size_bytes(sha256_hex)
        if size_bytes > WHOLE_BYTES_LIMIT and self._takes_pieces:
            self._takes_pieces = self._in_pieces(sha256_hex, size_bytes)
            if self._takes_pieces:
                return
        with self._clean():
            chunks = self._media.open(sha256_hex)
            status = self._line.send_file(f"/v1/media/self/{sha256_hex}", size_bytes, chunks)
        _check(status)

    def _tell_delivered(self, sha256_hex: str) -> None:
        """That the school has a file that was worth watching."""
        size_bytes = self._media.size_bytes(sha256_hex)
        if size_bytes > WHOLE_BYTES_LIMIT:
            self._watch.heard(sha256_hex, size_bytes, size_bytes)

    def _in_pieces(self, sha256_hex: str, size_bytes: int) -> bool:
        """Send in pieces; False when the school takes none."""
        furthest, tries = -1, 0
        while tries < TRIES_WITHOUT_PROGRESS_LIMIT:
            try:
                found = self._begin(sha256_hex, size_bytes)
                if found is None:
                    return False
                place, offset = found
                if not place:
                    return True
                tries = 0 if offset > furthest else tries + 1
                furthest = max(furthest, offset)
                if self._go_on(sha256_hex, place, offset, size_bytes):
                    return True
            except LINE_BROKE:
                self._line.close()
                self._pace.broke()
                tries += 1
        raise SchoolUnreachable("The line breaks again and again. It will be tried again.")

    def _begin(self, sha256_hex: str, size_bytes: int) -> tuple[str, int] | None:
        """Where the upload is, "" if the school has the file, and how far it got."""
        named = base64.b64encode(sha256_hex.encode()).decode()
        asked = {"upload-length": str(size_bytes), "upload-metadata": f"sha256 {named}"}
        status, headers = self._line.send_part("POST", "/v1/uploads/self", _TUS | asked, None)
        if status in _NO_PIECES:
            return None
        _check(status)
        if status == HTTPStatus.OK:
            return "", size_bytes
        place, offset = headers.get("location", ""), _offset(headers)
        if not _PLACE.fullmatch(place) or offset is None or offset > size_bytes:
            raise SchoolUnreachable("The school's answer could not be read. Try again later.")
        return place, offset

    def _go_on(self, sha256_hex: str, place: str, offset: int, size_bytes: int) -> bool:
        """Send from `offset` on; False when the school stands elsewhere and must be asked."""
        with self._clean(), self._media.reader(sha256_hex) as reader:
            # Once even where all has arrived: a school that was stopped then finishes by that.
            while True:
                self._look_up(sha256_hex, offset, size_bytes)
                stop = min(offset + self._pace.part_bytes(), size_bytes)
                headers = _TUS | {
                    "content-type": "application/offset+octet-stream",
                    "content-length": str(stop - offset),
                    "upload-offset": str(offset),
                }
                chunks = reader.read(offset, stop)
                status, answer = self._line.send_part("PATCH", place, headers, chunks)
                # Elsewhere, over, or damaged on the way: the school is asked what it has now.
                if status in (
                    HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY
                ):  # fmt: skip
                    return False
                _check(status)
                if _offset(answer) != stop:
                    return False
                self._pace.carried(stop - offset)
                offset = stop
                if offset == size_bytes:
                    return True

    def _look_up(self, sha256_hex: str, offset: int, size_bytes: int) -> None:
        """Between two pieces: say how far it is, and see whether something else comes first."""
        if offset < size_bytes:
            self._watch.heard(sha256_hex, offset, size_bytes)
        if _is_stopped(self._portfolio, sha256_hex, self._watch):
            raise _Stopped("Somebody let this file wait.")
        self._check_words()

    @contextmanager
    def _clean(self) -> Iterator[None]:
        """A file that cannot be read ends half a request: the line must not be used again."""
        try:
            yield
        except PortfolioError:
            self._line.close()
            raise


def _check(status: int) -> None:
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise _TooLarge("A file is too large for your school. Ask your teacher; it is safe here.")
    check_status(status)


def _offset(headers: Mapping[str, str]) -> int | None:
    told = headers.get("upload-offset", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= 15 else None  # noqa: PLR2004
