"""The vault's key in memory while the vault is open, and what can be wiped of it afterwards."""

from __future__ import annotations

import hmac
import secrets

from portfolio_app.sealing.envelope import KEY_SIZE_BYTES
from portfolio_app.sealing.secret import normalised
from portfolio_app.student.vault.disk import Lock


class HeldKey:
    """Holds a key, and a check of the typed secret that is worth nothing outside this memory.

    The check lets a learner who is in change the secret without stretching the old one again. Its
    own random key is held beside it: whoever reads this memory has the vault's key already.
    """

    def __init__(self) -> None:
        """Hold nothing."""
        self._key = bytearray()
        self._check_key = bytearray()
        self._check = bytearray()

    def hold(self, vault_key: bytes, secret: str | None = None) -> None:
        """Hold this key; `secret` is what was typed for it, if it was typed."""
        self.wipe()
        self._key[:] = vault_key
        if secret is not None:
            self._check_key[:] = secrets.token_bytes(KEY_SIZE_BYTES)
            self._check[:] = self._checked(secret)

    def renew(self, vault_key: bytes) -> None:
        """Hold another key; what was typed stays what it was. Nothing if nothing is held."""
        if self._key:
            self._key[:] = vault_key

    def key(self) -> bytes | None:
        """Return the key, or None."""
        return bytes(self._key) or None

    @property
    def can_check(self) -> bool:
        """Whether `is_secret` can tell."""
        return bool(self._check)

    def is_secret(self, secret: str) -> bool:
        """Say whether this is what was typed; BadInput outside the limits of a secret."""
        return hmac.compare_digest(self._checked(secret), bytes(self._check))

    def wipe(self) -> None:
        """Overwrite what is held. Copies that the language or the system made may stay a while."""
        for held in (self._key, self._check_key, self._check):
            held[:] = bytes(len(held))
            held.clear()

    def _checked(self, secret: str) -> bytes:
        return hmac.digest(bytes(self._check_key), normalised(secret), "sha256")


class WipingLock:
    """The lock of an open vault: when the vault lets go of it, its key in memory is wiped."""

    def __init__(self, lock: Lock, held: HeldKey) -> None:
        self._lock = lock
        self._held = held

    def release(self) -> None:
        """Wipe, and let go."""
        self._held.wipe()
        self._lock.release()
