"""How a school opens a vault whose learner forgot everything, without the key travelling openly.

The device keeps the vault's key sealed to the school's public key. When it is needed, the device
sends that box with a fresh public key of its own; the school opens the box and seals the key to
the fresh one. Both ends share this file, so both read the boxes alike. Who may ask, and how a
teacher makes sure who is asking, must not enter.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from portfolio_app.errors import BadInput
from portfolio_app.sealing.hpke import (
    HPKE_KEY_SIZE_BYTES,
    HPKE_OVERHEAD_BYTES,
    new_private_key,
    open_from,
    public_key_of,
    seal_to,
)

VAULT_ID_SIZE_BYTES = 16
BOX_SIZE_BYTES = HPKE_OVERHEAD_BYTES + 32
"""A sealed vault key: both what a school holds and what it answers."""

REQUEST_SIZE_BYTES = VAULT_ID_SIZE_BYTES + 2 * HPKE_KEY_SIZE_BYTES + BOX_SIZE_BYTES
ID_SIZE_BYTES = 16
COMPARISON_DIGITS = 12

_SIZES = {
    "vault": VAULT_ID_SIZE_BYTES,
    "school_key": HPKE_KEY_SIZE_BYTES,
    "sealed": BOX_SIZE_BYTES,
    "reply_key": HPKE_KEY_SIZE_BYTES,
}
_COMPARISON_SALT = b"portfolio/1/recovery comparison"
_COMPARISON_N, _COMPARISON_BLOCK, _COMPARISON_SIZE_BYTES = 1 << 14, 8, 8
_GROUP_DIGITS = 3
_TYPED_LIMIT = 60


@dataclass(frozen=True, slots=True)
class RecoveryRequest:
    """What a device asks a school: nothing in it is secret, all of it can be shown as a QR code."""

    vault_id: str
    school_key: bytes
    sealed: bytes
    reply_key: bytes

    def to_json(self) -> dict[str, str]:
        """Return the request as a JSON object, bytes in hex."""
        return {
            "vault": self.vault_id,
            "school_key": self.school_key.hex(),
            "sealed": self.sealed.hex(),
            "reply_key": self.reply_key.hex(),
        }

    @classmethod
    def from_json(cls, document: Mapping[str, object]) -> RecoveryRequest:
        """Read what `to_json` wrote; raise BadInput for anything else."""
        return cls.from_bytes(b"".join(_hex(document, *one) for one in _SIZES.items()))

    def to_bytes(self) -> bytes:
        """Return the four fields behind each other: 160 bytes."""
        return bytes.fromhex(self.vault_id) + self.school_key + self.sealed + self.reply_key

    @classmethod
    def from_bytes(cls, plain: bytes) -> RecoveryRequest:
        """Read what `to_bytes` wrote; raise BadInput for another length."""
        if len(plain) != REQUEST_SIZE_BYTES:
            raise BadInput("That is not a request for recovery; scan or send it anew.")
        fields, start = [], 0
        for size_bytes in _SIZES.values():
            fields.append(plain[start : start + size_bytes])
            start += size_bytes
        return cls(fields[0].hex(), *fields[1:])

    @property
    def id(self) -> str:
        """32 hex digits that only this question has."""
        prefix = b"portfolio/1/recovery request\x00"
        return hashlib.sha256(prefix + self.to_bytes()).digest()[:ID_SIZE_BYTES].hex()


@dataclass(frozen=True, slots=True)
class RecoveryQuestion:
    """A request, and the private key for its answer; the key stays in this device's memory."""

    request: RecoveryRequest
    private_key: bytes = field(repr=False)


def seal_for_school(vault_key: bytes, vault_id: str, school_key: bytes) -> bytes:
    """Return the box that only the holder of the school's private key opens."""
    return seal_to(school_key, vault_key, _bound("school slot", vault_id, school_key))


