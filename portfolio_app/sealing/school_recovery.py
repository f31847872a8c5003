"""How a school opens a vault whose learner forgot everything, without the key travelling openly.

The device keeps the vault's key sealed to the school's public key. When it is needed, the device
sends that box with a fresh public key of its own; the school opens the box and seals the key to
the fresh one. Both ends share this file, so both read the boxes alike. Who may ask, and how a
teacher makes sure who is asking, must not enter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from portfolio_app.errors import BadInput
from portfolio_app.sealing.hpke import (
    HPKE_KEY_SIZE_BYTES,
    new_private_key,
    open_from,
    public_key_of,
    seal_to,
)

FIELD_LIMIT = 512


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
        """Read what `to_json` wrote; raise BadInput for anything else or beyond the limits."""
        texts = [document.get(name) for name in ("vault", "school_key", "sealed", "reply_key")]
        broken = BadInput("That is not a request for recovery; scan or send it anew.")
        if not all(isinstance(text, str) and len(text) <= FIELD_LIMIT for text in texts):
            raise broken
        vault_id, *hexes = map(str, texts)
        try:
            school_key, sealed, reply_key = map(bytes.fromhex, hexes)
        except ValueError:
            raise broken from None
        return cls(vault_id, school_key, sealed, reply_key)


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


def _bound(purpose: str, vault_id: str, public_key: bytes) -> bytes:
    """Name the purpose, the vault and the key that a box is for, as canonical JSON."""
    fields = ["portfolio/1/" + purpose, vault_id, public_key.hex()]
    return json.dumps(fields, separators=(",", ":")).encode("ascii")
