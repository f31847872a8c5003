"""Telling which kind of roster a file or folder is, and reading it within limits."""

import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.school.rosters import flat, oneroster, sds
from portfolio_app.school.rosters.roster import Roster

FILE_BYTES_LIMIT = 64 << 20
FILES_LIMIT = 60
ROWS_LIMIT = 300_000
CELL_CHARACTERS_LIMIT = 1_000

_ZIP_PROBLEMS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, EOFError, OSError,
    RuntimeError, NotImplementedError, ValueError,
)  # fmt: skip

Table = Sequence[Mapping[str, str]]


def read_roster(path: Path) -> Roster:
    """Read a OneRoster 1.1 or 1.2 zip or folder, a Microsoft SDS v1 folder, or a flat CSV.

    Raises NotFound, or BadInput with a sentence that names the file.
    """
    tables = {name.lower(): _table(name, raw) for name, raw in _files(path).items()}
    if "users.csv" in tables:
        return oneroster.read(tables)
    if "studentenrollment.csv" in tables:
        return sds.read(tables)
    if len(tables) == 1:
        return flat.read(next(iter(tables.values())))
    raise BadInput(
        f"{path.name} is no roster that is known here. OneRoster has a users.csv, Microsoft SDS a"
        " StudentEnrollment.csv; anything else must be one CSV file with names in its first line."
    )


def _files(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        found = sorted(one for one in path.iterdir() if one.suffix.lower() == ".csv")
        return {one.name: _bytes(one) for one in found[:FILES_LIMIT]}
    if not path.is_file():
        raise NotFound(f"There is no file or folder {path}.")
    if path.suffix.lower() == ".zip":
        return _zipped(path)
    return {path.name: _bytes(path)}


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > FILE_BYTES_LIMIT:
        raise BadInput(f"{path.name} is larger than {FILE_BYTES_LIMIT} bytes; split it.")
    return path.read_bytes()


def _zipped(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            rows = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
            total = sum(one.file_size for one in rows)
            if len(rows) > FILES_LIMIT or total > FILE_BYTES_LIMIT:
                raise BadInput(
                    f"{path.name} holds too much; a roster fits {FILE_BYTES_LIMIT} bytes."
                )
            files = {}
            for one in rows:
                with archive.open(one) as file:
                    # What the archive says about its sizes is not believed.
                    raw = file.read(FILE_BYTES_LIMIT + 1)
                if len(raw) > FILE_BYTES_LIMIT:
                    raise BadInput(f"{path.name} holds more than it says; it was not read.")
                files[Path(one.filename).name] = raw
            return files
    except _ZIP_PROBLEMS:
        raise BadInput(f"{path.name} is not a zip file that can be read.") from None


def _table(name: str, raw: bytes) -> Table:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{name} is not UTF-8; save it as CSV UTF-8 and try again.") from None
    rows: list[Mapping[str, str]] = []
    try:
        for row in csv.DictReader(io.StringIO(text, newline=""), strict=False):
            if len(rows) >= ROWS_LIMIT:
                raise BadInput(f"{name} has more than {ROWS_LIMIT} rows; split it.")
            rows.append(_clean(row))
    except csv.Error:
        raise BadInput(f"{name} is not CSV that can be read.") from None
    return rows


def _clean(row: Mapping[str | None, object]) -> Mapping[str, str]:
    return {
        key.strip().lower(): " ".join(value.split())[:CELL_CHARACTERS_LIMIT]
        for key, value in row.items()
        if isinstance(key, str) and isinstance(value, str)
    }
