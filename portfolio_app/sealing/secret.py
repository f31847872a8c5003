"""A PIN or passphrase made into a key, slowly and with stored parameters.

Argon2id where the target has it, scrypt where it has not; which one is found at the call, because
phones ship older libraries. Teachers' passwords are only verified, never made into keys, and do
not belong here.
"""

from __future__ import annotations

import secrets
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.sealing.envelope import KEY_SIZE_BYTES

ARGON2ID = "argon2id"
SCRYPT = "scrypt"

MINIMUM_SECRET_LENGTH = 4
MAXIMUM_SECRET_LENGTH = 256
SALT_SIZE_BYTES = 16

ARGON2ID_MEMORY_KIB = 64 * 1024
ARGON2ID_PASSES = 3
SCRYPT_MEMORY_KIB = 64 * 1024
SCRYPT_PASSES = 2

MINIMUM_MEMORY_KIB = 8
MAXIMUM_MEMORY_KIB = 1024 * 1024
MAXIMUM_PASSES = 16

_SCRYPT_BLOCK_SIZE = 8  # 128 * 8 bytes a block, so that memory in KiB is scrypt's N

# Two Argon2id derivations at once can hang for ever in one released library version, and two of
# 64 MiB at once are too much for a small tablet: the whole process takes turns.
_TURN = threading.Lock()


class SecretUnsupported(BadInput):
    """The way this secret was stretched does not exist on this device; another device has it."""


@dataclass(frozen=True, slots=True)
class SecretParameters:
    """How a secret is stretched: `memory_kib` KiB, `passes` rounds, one lane, a random salt.

    For scrypt (RFC 7914) N is `memory_kib`, r is 8 and p is `passes`; for Argon2id (RFC 9106)
    the names are its own. `lanes` is always 1.
    """

    algorithm: str
    memory_kib: int
    passes: int
    lanes: int
    salt: bytes

    def __post_init__(self) -> None:
        _check(self)

    def to_json(self) -> dict[str, str | int]:
        """Return the parameters as a JSON object, the salt in hex."""
        return {
            "algorithm": self.algorithm,
            "memory_kib": self.memory_kib,
            "passes": self.passes,
            "lanes": self.lanes,
            "salt": self.salt.hex(),
        }

    @classmethod
    def from_json(cls, document: Mapping[str, object]) -> SecretParameters:
        """Read what `to_json` wrote; raise StoreDamaged for anything else or beyond the limits."""
        numbers = [document.get(name) for name in ("memory_kib", "passes", "lanes")]
        algorithm, salt = document.get("algorithm"), document.get("salt")
        if not isinstance(algorithm, str) or not isinstance(salt, str):
            raise StoreDamaged("The key parameters lack an algorithm or a salt.")
        if any(type(number) is not int for number in numbers):
            raise StoreDamaged("The key parameters lack a whole number.")
        memory_kib, passes, lanes = (int(str(number)) for number in numbers)
        try:
            return cls(algorithm, memory_kib, passes, lanes, bytes.fromhex(salt))
        except ValueError:
            raise StoreDamaged("The salt in the key parameters is not hex.") from None


def new_parameters(*, memory_kib: int | None = None, passes: int | None = None) -> SecretParameters:
    """Choose the best way this device has, with a fresh salt; about 0.2 s on a small computer."""
    salt = secrets.token_bytes(SALT_SIZE_BYTES)
    if has_argon2id():
        return SecretParameters(
            ARGON2ID, memory_kib or ARGON2ID_MEMORY_KIB, passes or ARGON2ID_PASSES, 1, salt
        )
    return SecretParameters(
        SCRYPT, memory_kib or SCRYPT_MEMORY_KIB, passes or SCRYPT_PASSES, 1, salt
    )


def stretch(secret: str, parameters: SecretParameters) -> bytes:
    """Return the 32-byte key of this secret, the same for every way of typing it (NFKC).

    Raises BadInput for a secret outside the length limits and SecretUnsupported if this device
    lacks the algorithm. Blocks for the time the parameters cost: call it off the screen's thread.
    """
    typed = normalised(secret)
    if parameters.algorithm == ARGON2ID:
        return _argon2id(typed, parameters)
    return _scrypt(typed, parameters)


def has_argon2id() -> bool:
    """Try the smallest derivation: some versions have the name and raise at the call."""
    smallest = SecretParameters(ARGON2ID, 8, 1, 1, bytes(SALT_SIZE_BYTES))
    try:
        _argon2id(b"test", smallest)
    except SecretUnsupported:
        return False
    return True


def normalised(secret: str) -> bytes:
    """Return the bytes that are stretched, the same for every way of typing (NFKC, UTF-8)."""
    typed = unicodedata.normalize("NFKC", secret)
    if not MINIMUM_SECRET_LENGTH <= len(typed) <= MAXIMUM_SECRET_LENGTH:
        raise BadInput(
            f"A PIN or passphrase has {MINIMUM_SECRET_LENGTH} to {MAXIMUM_SECRET_LENGTH} "
            "characters; type one of that length."
        )
    try:
        return typed.encode("utf-8")
    except UnicodeEncodeError:
        raise BadInput("The PIN or passphrase holds half a character; type it again.") from None


def _argon2id(typed: bytes, parameters: SecretParameters) -> bytes:
    try:
        from cryptography.hazmat.primitives.kdf.argon2 import (  # noqa: PLC0415  # absent on phones
            Argon2id,
        )

        with _TURN:
            return Argon2id(
                salt=parameters.salt,
                length=KEY_SIZE_BYTES,
                iterations=parameters.passes,
                lanes=1,
                memory_cost=parameters.memory_kib,
            ).derive(typed)
    except (ImportError, UnsupportedAlgorithm):
        raise SecretUnsupported(
            "This device cannot open a vault whose secret was stretched with Argon2id; "
            "open it on the device that made it."
        ) from None


def _scrypt(typed: bytes, parameters: SecretParameters) -> bytes:
    with _TURN:
        return Scrypt(
            salt=parameters.salt,
            length=KEY_SIZE_BYTES,
            n=parameters.memory_kib,
            r=_SCRYPT_BLOCK_SIZE,
            p=parameters.passes,
        ).derive(typed)


def _check(parameters: SecretParameters) -> None:
    """Refuse what a hostile key file could use to fill the memory or to stand still."""
    if parameters.algorithm not in (ARGON2ID, SCRYPT):
        raise StoreDamaged("The key parameters name an algorithm this program does not know.")
    if not MINIMUM_MEMORY_KIB <= parameters.memory_kib <= MAXIMUM_MEMORY_KIB:
        raise StoreDamaged("The key parameters ask for memory outside the limits.")
    if parameters.algorithm == SCRYPT and parameters.memory_kib & (parameters.memory_kib - 1):
        raise StoreDamaged("The key parameters of scrypt ask for a memory that is no power of 2.")
    if not 1 <= parameters.passes <= MAXIMUM_PASSES or parameters.lanes != 1:
        raise StoreDamaged("The key parameters ask for rounds or lanes outside the limits.")
    if len(parameters.salt) != SALT_SIZE_BYTES:
        raise StoreDamaged(f"The salt in the key parameters is not {SALT_SIZE_BYTES} bytes.")
