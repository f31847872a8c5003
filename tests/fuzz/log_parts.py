"""A sealed log taken apart, changed inside, and sealed again under its own key.

What is changed on the storage alone is found by the seals; only so is what lies behind them read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

from tinydb import where

from portfolio_app.errors import NotFound
from portfolio_app.student.vault.open_vault import Vault, log_key
from portfolio_app.student.vault.tables import Table
from tests.fuzz.mutation import mutated, mutated_json
from tests.student.vault.device import NOW_MS, SECRET, vaults_in
from tests.student.vault.faulty_disk import FaultyDisk
from tests.vectors import make_sealed_log
from tests.vectors.plain_reader import hkdf, number, opened, read_records
from tests.vectors.plain_writer import PlainLog, put, remove, with_crc

FOLDER = Path("/v")
VAULT = make_sealed_log.VAULT
HISTORY = 70  # batches: enough for an end that holds contents
HEADER_BYTES, SEGMENT_BYTES = 92, 4_124
WORDS = ("lava", "ash", "Brücke", "火山", "wood", "tall")


class NoLock:
    """Nobody else is here."""

    def release(self) -> None: ...


def batches() -> list[bytes]:
    """Batches as bytes."""
    return [
        *make_sealed_log.BATCHES,
        put("works", 7, {"kind": "artifact", "tags": ["a", 1]}, b"\x01\x02\x03\x04" * 9),
        remove("w", 3) + put("w", 3, {}) + b"\xc8\x00\x00\x00\x02ab",
    ]


def read_log(raw: bytes) -> None:
    """Open a vault whose log this is, and ask everything of it."""
    disk = FaultyDisk()
    disk.make_folder(FOLDER)
    disk.make_folder(FOLDER / "media")
    disk.open(FOLDER / "log", create=True).write_at(0, raw)
    _ask(Vault(disk, FOLDER, VAULT, make_sealed_log.VAULT_KEY, NoLock()))


def changed_log(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Changed bytes, sometimes with the CRCs that belong to them."""
    raw = mutated(source, raw, others)
    if source.random() < 0.5 and len(raw) > HEADER_BYTES:  # half of them
        raw = with_crc(raw[:88]) + raw[HEADER_BYTES:]
    offset = number(raw[16:24]) or HEADER_BYTES
    while source.random() < 0.6 and offset + 24 < len(raw):  # some of them
        size_bytes = number(raw[offset : offset + 4])
        body = raw[offset + 24 : offset + 24 + size_bytes]
        checked = raw[offset : offset + 16] + zlib.crc32(body).to_bytes(4, "big")
        raw = raw[:offset] + with_crc(checked, raw[24:56]) + raw[offset + 24 :]
        offset += 24 + size_bytes
    return raw


@cache
def whole() -> tuple[bytes, ...]:
    """What a log holds, written by the app: [size, bytes] of opening, stream, then each record."""
    return (_parts(_written(history=0)), _parts(_written(history=HISTORY)))


def changed_parts(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Change one or two parts; the opening as JSON, and sizes told as they are, mostly."""
    parts = [*_split(raw)]
    for _ in range(source.choice((1, 1, 2))):
        place = source.choice((0, 1, 1, len(parts) - 2, source.randrange(len(parts))))
        if place == 0:
            parts[0] = mutated_json(source, parts[0])
            continue
        kind = parts[place][:1] if place > 1 else b""
        plain = parts[place][len(kind) :]
        changed = mutated(source, plain, others)
        if source.random() < 0.7:  # what stands behind it stays in its place
            changed = changed[: len(plain)] + plain[len(changed) :]
        parts[place] = kind + changed
    return _joined(parts)


def read_parts(raw: bytes) -> None:
    """Seal what `changed_parts` made, and ask everything of it."""
    opening, stream, *records = _split(raw)
    log = PlainLog(hkdf(make_sealed_log.VAULT_KEY, b"log"), make_sealed_log.FILE_ID)
    log.stream(stream)
    document = json.loads(opening)
    if isinstance(document, dict) and isinstance(document.get("snapshot"), dict):
        document["snapshot"]["bytes"] = len(stream)
        opening = json_bytes_of(document)
    log.begin(opening)
    for record in records:
        log.add(record[0], record[1:])
    read_log(log.file())


def json_bytes_of(document: object) -> bytes:
    """JSON with half characters kept as escapes."""
    return json.dumps(document, separators=(",", ":")).encode("ascii")


def _ask(vault: Vault) -> None:
    for name in vault.db.tables():
        table = vault.db.table(name)
        assert isinstance(table, Table)
        for document in table:
            table.get(doc_id=document.doc_id)
        table.search(where("kind") == "artifact")
        table.search(where("tags").any(["wood"]))
        table.search(where("created") >= 2)
        table.search(where("title").exists())
        for word in WORDS:
            try:
                table.find(word)
                table.rows()
            except NotFound:
                break
    vault.put_setting("asked", NOW_MS)
    vault.compact()
    for name in vault.db.tables():
        len([*vault.db.table(name)])


def _written(history: int) -> bytes:
    disk = FaultyDisk()
    vaults = vaults_in(FOLDER / "learners", disk)
    vault = vaults.create("Ada", "fox", SECRET, new_id=lambda: VAULT, now_ms=NOW_MS)
    works = vault.db.table("works")
    with vault.batch():
        for place in range(40):
            word = WORDS[place % len(WORDS)]
            works.insert(
                {
                    "kind": "artifact" if place % 3 else "goal",
                    "tags": [word, "wood"][: place % 3],
                    "created": place * 10,
                    "title": f"{word} {place}",
                    "text": "some words of mine " * (place % 4),
                }
            )
        works.remove(doc_ids=[4])
    vault.seal_anew(make_sealed_log.VAULT_KEY)
    for place in range(history):
        works.update({"title": f"{WORDS[place % 6]} anew"}, doc_ids=[place % 30 + 5])
    vault.close()
    return bytes(disk.file(FOLDER / "learners" / VAULT / "log").volatile)


def _parts(raw: bytes) -> bytes:
    key, file_id, start = log_key(make_sealed_log.VAULT_KEY), raw[24:56], number(raw[16:24])
    segment_key = hkdf(key, b"log segments", file_id)
    stream = b"".join(
        opened(segment_key, raw[at : min(at + SEGMENT_BYTES, start)], place.to_bytes(8, "big"))
        for place, at in enumerate(range(HEADER_BYTES, start, SEGMENT_BYTES))
    )
    records, _ = read_records(raw[start:], hkdf(key, b"log records", file_id), raw[:HEADER_BYTES])
    (_, opening), *rest = records
    return _joined([opening, stream, *(bytes((kind,)) + plain for kind, plain in rest)])


def _joined(parts: Sequence[bytes]) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _split(raw: bytes) -> Iterator[bytes]:
    while raw:
        end = 4 + number(raw[:4])
        yield raw[4:end]
        raw = raw[end:]
