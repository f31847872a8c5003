"""The ways into a vault: what a learner, a badge, a printed code or a school can bring along.

Each way gives a key of its own, and that key opens the slot in which the vault's key is sealed.
The layout is docs/formats/keys.md. Files and counts must not enter here, and no secret enters a
message.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from portfolio_app.errors import NotFound, StoreDamaged, WrongSecret
from portfolio_app.sealing.codes import secret_of
from portfolio_app.sealing.envelope import SealBroken, derive, new_key, open_sealed, seal
from portfolio_app.sealing.school_recovery import checked_school_key, seal_for_school
from portfolio_app.sealing.secret import SecretParameters, stretch
from portfolio_app.student.vault.device_keeper import DeviceKeeper

SECRET_SLOT = "secret"  # noqa: S105  # a kind of slot
DEVICE_SLOT = "device"
BADGE_SLOT = "badge"
RECOVERY_SLOT = "recovery"
SCHOOL_SLOT = "school"
TYPED_SLOTS = (SECRET_SLOT, DEVICE_SLOT)
CODE_SLOTS = (BADGE_SLOT, RECOVERY_SLOT)

FORMAT = "portfolio-keys"
SLOT_VERSION = 1
SALT_SIZE_BYTES = 16
DEVICE_SECRET_ID_SIZE_BYTES = 8

ParametersMaker = Callable[[], SecretParameters]


class DeviceSecretMissing(WrongSecret):
    """The PIN works only together with a secret of this device, which is not here any more."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One sealed copy of the vault's key, and how to come to the key that opens it."""

    kind: str
    parameters: Mapping[str, Any]
    sealed: bytes


@dataclass(frozen=True, slots=True)
class TypedSecret:
    """A PIN or passphrase."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BadgeCode:
    """What is on a badge, scanned or typed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The printed recovery code."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SchoolAnswer:
    """The vault's key as the school gave it back (`sealing.school_recovery.open_answer`)."""

    vault_key: bytes = field(repr=False)


Way: TypeAlias = TypedSecret | BadgeCode | RecoveryCode | SchoolAnswer


def canonical(value: object) -> bytes:
    """Return JSON in ASCII with sorted keys and no spaces: the same bytes for the same value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def slot_of(slots: tuple[Slot, ...], way: Way) -> Slot | None:
    """Return the slot this way is for; None for the school's answer, which needs none."""
    if isinstance(way, SchoolAnswer):
        return None
    slot = next((slot for slot in slots if is_for(way, slot)), None)
    if slot is None:
        raise NotFound(_ABSENCES[type(way)])
    return slot


def is_for(way: Way, slot: Slot) -> bool:
    """Say whether a way of this kind opens a slot of this kind."""
    return slot.kind in _KINDS[type(way)]


def device_secret_of(slot: Slot, vault_id: str, keeper: DeviceKeeper | None) -> bytes:
    """Return what the device adds to the PIN: nothing for a slot that asks for nothing.

    Raises DeviceSecretMissing, so that nobody counts it as a wrong PIN, and the system's OSError.
    """
    if slot.kind != DEVICE_SLOT:
        return b""
    name = kept_name(vault_id, slot)
    found = None if keeper is None else keeper.get(name)
    if found is None:
        raise DeviceSecretMissing(
            "This PIN belongs to a device secret that is not here any more, as after a reset or "
            "on a new device. Open your work with your badge, your recovery code or your school."
        )
    return found


def kept_name(vault_id: str, slot: Slot) -> str:
    """Return the name under which the device keeps its part of a slot."""
    return f"secret-{vault_id}-{_hex(slot, 'device', DEVICE_SECRET_ID_SIZE_BYTES).hex()}"


def open_slot(slot: Slot, vault_id: str, way: Way, device_secret: bytes = b"") -> bytes:
    """Return the vault's key; WrongSecret if the way is not the right one.

    Raises BadInput for a code with a typing mistake and for a secret outside the limits.
    """
    try:
        key = _key_of(slot, way, device_secret)
        return open_sealed(key, slot.sealed, _context(vault_id, slot.kind, slot.parameters))
    except SealBroken:
        raise WrongSecret(_REFUSALS[type(way)]) from None


