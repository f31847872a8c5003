"""What device and school say to each other: the shapes, the limits, and bytes both ways.

Version 1; specified in docs/formats/wire.md. Unknown parts of a message are ignored, unknown parts
of a change are kept (see `sync.change`). Readers raise `PeerError` and never show content.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sync import change as changes
from sync.change import JSON, SCOPE_PATTERN, Change
from sync.errors import PeerError, TooNew

PROTOCOL = 1
CHANGES_PER_REQUEST_LIMIT = 500
CHANGES_PER_PAGE_LIMIT = 1_000
REQUEST_BYTES_LIMIT = 2 * 1024 * 1024
REPLY_BYTES_LIMIT = 16 * 1024 * 1024
VALUE_BYTES_LIMIT = 64 * 1024
SCOPES_LIMIT = 64
SEQUENCE_LIMIT = 1 << 53


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """A device's one request: `changes` to push, `cursors` (scope -> last sequence seen) to pull from."""

    cursors: Mapping[str, int]
    changes: tuple[Change, ...] = ()
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One row of a scope's feed: `sequence` counts from 1 without gaps a reader could miss."""

    sequence: int
    change: Change


@dataclass(frozen=True, slots=True)
class Page:
    """Rows after the cursor `start`; `digest` stands for all records at `cursor` when not `more`."""

    start: int
    rows: tuple[FeedRow, ...]
    cursor: int
    more: bool
    digest: str


@dataclass(frozen=True, slots=True)
class SyncReply:
    """The server's answer: what was accepted (id -> final stamp) or refused (id -> reason), and pages."""

    server_ms: int
    accepted: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    protocol: int = PROTOCOL


def encode_request(request: SyncRequest) -> bytes:
    """UTF-8 JSON of a request."""
    body: dict[str, JSON] = {"protocol": request.protocol, "cursors": dict(request.cursors)}
    if request.changes:
        body["changes"] = [changes.to_json(item) for item in request.changes]
    return _dump(body)


def decode_request(raw: bytes) -> SyncRequest:
    """Read a request; raises `PeerError` (or `TooNew`) with a sentence that holds no content."""
    body = _load(raw, REQUEST_BYTES_LIMIT, "request")
    items = body.get("changes", [])
    if not isinstance(items, list) or len(items) > CHANGES_PER_REQUEST_LIMIT:
        raise PeerError(
            f"A request holds more than {CHANGES_PER_REQUEST_LIMIT} changes, or none as a list."
        )
    return SyncRequest(
        _cursors(body.get("cursors", {})), tuple(changes.from_json(item) for item in items)
    )


def encode_reply(reply: SyncReply, own: frozenset[str] = frozenset()) -> bytes:
    """UTF-8 JSON of a reply. Rows whose change id is in `own` go as id and stamp: the asker has them."""
    pages = {}
    for scope, page in reply.pages.items():
        rows = [
            [
                row.sequence,
                {"own": row.change.id, "stamp": row.change.stamp, "author": row.change.author},
            ]
            if row.change.id in own
            else [row.sequence, changes.to_json(row.change)]
            for row in page.rows
        ]
        pages[scope] = {
            "start": page.start,
            "rows": rows,
            "cursor": page.cursor,
            "more": page.more,
            "digest": page.digest,
        }
    return _dump(
        {
            "protocol": reply.protocol,
            "server_ms": reply.server_ms,
            "accepted": dict(reply.accepted),
            "refused": dict(reply.refused),
            "pages": pages,
            "dropped": list(reply.dropped),
        }
    )


def decode_reply(raw: bytes, own: Mapping[str, Change] | None = None) -> SyncReply:
    """Read a reply; `own` are the changes just sent, by id, which the server names instead of repeating."""
    body = _load(raw, REPLY_BYTES_LIMIT, "answer")
    pages = body.get("pages", {})
    if not isinstance(pages, dict) or len(pages) > SCOPES_LIMIT:
        raise PeerError("An answer's pages are not an object of scopes.")
    dropped = body.get("dropped", [])
    if not isinstance(dropped, list) or len(dropped) > SCOPES_LIMIT:
        raise PeerError("An answer's dropped scopes are not a list.")
    return SyncReply(
        server_ms=_whole(body.get("server_ms"), "server_ms"),
        accepted=_texts(body.get("accepted", {}), "accepted"),
        refused=_texts(body.get("refused", {}), "refused"),
        pages={_scope(scope): _page(page, own or {}) for scope, page in pages.items()},
        dropped=tuple(_scope(scope) for scope in dropped),
    )


def value_size_bytes(value: JSON) -> int:
    """How large a value is on the wire, in bytes."""
    return len(_dump(value))


def _page(body: object, own: Mapping[str, Change]) -> Page:
    if not isinstance(body, dict):
        raise PeerError("A page is not a JSON object.")
    rows = body.get("rows")
    if not isinstance(rows, list) or len(rows) > CHANGES_PER_PAGE_LIMIT:
        raise PeerError(f"A page's rows are not a list of at most {CHANGES_PER_PAGE_LIMIT}.")
    digest = body.get("digest")
    if not isinstance(digest, str) or len(digest) != 32:
        raise PeerError("A page's digest is not 32 hex digits.")
    return Page(
        _whole(body.get("start"), "start"),
        tuple(_row(row, own) for row in rows),
        _whole(body.get("cursor"), "cursor"),
        body.get("more") is True,
        digest,
    )


def _row(body: object, own: Mapping[str, Change]) -> FeedRow:
    if not isinstance(body, list) or len(body) != 2:
        raise PeerError("A row of a page is not a pair.")
    sequence = _whole(body[0], "sequence")
    item = body[1]
    if isinstance(item, dict) and "own" in item:
        mine = own.get(str(item["own"]))
        if mine is None:
            raise PeerError("A page names a change that was not sent.")
        given = changes.to_json(mine) | {
            "stamp": item.get("stamp"),
            "author": item.get("author", ""),
        }
        return FeedRow(sequence, changes.from_json(given))
    return FeedRow(sequence, changes.from_json(item))


def _load(raw: bytes, limit: int, name: str) -> dict[str, JSON]:
    if len(raw) > limit:
        raise PeerError(f"The {name} is larger than {limit} bytes.")
    try:
        body = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise PeerError(f"The {name} is not JSON.") from None
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
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(
        "utf-8"
    )


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


def _texts(body: object, name: str) -> Mapping[str, str]:
    if not isinstance(body, dict) or not all(isinstance(item, str) for item in body.values()):
        raise PeerError(f"'{name}' is not an object of texts.")
    return body
