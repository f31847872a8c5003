"""Files on their way from school: what the gallery shows first, what a class gives, what is asked.

A file is sealed while it comes, in small pieces, and kept only if it is what its name says. A large
one comes in stretches that are kept as they come, so that a line that breaks costs only the last.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from portfolio_app.errors import NotFound, PortfolioError, SchoolUnreachable, StoreDamaged
from portfolio_app.student import arriving
from portfolio_app.student.deletions import still_named
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.school_line import LINE_BROKE, Coming, SchoolLine, check_status
from portfolio_app.student.vault.media import OtherContent, ReceivedMedia

OWN = "self"
THUMBNAILS_AHEAD = 200
PREVIEWS_AHEAD = 24
DAMAGED_TRIES_LIMIT = 2
TRIES_WITHOUT_PROGRESS_LIMIT = 3
STRETCH_BYTES = 8 << 20
"""A larger file comes in stretches of this size; a crash costs one of them."""

KEPT_BYTES = 256 << 10
"""A line that brought less before it broke brought nothing worth keeping."""

_SHA256_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)


def fetch(line: SchoolLine, portfolio: Portfolio, scope: str, sha256_hex: str) -> None:
    """Bring one file here, going on from what came of it before.

    Raises NotFound where the school has none, SchoolUnreachable for one that comes damaged or where
    the line breaks again and again, StorageFull. What does not fit its name is never kept.
    """
    if not _SHA256_HEX.fullmatch(sha256_hex):
        raise NotFound("That is not the name of a file.")
    path = f"/v1/media/{scope}/{sha256_hex}"
    damaged = tries = furthest = 0
    while tries < TRIES_WITHOUT_PROGRESS_LIMIT:
        try:
            received = _come(line, portfolio, path, sha256_hex)
        except OtherContent:
            _begin_again(portfolio, sha256_hex)
            damaged, furthest = damaged + 1, 0
            if damaged == DAMAGED_TRIES_LIMIT:
                raise SchoolUnreachable(
                    "A file from the school arrived damaged. It will be fetched again."
                ) from None
        except _Cut:
            line.close()
            came = arriving.came_bytes(portfolio.vault, sha256_hex)
            tries = 0 if came > furthest else tries + 1
            furthest = max(furthest, came)
        else:
            _keep(portfolio, scope, sha256_hex, received)
            return
    raise SchoolUnreachable("The line breaks again and again. It will be tried again.")


@dataclass(frozen=True, slots=True)
class Fetched:
    """How many files came, and how many the school does not have yet."""

    got: int = 0
    missing: int = 0


def fetch_all(line: SchoolLine, portfolio: Portfolio, files: Iterable[tuple[str, str]]) -> Fetched:
    """Bring (scope, hash) here as far as they are missing and the school has them."""
    got = missing = 0
    for scope, sha256_hex in files:
        if portfolio.has_media(sha256_hex):
            continue
        try:
            fetch(line, portfolio, scope, sha256_hex)
        except NotFound:
            missing += 1  # words come first; the device that has the file has not sent it yet
            continue
        got += 1
    return Fetched(got, missing)


def shown_first(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """What the gallery shows first: thumbnails of the newest works, then some previews."""
    rows = [row for row in portfolio.gallery(0, THUMBNAILS_AHEAD) if not row.is_binned]
    for row in rows:
        if row.thumbnail:
            yield OWN, row.thumbnail
    for row in rows[:PREVIEWS_AHEAD]:
        work = portfolio.work(row.id)
        for file in work.files if work else ():
            for media in (file.thumbnail, file.preview):
                if media:
                    yield OWN, media


def of_classes(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Frameworks and rubrics that classes gave."""
    with portfolio.lock:
        found = portfolio.store.library()
    named = {(scope, view.get("media")) for scope, view in found}
    return sorted((scope, media) for scope, media in named if isinstance(media, str))


class _Cut(SchoolUnreachable):
    """The line broke before the file was whole; what is worth it has been kept."""