def typed_slot(
    vault_key: bytes,
    vault_id: str,
    secret: str,
    parameters: SecretParameters,
    device: tuple[str, bytes] | None = None,
) -> Slot:
    """Seal the vault's key under a PIN or passphrase, and the device's id and secret if given."""
    if device is None:
        plain: dict[str, Any] = parameters.to_json()
        return _sealed(SECRET_SLOT, plain, vault_key, vault_id, stretch(secret, parameters))
    plain = {"stretch": parameters.to_json(), "device": device[0]}
    key = _with_device(stretch(secret, parameters), device[1])
    return _sealed(DEVICE_SLOT, plain, vault_key, vault_id, key)


def new_device_secret() -> tuple[str, bytes]:
    """Return the id (16 hex characters) and the 32 bytes of a fresh device secret."""
    return secrets.token_hex(DEVICE_SECRET_ID_SIZE_BYTES), new_key()


def code_slot(kind: str, vault_key: bytes, vault_id: str, code_secret: bytes) -> Slot:
    """Seal the vault's key under the 128 bits of a badge or recovery code."""
    salt = secrets.token_bytes(SALT_SIZE_BYTES)
    key = _code_key(kind, code_secret, salt)
    return _sealed(kind, {"salt": salt.hex()}, vault_key, vault_id, key)


def school_slot(vault_key: bytes, vault_id: str, school_key: bytes) -> Slot:
    """Seal the vault's key to a school's public key; BadInput if that is none."""
    sealed = seal_for_school(vault_key, vault_id, checked_school_key(school_key))
    return Slot(SCHOOL_SLOT, {"key": school_key.hex()}, sealed)


def school_key_of(slot: Slot) -> bytes:
    """Return the public key of a school's slot."""
    return _hex(slot, "key", 32)


def _key_of(slot: Slot, way: Way, device_secret: bytes) -> bytes:
    if isinstance(way, TypedSecret):
        if slot.kind == SECRET_SLOT:
            return stretch(way.text, SecretParameters.from_json(slot.parameters))
        inner = slot.parameters.get("stretch")
        if not isinstance(inner, dict):
            raise StoreDamaged("The key parameters of this device's slot are damaged.")
        return _with_device(stretch(way.text, SecretParameters.from_json(inner)), device_secret)
    if isinstance(way, SchoolAnswer):
        raise TypeError("The school's answer is the key itself.")
    return _code_key(slot.kind, secret_of(way.text), _hex(slot, "salt", SALT_SIZE_BYTES))


def _code_key(kind: str, code_secret: bytes, salt: bytes) -> bytes:
    """128 random bits need no stretching, so a badge opens at once."""
    return derive(code_secret, f"{kind} slot", salt)


def _with_device(stretched: bytes, device_secret: bytes) -> bytes:
    return derive(stretched + device_secret, "device slot")


def _sealed(
    kind: str, parameters: Mapping[str, Any], vault_key: bytes, vault_id: str, key: bytes
) -> Slot:
    context = _context(vault_id, kind, parameters)
    return Slot(kind, parameters, seal(key, vault_key, context))


def _context(vault_id: str, kind: str, parameters: Mapping[str, Any]) -> bytes:
    """Bind a slot to its vault, kind and parameters: none of them can be exchanged."""
    return canonical([FORMAT, SLOT_VERSION, vault_id, kind, parameters])


def _hex(slot: Slot, name: str, size_bytes: int) -> bytes:
    value = slot.parameters.get(name)
    try:
        content = bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        content = b""
    if len(content) != size_bytes:
        raise StoreDamaged("The parameters of a way into this portfolio are damaged.")
    return content


_KINDS: dict[type[Way], tuple[str, ...]] = {
    TypedSecret: TYPED_SLOTS,
    BadgeCode: (BADGE_SLOT,),
    RecoveryCode: (RECOVERY_SLOT,),
    SchoolAnswer: (),
}

_ABSENCES: dict[type[Way], str] = {
    TypedSecret: "This portfolio has no PIN or passphrase; use another way in.",
    BadgeCode: "This portfolio has no badge; use another way in.",
    RecoveryCode: "This portfolio has no recovery code; use another way in.",
}

_REFUSALS: dict[type[Way], str] = {
    TypedSecret: "That PIN or passphrase is not the right one. Try again.",
    BadgeCode: "That badge is not the right one for this portfolio. Take your newest badge.",
    RecoveryCode: "That recovery code is not the right one. Take the one printed last.",
}
