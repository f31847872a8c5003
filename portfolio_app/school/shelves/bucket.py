"""Files in a bucket of an S3-compatible store, by the one client library that may enter here.

Small files go up in one conditional request, larger ones in parts of 8 MiB (the least that stores
take is 5), two at a time. Reading asks for a part at a time; answers are never trusted: what is
read is opened with the file's own key by whoever asked.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio_app.errors import BadInput, StoreAway, StoreDamaged
from portfolio_app.school.places import Bucket

if TYPE_CHECKING:
    from obstore.store import S3Store

PART_BYTES = 8 << 20
PARTS_AT_ONCE = 2
FIRST_READ_BYTES = 64 << 10
READ_BYTES = 1 << 20
ANSWER_SECONDS = 60
RETRY_SECONDS = 20
RETRIES = 3


class BucketShelf:
    """The files of one school in a bucket. Raises BadInput when the client is not installed."""

    def __init__(self, bucket: Bucket) -> None:
        try:
            from obstore.store import S3Store  # noqa: PLC0415 - only schools with a bucket need it
        except ModuleNotFoundError:
            raise BadInput(
                "A bucket needs one more package: pip install 'portfolio[school-large]'."
            ) from None
        self._store: S3Store = S3Store(
            bucket.name,
            prefix=bucket.folder or None,
            endpoint=bucket.endpoint,
            access_key_id=bucket.key,
            secret_access_key=bucket.secret,
            region=bucket.region,
            virtual_hosted_style_request=False,
            client_options={
                "allow_http": bucket.endpoint.startswith("http://"),
                "timeout": timedelta(seconds=ANSWER_SECONDS),
                "connect_timeout": timedelta(seconds=5),
            },
            retry_config={
                "max_retries": RETRIES,
                "retry_timeout": timedelta(seconds=RETRY_SECONDS),
            },
        )

    def put(self, name: str, content: Path | bytes) -> None:
        """Keep a file. Nothing of it is to be seen before all of it is there."""
        import obstore  # noqa: PLC0415
        from obstore.exceptions import AlreadyExistsError  # noqa: PLC0415

        size_bytes = content.stat().st_size if isinstance(content, Path) else len(content)
        with _answering():
            if size_bytes > PART_BYTES:
                obstore.put(
                    self._store, name, content, chunk_size=PART_BYTES,
                    max_concurrency=PARTS_AT_ONCE,
                )  # fmt: skip
                return
            # Names are never used twice: what is there already is ours, and its answer was lost.
            with suppress(AlreadyExistsError):
                obstore.put(self._store, name, content, mode="create", use_multipart=False)

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Keep several small files."""
        for name, content in contents.items():
            self.put(name, content)

    def source(self, name: str) -> "BucketSource":
        """A kept file; its beginning is read at once."""
        return BucketSource(self._store, name)

    def remove(self, name: str) -> None:
        """Take a file away."""
        import obstore  # noqa: PLC0415

        with _answering(), suppress(FileNotFoundError):
            obstore.delete(self._store, name)

    def names(self) -> Iterator[tuple[str, int]]:
        """Each file's name, and when the store got it."""
        import obstore  # noqa: PLC0415

        with _answering():
            for some in obstore.list(self._store):
                for one in some:
                    yield one["path"], int(one["last_modified"].timestamp() * 1000)

    def has_room(self) -> bool:
        """A bucket says so itself when it is full."""
        return True


class BucketSource:
    """One file, read a part at a time; holds one part of at most 1 MiB."""

    def __init__(self, store: "S3Store", name: str) -> None:
        self._store = store
        self._name = name
        self._start = 0
        self._part = b""
        self._size_bytes = 0
        self._fetch(0, FIRST_READ_BYTES)

    def size_bytes(self) -> int:
        """How many bytes it has."""
        return self._size_bytes

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Up to `size_bytes` bytes from `offset`."""
        stop = min(offset + size_bytes, self._size_bytes)
        if offset >= stop:
            return b""
        if offset < self._start or stop > self._start + len(self._part):
            self._fetch(offset, max(READ_BYTES, stop - offset))
        return self._part[offset - self._start : stop - self._start]

    def close(self) -> None:
        """Nothing is held open."""

    def _fetch(self, offset: int, size_bytes: int) -> None:
        import obstore  # noqa: PLC0415

        with _answering():
            found = obstore.get(
                self._store, self._name, options={"range": (offset, offset + size_bytes)}
            )
            self._size_bytes = found.meta["size"]
            self._part = bytes(found.bytes())
            self._start = offset


@contextmanager
def _answering() -> Iterator[None]:
    """Say in the product's words that a store does not do what it was asked. No name is shown."""
    from obstore.exceptions import BaseError  # noqa: PLC0415

    try:
        yield
    except FileNotFoundError:
        raise StoreDamaged("A media file is missing; bring back the last backup.") from None
    except (BaseError, OSError):
        raise StoreAway("The school's file store does not answer; try again in a moment.") from None
