"""A second writer, from docs/formats alone: it makes the vectors, and what nobody may make.

Nothing of the product is imported and nothing is drawn: salts, ids and nonces are arguments, so
that the same call gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.vectors.plain_reader import hkdf, hkdf_expand, number

CHUNK_BYTES = 16_384
SEGMENT_BYTES = 4_096
CONTENTS = 4
MEDIA_INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_128_GCM\x00"


def media_context(vault: str) -> bytes:
    return b"portfolio media 1 " + vault.encode("ascii")


def media_chunks(
    key: bytes, salt: bytes, context: bytes, plain: list[bytes], *, first: int = 0
) -> list[bytes]:
    """Return prefix and sealed chunks; a writer that keeps the format gives full chunks but one."""
    made = hkdf_expand(key, MEDIA_INFO + salt + context, 60)
    first_nonce = number(made[16:28])
    chunks = [
        AESGCM(made[:16]).encrypt((first_nonce ^ place).to_bytes(12, "big"), chunk, None)
        for place, chunk in enumerate(plain, first)
    ]
    return [salt + made[28:], *chunks]


def in_chunks(plain: bytes) -> list[bytes]:
    """Full chunks and one that is not: empty where the content ends with a full one."""
    starts = range(0, len(plain) + 1, CHUNK_BYTES)
    return [plain[start : start + CHUNK_BYTES] for start in starts]


class PlainLog:
    """A sealed log in the making; what is given instead of a right value is written as it is."""

    def __init__(self, key: bytes, file_id: bytes, *, version: int = 2, nonces: int = 0) -> None:
        """`key` is the log key. `nonces`: where the nonces of this history begin."""
        self.version = version
        self.file_id = file_id
        self.commitment = hkdf(key, b"log commitment", file_id)
        self.sealed_stream = b""
        self.records: list[bytes] = []
        self.header = b""
        self._record_key = hkdf(key, b"log records", file_id)
        self._segment_key = hkdf(key, b"log segments", file_id)
        self._nonces = nonces
        self._previous = b""

    def stream(self, stream: bytes, *, first: int = 0) -> None:
        """Seal the stream of a snapshot."""
        pieces = [stream[at : at + SEGMENT_BYTES] for at in range(0, len(stream), SEGMENT_BYTES)]
        self.sealed_stream = b"".join(
            self._box(self._segment_key, piece, place.to_bytes(8, "big"))
            for place, piece in enumerate(pieces, first)
        )

    def begin(
        self,
        opening: bytes,
        *,
        kind: int = 1,
        magic: bytes = b"PFSLOG",
        whole_size: int | None = None,
        records_offset: int | None = None,
    ) -> None:
        """Write header and opening record."""
        place = 92 + len(self.sealed_stream)
        offset = records_offset
        if offset is None:
            offset = 0 if self.version == 1 else place
        whole = place + 24 + 28 + len(opening) if whole_size is None else whole_size
        fields = (self.version.to_bytes(2, "big"), whole.to_bytes(8, "big"))
        unchecked = magic + b"".join(fields) + offset.to_bytes(8, "big")
        self.header = with_crc(unchecked + self.file_id + self.commitment)
        self._previous = hashlib.sha256(self.header).digest()[:16]
        self.add(kind, opening)

    def add(self, kind: int, plain: bytes, **instead: bytes | int) -> bytes:
        """Add a record and return it. `instead`: `sequence`, `zeros`, `before` (of contents)."""
        sequence = int(instead.get("sequence", len(self.records)))
        zeros, before = instead.get("zeros", bytes(3)), instead.get("before")
        fixed = (28 + len(plain)).to_bytes(4, "big") + bytes((kind,)) + bytes(zeros)
        fixed += sequence.to_bytes(8, "big")
        context = sequence.to_bytes(8, "big") + bytes((kind,)) + self._previous
        if kind == CONTENTS:
            context = (b"".join(self.records) if before is None else bytes(before)) + fixed
        body = self._box(self._record_key, plain, context)
        record = with_crc(fixed + zlib.crc32(body).to_bytes(4, "big"), self.file_id) + body
        self.records.append(record)
        self._previous = body[-16:]
        return record

    def file(self, rest: bytes = b"") -> bytes:
        """Return the file, with `rest` behind the last record."""
        return self.header + self.sealed_stream + b"".join(self.records) + rest

    def _box(self, key: bytes, plain: bytes, context: bytes) -> bytes:
        """Nonces are made of a count, which is right only because nothing here is a secret."""
        self._nonces += 1
        nonce = hashlib.sha256(b"nonce %d" % self._nonces).digest()[:12]
        return nonce + AESGCM(key).encrypt(nonce, plain, context)


def with_crc(checked: bytes, before: bytes = b"") -> bytes:
    """Return `checked` and the CRC of `before` and it."""
    return checked + zlib.crc32(before + checked).to_bytes(4, "big")


def put(
    table: str, document_id: int, document: bytes | dict[str, Any], terms: bytes = b""
) -> bytes:
    """An operation of a batch."""
    content = document if isinstance(document, bytes) else json_bytes(document)
    numbers = document_id.to_bytes(8, "big") + len(terms).to_bytes(4, "big")
    return operation(1, named(table) + numbers + terms + content)


def remove(table: str, document_id: int) -> bytes:
    return operation(2, named(table) + document_id.to_bytes(8, "big"))


def operation(kind: int, payload: bytes) -> bytes:
    return bytes((kind,)) + len(payload).to_bytes(4, "big") + payload


def named(table: str) -> bytes:
    name = table.encode()
    return bytes((len(name),)) + name


def snapshot(tables: dict[str, dict[int, Any]]) -> tuple[bytes, dict[str, Any]]:
    """Return stream and directory of a snapshot by which nothing is found but documents."""
    stream, directory = b"", {}
    for name, documents in tables.items():
        contents = [json_bytes(document) for document in documents.values()]
        ends = [sum(map(len, contents[: place + 1])) for place in range(len(contents))]
        ids = [*documents]
        parts = []
        for part, content in (
            ("documents", b"".join(contents)),
            ("ids", b"".join(one.to_bytes(8, "big") for one in ids)),
            ("ends", b"".join(end.to_bytes(4, "big") for end in ends)),
        ):
            parts.append([part, [len(stream), len(stream) + len(content)]])
            stream += content
        directory[name] = {
            "documents": len(ids),
            "ascending": ids == sorted(ids),
            "first": None,
            "index": "00000000",
            "parts": parts,
        }
    return stream, {"bytes": len(stream), "tables": directory}


def json_bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
