"""What device and school say to each other: the shapes, the limits, and bytes both ways.

Version 1; specified in docs/formats/wire.md. Unknown parts of a message are ignored, unknown parts
of a change are kept (see `sync.change`). Readers raise `PeerError` and nothing else, whatever the
bytes, and never show content.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sync import change as changes
from sync.change import (
    CHANGE_ID_PATTERN,
    ID_PATTERN,
    JSON,
    NAME_PATTERN,
    SCOPE_PATTERN,
    Change,
)
from sync.clock import is_stamp
from sync.encoding import compact
from sync.errors import PeerError, TooNew
from sync.rows import FeedRow, KeptRow, Row, content_size_bytes

PROTOCOL = 1
CHANGES_PER_REQUEST_LIMIT = 500
CHANGES_PER_PAGE_LIMIT = 1_000
REQUEST_BYTES_LIMIT = 2 * 1024 * 1024
REPLY_BYTES_LIMIT = 16 * 1024 * 1024
VALUE_BYTES_LIMIT = 64 * 1024
SCOPES_LIMIT = 64
SEQUENCE_LIMIT = 1 << 53
DIGEST_PATTERN = re.compile(r"[0-9a-f]{32}", re.ASCII)
_CHANGE_ROW_PARTS = 2  # [sequence, change]
_OWN_ROW_PARTS = (3, 4)  # [sequence, id, stamp], and an author who is not the asker
_ESCAPED_BYTES_MOST = 6  # one character of a text


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """A device's one request: `changes` to push, and where to pull from.

    `cursors`: scope -> last sequence seen; `malformed`: ids of changes that could not be read, kept
    apart so that one of them does not hold up the others; `erased`: orders that were carried out.
    """

    cursors: Mapping[str, int]
    changes: tuple[Change, ...] = ()
    protocol: int = PROTOCOL
    malformed: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """An order to delete: `scopes`, durably and with their keys, then to confirm its `id`."""

    id: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Rows after the cursor `start`, up to `cursor`; `more` when the feed goes on.

    `digest` stands for all records of the scope when not `more`. A `cursor` below `start` says that
    the school has less than the asker has read: it came back from an older copy of itself.
    """

    start: int
    rows: tuple[Row, ...]
    cursor: int
    more: bool
    digest: str


@dataclass(frozen=True, slots=True)
class SyncReply:
    """The school's answer.

    `server_ms` its time; `accepted` id -> final stamp; `refused` id -> reason word; `pages` scope
    -> page, each read after the push was taken; `dropped` scopes that are closed to the asker;
    `erased` what the device is to delete and confirm.
    """

    server_ms: int
    accepted: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    protocol: int = PROTOCOL
    erased: Erased | None = None


def encode_request(request: SyncRequest) -> bytes:
    """UTF-8 JSON of a request."""
    body: dict[str, JSON] = {"protocol": request.protocol, "cursors": dict(request.cursors)}
    if request.changes:
        body["changes"] = [changes.to_json(item) for item in request.changes]
    if request.erased:
        body["erased"] = list(request.erased)
    return _dump(body)


def decode_request(raw: bytes) -> SyncRequest:
    """Read a request; raises `PeerError` (or `TooNew`) with a sentence that holds no content."""
    body = _load(raw, REQUEST_BYTES_LIMIT, "request")
    items = body.get("changes", [])
    if not isinstance(items, list) or len(items) > CHANGES_PER_REQUEST_LIMIT:
        raise PeerError(
            f"A request's changes are not a list of at most {CHANGES_PER_REQUEST_LIMIT}."
        )
    read: list[Change] = []
    malformed: list[str] = []
    for item in items:
        try:
            read.append(changes.from_json(item))
        except PeerError:
            malformed.append(_id(item.get("id") if isinstance(item, dict) else None))
    return SyncRequest(
        _cursors(body.get("cursors", {})), tuple(read), malformed=tuple(malformed),
        erased=_ids(body.get("erased", [])),
    )  # fmt: skip


