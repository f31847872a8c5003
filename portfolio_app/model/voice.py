"""A voice that is recorded here: plain sound in a WAV file that every program can play.

Nothing but sound is in such a file: no date, no device, no name. What records it must not enter.
"""

import struct
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log10, sqrt

from portfolio_app.model.artifact import RecordView, Work, WorkFile, read_file

VOICE_TYPE = "audio/wav"
VOICE_ENDING = "wav"
RATE_HZ = 16_000
CHANNELS = 1
SAMPLE_BYTES = 2
SECOND_BYTES = RATE_HZ * CHANNELS * SAMPLE_BYTES
LONGEST_SECONDS = 600
SOUND_BYTES_LIMIT = LONGEST_SECONDS * SECOND_BYTES
HEADER_BYTES = 44
PIECE_BYTES = 2 * SECOND_BYTES
"""How much is sealed at once, and so how much a crash can take: two seconds."""

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_PCM = 1
_FORMAT_BYTES = 16
_BEFORE_SIZE_BYTES = 8
_FULL = 32_768
_QUIETEST_DB = -50.0
_LOUDEST_DB = -8.0
_EVERY = 8


def wav_header(sound_bytes: int) -> bytes:
    """What stands before that many bytes of sound (Multimedia Programming Interface and Data
    Specifications 1.0, "Waveform Audio File Format").
    """
    return _HEADER.pack(
        b"RIFF", HEADER_BYTES - _BEFORE_SIZE_BYTES + sound_bytes, b"WAVE", b"fmt ", _FORMAT_BYTES,
        _PCM, CHANNELS, RATE_HZ, SECOND_BYTES, CHANNELS * SAMPLE_BYTES, 8 * SAMPLE_BYTES, b"data",
        sound_bytes,
    )  # fmt: skip


def as_wav(sound_bytes: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The whole file: the header, then the sound."""
    yield wav_header(sound_bytes)
    yield from pieces


def is_plain_voice(first: bytes, size_bytes: int) -> bool:
    """Whether a file of this size that begins so is one of ours, with nothing but sound in it."""
    return size_bytes >= HEADER_BYTES and first[:HEADER_BYTES] == wav_header(
        size_bytes - HEADER_BYTES
    )


def is_sound(file: WorkFile) -> bool:
    """Whether a file is something to listen to."""
    return file.media_type.startswith("audio/")


def voices_of(work: Work) -> tuple[tuple[str, WorkFile], ...]:
    """All recordings that a work shows, each with the id of what it is about: a file (itself, where
    it is one), or a reflection.
    """
    own = [(file.id, file) for file in work.files if file.media_type == VOICE_TYPE]
    owners = [one.id for one in work.files] + [one.id for one in work.reflections]
    about = [(owner, file) for owner in owners for file in work.said_about(owner)]
    return tuple(own + about)


def thoughts_aloud(records: Iterable[RecordView]) -> Mapping[str, tuple[WorkFile, ...]]:
    """Thought -> what was said in it, the newest take of each, oldest first; from records of files.

    Only of thoughts that belong to no work: what a work shows is `Work.said_about`'s to say.
    """
    alone = [read_file(one) for one in records if not one.get("artifact") and one.get("part_of")]
    found: dict[str, list[WorkFile]] = {}
    for one in sorted(alone, key=lambda file: (file.position, file.id)):
        if is_sound(one) and one.media:
            found.setdefault(one.part_of, []).append(one)
    return {thought: _newest(takes) for thought, takes in found.items()}


def voice_seconds(file: WorkFile) -> int:
    """How long a recording of ours is, in whole seconds and at least one; 0 for other sound."""
    if file.media_type != VOICE_TYPE or file.size_bytes <= HEADER_BYTES:
        return 0
    return max(1, round((file.size_bytes - HEADER_BYTES) / SECOND_BYTES))


def loudness(sound: bytes) -> float:
    """How loud a piece of sound is, from 0 (still) to 1; for a sign on the screen, no measure."""
    samples = array("h", sound[: len(sound) - len(sound) % SAMPLE_BYTES])[::_EVERY]
    if not samples:
        return 0.0
    middle = sqrt(sum(one * one for one in samples) / len(samples)) / _FULL
    decibels = 20 * log10(middle) if middle > 0 else _QUIETEST_DB
    share = (decibels - _QUIETEST_DB) / (_LOUDEST_DB - _QUIETEST_DB)
    return min(1.0, max(0.0, share))


def _newest(takes: Sequence[WorkFile]) -> tuple[WorkFile, ...]:
    """Those that no other replaces; all where each replaces another: nothing is out of sight."""
    replaced = {one.replaces for one in takes if one.replaces != one.id}
    newest = [one for one in takes if one.id not in replaced] or takes
    return tuple({one.media: one for one in newest}.values())
