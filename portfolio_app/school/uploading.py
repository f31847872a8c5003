"""Files that arrive in pieces, over as many requests and server processes as it takes.

Each piece is sealed and put on the shelf, then the database moves the upload's offset forward, if
it still stands where the piece began: that comparison is the only lock there is, and no dead
connection can hold it. The file is put together, hashed and sealed anew when its last byte came.
"""

from collections.abc import Callable, Iterator
from contextlib import closing

from portfolio_app.errors import BadInput, NotFound, StoreDamaged
from portfolio_app.school.database import uploads
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.uploads import Piece, Upload
from portfolio_app.school.media import MediaStore, TooLarge, WrongHash, new_name
from portfolio_app.school.shelves.shelf import Shelf
from portfolio_app.sealing import media as sealing

PIECE_BYTES = 1 << 20
CHECKED_BYTES_LIMIT = 8 << 20
UPLOAD_LIFE_MS = 7 * 24 * 3600 * 1000
OPEN_UPLOADS_LIMIT = 20
_CONTEXT = "upload\n{scope}\n{id}\n{start}"


class TooManyOpen(BadInput):
    """More files are on their way than one learner may have under way at once."""


class OffsetConflict(Exception):
    """The upload stands elsewhere than the request thought: at `offset_bytes`."""

    def __init__(self, offset_bytes: int) -> None:
        super().__init__(f"The upload stands at {offset_bytes}.")
        self.offset_bytes = offset_bytes


class Uploads:
    """The uploads of one school. Every method may be called from any thread and any process."""

    def __init__(
        self, shelf: Shelf, database: Database, media: MediaStore, new_id: Callable[[], str]
    ) -> None:
        self._shelf = shelf
        self._database = database
        self._media = media
        self._new_id = new_id

    def begin(self, scope: str, sha256: str, size_bytes: int, now_ms: int) -> Upload | None:
        """Begin, or find the one begun before; None when the scope has the file already.

        Raises TooLarge, StorageFull, or TooManyOpen.
        """
        if self._media.has(scope, sha256):
            return None
        if size_bytes > self._media.file_bytes_limit:
            raise TooLarge(f"The file is larger than {self._media.file_bytes_limit} bytes.")
        known = self._database.read(lambda t: uploads.find_by_hash(t, scope, sha256))
        if known is not None and known.size_bytes == size_bytes and known.until_ms > now_ms:
            return known
        if known is not None:
            self.end(known)
        count, announced_bytes = self._database.read(lambda t: uploads.open_ones(t, scope))
        if count >= OPEN_UPLOADS_LIMIT:
            raise TooManyOpen("Too many files are on their way; end one first.")
        self._media.check_room(scope, announced_bytes + size_bytes)
        fresh = Upload(
            self._new_id(), scope, sha256, size_bytes, 0, now_ms + UPLOAD_LIFE_MS,
            sealing.new_media_key(),
        )  # fmt: skip

        def keep(transaction: Transaction) -> Upload:
            faster = uploads.find_by_hash(transaction, scope, sha256)
            if faster is None:
                uploads.begin(transaction, fresh)
            return faster or fresh

        return self._database.write(keep)

    def find(self, scope: str, upload_id: str, now_ms: int) -> Upload:
        """An upload that is under way. Raises NotFound, also for other people's."""
        found = self._database.read(lambda t: uploads.find(t, scope, upload_id))
        if found is None or found.until_ms <= now_ms:
            raise NotFound("No such upload is under way here.")
        return found

    def put(self, upload: Upload, start_bytes: int, content: bytes) -> Piece:
        """Put a piece on the shelf, sealed. It counts once `add` was told of it."""
        if start_bytes + len(content) > upload.size_bytes:
            raise TooLarge("More bytes came than were announced.")
        name = new_name()
        sealer = sealing.ChunkSealer(upload.key, _context(upload, start_bytes))
        self._shelf.put(name, sealer.update(content) + sealer.finalize())
        return Piece(start_bytes, len(content), name)

    def add(self, upload: Upload, pieces: tuple[Piece, ...], now_ms: int) -> Upload:
        """Move the offset behind these pieces. Raises OffsetConflict when others were faster."""
        until_ms = now_ms + UPLOAD_LIFE_MS
        if not self._database.write(lambda t: uploads.add(t, upload, pieces, until_ms)):
            self.drop(pieces)
            raise OffsetConflict(self.find(upload.scope, upload.id, now_ms).offset_bytes)
        return self.find(upload.scope, upload.id, now_ms)

    def drop(self, pieces: tuple[Piece, ...]) -> None:
        """Take pieces off the shelf that no upload counts."""
        for piece in pieces:
            self._shelf.remove(piece.name)

    def finish(self, upload: Upload, now_ms: int) -> None:
        """Put the file together, once all of it is there. Raises WrongHash, and forgets it all."""
        pieces = self._database.read(lambda t: uploads.pieces_of(t, upload.id))
        try:
            if not self._media.has(upload.scope, upload.sha256):
                with self._media.receive(upload.scope, upload.sha256, now_ms) as arrival:
                    for content in self._opened(upload, pieces):
                        arrival.take(content)
                    arrival.finish()
        except (WrongHash, StoreDamaged):
            self.end(upload)
            raise
        self.end(upload)

    def end(self, upload: Upload) -> None:
        """Forget an upload and what came of it."""
        self._end(upload.id)

    def end_old(self, now_ms: int) -> int:
        """Forget what nobody went on with; how many uploads that were."""
        over = self._database.read(lambda t: uploads.ids_over(t, now_ms))
        for upload_id in over:
            self._end(upload_id)
        return len(over)

    def _end(self, upload_id: str) -> None:
        for name in self._database.write(lambda t: uploads.end(t, upload_id)):
            self._shelf.remove(name)

    def _opened(self, upload: Upload, pieces: tuple[Piece, ...]) -> Iterator[bytes]:
        for piece in pieces:
            context = _context(upload, piece.start_bytes)
            with closing(self._shelf.source(piece.name)) as source:
                yield from sealing.open_chunks(upload.key, context, source)


def _context(upload: Upload, start_bytes: int) -> bytes:
    return _CONTEXT.format(scope=upload.scope, id=upload.id, start=start_bytes).encode()