def encode_reply(
    reply: SyncReply, own: Mapping[str, Change] | None = None, asker: str = ""
) -> bytes:
    """UTF-8 JSON of a reply; rows that are just what was sent (`own`, by id) go without content.

    Not those with the id of a sent change but other parts: a device that offers again what it kept
    of a change no longer knows all that its first offer named as seen. Such a row says also that
    the change was accepted, and its author only where that is not the `asker`.
    """
    told = _as_sent(reply, own) if own else {}
    body: dict[str, JSON] = {"protocol": reply.protocol, "server_ms": reply.server_ms}
    accepted: dict[str, JSON] = {
        key: stamp for key, stamp in reply.accepted.items() if key not in told
    }
    if accepted:
        body["accepted"] = accepted
    if reply.refused:
        body["refused"] = dict(reply.refused)
    if reply.dropped:
        body["dropped"] = list(reply.dropped)
    if reply.erased is not None:
        body["erased"] = {"id": reply.erased.id, "scopes": list(reply.erased.scopes)}
    pages = [
        _dump(scope) + b":" + _page_to_bytes(page, told, asker)
        for scope, page in reply.pages.items()
    ]
    return _dump(body)[:-1] + b',"pages":{' + b",".join(pages) + b"}}"


def decode_reply(raw: bytes, own: Mapping[str, Change] | None = None, asker: str = "") -> SyncReply:
    """Read a reply; `own` are the changes just sent, by id, which it names without repeating, and
    `asker` wrote them.
    """
    body = _load(raw, REPLY_BYTES_LIMIT, "answer")
    pages = body.get("pages", {})
    if not isinstance(pages, dict) or len(pages) > SCOPES_LIMIT:
        raise PeerError("An answer's pages are not an object of scopes.")
    dropped = body.get("dropped", [])
    if not isinstance(dropped, list) or len(dropped) > SCOPES_LIMIT:
        raise PeerError("An answer's dropped scopes are not a list.")
    told: dict[str, str] = {}
    read = {
        _scope(scope): _page(scope, page, _Sent(own or {}, asker, told))
        for scope, page in pages.items()
    }
    return SyncReply(
        server_ms=_whole(body.get("server_ms"), "server_ms"),
        accepted={**_verdicts(body.get("accepted", {}), "accepted"), **told},
        refused=_verdicts(body.get("refused", {}), "refused"),
        pages=read,
        dropped=tuple(_scope(scope) for scope in dropped),
        erased=_erased(body.get("erased")),
    )


def is_too_large(change: Change) -> bool:
    """Whether a change's content is larger than one may be."""
    value = change.value
    is_plain = isinstance(value, str) and not change.extra
    if is_plain and len(value) * _ESCAPED_BYTES_MOST + 2 <= VALUE_BYTES_LIMIT:
        return False  # whatever stands in it: most changes need not be written out to know
    return content_size_bytes(change) > VALUE_BYTES_LIMIT


def _as_sent(reply: SyncReply, own: Mapping[str, Change]) -> Mapping[str, Change]:
    """The changes, by id, that stand in the pages just as they were sent."""
    found = {}
    for page in reply.pages.values():
        for row in page.rows:
            name = row.id if isinstance(row, KeptRow) else row.change.id
            if name in own:
                stored = row.change
                if stored == changes.with_stamp(own[name], stored.stamp, stored.author):
                    found[name] = stored
    return found


def _page_to_bytes(page: Page, told: Mapping[str, Change], asker: str) -> bytes:
    ends: dict[str, JSON] = {"start": page.start, "cursor": page.cursor, "digest": page.digest}
    if page.more:
        ends["more"] = True
    rows = b",".join([_row_to_bytes(row, told, asker) for row in page.rows])
    return _dump(ends)[:-1] + b',"rows":[' + rows + b"]}"


def _row_to_bytes(row: Row, told: Mapping[str, Change], asker: str) -> bytes:
    name = row.id if isinstance(row, KeptRow) else row.change.id
    if name in told:
        change = told[name]
        author = [] if change.author == asker else [change.author]
        return _dump([row.sequence, name, change.stamp, *author])
    if isinstance(row, KeptRow):
        return b"[%d,%b]" % (row.sequence, row.raw)
    return _dump([row.sequence, changes.to_json(row.change)])


@dataclass(frozen=True, slots=True)
class _Sent:
    """What was sent, by id, and by whom; `told` becomes what rows say was accepted."""

    changes: Mapping[str, Change]
    asker: str
    told: dict[str, str]


def _page(scope: str, body: object, sent: _Sent) -> Page:
    if not isinstance(body, dict):
        raise PeerError("A page is not a JSON object.")
    items = body.get("rows")
    if not isinstance(items, list) or len(items) > CHANGES_PER_PAGE_LIMIT:
        raise PeerError(f"A page's rows are not a list of at most {CHANGES_PER_PAGE_LIMIT}.")
    digest = body.get("digest")
    if not isinstance(digest, str) or DIGEST_PATTERN.fullmatch(digest) is None:
        raise PeerError("A page's digest is not 32 hex digits.")
    start, cursor = _whole(body.get("start"), "start"), _whole(body.get("cursor"), "cursor")
    rows = tuple(_row(item, sent) for item in items)
    last = start
    for row in rows:
        if row.sequence <= last or row.change.scope != scope:
            raise PeerError("A page's rows are out of order, or of another scope.")
        last = row.sequence
    if cursor != last and (rows or cursor > start):
        raise PeerError("A page's cursor is not where its rows end.")
    return Page(start, rows, cursor, body.get("more") is True, digest)


