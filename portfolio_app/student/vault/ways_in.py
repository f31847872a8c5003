"""Adding, replacing and closing ways into the vaults of one device.

Each change asks for a way that is right at that moment, so that a tablet left open lets nobody make
a badge of their own; the school's key alone is set without, because it comes from the school.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager

from portfolio_app.errors import NotFound, StoreDamaged, WrongSecret
from portfolio_app.sealing.school_recovery import RecoveryQuestion
from portfolio_app.student.vault.keys import VaultKeys
from portfolio_app.student.vault.slots import (
    BADGE_SLOT,
    RECOVERY_SLOT,
    SCHOOL_SLOT,
    BadgeCode,
    TypedSecret,
    Way,
    is_for,
    open_slot,
    school_key_of,
)

KeysAt = Callable[[str], AbstractContextManager[VaultKeys]]


class WaysIn:
    """The ways into each vault, by the vault's id. All calls raise what `Vaults.unlock` raises."""

    def __init__(
        self, at: KeysAt, look: Callable[[str], VaultKeys], ids: Callable[[], tuple[str, ...]]
    ) -> None:
        """`at` holds a vault's keys for a change, `look` for reading only."""
        self._at = at
        self._look = look
        self._ids = ids

    def kinds(self, vault_id: str) -> tuple[str, ...]:
        """Which ways there are: "secret" or "device", "badge", "recovery", "school"."""
        return tuple(slot.kind for slot in self._look(vault_id).read().slots)

    def school_keys(self, vault_id: str) -> tuple[bytes, ...]:
        """The public keys of the schools that can open the vault, for the learner to see."""
        slots = self._look(vault_id).read().slots
        return tuple(school_key_of(slot) for slot in slots if slot.kind == SCHOOL_SLOT)

    def check(self, vault_id: str, way: Way, *, now_ms: int) -> None:
        """Return if this way is right, and change nothing; a typed secret counts as a try."""
        with self._at(vault_id) as keys:
            keys.check(way, now_ms=now_ms)

    def new_badge(self, vault_id: str, way: Way, *, now_ms: int) -> str:
        """Return the text of a new badge, kept nowhere; the badge before opens nothing more."""
        with self._at(vault_id) as keys:
            return keys.new_code(BADGE_SLOT, way, now_ms=now_ms)

    def new_recovery_code(self, vault_id: str, way: Way, *, now_ms: int) -> str:
        """Return a new code to print, kept nowhere; the code before opens nothing more."""
        with self._at(vault_id) as keys:
            return keys.new_code(RECOVERY_SLOT, way, now_ms=now_ms)

    def bind_to_device(self, vault_id: str, secret: str, *, now_ms: int) -> None:
        """Let the PIN open the vault on this device only; NotAllowed without another way in."""
        with self._at(vault_id) as keys:
            keys.bind_to_device(TypedSecret(secret), now_ms=now_ms)

    def set_school_key(
        self,
        vault_id: str,
        school_key: bytes,
        way: Way | None = None,
        *,
        replaces: bytes | None = None,
        now_ms: int,
    ) -> None:
        """Let a school open the vault; without a way the vault must be open here."""
        with self._at(vault_id) as keys:
            keys.set_school_key(school_key, way, replaces=replaces, now_ms=now_ms)

    def remove(
        self, vault_id: str, kind: str, way: Way, *, school_key: bytes | None = None, now_ms: int
    ) -> None:
        """Close a way in; NotAllowed if what is left could leave the learner outside."""
        with self._at(vault_id) as keys:
            keys.remove_way(kind, way, school_key=school_key, now_ms=now_ms)

    def ask_school(self, vault_id: str, school_key: bytes | None = None) -> RecoveryQuestion:
        """Make a request for a school; its opened answer is the way `SchoolAnswer`."""
        return self._look(vault_id).ask_school(school_key)

    def holder_of(self, badge: BadgeCode) -> str:
        """Return the id of the vault that this badge opens; NotFound if there is none here."""
        for vault_id in self._ids():
            with contextlib.suppress(WrongSecret, StoreDamaged):  # a neighbour's damage is theirs
                for slot in self._look(vault_id).read().slots:
                    if is_for(badge, slot):
                        open_slot(slot, vault_id, badge)
                        return vault_id
        raise NotFound("Nobody on this device has that badge. Take your newest badge.")
