"""A second reader of a vault, written from docs/formats alone, with none of the product's code."""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Tables = dict[str, dict[int, Any]]


def read_vault(folder: Path, secret: str) -> tuple[Tables, dict[str, bytes]]:
    """Return the tables, and the media by the SHA-256 of what they hold."""
    vault_key = read_keys(json.loads((folder / "keys.json").read_text()), secret)
    identity, tables = read_log((folder / "log").read_bytes(), hkdf(vault_key, b"log"))
    names_key = bytes.fromhex(identity["media_names"])
    context = b"portfolio media 1 " + identity["vault"].encode()
    media = {}
    for document in tables.get("media", {}).values():
        sha256 = bytes.fromhex(document["sha256"])
        name = hmac.digest(names_key, sha256, "sha256").hex()
        sealed = (folder / "media" / name).read_bytes()
        media[document["sha256"]] = read_media(
            sealed, bytes.fromhex(document["key"]), context, document["size_bytes"]
        )
    return tables, media


def read_keys(document: dict[str, Any], secret: str) -> bytes:
    assert document["version"] in (1, 2)
    crc, mac = document.pop("crc"), document["mac"]
    assert crc == zlib.crc32(canonical(document))
    del document["mac"]
    (slot,) = (slot for slot in document["slots"] if slot["kind"] == "secret")
    cost = slot["parameters"]
    assert cost["algorithm"] == "scrypt"
    stretched = hashlib.scrypt(
        secret.encode(),
        salt=bytes.fromhex(cost["salt"]),
        n=cost["memory_kib"],
        r=8,
        p=cost["passes"],
        dklen=32,
    )
    bound = canonical([document["format"], 1, document["vault"], slot["kind"], cost])
    vault_key = opened(stretched, bytes.fromhex(slot["sealed"]), bound)
    assert hmac.digest(hkdf(vault_key, b"keys mac"), canonical(document), "sha256").hex() == mac
    return vault_key


def read_log(content: bytes, log_key: bytes) -> tuple[dict[str, Any], Tables]:
    header, file_id = content[:92], content[24:56]
    assert header[:8] in (b"PFSLOG\x00\x01", b"PFSLOG\x00\x02")
    assert zlib.crc32(header[:88]) == number(header[88:])
    assert header[56:88] == hkdf(log_key, b"log commitment", file_id)
    record_key = hkdf(log_key, b"log records", file_id)
    segment_key = hkdf(log_key, b"log segments", file_id)
    previous, sequence = hashlib.sha256(header).digest()[:16], 0
    offset = number(header[16:24]) or 92
    sealed_stream = content[92:offset]
    identity: dict[str, Any] = {}
    tables: Tables = {}
    while any(content[offset : offset + 24]):
        head = content[offset : offset + 24]
        body = content[offset + 24 : offset + 24 + number(head[:4])]
        assert number(head[8:16]) == sequence
        assert zlib.crc32(body) == number(head[16:20])
        assert zlib.crc32(file_id + head[:20]) == number(head[20:])
        plain = opened(record_key, body, head[8:16] + head[4:5] + previous)
        if head[4] == 1:
            identity = json.loads(plain)
            if "snapshot" in identity:
                read_snapshot(identity["snapshot"], sealed_stream, segment_key, tables)
        elif head[4] == 2:
            apply_batch(tables, plain)
        previous, offset, sequence = body[-16:], offset + 24 + len(body), sequence + 1
    return identity, tables


def read_snapshot(snapshot: dict[str, Any], sealed: bytes, key: bytes, tables: Tables) -> None:
    stream = b"".join(
        opened(key, sealed[start : start + 16412], place.to_bytes(8, "big"))
        for place, start in enumerate(range(0, len(sealed), 16412))
    )
    assert len(stream) == snapshot["bytes"]
    for name, table in snapshot["tables"].items():
        parts = {part: stream[start:end] for part, (start, end) in table["parts"]}
        ids = numbers(parts["ids"], 8)
        ends = [0, *numbers(parts["ends"], 4)]
        assert len(ids) == table["documents"]
        tables[name] = {
            document_id: json.loads(parts["documents"][ends[place] : ends[place + 1]])
            for place, document_id in enumerate(ids)
        }


def numbers(content: bytes, size_bytes: int) -> list[int]:
    return [
        number(content[start : start + size_bytes]) for start in range(0, len(content), size_bytes)
    ]


def apply_batch(tables: Tables, batch: bytes) -> None:
    while batch:
        kind, size_bytes = batch[0], number(batch[1:5])
        payload, batch = batch[5 : 5 + size_bytes], batch[5 + size_bytes :]
        name, rest = payload[1 : 1 + payload[0]].decode(), payload[1 + payload[0] :]
        if kind == 1:
            terms_size_bytes = number(rest[8:12])
            document = json.loads(rest[12 + terms_size_bytes :])
            tables.setdefault(name, {})[number(rest[:8])] = document
        elif kind == 2:
            tables.get(name, {}).pop(number(rest), None)
        elif kind == 3:
            tables[name] = {}
        elif kind == 4:
            tables.pop(name, None)


def read_media(sealed: bytes, key: bytes, context: bytes, size_bytes: int) -> bytes:
    assert len(sealed) == 56 + size_bytes + 16 * (size_bytes // 16384 + 1)
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_128_GCM\x00" + sealed[:24] + context
    made = hkdf_expand(key, info, 60)
    assert sealed[24:56] == made[28:]
    plain, chunks = b"", range(56, len(sealed), 16400)
    for count, start in enumerate(chunks):
        nonce = (number(made[16:28]) ^ count).to_bytes(12, "big")
        plain += AESGCM(made[:16]).decrypt(nonce, sealed[start : start + 16400], None)
    assert len(sealed) - chunks[-1] < 16400
    return plain


def opened(key: bytes, box: bytes, context: bytes) -> bytes:
    return AESGCM(key).decrypt(box[:12], box[12:], context)


def hkdf(key: bytes, purpose: bytes, salt: bytes = b"") -> bytes:
    drawn = hmac.digest(salt or bytes(64), key, "sha512")
    return hkdf_expand(drawn, b"portfolio/1/" + purpose, 32)


def hkdf_expand(key: bytes, info: bytes, size_bytes: int) -> bytes:
    return hmac.digest(key, info + b"\x01", "sha512")[:size_bytes]


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def number(content: bytes) -> int:
    return int.from_bytes(content, "big")