def _row(body: object, sent: _Sent) -> FeedRow:
    if not isinstance(body, list) or len(body) not in (_CHANGE_ROW_PARTS, *_OWN_ROW_PARTS):
        raise PeerError("A row of a page is neither a change nor the name of one that was sent.")
    sequence = _whole(body[0], "sequence")
    if len(body) == _CHANGE_ROW_PARTS:
        return FeedRow(sequence, changes.from_json(body[1]))
    change_id, stamp, author = (*body[1:], sent.asker)[:3]
    mine = sent.changes.get(_id(change_id))
    if mine is None:
        raise PeerError("A page names a change that was not sent.")
    if not is_stamp(stamp) or not isinstance(author, str) or not _is_author(author):
        raise PeerError("A row of a page gives a change that was sent a malformed part.")
    sent.told[mine.id] = stamp
    return FeedRow(sequence, changes.with_stamp(mine, stamp, author))


def _is_author(text: str) -> bool:
    return text == "" or ID_PATTERN.fullmatch(text) is not None


def _load(raw: bytes, limit: int, name: str) -> dict[str, JSON]:
    if len(raw) > limit:
        raise PeerError(f"The {name} is larger than {limit} bytes.")
    try:
        body = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise PeerError(f"The {name} is not JSON that can be read.") from None
    if not isinstance(body, dict):
        raise PeerError(f"The {name} is not a JSON object.")
    protocol = body.get("protocol")
    if not isinstance(protocol, int) or isinstance(protocol, bool) or protocol < 1:
        raise PeerError(f"The {name} names no protocol version.")
    if protocol > PROTOCOL:
        raise TooNew(
            f"The {name} speaks protocol {protocol}; this program knows {PROTOCOL}. Update it."
        )
    return body


def _no_constant(name: str) -> JSON:
    raise ValueError(name)


def _dump(body: JSON) -> bytes:
    return compact(body).encode("utf-8")


def _cursors(body: object) -> Mapping[str, int]:
    if not isinstance(body, dict) or len(body) > SCOPES_LIMIT:
        raise PeerError(f"A request's cursors are not an object of at most {SCOPES_LIMIT} scopes.")
    return {_scope(scope): _whole(cursor, "cursor") for scope, cursor in body.items()}


def _scope(value: object) -> str:
    if not isinstance(value, str) or SCOPE_PATTERN.fullmatch(value) is None:
        raise PeerError("A scope's name is malformed.")
    return value


def _whole(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < SEQUENCE_LIMIT:
        raise PeerError(f"'{name}' is not a whole number from 0.")
    return value


def _id(value: object) -> str:
    if not isinstance(value, str) or CHANGE_ID_PATTERN.fullmatch(value) is None:
        raise PeerError("A change's 'id' is malformed.")
    return value


def _ids(body: object) -> tuple[str, ...]:
    if not isinstance(body, list) or len(body) > SCOPES_LIMIT:
        raise PeerError(f"A request's erased orders are not a list of at most {SCOPES_LIMIT}.")
    return tuple(_id(item) for item in body)


def _erased(body: object) -> Erased | None:
    if body is None:
        return None
    scopes = body.get("scopes") if isinstance(body, dict) else None
    if not isinstance(body, dict) or not isinstance(scopes, list) or len(scopes) > SCOPES_LIMIT:
        raise PeerError("An answer's order to erase is malformed.")
    return Erased(_id(body.get("id")), tuple(_scope(scope) for scope in scopes))


def _verdicts(body: object, name: str) -> Mapping[str, str]:
    if not isinstance(body, dict) or len(body) > CHANGES_PER_REQUEST_LIMIT:
        raise PeerError(f"'{name}' is not an object of at most {CHANGES_PER_REQUEST_LIMIT} ids.")
    for change_id, said in body.items():
        is_word = isinstance(said, str) and NAME_PATTERN.fullmatch(said) is not None
        if not (is_stamp(said) if name == "accepted" else is_word):
            raise PeerError(f"'{name}' holds something else than was agreed.")
        _id(change_id)
    return body
