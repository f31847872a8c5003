"""What device and school read of each other, over the line and from sticks, and the errors it may
name: messages, bundles outside and inside, a record's history, the headers of uploads.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from types import SimpleNamespace
from typing import Any

from litestar.datastructures import Headers
from litestar.exceptions import HTTPException

from portfolio_app.errors import BadInput
from portfolio_app.school import upload_api
from portfolio_app.school.outgoing import wanted_range
from portfolio_app.sealing import bundles
from portfolio_app.sealing.envelope import SealBroken
from sync import bundle, history, merge, wire
from sync.bundle import BundledFile
from sync.change import Change
from sync.errors import PeerError
from tests.fuzz import corpus
from tests.fuzz.mutation import mutated, mutated_json

NOW_MS = 1_790_000_000_000
OPENING_KEY, SIGNING_KEY = bytes(range(32)), bytes(range(1, 33))
RESEALED = 0.7
"""So many of the changed headers get the signature that belongs to them, or little is read."""

_HEADERS = ("upload-length", "upload-metadata", "upload-offset", "upload-checksum", "tus-resumable",
            "content-type", "range")  # fmt: skip


@cache
def exchanges() -> tuple[tuple[bytes, bytes], ...]:
    """Requests and answers as the first release said them."""
    path = corpus.VECTORS / "sync-1" / "exchanges.json"
    golden = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        (asked.encode(), answered.encode())
        for one in golden
        for _, asked, answered in one["exchanges"][:12]
    )


def requests() -> list[bytes]:
    """What devices ask."""
    return [asked for asked, _ in exchanges()]


def replies() -> list[bytes]:
    """What schools answer."""
    return [answered for _, answered in exchanges()]


@cache
def sent() -> dict[str, Change]:
    """All that was ever sent, by id: what an answer may name without repeating it."""
    read = [wire.decode_request(asked) for asked in requests()]
    return {change.id: change for request in read for change in request.changes}


def read_request(raw: bytes) -> None:
    """Read, and say again: what was read can always be written."""
    request = wire.decode_request(raw)
    again = wire.decode_request(wire.encode_request(request))
    assert again.changes == request.changes


def read_reply(raw: bytes) -> None:
    """Read, and say again."""
    reply = wire.decode_reply(raw, sent())
    assert wire.decode_reply(wire.encode_reply(reply)) == reply


def read_history(raw: bytes) -> None:
    """As a device reads what was ever written to one record, and what stands of it."""
    reply = wire.decode_reply(raw, sent())
    for page in reply.pages.values():
        for record in {row.change.record for row in page.rows}:
            rows = [row for row in page.rows if row.change.record == record]
            state = merge.EMPTY
            for row in rows:
                state = merge.apply(state, row.change)
            found = history.versions(rows, state)
            assert sum(map(len, found.values())) == len(rows)
            merge.view(state)


def changed_message(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Mostly as JSON, so that most is read far."""
    return mutated(source, raw, others) if source.random() < 0.25 else mutated_json(source, raw)


def insides() -> list[bytes]:
    """The streams of bundles."""
    files = [BundledFile(_sha256(one), len(one), [one]) for one in (b"", b"a photo" * 900)]
    manifest = {"token": "t" * 43, "signer": "1" * 64, "reply_to": "2" * 64, "have": []}
    return [
        b"".join(bundle.write(manifest, bundle.REQUEST, requests()[:3], files)),
        b"".join(bundle.write({"learner_id": "a" * 32}, bundle.REPLY, replies()[:2], [])),
    ]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_inside(raw: bytes) -> None:
    """As both programs do, in pieces of an odd size."""
    pieces = (raw[at : at + 777] for at in range(0, len(raw), 777))
    for section in bundle.read(pieces):
        if section.type == bundle.MANIFEST:
            bundle.read_manifest(section)
        elif section.type == bundle.REQUEST:
            wire.decode_request(section.whole())
        elif section.type == bundle.REPLY:
            wire.decode_reply(section.whole(), sent())
        else:
            assert sum(map(len, section.pieces)) == section.size_bytes


