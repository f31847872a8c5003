"""The file of a vault's keys: its shape, its one MAC, and how it is replaced in one step.

The layout, versions 1 and 2, is docs/formats/keys.md. What opens a slot must not enter here.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portfolio_app.errors import StoreDamaged
from portfolio_app.sealing.envelope import (
    KEY_SIZE_BYTES,
    SealBroken,
    authenticate,
    derive,
    open_sealed,
    same,
    seal,
)
from portfolio_app.student.vault.disk import Disk, read_whole, replace_whole
from portfolio_app.student.vault.slots import (
    DEVICE_SLOT,
    FORMAT,
    TYPED_SLOTS,
    Slot,
    canonical,
)

KEYS_NAME = "keys.json"

FIRST_VERSION = 1
FORMAT_VERSION = 2
MAXIMUM_KEYS_BYTES = 64 * 1024
MAXIMUM_SLOTS = 16
MAXIMUM_REVISION = 2**53 - 1  # a whole number in every program that reads JSON

_NAMES = {
    FIRST_VERSION: {"format", "version", "vault", "slots", "mac", "crc"},
    FORMAT_VERSION: {"format", "version", "vault", "revision", "slots", "previous", "mac", "crc"},
}
_SLOT_NAMES = {"kind", "parameters", "sealed"}


@dataclass(frozen=True, slots=True)
class KeysFile:
    """What the file says, its shape checked. `is_whole` tells whether it says the truth.

    `revision` is 0 in version 1 and then one more with each change. `previous` holds the vault's
    key before this one, sealed under this one, while the contents still wait to follow.
    """

    vault_id: str
    slots: tuple[Slot, ...]
    revision: int = 0
    previous: bytes = b""
    version: int = FORMAT_VERSION
    mac: bytes = b""

    def is_whole(self, vault_key: bytes) -> bool:
        """Say whether all of it was written by somebody who had the vault's key."""
        return same(self._authenticator(vault_key), self.mac)

    def previous_key(self, vault_key: bytes) -> bytes | None:
        """Return the vault's key before this one, or None; SealBroken if it does not open."""
        if not self.previous:
            return None
        key = open_sealed(_previous_key(vault_key), self.previous, _previous_context(self.vault_id))
        if len(key) != KEY_SIZE_BYTES:
            raise SealBroken("The key before this one is not a key.")
        return key

    def to_bytes(self, vault_key: bytes) -> bytes:
        """Return the whole file with its MAC."""
        plain = {**self._plain(), "mac": self._authenticator(vault_key).hex()}
        return canonical({**plain, "crc": zlib.crc32(canonical(plain))})

    def _authenticator(self, vault_key: bytes) -> bytes:
        """Everything but the MAC, so that slots cannot be added, taken, mixed or weakened."""
        return authenticate(derive(vault_key, "keys mac"), canonical(self._plain()))

    def _plain(self) -> dict[str, Any]:
        slots = [
            {"kind": slot.kind, "parameters": slot.parameters, "sealed": slot.sealed.hex()}
            for slot in self.slots
        ]
        plain = {"format": FORMAT, "version": self.version, "vault": self.vault_id, "slots": slots}
        if self.version == FIRST_VERSION:
            return plain
        return {**plain, "revision": self.revision, "previous": self.previous.hex()}


def sealed_previous(vault_id: str, vault_key: bytes, previous_key: bytes) -> bytes:
    """Return the old key sealed under the new one, for `KeysFile.previous`."""
    return seal(_previous_key(vault_key), previous_key, _previous_context(vault_id))


def write_keys(disk: Disk, folder: Path, keys: KeysFile, vault_key: bytes) -> None:
    """Replace the file so that after a crash the old or the new one is there; OSError."""
    replace_whole(disk, folder / KEYS_NAME, keys.to_bytes(vault_key))


def read_keys(disk: Disk, folder: Path, vault_id: str) -> KeysFile:
    """Return the file; StoreDamaged if it is not laid out as it must be. OSError."""
    damaged = StoreDamaged(
        "The keys of this portfolio are damaged. Take it from a backup or from the school."
    )
    content = read_whole(disk, folder / KEYS_NAME, MAXIMUM_KEYS_BYTES)
    try:
        document = json.loads(content)
        if document["format"] != FORMAT or document["vault"] != vault_id:
            raise damaged
        version = document["version"]
        if type(version) is not int or version not in _NAMES:
            raise StoreDamaged("The keys of this portfolio were written by a newer app; use that.")
        crc = document.pop("crc")
        if crc != zlib.crc32(canonical(document)):
            raise damaged  # not to be taken for a wrong secret
        if document.keys() | {"crc"} != _NAMES[version]:
            raise damaged
        keys = KeysFile(
            vault_id,
            tuple(_slot(slot) for slot in document["slots"]),
            document.get("revision", 0),
            bytes.fromhex(document.get("previous", "")),
            version,
            bytes.fromhex(document["mac"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise damaged from None
    if not _fits(keys):
        raise damaged
    return keys


def _slot(plain: Mapping[str, Any]) -> Slot:
    if plain.keys() != _SLOT_NAMES:
        raise ValueError
    kind, parameters = plain["kind"], plain["parameters"]
    if not isinstance(kind, str) or not isinstance(parameters, dict):
        raise TypeError
    return Slot(kind, parameters, bytes.fromhex(plain["sealed"]))


def _fits(keys: KeysFile) -> bool:
    """One way to type at most, and one way at least that needs nothing from this very device."""
    kinds = [slot.kind for slot in keys.slots]
    return (
        1 <= len(kinds) <= MAXIMUM_SLOTS
        and sum(kind in TYPED_SLOTS for kind in kinds) <= 1
        and any(kind != DEVICE_SLOT for kind in kinds)
        and type(keys.revision) is int
        and 0 <= keys.revision <= MAXIMUM_REVISION
    )


def _previous_key(vault_key: bytes) -> bytes:
    return derive(vault_key, "previous key")


def _previous_context(vault_id: str) -> bytes:
    return canonical([FORMAT, FORMAT_VERSION, vault_id, "previous"])
