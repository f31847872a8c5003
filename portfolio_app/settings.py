"""Every setting of both programs, with its default and its limit, and where assets are found.

The environment is read once, by the wiring, through `Settings.from_environment`; no other module
reads it. No rule of the product and no secret of the school may enter here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from portfolio_app.errors import BadInput, NotFound


@dataclass(frozen=True, slots=True)
class Limit:
    """The smallest and the largest value a numeric setting accepts."""

    smallest: int
    largest: int


PORT_LIMIT = Limit(0, 65_535)
"""0 lets the machine choose a free port."""

LOCK_AFTER_SECONDS_LIMIT = Limit(15, 8 * 3600)
UPLOAD_BYTES_LIMIT = Limit(1 << 20, 4 << 30)
GUEST_DAYS_LIMIT = Limit(1, 366)
MAX_TEXT_SETTING_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever starts a program may choose. Variables are named `PORTFOLIO_` and the field."""

    data: Path
    """Folder for everything the program keeps; made private when it is made."""

    language: str = "en"
    """First language of the screens, as a tag such as `pt-BR`."""

    student_port: int = 8560
    school_port: int = 8570

    school_listen: str = "127.0.0.1"
    """Address the school server listens on. Anything but this machine needs TLS in front."""

    school_url: str = ""
    """Address that devices and families use; empty means `http://localhost:<school_port>`."""

    lock_after_seconds: int = 600
    """Quiet time after which an open portfolio locks itself."""

    upload_bytes: int = 200 << 20
    """Largest single file a learner may add."""

    guest_days: int = 90
    """How long a family link lives unless the learner chooses less."""

    approve_before_sharing: bool = True
    """Whether a teacher must approve a work before a family link shows it."""

    secret: str | None = field(default=None, repr=False)
    """The learner's secret for the command line, so that it never is an argument."""

    code: str | None = field(default=None, repr=False)
    """The code of a badge or recovery sheet for the command line, for the same reason."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read every setting once. Raises BadInput that names the variable and what it accepts."""
        read = _Reader(environment)
        default = cls(data=_default_data_folder(environment))
        return cls(
            data=Path(read.text("DATA", str(default.data))),
            language=read.text("LANGUAGE", default.language),
            student_port=read.number("STUDENT_PORT", default.student_port, PORT_LIMIT),
            school_port=read.number("SCHOOL_PORT", default.school_port, PORT_LIMIT),
            school_listen=read.text("SCHOOL_LISTEN", default.school_listen),
            school_url=read.text("SCHOOL_URL", default.school_url),
            lock_after_seconds=read.number(
                "LOCK_AFTER_SECONDS", default.lock_after_seconds, LOCK_AFTER_SECONDS_LIMIT
            ),
            upload_bytes=read.number("UPLOAD_BYTES", default.upload_bytes, UPLOAD_BYTES_LIMIT),
            guest_days=read.number("GUEST_DAYS", default.guest_days, GUEST_DAYS_LIMIT),
            approve_before_sharing=read.yes_or_no(
                "APPROVE_BEFORE_SHARING", default.approve_before_sharing
            ),
            secret=read.text("SECRET", "") or None,
            code=read.text("CODE", "") or None,
        )


def asset(path: str) -> Traversable:
    """A file or folder of the bundled assets, by its path with forward slashes.

    Works in a checkout, in an installed wheel and inside an archive on a phone. Raises NotFound for
    what is not there and BadInput for a path that leads out of the assets.
    """
    parts = PurePosixPath(path).parts
    if PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path:
        raise BadInput(f"The asset path {path!r} leads out of the assets; give a path inside them.")
    found = _assets_folder().joinpath(*parts)
    if not (found.is_file() or found.is_dir()):
        raise NotFound(f"The asset {path!r} is not bundled; reinstall or check its name.")
    return found


def _assets_folder() -> Traversable:
    package = files("portfolio_app")
    inside_wheel = package / "assets"
    if inside_wheel.is_dir():
        return inside_wheel
    return Path(str(package)).parent / "assets"


def _default_data_folder(environment: Mapping[str, str]) -> Path:
    # Set by Flet in a packaged app: the only folder there that an app may write to.
    if packaged := environment.get("FLET_APP_STORAGE_DATA"):
        return Path(packaged) / "portfolio"
    if chosen := environment.get("XDG_DATA_HOME"):
        return Path(chosen) / "portfolio"
    if windows := environment.get("LOCALAPPDATA"):
        return Path(windows) / "portfolio"
    return Path(environment.get("HOME", ".")) / ".local" / "share" / "portfolio"


class _Reader:
    """Reads `PORTFOLIO_…` variables; an empty one counts as not set."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def text(self, name: str, default: str) -> str:
        value = self._environment.get(f"PORTFOLIO_{name}", "")
        if len(value) > MAX_TEXT_SETTING_CHARACTERS:
            raise BadInput(
                f"The setting PORTFOLIO_{name} is longer than {MAX_TEXT_SETTING_CHARACTERS}"
                " characters; shorten it."
            )
        return value or default

    def number(self, name: str, default: int, limit: Limit) -> int:
        value = self.text(name, str(default))
        # isdecimal alone lets in digits of other scripts, which int() would read.
        number = int(value) if value.isascii() and value.isdecimal() else -1
        if not limit.smallest <= number <= limit.largest:
            raise BadInput(
                f"The setting PORTFOLIO_{name} must be a whole number from {limit.smallest}"
                f" to {limit.largest}; change it or unset it to use {default}."
            )
        return number

    def yes_or_no(self, name: str, default: bool) -> bool:
        value = self.text(name, "yes" if default else "no").lower()
        if value not in {"yes", "no"}:
            raise BadInput(f"The setting PORTFOLIO_{name} must be yes or no; change it.")
        return value == "yes"
