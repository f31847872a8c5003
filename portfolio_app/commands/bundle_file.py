"""Where the commands keep a bundle: a file on a stick, read anywhere in it, written whole or not.

What is in a bundle does not enter here, and what a stick does that is pulled out ends here.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from portfolio_app.errors import BadInput, StorageFull, StoreDamaged


class BundleFile:
    """A bundle to read; use it in a `with`. Raises BadInput where there is none."""

    def __init__(self, path: Path) -> None:
        try:
            self._file = path.open("rb")
        except OSError:
            raise BadInput(f"There is no bundle to read at {path.name}.") from None

    def __enter__(self) -> "BundleFile":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._file.close()

    def size_bytes(self) -> int:
        """How large the file is. Raises StoreDamaged where the stick has gone."""
        try:
            return os.fstat(self._file.fileno()).st_size
        except OSError:
            raise _gone() from None

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Up to so many bytes from `offset` on. Raises StoreDamaged where the stick has gone."""
        try:
            self._file.seek(offset)
            return self._file.read(size_bytes)
        except OSError:
            raise _gone() from None


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that it is there as a whole or not at all. Raises StorageFull."""
    half = path.with_name(path.name + ".part")
    try:
        with half.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        raise StorageFull(
            f"{path.name} could not be written there. Is there room, and may you write?"
        ) from None
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _gone() -> StoreDamaged:
    return StoreDamaged(
        "The stick cannot be read any more; what came before is kept. Put it in and try again."
    )
