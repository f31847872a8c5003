"""The inside of a bundle: the messages of `wire`, and files, one after the other in one stream.

Specified in docs/formats/bundle.md. Sealing, signing, files and clocks stay outside: sections come
out as bytes and go in as bytes, a piece at a time, so that a film never lies in memory.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sync.change import JSON
from sync.errors import PeerError, TooNew
from sync.wire import PROTOCOL, REPLY_BYTES_LIMIT, REQUEST_BYTES_LIMIT

MANIFEST = b"M"
REQUEST = b"R"
REPLY = b"P"
FILE = b"B"
END = b"Z"
MANIFEST_BYTES_LIMIT = 64 * 1024
FILE_BYTES_LIMIT = 2 << 30
MESSAGES_LIMIT = 2_000
FILES_LIMIT = 20_000
SECTIONS_LIMIT = 50_000
HASH_BYTES = 32
_LENGTH_BYTES = 8
_PIECE_BYTES = 256 * 1024
_SIZE_LIMITS: Mapping[bytes, int] = {
    MANIFEST: MANIFEST_BYTES_LIMIT,
    REQUEST: REQUEST_BYTES_LIMIT,
    REPLY: REPLY_BYTES_LIMIT,
    FILE: FILE_BYTES_LIMIT + HASH_BYTES,
    END: _LENGTH_BYTES,
}
_COUNT_LIMITS: Mapping[bytes, int] = {
    MANIFEST: 1,
    REQUEST: MESSAGES_LIMIT,
    REPLY: MESSAGES_LIMIT,
    FILE: FILES_LIMIT,
    END: 1,
}


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file to put in: its SHA-256 in hex, its size, and its bytes in pieces."""

    sha256: str
    size_bytes: int
    pieces: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Section:
    """One section on its way out. `pieces` must be read to their end before the next section.

    For a file `sha256` is what it claims to be, in hex, and `pieces` raise `PeerError` at their end
    if they were something else; so nothing may be kept before they ended.
    """

    type: bytes
    size_bytes: int
    pieces: Iterator[bytes]
    sha256: str = ""

    def whole(self) -> bytes:
        """All of it; for messages, which fit into memory."""
        return b"".join(self.pieces)


def write(
    manifest: Mapping[str, JSON],
    message_type: bytes,
    messages: Iterable[bytes],
    files: Iterable[BundledFile],
) -> Iterator[bytes]:
    """The stream of one bundle. `message_type` is REQUEST or REPLY."""
    body = json.dumps({"protocol": PROTOCOL, **manifest}, separators=(",", ":")).encode()
    yield from _section(MANIFEST, body)
    count = 1
    for message in messages:
        yield from _section(message_type, message)
        count += 1
    for file in files:
        yield FILE + (file.size_bytes + HASH_BYTES).to_bytes(_LENGTH_BYTES, "big")
        yield bytes.fromhex(file.sha256)
        yield from file.pieces
        count += 1
    yield from _section(END, count.to_bytes(_LENGTH_BYTES, "big"))


def read(stream: Iterable[bytes]) -> Iterator[Section]:
    """The sections of a bundle, the manifest first; those of a newer program are passed over.

    Raises `PeerError` for anything out of place, too large, too many, or cut short: the sections
    before it were whole.
    """
    source = _Source(iter(stream))
    counts: dict[bytes, int] = {}
    for number in range(SECTIONS_LIMIT):
        section_type, size_bytes = source.header()
        counts[section_type] = counts.get(section_type, 0) + 1
        _check(section_type, size_bytes, number, counts[section_type])
        if section_type == END:
            source.finish(size_bytes, number)
            return
        if section_type == FILE:
            claimed = source.take(HASH_BYTES).hex()
            pieces = _hashed(source.pieces(size_bytes - HASH_BYTES), claimed)
            section = Section(section_type, size_bytes - HASH_BYTES, pieces, claimed)
        else:
            section = Section(section_type, size_bytes, source.pieces(size_bytes))
        if section_type in _SIZE_LIMITS:
            yield section
        for _ in section.pieces:  # whoever asked left it, or nobody knows it
            pass
    raise PeerError(f"The bundle has more than {SECTIONS_LIMIT} sections.")


def read_manifest(section: Section) -> Mapping[str, JSON]:
    """The manifest of the first section; raises `PeerError` or `TooNew`."""
    try:
        body = json.loads(section.whole().decode("utf-8"))
    except (ValueError, RecursionError):
        body = None
    if section.type != MANIFEST or not isinstance(body, dict):
        raise PeerError("The bundle's manifest cannot be read.")
    protocol = body.get("protocol")
    if not isinstance(protocol, int) or isinstance(protocol, bool) or protocol < 1:
        raise PeerError("The bundle's manifest names no protocol.")
    if protocol > PROTOCOL:
        raise TooNew(f"The bundle speaks protocol {protocol}; this program knows {PROTOCOL}.")
    return body


def _section(section_type: bytes, body: bytes) -> Iterator[bytes]:
    yield section_type + len(body).to_bytes(_LENGTH_BYTES, "big")
    yield body


def _check(section_type: bytes, size_bytes: int, number: int, count: int) -> None:
    if (number == 0) != (section_type == MANIFEST):
        raise PeerError("The bundle does not begin with its one manifest.")
    if section_type == FILE and size_bytes < HASH_BYTES:
        raise PeerError("A file in the bundle has no name.")
    if size_bytes > _SIZE_LIMITS.get(section_type, FILE_BYTES_LIMIT):
        raise PeerError("A section of the bundle is too large.")
    if count > _COUNT_LIMITS.get(section_type, SECTIONS_LIMIT):
        raise PeerError("The bundle has too many sections of one kind.")


def _hashed(pieces: Iterator[bytes], claimed: str) -> Iterator[bytes]:
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
        yield piece
    if found.hexdigest() != claimed:
        raise PeerError("A file in the bundle is not what it is named.")


class _Source:
    """Bytes in the sizes that are asked for, from pieces of any size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def header(self) -> tuple[bytes, int]:
        head = self.take(1 + _LENGTH_BYTES)
        return head[:1], int.from_bytes(head[1:], "big")

    def take(self, size_bytes: int) -> bytes:
        return b"".join(self.pieces(size_bytes))

    def pieces(self, size_bytes: int) -> Iterator[bytes]:
        while size_bytes:
            if not self._left:
                self._left = next(filter(None, self._pieces), b"")
                if not self._left:
                    raise PeerError("The bundle is cut short.")
            piece = self._left[: min(size_bytes, _PIECE_BYTES)]
            self._left = self._left[len(piece) :]
            size_bytes -= len(piece)
            yield piece

    def finish(self, size_bytes: int, sections: int) -> None:
        if int.from_bytes(self.take(size_bytes), "big") != sections:
            raise PeerError("The bundle has lost a section.")
        if self._left or any(self._pieces):
            raise PeerError("The bundle goes on after its end.")
