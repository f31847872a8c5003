"""The way into a vault: one random key, sealed once for each way in, all under one MAC.

The layout is docs/formats/keys.md. A wrong secret costs waiting time that is kept on disk. The
key itself leaves this module to its caller only; no secret enters a message.
"""

from __future__ import annotations

import contextlib
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from portfolio_app.errors import StoreDamaged, TooManyTries, WrongSecret
from portfolio_app.sealing.envelope import (
    SealBroken,
    authenticate,
    derive,
    new_key,
    open_sealed,
    same,
    seal,
)
from portfolio_app.sealing.secret import SecretParameters, new_parameters, stretch
from portfolio_app.student.vault.disk import Disk, plain_errors, read_whole, replace_whole

KEYS_NAME = "keys.json"
TRIES_NAME = "tries"
SECRET_SLOT = "secret"  # noqa: S105  # a kind of slot

FORMAT = "portfolio-keys"
FORMAT_VERSION = 1
MAXIMUM_KEYS_BYTES = 64 * 1024
MAXIMUM_SLOTS = 16

FREE_TRIES = 5
FIRST_WAIT_SECONDS = 30
MAXIMUM_WAIT_SECONDS = 15 * 60

_TRIES = struct.Struct(">IQI")
_MAXIMUM_TRIES = 1000

ParametersMaker = Callable[[], SecretParameters]


def create_keys(
    disk: Disk, folder: Path, vault_id: str, secret: str, make: ParametersMaker = new_parameters
) -> bytes:
    """Invent a vault's key, store it sealed under `secret`, and return it."""
    vault_key = new_key()
    slot = _secret_slot(vault_id, vault_key, secret, make())
    with plain_errors("the keys of a new portfolio"):
        _write(disk, folder, vault_key, vault_id, [slot])
        _write_tries(disk, folder, 0, 0)
    return vault_key


def unlock_keys(disk: Disk, folder: Path, vault_id: str, secret: str, *, now_ms: int) -> bytes:
    """Return the vault's key.

    Raises WrongSecret, or TooManyTries while waiting is due (from the fifth wrong secret on, 30 s
    and then doubling up to 15 minutes; turning the clock back starts the wait anew), or
    StoreDamaged if the keys are not what was written.
    """
    return _unlock(disk, folder, vault_id, secret, now_ms)[0]


def change_secret_slot(
    disk: Disk,
    folder: Path,
    vault_id: str,
    secret: str,
    new_secret: str,
    *,
    now_ms: int,
    make: ParametersMaker = new_parameters,
) -> None:
    """Seal the key under another secret; after a crash the old or the new one opens the vault."""
    vault_key, document = _unlock(disk, folder, vault_id, secret, now_ms)
    fresh = _secret_slot(vault_id, vault_key, new_secret, make())
    slots = [fresh if slot["kind"] == SECRET_SLOT else slot for slot in document["slots"]]
    with plain_errors("the new PIN or passphrase"):
        _write(disk, folder, vault_key, vault_id, slots)


def _unlock(
    disk: Disk, folder: Path, vault_id: str, secret: str, now_ms: int
) -> tuple[bytes, dict[str, Any]]:
    with plain_errors("opening your work"):
        document = _read(disk, folder, vault_id)
        _count_try(disk, folder, now_ms)
    slot = next(slot for slot in document["slots"] if slot["kind"] == SECRET_SLOT)
    parameters = SecretParameters.from_json(slot["parameters"])
    stretched = stretch(secret, parameters)
    try:
        vault_key = open_sealed(stretched, slot["sealed"], _slot_context(vault_id, slot))
    except SealBroken:
        raise WrongSecret("That PIN or passphrase is not the right one. Try again.") from None
    if not same(_mac(vault_key, document), document["mac"]):
        raise StoreDamaged("The keys of this portfolio were changed by something else.")
    _forget_tries(disk, folder)
    return vault_key, document


def _secret_slot(
    vault_id: str, vault_key: bytes, secret: str, parameters: SecretParameters
) -> dict[str, Any]:
    slot: dict[str, Any] = {"kind": SECRET_SLOT, "parameters": parameters.to_json()}
    slot["sealed"] = seal(stretch(secret, parameters), vault_key, _slot_context(vault_id, slot))
    return slot


def _slot_context(vault_id: str, slot: dict[str, Any]) -> bytes:
    """Bind a slot to its vault, kind and parameters: none of them can be exchanged."""
    bound = [FORMAT, FORMAT_VERSION, vault_id, slot["kind"], slot["parameters"]]
    return _canonical(bound)