def ask_school(vault_id: str, school_key: bytes, sealed: bytes) -> RecoveryQuestion:
    """Make a request for the box in a vault's keys, with a fresh key for the answer."""
    private_key = new_private_key()
    reply_key = public_key_of(private_key)
    return RecoveryQuestion(RecoveryRequest(vault_id, school_key, sealed, reply_key), private_key)


def comparison_of(request: RecoveryRequest) -> str:
    """Return the twelve digits, in four groups, that device and school must both come to.

    Stretched, because somebody between them would look for a key of their own with the same digits.
    Takes about 50 ms and 16 MiB.
    """
    slow = Scrypt(
        salt=_COMPARISON_SALT,
        length=_COMPARISON_SIZE_BYTES,
        n=_COMPARISON_N,
        r=_COMPARISON_BLOCK,
        p=1,
    )
    number = int.from_bytes(slow.derive(request.to_bytes()), "big") % 10**COMPARISON_DIGITS
    digits = f"{number:0{COMPARISON_DIGITS}}"
    starts = range(0, COMPARISON_DIGITS, _GROUP_DIGITS)
    return " ".join(digits[start : start + _GROUP_DIGITS] for start in starts)


def check_comparison(request: RecoveryRequest, typed: str) -> None:
    """Raise BadInput unless somebody typed what the asking device shows, however it is spaced."""
    digits = "".join(
        str(unicodedata.decimal(one)) for one in typed[:_TYPED_LIMIT] if one.isdecimal()
    )
    others = {one for one in typed[:_TYPED_LIMIT] if not one.isdecimal() and one not in " -.\u00a0"}
    if len(typed) > _TYPED_LIMIT or len(digits) != COMPARISON_DIGITS or others:
        raise BadInput(
            f"Type the {COMPARISON_DIGITS} digits that the learner's device shows, nothing else."
        )
    if not hmac.compare_digest(digits, comparison_of(request).replace(" ", "")):
        raise BadInput(
            "Those are not the digits of this question. Look at the learner's device again; if "
            "they still differ, answer nothing: somebody else may be asking."
        )


def answer_request(school_private_key: bytes, request: RecoveryRequest) -> bytes:
    """At the school: return the answer that only the asking device opens.

    Raises SealBroken if the box is not for this key, and BadInput for a reply key that is none.
    """
    if public_key_of(school_private_key) != request.school_key:
        raise BadInput("That request is for another recovery key; use the one it names.")
    vault_key = open_from(
        school_private_key,
        request.sealed,
        _bound("school slot", request.vault_id, request.school_key),
    )
    return seal_to(
        request.reply_key, vault_key, _bound("school answer", request.vault_id, request.reply_key)
    )


def open_answer(question: RecoveryQuestion, answer: bytes) -> bytes:
    """On the device: return the vault's key; SealBroken if the answer is for another question."""
    request = question.request
    return open_from(
        question.private_key,
        answer,
        _bound("school answer", request.vault_id, request.reply_key),
    )


def checked_school_key(public_key: bytes) -> bytes:
    """Return the key, or raise BadInput if nothing can be sealed to it."""
    if len(public_key) != HPKE_KEY_SIZE_BYTES:
        raise BadInput(f"A school's recovery key has {HPKE_KEY_SIZE_BYTES} bytes.")
    seal_to(public_key, b"", b"")
    return public_key


def _hex(document: Mapping[str, object], name: str, size_bytes: int) -> bytes:
    text = document.get(name)
    try:
        if isinstance(text, str) and len(text) == 2 * size_bytes and text == text.lower():
            return bytes.fromhex(text)
    except ValueError:
        pass
    raise BadInput(
        f"That is not a request for recovery: '{name}' is not {size_bytes} bytes in hex. "
        "Scan or send it anew."
    )


def _bound(purpose: str, vault_id: str, public_key: bytes) -> bytes:
    """Name the purpose, the vault and the key that a box is for, as canonical JSON."""
    fields = ["portfolio/1/" + purpose, vault_id, public_key.hex()]
    return json.dumps(fields, separators=(",", ":")).encode("ascii")
