"""What every shelf can do, and which one a school has."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from portfolio_app.school.places import Bucket
from portfolio_app.school.shelves.bucket import BucketShelf
from portfolio_app.school.shelves.folder import FolderShelf
from portfolio_app.sealing.media import Source


class Shelf(Protocol):
    """Files by name. A name is used once and never again, so that nothing can be overwritten."""

    def put(self, name: str, content: Path | bytes) -> None:
        """Keep a file, never an empty one, whole and durably. Raises StorageFull or StoreAway."""

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Keep several small files as `put` does; after an error some may be there."""

    def source(self, name: str) -> "OpenSource":
        """A kept file, to be read from anywhere. Raises StoreDamaged when it is gone."""

    def remove(self, name: str) -> None:
        """Take a file away for good; one that is not there is fine."""

    def names(self) -> Iterator[tuple[str, int]]:
        """Each file's name, and when it was put there (ms since 1970)."""

    def has_room(self) -> bool:
        """Whether there is room for more files."""


class OpenSource(Source, Protocol):
    """A file that is open for reading, until it is closed."""

    def close(self) -> None:
        """Let go of the file."""


def shelf_for(place: Path | Bucket) -> Shelf:
    """The shelf at a place; a folder is made if it is not there."""
    return BucketShelf(place) if isinstance(place, Bucket) else FolderShelf(place)