class _Stretch:
    """At most `wanted_bytes` of what comes. A line that breaks ends it: quietly where enough came
    to be kept and `may_end` says so, else with _Cut, so that nothing of it is kept.
    """

    def __init__(self, chunks: Iterator[bytes], wanted_bytes: int | None, *, may_end: bool) -> None:
        self._chunks = chunks
        self._wanted_bytes = wanted_bytes
        self._may_end = may_end
        self.came_bytes = 0

    @property
    def is_whole(self) -> bool:
        """Whether all that was wanted came."""
        return self._wanted_bytes is None or self.came_bytes >= self._wanted_bytes

    def __iter__(self) -> Iterator[bytes]:
        try:
            for chunk in self._chunks:
                self.came_bytes += len(chunk)
                yield chunk
                if self._wanted_bytes is not None and self.is_whole:
                    return
        except LINE_BROKE:
            # Not as it is: to whoever seals it, an OSError is one of this device's storage.
            if self._wanted_bytes is None:
                raise _cut() from None
        if not self.is_whole and not (self._may_end and self.came_bytes >= KEPT_BYTES):
            raise _cut()


def _come(line: SchoolLine, portfolio: Portfolio, path: str, sha256_hex: str) -> ReceivedMedia:
    """The whole file, sealed. Raises _Cut, OtherContent, and as `fetch` does."""
    media, start = portfolio.vault.media, arriving.came_bytes(portfolio.vault, sha256_hex)
    try:
        with line.read_file(path, start) as coming:
            _check(coming)
            if coming.start != start:
                _begin_again(portfolio, sha256_hex)  # a school that gives files only whole
            if not coming.start and (coming.size_bytes or 0) <= STRETCH_BYTES:
                whole = _Stretch(coming.chunks, coming.size_bytes, may_end=False)
                return media.receive(whole, announced=sha256_hex)
            _take_stretches(portfolio, coming, sha256_hex)
    except LINE_BROKE:
        raise _cut() from None
    try:
        return media.receive(arriving.read(portfolio.vault, sha256_hex), announced=sha256_hex)
    except (NotFound, StoreDamaged):
        raise OtherContent("What came of a file cannot be read; it comes again.") from None


def _check(coming: Coming) -> None:
    if coming.status == HTTPStatus.NOT_FOUND:
        raise NotFound("That file is not at school.")
    if coming.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        raise OtherContent("The file is shorter than what came of it; it comes again.")
    check_status(coming.status)


def _take_stretches(portfolio: Portfolio, coming: Coming, sha256_hex: str) -> None:
    """Keep what comes, a stretch at a time. Raises _Cut where the line breaks."""
    place, end = coming.start, coming.size_bytes or 0
    while place < end:
        wanted_bytes = min(STRETCH_BYTES, end - place)
        stretch = _Stretch(coming.chunks, wanted_bytes, may_end=True)
        part = portfolio.vault.media.receive(stretch)
        with portfolio.durable():
            _let_go(portfolio, arriving.note(portfolio.vault, sha256_hex, part))
        place += part.size_bytes
        if not stretch.is_whole:
            raise _cut()


def _keep(portfolio: Portfolio, scope: str, sha256_hex: str, received: ReceivedMedia) -> None:
    with portfolio.durable():
        portfolio.vault.media.keep(received)
        if scope == OWN:
            portfolio.room.note_here(sha256_hex)
        parts = arriving.forget(portfolio.vault, [sha256_hex]) - {sha256_hex}
        _let_go(portfolio, parts)
    _clear(portfolio, parts)


def _begin_again(portfolio: Portfolio, sha256_hex: str) -> None:
    with portfolio.durable():
        parts = arriving.forget(portfolio.vault, [sha256_hex])
        _let_go(portfolio, parts)
    _clear(portfolio, parts)


def _let_go(portfolio: Portfolio, parts: frozenset[str]) -> None:
    if parts:
        portfolio.vault.media.drop(parts - still_named(portfolio))


def _clear(portfolio: Portfolio, parts: frozenset[str]) -> None:
    if parts:
        try:
            portfolio.vault.media.clear_leftovers()
        except PortfolioError:
            return  # the next time that the vault is closed does as well


def _cut() -> _Cut:
    return _Cut("The line broke on the way. It goes on from there.")
