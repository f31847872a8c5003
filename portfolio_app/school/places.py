"""Where a school keeps its rows and its files: in its folder, or on servers that the settings name.

Two variables move a school from one machine to many: nothing else of the program changes. Addresses
may carry passwords, so they are read here, beside the school key, and never shown. What reads and
writes at these places stands in `database` and `shelves`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from portfolio_app.errors import BadInput, NotFound

DATABASE_FILE_NAME = "school.sqlite"
MEDIA_FOLDER_NAME = "media"
DATABASE_VARIABLE = "PORTFOLIO_SCHOOL_DATABASE"
BUCKET_VARIABLE = "PORTFOLIO_SCHOOL_BUCKET"
BUCKET_KEY_VARIABLE = "PORTFOLIO_SCHOOL_BUCKET_KEY"
BUCKET_SECRET_VARIABLE = "PORTFOLIO_SCHOOL_BUCKET_SECRET"  # noqa: S105 - the variable's name
BUCKET_REGION_VARIABLE = "PORTFOLIO_SCHOOL_BUCKET_REGION"
FILE_SUFFIX = "_FILE"
"""Behind a variable's name: the file that holds its value, for secrets that are files."""

DEFAULT_REGION = "us-east-1"
ADDRESS_CHARACTERS_LIMIT = 2_048
_POSTGRES_SCHEMES = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class PostgresAddress:
    """A PostgreSQL database, as libpq writes it: `postgresql://user@host/name?sslmode=…`."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of an S3-compatible store; `folder` in it is the school's ("" for all of it)."""

    endpoint: str
    name: str
    folder: str
    key: str = field(repr=False)
    secret: str = field(repr=False)
    region: str = DEFAULT_REGION


@dataclass(frozen=True, slots=True)
class Places:
    """Where rows and files lie. `spool` is the local folder for what is arriving."""

    database: Path | PostgresAddress
    files: Path | Bucket
    spool: Path

    @classmethod
    def in_folder(cls, data: Path) -> "Places":
        """Everything in one folder: what a school is made with unless it is told otherwise."""
        media = data / MEDIA_FOLDER_NAME
        return cls(data / DATABASE_FILE_NAME, media, media)

    @classmethod
    def from_environment(cls, data: Path, environment: Mapping[str, str]) -> "Places":
        """The folder, unless the environment names servers. Raises BadInput naming the variable."""
        inside = cls.in_folder(data)
        database = _value(environment, DATABASE_VARIABLE)
        bucket = _value(environment, BUCKET_VARIABLE)
        return cls(
            _postgres(database) if database else inside.database,
            _bucket(bucket, environment) if bucket else inside.files,
            inside.spool,
        )


def _postgres(address: str) -> PostgresAddress:
    if urlsplit(address).scheme not in _POSTGRES_SCHEMES:
        raise BadInput(
            f"{DATABASE_VARIABLE} must look like postgresql://user@host/name; to keep the school in"
            " its folder, unset it."
        )
    return PostgresAddress(address)


def _bucket(address: str, environment: Mapping[str, str]) -> Bucket:
    parts = urlsplit(address)
    name, _, folder = parts.path.strip("/").partition("/")
    if parts.scheme not in ("http", "https") or not parts.hostname or not name:
        raise BadInput(
            f"{BUCKET_VARIABLE} must look like https://store.example.org/bucket or"
            " https://store.example.org/bucket/folder."
        )
    key = _value(environment, BUCKET_KEY_VARIABLE)
    secret = _value(environment, BUCKET_SECRET_VARIABLE)
    if not key or not secret:
        raise BadInput(
            f"{BUCKET_VARIABLE} needs {BUCKET_KEY_VARIABLE} and {BUCKET_SECRET_VARIABLE} (or that"
            f" name with {FILE_SUFFIX}, for a file that holds it)."
        )
    region = _value(environment, BUCKET_REGION_VARIABLE) or DEFAULT_REGION
    endpoint = f"{parts.scheme}://{parts.netloc}"
    return Bucket(endpoint, name, folder, key, secret, region)


def _value(environment: Mapping[str, str], name: str) -> str:
    found = environment.get(name, "")
    if not found and (path := environment.get(name + FILE_SUFFIX, "")):
        try:
            found = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise NotFound(f"{name}{FILE_SUFFIX} names a file that cannot be read.") from None
    if len(found) > ADDRESS_CHARACTERS_LIMIT:
        raise BadInput(f"{name} is longer than {ADDRESS_CHARACTERS_LIMIT} characters.")
    return found
