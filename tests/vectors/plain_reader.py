"""A second reader of a vault, written from docs/formats alone, with none of the product's code."""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Tables = dict[str, dict[int, Any]]


def read_vault(
    folder: Path, secret: str, device: Path | None = None
) -> tuple[Tables, dict[str, bytes]]:
    """Return the tables, and the media by the SHA-256 of what they hold.

    `device`: the folder of the device keeper, for a PIN that works only there.
    """
    vault_key = read_keys(json.loads((folder / "keys.json").read_text()), secret, device)
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


def read_keys(document: dict[str, Any], secret: str, device: Path | None = None) -> bytes:
    assert document["version"] in (1, 2)
    crc, mac = document.pop("crc"), document["mac"]
    assert crc == zlib.crc32(canonical(document))
    del document["mac"]
    (slot,) = (slot for slot in document["slots"] if slot["kind"] in ("secret", "device"))
    parameters = slot["parameters"]
    cost = parameters.get("stretch", parameters)
    assert cost["algorithm"] == "scrypt"
    stretched = hashlib.scrypt(
        secret.encode(),
        salt=bytes.fromhex(cost["salt"]),
        n=cost["memory_kib"],
        r=8,
        p=cost["passes"],
        dklen=32,
    )
    if slot["kind"] == "device":
        assert device is not None
        kept = (device / f"secret-{document['vault']}-{parameters['device']}").read_bytes()
        stretched = hkdf(stretched + kept, b"device slot")
    bound = canonical([document["format"], 1, document["vault"], slot["kind"], parameters])
    vault_key = opened(stretched, bytes.fromhex(slot["sealed"]), bound)
    assert hmac.digest(hkdf(vault_key, b"keys mac"), canonical(document), "sha256").hex() == mac
    return vault_key


def read_log(content: bytes, log_key: bytes) -> tuple[dict[str, Any], Tables]:
    """Return opening and tables; an unfinished last write is passed over."""
    header, file_id = content[:92], content[24:56]
    assert header[:6] == b"PFSLOG"
    assert zlib.crc32(header[:88]) == number(header[88:])
    version, whole_size, start = (number(header[a:b]) for a, b in ((6, 8), (8, 16), (16, 24)))
    if version == 1:
        assert start == 0
        start = 92
    else:
        assert version == 2
        assert 92 <= start <= whole_size
    assert header[56:88] == hkdf(log_key, b"log commitment", file_id)
    record_key = hkdf(log_key, b"log records", file_id)
    plain, end = read_records(content[start:], record_key, header)
    assert start + end >= whole_size
    (first, opening), later = plain[0], plain[1:]
    assert first == 1
    identity = document_of(opening)
    snapshot = identity.get("snapshot", {"bytes": 0, "tables": {}})
    tables: Tables = {}
    segment_key = hkdf(log_key, b"log segments", file_id)
    read_snapshot(snapshot, content[92:start], segment_key, tables)
    for kind, one in later:
        assert kind in ((2, 3) if version == 1 else (2, 3, 4))
        if kind == 2:
            apply_batch(tables, one)
    return identity, tables


def read_records(content: bytes, key: bytes, header: bytes) -> tuple[list[tuple[int, bytes]], int]:
    """Return (kind, plaintext) of each record, and where the last one ends."""
    found: list[tuple[int, bytes]] = []
    previous, offset = hashlib.sha256(header).digest()[:16], 0
    while (head := read_head(content, offset, header)) is not None:
        size_bytes, kind, sequence, crc = head
        body = content[offset + 24 : offset + 24 + size_bytes]
        assert sequence == len(found)
        if len(body) < size_bytes:
            break
        fixed = content[offset : offset + 16]
        context = content[: offset + 16] if kind == 4 else fixed[8:] + fixed[4:5] + previous
        try:
            found.append((kind, opened(key, body, context)))
        except InvalidTag:
            assert zlib.crc32(body) != crc
            break
        previous, offset = body[-16:], offset + 24 + size_bytes
    rest = content[offset:]
    heads = (read_head(rest, at, header) for at in range(1, len(rest)))
    assert not any(head[2] > len(found) for head in heads if head)
    return found, offset


def read_head(content: bytes, offset: int, header: bytes) -> tuple[int, int, int, int] | None:
    """Return body size, kind, sequence and CRC of the body; None if no head stands there."""
    head = content[offset : offset + 24]
    if len(head) < 24 or zlib.crc32(header[24:56] + head[:20]) != number(head[20:]):
        return None
    size_bytes = number(head[:4])
    if any(head[5:8]) or not 28 <= size_bytes <= 32 * 2**20 + 28:
        return None
    return size_bytes, head[4], number(head[8:16]), number(head[16:20])


def read_snapshot(snapshot: dict[str, Any], sealed: bytes, key: bytes, tables: Tables) -> None:
    stream = b"".join(
        opened(key, sealed[start : start + 4124], place.to_bytes(8, "big"))
        for place, start in enumerate(range(0, len(sealed), 4124))
    )
    assert len(stream) == snapshot["bytes"]
    for name, table in snapshot["tables"].items():
        parts = {}
        for part, (start, end) in table["parts"]:
            assert 0 <= start <= end <= len(stream)
            parts[part] = stream[start:end]
        count, first = table["documents"], table["first"]
        assert len(parts["ends"]) == 4 * count
        assert first is None or first >= 0
        assert first is not None or len(parts["ids"]) == 8 * count
        ids = numbers(parts["ids"], 8) if first is None else [*range(first, first + count)]
        ends = [0, *numbers(parts["ends"], 4)]
        assert table["ascending"] in (ids == sorted(ids), False)
        assert isinstance(table["index"], str)
        assert count == len(ids) == len(ends) - 1 == len({*ids})
        assert ends == sorted(ends)
        assert ends[-1] == len(parts["documents"])
        tables[name] = {
            document_id: document_of(parts["documents"][ends[place] : ends[place + 1]])
            for place, document_id in enumerate(ids)
        }


def document_of(content: bytes) -> dict[str, Any]:
    document = json.loads(content)
    assert isinstance(document, dict)
    return document


def numbers(content: bytes, size_bytes: int) -> list[int]:
    return [
        number(content[start : start + size_bytes]) for start in range(0, len(content), size_bytes)
    ]


def apply_batch(tables: Tables, batch: bytes) -> None:
    while batch:
        kind, size_bytes = batch[0], number(batch[1:5])
        payload, batch = batch[5 : 5 + size_bytes], batch[5 + size_bytes :]
        assert len(payload) == size_bytes
        if kind >= 128:
            continue
        assert 1 <= payload[0] < len(payload)
        name, rest = payload[1 : 1 + payload[0]].decode(), payload[1 + payload[0] :]
        if kind == 1:
            assert len(rest) >= 12
            terms_size_bytes = number(rest[8:12])
            document = document_of(rest[12 + terms_size_bytes :])
            tables.setdefault(name, {})[number(rest[:8])] = document
        elif kind == 2:
            assert len(rest) >= 8
            tables.get(name, {}).pop(number(rest[:8]), None)
        elif kind == 3:
            tables[name] = {}
        else:
            assert kind == 4
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
