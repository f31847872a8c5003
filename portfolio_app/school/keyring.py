"""The school's key and the keys under it: what makes the data folder unreadable without them.

One school key wraps one data key per scope, and everything a learner made, or that names a person,
is sealed under its scope's key. Destroying a data key erases the learner from every backup as well.
No file name, query or rule of the product may enter here, except where the school key lies.
"""

import os
import secrets
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.sealing import envelope
from portfolio_app.sealing.boxes import Boxes

KEY_FILE_NAME = "school.key"
KEY_FILE_VARIABLE = "PORTFOLIO_SCHOOL_KEY_FILE"
CREDENTIALS_VARIABLE = "CREDENTIALS_DIRECTORY"
CREDENTIAL_NAME = "school-key"
CACHED_SCOPES_LIMIT = 4_096
PACKED_BYTES_LEAST = 200
PACKING_LEVEL = 1
PACKING_WINDOW_BITS = -12
UNPACKING_WINDOW_BITS = -15
"""Deflate without a header, for what is inside is authenticated; a small window costs less."""

_PACKED = b"\x01"


class ScopeKeys:
    """The keys of one scope, each derived from its data key for one purpose."""

    __slots__ = ("_boxes", "_data_key", "_derived", "_scope")

    def __init__(self, scope: str, data_key: bytes) -> None:
        self._scope = scope
        self._data_key = data_key
        self._derived: dict[str, bytes] = {}
        self._boxes: dict[str, Boxes] = {}

    def seal(self, purpose: str, name: str, content: Any) -> bytes:
        """Seal JSON `content`; it opens only for the same scope, purpose and `name`."""
        plain = _packed(_dump(content))
        return self._box(purpose).seal(plain, self._context(purpose, name))

    def open(self, purpose: str, name: str, sealed: bytes) -> Any:
        """Open what `seal` made. Raises SealBroken (StoreDamaged)."""
        return msgspec.json.decode(self.opener(purpose)(name, sealed))

    def opener(self, purpose: str) -> Callable[[str, bytes], bytes]:
        """For many of one purpose: (name, sealed) -> what `open` reads, unread: UTF-8 JSON."""
        box, beginning = self._box(purpose), self._context(purpose, "")
        return lambda name, sealed: _unpacked(box.open(sealed, beginning + name.encode()))

    def name(self, purpose: str, text: str) -> str:
        """A file name (64 hex digits) that tells nothing about `text` without the key."""
        return envelope.authenticate(self._key(purpose), text.encode()).hex()

    def _key(self, purpose: str) -> bytes:
        found = self._derived.get(purpose)
        if found is None:
            found = self._derived[purpose] = envelope.derive(self._data_key, f"school/{purpose}")
        return found

    def _box(self, purpose: str) -> Boxes:
        found = self._boxes.get(purpose)
        if found is None:
            found = self._boxes[purpose] = Boxes(self._key(purpose))
        return found

    def _context(self, purpose: str, name: str) -> bytes:
        return f"{purpose}\n{self._scope}\n{name}".encode()


class Keyring:
    """Everything that the school key opens. Safe to share between threads."""

    def __init__(self, school_key: bytes) -> None:
        if len(school_key) != envelope.KEY_SIZE_BYTES:
            raise BadInput(
                f"The school key must be {envelope.KEY_SIZE_BYTES} bytes; give the right file."
            )
        self._wrapping = envelope.derive(school_key, "school/wrapping")
        self._index = envelope.derive(school_key, "school/index")
        self.own = ScopeKeys("school", envelope.derive(school_key, "school/own"))
        self.bundle_opening_key = envelope.derive(school_key, "school/bundle open")
        self.bundle_signing_key = envelope.derive(school_key, "school/bundle sign")
        self._opened: dict[bytes, ScopeKeys] = {}

    def index(self, purpose: str, text: str) -> str:
        """What to look a secret or a name up by: 64 hex digits, useless without the school key."""
        return envelope.authenticate(self._index, f"{purpose}\n{text}".encode()).hex()

    def new_scope_key(self, scope: str) -> bytes:
        """A fresh data key for `scope`, wrapped."""
        return envelope.seal(self._wrapping, envelope.new_key(), scope.encode())

    def scope(self, scope: str, wrapped: bytes) -> ScopeKeys:
        """A scope's keys from its wrapped data key. Raises SealBroken for another school's."""
        # By the wrapped key, not by name: a scope whose first write is undone gets another key.
        found = self._opened.get(wrapped)
        if found is None:
            found = ScopeKeys(scope, envelope.open_sealed(self._wrapping, wrapped, scope.encode()))
            if len(self._opened) >= CACHED_SCOPES_LIMIT:
                self._opened.clear()
            self._opened[wrapped] = found
        return found


def key_path(data: Path, environment: Mapping[str, str]) -> Path:
    """Where the school key lies: a named file, a systemd credential, or the data folder."""
    if named := environment.get(KEY_FILE_VARIABLE):
        return Path(named)
    if folder := environment.get(CREDENTIALS_VARIABLE):
        credential = Path(folder) / CREDENTIAL_NAME
        if credential.is_file():
            return credential
    return data / KEY_FILE_NAME


def read_key(path: Path) -> bytes:
    """The school key from its file: 64 hex digits. Raises NotFound or BadInput."""
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise NotFound(
            f"The school key is not at {path}. Put its file back, or name it in"
            f" {KEY_FILE_VARIABLE}: without it nothing can be opened."
        ) from None
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != envelope.KEY_SIZE_BYTES:
        raise BadInput(f"The file {path} does not hold a school key of 64 hex digits.")
    return key


def write_key(path: Path) -> bytes:
    """Make a school key and keep it durably, readable by its owner alone; never replaces one."""
    key = secrets.token_bytes(envelope.KEY_SIZE_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, key.hex().encode() + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return key


def _packed(plain: bytes) -> bytes:
    """JSON as it is kept: behind a byte that JSON cannot begin with, deflated where that helps."""
    if len(plain) < PACKED_BYTES_LEAST:
        return plain
    packed = _PACKED + zlib.compress(plain, PACKING_LEVEL, PACKING_WINDOW_BITS)
    return packed if len(packed) < len(plain) else plain


def _unpacked(kept: bytes) -> bytes:
    return zlib.decompress(kept[1:], UNPACKING_WINDOW_BITS) if kept[:1] == _PACKED else kept


def _dump(content: Any) -> bytes:
    return msgspec.json.encode(content)
