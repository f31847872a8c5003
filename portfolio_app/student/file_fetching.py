"""Files on their way from school: what the gallery shows first, what a class gives, what is asked.

A file is sealed while it comes, in small pieces, and kept only if it is what its name says.
"""

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from portfolio_app.errors import NotFound, SchoolUnreachable
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.school_line import SchoolLine, check_status
from portfolio_app.student.vault.media import OtherContent

OWN = "self"
THUMBNAILS_AHEAD = 200
PREVIEWS_AHEAD = 24
DAMAGED_TRIES_LIMIT = 2
_SHA256_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)


def fetch(line: SchoolLine, portfolio: Portfolio, scope: str, sha256_hex: str) -> None:
    """Bring one file here. Raises NotFound where the school has none, SchoolUnreachable for one
    that comes damaged again and again, StorageFull; nothing half is kept.
    """
    if not _SHA256_HEX.fullmatch(sha256_hex):
        raise NotFound("That is not the name of a file.")
    for _ in range(DAMAGED_TRIES_LIMIT):
        with line.read_file(f"/v1/media/{scope}/{sha256_hex}") as (status, chunks):
            if status == HTTPStatus.NOT_FOUND:
                raise NotFound("That file is not at school.")
            check_status(status)
            try:
                received = portfolio.vault.media.receive(chunks, announced=sha256_hex)
            except OtherContent:
                continue
        with portfolio.durable():
            portfolio.vault.media.keep(received)
            if scope == OWN:
                portfolio.room.note_here(sha256_hex)
        return
    raise SchoolUnreachable("A file from the school arrived damaged. It will be fetched again.")


def fetch_all(line: SchoolLine, portfolio: Portfolio, files: Iterable[tuple[str, str]]) -> int:
    """Bring (scope, hash) here as far as they are missing and the school has them; how many."""
    got = 0
    for scope, sha256_hex in files:
        if portfolio.has_media(sha256_hex):
            continue
        try:
            fetch(line, portfolio, scope, sha256_hex)
        except NotFound:
            continue  # its words came first; the device that has the file has not sent it yet
        got += 1
    return got


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
