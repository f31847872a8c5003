"""A file comes in: sealed while it is read, and made fit to be shown and sent.

The original is kept exactly as it came. What leaves the device is a copy without place and device
ids; screens show an upright preview and a thumbnail. Nothing is written unsealed, not even for a
moment.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_app.errors import BadInput, UnsupportedPicture
from portfolio_app.model.records import FILE_NAME_LIMIT
from portfolio_app.student import pictures
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.media import MediaReader, ReceivedMedia
from portfolio_app.student.vault.media_queue import Turn, turn_of

PICTURE_BYTES_LIMIT = 64 << 20
PICTURE_ENDINGS = frozenset({"jpg", "jpeg", "png", "gif", "webp", "heic", "heif"})
FILM_TYPES = {
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "m4a": "audio/mp4",
}
OTHER_TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "md": "text/markdown",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
}


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that is sealed and ready to be kept. `media` is what may leave; `original` never
    does.
    """

    name: str
    media_type: str
    original: ReceivedMedia
    media: ReceivedMedia
    preview: ReceivedMedia | None = None
    thumbnail: ReceivedMedia | None = None
    width: int = 0
    height: int = 0

    @property
    def received(self) -> tuple[ReceivedMedia, ...]:
        """Everything that was sealed, each content once."""
        found = (self.original, self.media, self.preview, self.thumbnail)
        return tuple({item.sha256_hex: item for item in found if item is not None}.values())

    @property
    def queue(self) -> tuple[tuple[str, Turn], ...]:
        """What has to reach the school, and in which turn."""
        items = (
            (self.thumbnail, Turn.THUMBNAIL),
            (self.preview, Turn.PREVIEW),
            (self.media, turn_of(self.media_type)),
        )
        return tuple((item.sha256_hex, turn) for item, turn in items if item is not None)


def take_file(portfolio: Portfolio, name: str, chunks: Iterable[bytes]) -> TakenFile:
    """Seal a file and make what is shown of it.

    Raises BadInput for a kind of file that cannot be kept and for a film whose place cannot be
    taken out, UnsupportedPicture for a picture that cannot be shown; each names the file and says
    what to do.
    """
    name = _clean_name(name)
    ending = name.rpartition(".")[2].lower()
    coming = iter(chunks)
    first = next(coming, b"")
    chunks = itertools.chain([first], coming)
    # A photo with another ending is a photo: its place would leave with it.
    if ending in PICTURE_ENDINGS or pictures.is_picture(first):
        return _take_picture(portfolio, name, chunks)
    if ending in FILM_TYPES:
        return _take_film(portfolio, name, FILM_TYPES[ending], chunks)
    if ending not in OTHER_TYPES:
        known = ", ".join(sorted({*PICTURE_ENDINGS, *FILM_TYPES, *OTHER_TYPES}))
        raise BadInput(f"'{name}' is a kind of file that cannot be kept here. These can: {known}.")
    received = portfolio.vault.media.receive(chunks)
    return TakenFile(name, OTHER_TYPES[ending], received, received)


class _Sealed:
    """A sealed film read from anywhere while its copy is made; nothing of it lies open."""

    def __init__(self, reader: MediaReader) -> None:
        self._reader = reader
        self.size_bytes = reader.size_bytes

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        stop = min(offset + size_bytes, self.size_bytes)
        return b"".join(self._reader.read(offset, stop)) if offset < stop else b""


def _take_film(
    portfolio: Portfolio, name: str, media_type: str, chunks: Iterable[bytes]
) -> TakenFile:
    """Seal a film or recording, then read it again for the copy that may leave."""
    media = portfolio.vault.media
    original = media.receive(chunks)
    with media.reader(original) as reader:
        leaving = media.receive(pictures.strip_film(_Sealed(reader), name))
    return TakenFile(name, media_type, original, leaving)


def _take_picture(portfolio: Portfolio, name: str, chunks: Iterable[bytes]) -> TakenFile:
    media = portfolio.vault.media
    kept = bytearray()

    def reading() -> Iterable[bytes]:
        for chunk in chunks:
            if len(kept) + len(chunk) > PICTURE_BYTES_LIMIT:
                limit_mb = PICTURE_BYTES_LIMIT >> 20
                raise UnsupportedPicture(
                    f"'{name}' is larger than {limit_mb} MB. Choose a smaller picture."
                )
            kept.extend(chunk)
            yield chunk

    original = media.receive(reading())
    raw = bytes(kept)
    kept.clear()
    prepared = pictures.prepare(raw, name)
    leaving_bytes, leaving_type = _leaving(raw, prepared)
    leaving = original if leaving_bytes == raw else media.receive([leaving_bytes])
    return TakenFile(
        name,
        leaving_type,
        original,
        leaving,
        media.receive([prepared.preview_jpeg]),
        media.receive([prepared.thumbnail_jpeg]),
        prepared.width,
        prepared.height,
    )


def _leaving(raw: bytes, prepared: pictures.PreparedPicture) -> tuple[bytes, str]:
    """What may leave of a picture: itself without its place, or else only what was drawn anew."""
    try:
        return pictures.strip(raw), prepared.media_type
    except UnsupportedPicture:
        return prepared.preview_jpeg, "image/jpeg"


def _clean_name(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2].strip()
    shown = "".join(character for character in last if character.isprintable())
    stem, dot, ending = shown.rpartition(".")
    if not stem or len(ending) > FILE_NAME_LIMIT // 4:
        raise BadInput(
            "A file without a name and an ending such as .jpg cannot be kept. Rename it, "
            "then add it again."
        )
    return stem[: FILE_NAME_LIMIT - len(ending) - 1] + dot + ending