@cache
def sealed() -> tuple[bytes, ...]:
    """Whole bundles, both ways."""
    to = bundles.recipient_of(OPENING_KEY)
    return tuple(
        b"".join(bundles.seal(kind, to, SIGNING_KEY, NOW_MS, [inside]))
        for kind, inside in zip((bundles.TO_SCHOOL, bundles.TO_DEVICE), insides(), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _InMemory:
    raw: bytes

    def size_bytes(self) -> int:
        """How many there are."""
        return len(self.raw)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Some of them."""
        return self.raw[offset : offset + size_bytes]


def read_sealed(raw: bytes) -> None:
    """Whoever sent it: a stranger signs what they like with a key of their own."""
    header = bundles.read_header(_InMemory(raw))
    opened = bundles.open_bundle(_InMemory(raw), OPENING_KEY, header.kind, NOW_MS)
    for section in bundle.read(opened.stream):
        section.whole()


def changed_bundle(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Often the header alone, as JSON, signed anew by whoever changed it."""
    first, second, rest = raw.split(b"\n", 2)
    if source.random() >= RESEALED:
        return mutated(source, raw, others)
    lines = first + b"\n" + mutated_json(source, second) + b"\n"
    key = bundles._signing(SIGNING_KEY)
    _, _, sealed_part = rest.partition(b"\n")
    return lines + key.sign(lines).hex().encode() + b"\n" + sealed_part


def upload_headers() -> list[bytes]:
    """The headers of each request of an upload, as JSON."""
    named = base64.b64encode(b"0a" * 32).decode()
    checked = base64.b64encode(bytes(32)).decode()
    found = (
        {"upload-length": "3000000", "upload-metadata": f"sha256 {named}",
         "tus-resumable": "1.0.0"},
        {"upload-length": "1", "upload-metadata": f"filename aGk=,sha256 {named}"},
        {"upload-offset": "1048576", "content-type": "application/offset+octet-stream",
         "upload-checksum": f"sha256 {checked}", "tus-resumable": "1.0.0"},
        {"range": "bytes=0-499"}, {"range": "bytes=-5"}, {"range": "bytes=7-"},
    )  # fmt: skip
    return [json.dumps(one).encode() for one in found]


def read_upload_headers(raw: bytes) -> None:
    """Everything that the routes of uploads and of media read of headers; unknown ones stay."""
    document = json.loads(raw)
    texts = {name: value for name, value in document.items() if isinstance(value, str)}
    headers = Headers({name: _on_the_line(value) for name, value in texts.items()})
    request: Any = SimpleNamespace(headers=headers)
    asked = [name for name in _HEADERS if name in headers]
    for name in asked:
        if name in ("upload-length", "upload-offset"):
            assert 0 <= upload_api._number(request, name) < 10**15
        elif name == "upload-metadata":
            assert len(upload_api._announced_hash(headers[name])) == 64
        elif name == "upload-checksum":
            found = upload_api._checksum(headers[name])
            assert found is None or len(found) == 32
        elif name == "range":
            part = wanted_range(headers[name], 1_000)
            assert part is None or 0 <= part[0] < part[1] <= 1_000


def _on_the_line(value: str) -> str:
    """What a server makes of any bytes in a header."""
    return value.encode("utf-8", "surrogatepass").decode("latin-1")


def changed_headers(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """One header's text changed as bytes, or the whole as JSON."""
    document = json.loads(raw)
    if source.random() < 0.3:
        changed = json.loads(mutated_json(source, raw))
        return json.dumps(changed if isinstance(changed, dict) else {}).encode()
    name = source.choice(sorted(document))
    document[name] = mutated(source, document[name].encode(), others).decode("latin-1")
    return json.dumps(document).encode()


REFUSED_OVER_THE_LINE = (PeerError,)
REFUSED_FROM_A_STICK = (PeerError, BadInput, SealBroken)
REFUSED_HEADERS = (BadInput, HTTPException)
