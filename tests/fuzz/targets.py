"""What in the app reads bytes that strangers may have made, and which errors it may name.

Everything else that one of these raises is a fault: an error without a name, a hang, or more memory
than a phone has.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from portfolio_app.errors import (
    BadInput,
    StoreDamaged,
    TooManyTries,
    UnsupportedPicture,
    WrongSecret,
)
from portfolio_app.sealing.codes import code_of, secret_of
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.hpke import open_from
from portfolio_app.sealing.media import ChunkReader, plain_size
from portfolio_app.sealing.school_recovery import RecoveryRequest
from portfolio_app.sealing.secret import SecretParameters
from portfolio_app.student import pictures
from portfolio_app.student.pictures import strip_gif, strip_heif, strip_jpeg, strip_png, strip_webp
from portfolio_app.student.vault import batch, cards, keys_file, slots, tries
from portfolio_app.student.vault.media import MediaReader
from tests.fuzz import corpus, log_parts, sync_targets
from tests.fuzz.mutation import mutated, mutated_json
from tests.student.vault.faulty_disk import FaultyDisk
from tests.vectors import make_sealed_media
from tests.vectors.plain_reader import canonical

FOLDER = Path("/v")
KEYS = json.loads((corpus.VECTORS / "keys-2.json").read_text(encoding="ascii"))
VAULT, KEY = KEYS["vault"], bytes.fromhex(KEYS["vault_key"])
MEDIA_CONTEXT = b"portfolio media 1 " + make_sealed_media.VAULT.encode()
_PNG = b"\x89PNG\r\n\x1a\n"
LONGER_BYTES = 200  # what taking a place out may add: which way is up

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """Bytes to begin with, how they are changed, what reads them, what that may raise."""

    seeds: Callable[[], Sequence[bytes]]
    read: Callable[[bytes], object]
    refuses: tuple[type[Exception], ...] = ()
    change: Change = mutated


class _Bytes:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.size_bytes = len(raw)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self._raw[offset : offset + size_bytes]


def on_disk(name: str, content: bytes) -> FaultyDisk:
    """A disk on which the vault's folder holds this one file."""
    disk = FaultyDisk()
    disk.make_folder(FOLDER)
    disk.open(FOLDER / name, create=True).write_at(0, content)
    return disk