def _mac(vault_key: bytes, document: dict[str, Any]) -> bytes:
    """Authenticate everything but the MAC, so that slots cannot be added, taken or mixed."""
    plain = {
        **{name: value for name, value in document.items() if name != "mac"},
        "slots": [{**slot, "sealed": slot["sealed"].hex()} for slot in document["slots"]],
    }
    return authenticate(derive(vault_key, "keys mac"), _canonical(plain))


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _write(
    disk: Disk, folder: Path, vault_key: bytes, vault_id: str, slots: list[dict[str, Any]]
) -> None:
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "vault": vault_id,
        "slots": slots,
    }
    mac = _mac(vault_key, document)
    plain_slots = [{**slot, "sealed": slot["sealed"].hex()} for slot in slots]
    plain = {**document, "slots": plain_slots, "mac": mac.hex()}
    content = _canonical({**plain, "crc": zlib.crc32(_canonical(plain))})
    replace_whole(disk, folder / KEYS_NAME, content)


def _read(disk: Disk, folder: Path, vault_id: str) -> dict[str, Any]:
    """Return the keys file, its sealed parts as bytes, checked in shape but not yet in truth."""
    damaged = StoreDamaged(
        "The keys of this portfolio are damaged. Take it from a backup or from the school."
    )
    try:
        document = json.loads(read_whole(disk, folder / KEYS_NAME, MAXIMUM_KEYS_BYTES))
        if document["format"] != FORMAT or document["vault"] != vault_id:
            raise damaged
        if document["version"] != FORMAT_VERSION:
            raise StoreDamaged("The keys of this portfolio were written by a newer app; use that.")
        if document.pop("crc") != zlib.crc32(_canonical(document)):
            raise damaged  # not to be taken for a wrong secret
        document["mac"] = bytes.fromhex(document["mac"])
        slots = document["slots"]
        if not isinstance(slots, list) or not 1 <= len(slots) <= MAXIMUM_SLOTS:
            raise damaged
        for slot in slots:
            slot["sealed"] = bytes.fromhex(slot["sealed"])
            if not isinstance(slot["kind"], str) or not isinstance(slot["parameters"], dict):
                raise damaged
        if not any(slot["kind"] == SECRET_SLOT for slot in slots):
            raise damaged
    except (KeyError, TypeError, ValueError, RecursionError):
        raise damaged from None
    return dict(document)


def _count_try(disk: Disk, folder: Path, now_ms: int) -> None:
    """Count before trying, so that ending the program in between gives no try for free."""
    tries, last_ms = _read_tries(disk, folder, now_ms)
    wait_ms = 1000 * _wait_seconds(tries)
    if wait_ms and now_ms < last_ms:
        _write_tries(disk, folder, tries, now_ms)
        last_ms = now_ms
    left_ms = last_ms + wait_ms - now_ms
    if wait_ms and left_ms > 0:
        wait_seconds = -(-left_ms // 1000)
        raise TooManyTries(
            f"That was wrong too often. Wait {wait_seconds} seconds and try again, "
            "or ask your teacher.",
            wait_seconds,
        )
    _write_tries(disk, folder, min(tries + 1, _MAXIMUM_TRIES), now_ms)


def _wait_seconds(tries: int) -> int:
    if tries < FREE_TRIES:
        return 0
    doublings = min(tries - FREE_TRIES, 16)
    return int(min(FIRST_WAIT_SECONDS * 2**doublings, MAXIMUM_WAIT_SECONDS))


def _forget_tries(disk: Disk, folder: Path) -> None:
    # A storage that fails here must not keep out a learner who knew the secret.
    with contextlib.suppress(OSError):
        _write_tries(disk, folder, 0, 0)


def _read_tries(disk: Disk, folder: Path, now_ms: int) -> tuple[int, int]:
    """Return how many tries and when the last was; a damaged count is taken for a full one."""
    if not disk.exists(folder / TRIES_NAME):
        return 0, 0
    file = disk.open_to_read(folder / TRIES_NAME)
    try:
        content = file.read_at(0, _TRIES.size + 1)
    finally:
        file.close()
    if len(content) == _TRIES.size:
        tries, last_ms, crc = _TRIES.unpack(content)
        if crc == zlib.crc32(content[:-4]):
            return tries, last_ms
    _write_tries(disk, folder, FREE_TRIES, now_ms)  # or the wait would start anew each time
    return FREE_TRIES, now_ms


def _write_tries(disk: Disk, folder: Path, tries: int, last_ms: int) -> None:
    """Write in place: the same few bytes of one sector, which a full disk cannot refuse."""
    path = folder / TRIES_NAME
    created = not disk.exists(path)
    file = disk.open(path, create=created)
    try:
        unchecked = _TRIES.pack(tries, last_ms, 0)[:-4]
        file.write_at(0, unchecked + zlib.crc32(unchecked).to_bytes(4, "big"))
        file.truncate(_TRIES.size)
        file.sync()
    finally:
        file.close()
    if created:
        disk.sync_folder(folder)