def changed_keys(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Mostly as JSON, and mostly with the CRC that belongs to it."""
    try:
        raw = mutated_json(source, raw)
        document = json.loads(raw)
    except (RecursionError, ValueError):
        return mutated(source, raw, others)
    way = source.random()
    if way < 0.2 or not isinstance(document, dict):  # a fifth
        return mutated(source, raw, others)
    if way < 0.9:  # seven tenths
        document.pop("crc", None)
        document["crc"] = zlib.crc32(canonical(document))
    return canonical(document)


def changed_json(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """As JSON, or as bytes."""
    if source.random() < 0.3:  # three tenths
        return mutated(source, raw, others)
    return mutated_json(source, raw)


def changed_picture(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """A PNG mostly gets the CRCs that belong to it, or little of it would be read."""
    changed = mutated(source, raw, others)
    if not changed.startswith(_PNG) or source.random() < 0.3:
        return changed
    pieces, offset = [_PNG], len(_PNG)
    while offset + 12 <= len(changed):
        end = offset + 8 + int.from_bytes(changed[offset : offset + 4], "big")
        crc = zlib.crc32(changed[offset + 4 : end]).to_bytes(4, "big")
        pieces += [changed[offset:end], crc]
        offset = end + 4
    return b"".join(pieces)


def read_keys(raw: bytes) -> None:
    found = keys_file.read_keys(on_disk("keys.json", raw), FOLDER, VAULT)
    found.is_whole(KEY)
    for slot in found.slots:
        with contextlib.suppress(WrongSecret, StoreDamaged):
            _read_slot(slot)
    found.previous_key(KEY)


def _read_slot(slot: slots.Slot) -> None:
    if slot.kind == "secret":
        SecretParameters.from_json(slot.parameters)
    elif slot.kind == "device":
        slots.kept_name(VAULT, slot)
    elif slot.kind == "school":
        slots.school_key_of(slot)
    elif slot.kind in ("badge", "recovery"):
        code = code_of(bytes(16))
        is_badge = slot.kind == "badge"
        slots.open_slot(
            slot, VAULT, slots.BadgeCode(code) if is_badge else slots.RecoveryCode(code)
        )


def read_tries(raw: bytes) -> None:
    one = tries.Tries(
        on_disk("tries", raw), FOLDER, vault_id=VAULT, keeper=None, since_start=lambda: 5_000
    )
    try:
        one.count(1_800_000_000_000)
    finally:
        one.begin()
        one.count(0)


def read_question(raw: bytes) -> None:
    with contextlib.suppress(BadInput):
        RecoveryRequest.from_bytes(raw).to_json()
    document = None
    with contextlib.suppress(RecursionError, ValueError):
        document = json.loads(raw)
    if isinstance(document, dict):
        RecoveryRequest.from_json(document).to_bytes()


def questions() -> list[bytes]:
    asked = RecoveryRequest(VAULT, bytes(range(32)), bytes(80), bytes(range(1, 33)))
    return [json.dumps(asked.to_json()).encode(), asked.to_bytes()]


def read_media(raw: bytes) -> None:
    """Whole, as a film is shown, and from the middle; the size is what the file seems to hold."""
    size_bytes = 0
    with contextlib.suppress(SealBroken):
        size_bytes = plain_size(len(raw))
    file = on_disk("media", raw).open(FOLDER / "media")
    problems: list[Exception] = []
    with MediaReader(file, make_sealed_media.KEY, MEDIA_CONTEXT, size_bytes) as reader:
        for start, stop in ((0, None), (size_bytes // 2, None), (size_bytes // 3, size_bytes // 2)):
            try:
                b"".join(reader.read(start, stop))
            except StoreDamaged as problem:
                problems.append(problem)
    ours = ChunkReader(make_sealed_media.KEY, MEDIA_CONTEXT, file)
    ours._native = None
    b"".join(ours.read())
    if problems:
        raise problems[0]


def strip_picture(raw: bytes) -> None:
    assert len(pictures.strip(raw)) <= len(raw) + LONGER_BYTES


def prepare_picture(raw: bytes) -> None:
    shown = pictures.prepare(raw, "x")
    assert max(len(shown.preview_jpeg), len(shown.thumbnail_jpeg)) < 2_000_000
    pictures.thumbnail(raw)


def strip_film(raw: bytes) -> None:
    size_bytes = sum(map(len, pictures.strip_film(_Bytes(raw), "x")))
    assert size_bytes <= len(raw)


def stripper(strip: Callable[..., bytes], *orientation: int) -> Callable[[bytes], object]:
    def read(raw: bytes) -> None:
        assert len(strip(raw, *orientation)) <= len(raw) + LONGER_BYTES

    return read


def all_pictures() -> list[bytes]:
    return [one for kind in ("JPEG", "PNG", "WEBP", "GIF", "HEIF") for one in corpus.pictures(kind)]


def codes() -> list[bytes]:
    """Codes as text: right ones, and letters that look like others."""
    texts = (code_of(bytes(16)), code_of(bytes(range(16))), "O0oIlL1-" * 4, "*~$=U u * " * 3)
    return [text.encode() for text in texts]


_BROKEN = (IndexError, ValueError)  # as the strippers say; `strip` turns them into one name

TARGETS: dict[str, Target] = {
    "batch": Target(log_parts.batches, batch.decode_batch, (StoreDamaged,)),
    "log file": Target(corpus.logs, log_parts.read_log, (StoreDamaged,), log_parts.changed_log),
    "log contents": Target(
        log_parts.whole, log_parts.read_parts, (StoreDamaged,), log_parts.changed_parts
    ),
    "keys.json": Target(corpus.keys, read_keys, (StoreDamaged,), changed_keys),
    "card": Target(
        lambda: [b'{"band":"8-10","name":"Ada","picture":"fox"}'],
        lambda raw: cards.read_card(on_disk("card.json", raw), FOLDER, VAULT),
        (),
        changed_json,
    ),
    "tries": Target(
        lambda: [tries.Count(7, 1_800_000_000_000, 5, 9).to_bytes(), tries.Count().to_bytes()[:16]],
        read_tries,
        (TooManyTries,),
    ),
    "code": Target(
        codes, lambda raw: secret_of(raw.decode("utf-8", "surrogateescape")), (BadInput,)
    ),
    "question": Target(questions, read_question, (BadInput,)),
    "box for a school": Target(
        lambda: [bytes(80)], lambda raw: open_from(bytes(range(32)), raw, b"info"), (SealBroken,)
    ),
    "media": Target(corpus.media, read_media, (StoreDamaged,)),
    "picture, stripped": Target(
        all_pictures, strip_picture, (UnsupportedPicture,), changed_picture
    ),
    "picture, shown": Target(all_pictures, prepare_picture, (UnsupportedPicture,), changed_picture),
    "JPEG": Target(lambda: corpus.pictures("JPEG"), stripper(strip_jpeg.strip_jpeg, 6), _BROKEN),
    "PNG": Target(lambda: corpus.pictures("PNG"), stripper(strip_png.strip_png, 6), _BROKEN),
    "WebP": Target(lambda: corpus.pictures("WEBP"), stripper(strip_webp.strip_webp, 6), _BROKEN),
    "GIF": Target(lambda: corpus.pictures("GIF"), stripper(strip_gif.strip_gif), _BROKEN),
    "HEIF": Target(lambda: corpus.pictures("HEIF"), stripper(strip_heif.strip_heif), _BROKEN),
    "film": Target(corpus.films, strip_film, (BadInput,)),
    "request": Target(
        sync_targets.requests,
        sync_targets.read_request,
        sync_targets.REFUSED_OVER_THE_LINE,
        sync_targets.changed_message,
    ),
    "answer": Target(
        sync_targets.replies,
        sync_targets.read_reply,
        sync_targets.REFUSED_OVER_THE_LINE,
        sync_targets.changed_message,
    ),
    "history": Target(
        sync_targets.replies,
        sync_targets.read_history,
        sync_targets.REFUSED_OVER_THE_LINE,
        sync_targets.changed_message,
    ),
    "bundle": Target(
        sync_targets.sealed,
        sync_targets.read_sealed,
        sync_targets.REFUSED_FROM_A_STICK,
        sync_targets.changed_bundle,
    ),
    "bundle, inside": Target(
        sync_targets.insides, sync_targets.read_inside, sync_targets.REFUSED_OVER_THE_LINE
    ),
    "upload's headers": Target(
        sync_targets.upload_headers,
        sync_targets.read_upload_headers,
        sync_targets.REFUSED_HEADERS,
        sync_targets.changed_headers,
    ),
}
