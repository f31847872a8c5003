"""The keys of one vault: one random key, sealed once for each way in, all under one MAC.

The layout is docs/formats/keys.md. A wrong secret costs waiting time that is kept on disk. Each
change replaces the file in one step: after a crash the old or the new ways open the vault, and
somebody's always do. No secret enters a message.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from portfolio_app.errors import (
    BadInput,
    NotAllowed,
    NotFound,
    StorageFull,
    StoreDamaged,
    WrongSecret,
)
from portfolio_app.sealing.codes import code_of, new_code_secret, secret_of
from portfolio_app.sealing.envelope import new_key
from portfolio_app.sealing.school_recovery import RecoveryQuestion, ask_school
from portfolio_app.sealing.secret import new_parameters
from portfolio_app.student.vault.device_keeper import DeviceKeeper
from portfolio_app.student.vault.disk import Disk, plain_errors
from portfolio_app.student.vault.held_key import HeldKey
from portfolio_app.student.vault.keys_file import (
    FORMAT_VERSION,
    KeysFile,
    read_keys,
    sealed_previous,
    write_keys,
)
from portfolio_app.student.vault.slots import (
    CODE_SLOTS,
    DEVICE_SLOT,
    SCHOOL_SLOT,
    TYPED_SLOTS,
    ParametersMaker,
    SchoolAnswer,
    Slot,
    TypedSecret,
    Way,
    code_slot,
    device_secret_of,
    is_for,
    kept_name,
    new_device_secret,
    open_slot,
    school_key_of,
    school_slot,
    slot_of,
    typed_slot,
)
from portfolio_app.student.vault.tries import SinceStart, Tries

MAXIMUM_SCHOOLS = 4


class KeysOutOfStep(StoreDamaged):
    """Keys and contents do not belong together: one is older than the other, or another's."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A new vault key under way: the key before, and the ways in that the new one has lost."""

    vault_key: bytes = field(repr=False)
    lost: tuple[str, ...]


class VaultKeys:
    """The keys in one vault's folder. One thread at a time; stretching a secret blocks."""

    def __init__(
        self,
        disk: Disk,
        folder: Path,
        vault_id: str,
        *,
        make: ParametersMaker = new_parameters,
        keeper: DeviceKeeper | None = None,
        since_start: SinceStart | None = None,
    ) -> None:
        """Work in `folder`; what this device keeps apart lies in `keeper`, if there is one."""
        self._disk = disk
        self._folder = folder
        self._vault_id = vault_id
        self._make = make
        self._keeper = keeper
        self._tries = Tries(disk, folder, vault_id=vault_id, keeper=keeper, since_start=since_start)
        self.held = HeldKey()

    def create(self, secret: str) -> bytes:
        """Invent the vault's key, store it sealed under `secret`, and return it."""
        vault_key = new_key()
        slot = typed_slot(vault_key, self._vault_id, secret, self._make())
        keys = KeysFile(self._vault_id, (slot,), revision=1)
        with plain_errors("the keys of a new portfolio"):
            write_keys(self._disk, self._folder, keys, vault_key)
            self._tries.begin()
        return vault_key

    def read(self) -> KeysFile:
        """Return the file as it is, its truth unchecked; StoreDamaged."""
        with plain_errors("opening your work"):
            return read_keys(self._disk, self._folder, self._vault_id)

    def unlock(self, way: Way, *, now_ms: int) -> tuple[bytes, KeysFile]:
        """Return the vault's key and the file it vouches for.

        Raises WrongSecret; for typed secrets TooManyTries while waiting is due (from the fifth
        wrong one on, 30 s and then doubling up to 15 minutes) and DeviceSecretMissing; BadInput for
        a mistyped code; NotFound if the vault has no such way in; StoreDamaged if the keys are not
        what was written.
        """
        keys = self.read()
        slot = slot_of(keys.slots, way)
        if slot is None:
            vault_key = self._answered(keys, way)
        else:
            with plain_errors("opening your work"):
                device_secret = device_secret_of(slot, self._vault_id, self._keeper)
                if isinstance(way, TypedSecret):
                    self._tries.count(now_ms)
            vault_key = open_slot(slot, self._vault_id, way, device_secret)
        self._vouched(keys, vault_key)
        self._tries.forget()
        return vault_key, keys

    def settle(self, vault_key: bytes, keys: KeysFile) -> KeysFile:
        """Bring a file that was read onto the storage itself, in today's format.

        It may be there in the system's memory only; nothing may be built on it before.
        """
        if keys.version != FORMAT_VERSION:
            keys = replace(keys, version=FORMAT_VERSION, revision=keys.revision + 1)
        with plain_errors("opening your work"):
            write_keys(self._disk, self._folder, keys, vault_key)
        return keys

    def check(self, way: Way, *, now_ms: int) -> None:
        """Return if this way opens the vault; raises what `unlock` raises."""
        self._allowed(way, now_ms)

    def change_secret(self, way: Way, new_secret: str, *, now_ms: int) -> None:
        """Seal the key under another PIN or passphrase; raises what `unlock` raises.

        It costs one stretching where the vault is open here and `way` is its typed secret.
        """
        vault_key, keys = self._allowed(way, now_ms)
        old = next((slot for slot in keys.slots if slot.kind in TYPED_SLOTS), None)
        on_device = old is not None and old.kind == DEVICE_SLOT
        self._exchange_typed(vault_key, keys, new_secret, on_device=on_device)

    def bind_to_device(self, way: TypedSecret, *, now_ms: int) -> None:
        """Let this PIN open the vault only together with a fresh secret of this device.

        NotAllowed without another way in, because what a device keeps may vanish.
        """
        vault_key, keys = self._allowed(way, now_ms)
        self._exchange_typed(vault_key, keys, way.text, on_device=True)

    def new_code(self, kind: str, way: Way, *, now_ms: int) -> str:
        """Make a new badge or recovery code and return it; the one before opens nothing more."""
        if kind not in CODE_SLOTS:
            raise ValueError("Only badges and recovery codes are codes.")
        vault_key, keys = self._allowed(way, now_ms)
        code_secret = new_code_secret()
        slot = code_slot(kind, vault_key, self._vault_id, code_secret)
        others = tuple(slot for slot in keys.slots if slot.kind != kind)
        self._store(vault_key, keys, (*others, slot))
        return code_of(code_secret)

    def set_school_key(
        self, school_key: bytes, way: Way | None = None, *, replaces: bytes | None, now_ms: int
    ) -> None:
        """Let the holder of this school's private key open the vault, in place of `replaces`.

        Without a way, the vault must be open here.
        """
        vault_key, keys = self._allowed(way, now_ms)
        gone = {school_key.hex(), (replaces or b"").hex()}
        others = [
            slot
            for slot in keys.slots
            if slot.kind != SCHOOL_SLOT or slot.parameters.get("key") not in gone
        ]
        if sum(slot.kind == SCHOOL_SLOT for slot in others) >= MAXIMUM_SCHOOLS:
            raise BadInput(f"At most {MAXIMUM_SCHOOLS} schools can help; remove one first.")
        slot = school_slot(vault_key, self._vault_id, school_key)
        self._store(vault_key, keys, (*others, slot))

    def remove_way(
        self, kind: str, way: Way, *, school_key: bytes | None = None, now_ms: int
    ) -> None:
        """Close a way in; NotAllowed if only the school's, or only this device's, would be left."""
        vault_key, keys = self._allowed(way, now_ms)
        left = tuple(
            slot
            for slot in keys.slots
            if slot.kind != kind
            or (school_key is not None and slot.parameters.get("key") != school_key.hex())
        )
        self._store(vault_key, keys, left)
        self._forget_device_secrets(keys.slots, left)

    def ask_school(self, school_key: bytes | None = None) -> RecoveryQuestion:
        """Make a request that the school's private key answers; NotFound without such a way in."""
        slots = [slot for slot in self.read().slots if slot.kind == SCHOOL_SLOT]
        for slot in slots:
            if school_key is None or school_key_of(slot) == school_key:
                return ask_school(self._vault_id, school_key_of(slot), slot.sealed)
        raise NotFound("No school holds a key to this portfolio; use another way in.")

    def begin_new_key(self, ways: Sequence[Way], *, now_ms: int) -> KeyChange:
        """Put a new vault key in the slots of `ways` and of all schools; keep the old one in it.

        Each way must be right. A badge or code that is not brought along is lost, since only its
        holder can seal for it. `finish_new_key` follows when the contents are under the new key.
        """
        opened = [self._allowed(way, now_ms) for way in ways]
        if not opened:
            raise BadInput("Type the PIN or passphrase, or bring another way in, for a new key.")
        old_key, keys = opened[0]
        if keys.previous:
            raise StorageFull("The last new key is not in use everywhere yet; make room and retry.")
        vault_key = new_key()
        slots = [self._sealed_anew(slot, vault_key, ways) for slot in keys.slots]
        kept = tuple(slot for slot in slots if slot is not None)
        lost = tuple(old.kind for old, new in zip(keys.slots, slots, strict=True) if new is None)
        previous = sealed_previous(self._vault_id, vault_key, old_key)
        self._store(vault_key, replace(keys, previous=previous), kept)
        self._forget_device_secrets(keys.slots, kept)
        return KeyChange(vault_key, lost)

    def finish_new_key(self, vault_key: bytes) -> KeysFile:
        """Forget the key before, once nothing is sealed under it."""
        keys = self.read()
        self._vouched(keys, vault_key)
        return self._store(vault_key, replace(keys, previous=b""), keys.slots)

    def forget_device(self) -> None:
        """Remove what this device keeps apart for the vault, before the vault itself goes."""
        with contextlib.suppress(StoreDamaged, OSError):
            self._forget_device_secrets(self.read().slots, ())
        with contextlib.suppress(OSError):
            self._tries.remove()

    def _allowed(self, way: Way | None, now_ms: int) -> tuple[bytes, KeysFile]:
        """Return the key for a change: by the way, or without one if the vault is open here."""
        held = self.held.key()
        if held is not None and (way is None or self._held_answers(way, now_ms)):
            keys = self.read()
            self._vouched(keys, held)
            return held, keys
        if way is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        return self.unlock(way, now_ms=now_ms)

    def _held_answers(self, way: Way, now_ms: int) -> bool:
        """Check a typed secret in memory, tries counted as ever; False if it cannot be told."""
        if not isinstance(way, TypedSecret) or not self.held.can_check:
            return False
        with plain_errors("opening your work"):
            self._tries.count(now_ms)
        if not self.held.is_secret(way.text):
            raise WrongSecret("That PIN or passphrase is not the right one. Try again.")
        self._tries.forget()
        return True

    def _answered(self, keys: KeysFile, way: Way) -> bytes:
        if not isinstance(way, SchoolAnswer) or not keys.is_whole(way.vault_key):
            raise WrongSecret("That answer is not for this portfolio. Ask your school again.")
        return way.vault_key

    def _vouched(self, keys: KeysFile, vault_key: bytes) -> None:
        if not keys.is_whole(vault_key):
            raise StoreDamaged("The keys of this portfolio were changed by something else.")

    def _exchange_typed(
        self, vault_key: bytes, keys: KeysFile, secret: str, *, on_device: bool
    ) -> None:
        others = tuple(slot for slot in keys.slots if slot.kind not in TYPED_SLOTS)
        if on_device:
            _refuse_device_alone((*others, Slot(DEVICE_SLOT, {}, b"")))
        slot = self._typed(vault_key, secret, on_device=on_device)
        self._store(vault_key, keys, (slot, *others))
        self._forget_device_secrets(keys.slots, (slot,))
        if self.held.key() is not None:
            self.held.hold(vault_key, secret)

    def _typed(self, vault_key: bytes, secret: str, *, on_device: bool) -> Slot:
        if not on_device:
            return typed_slot(vault_key, self._vault_id, secret, self._make())
        if self._keeper is None:
            raise NotAllowed("This device cannot keep a secret of its own; use a passphrase.")
        device = new_device_secret()
        slot = typed_slot(vault_key, self._vault_id, secret, self._make(), device)
        with plain_errors("a secret of this device"):
            self._keeper.put(kept_name(self._vault_id, slot), device[1])
        return slot

    def _sealed_anew(self, slot: Slot, vault_key: bytes, ways: Sequence[Way]) -> Slot | None:
        if slot.kind == SCHOOL_SLOT:
            return school_slot(vault_key, self._vault_id, school_key_of(slot))
        for way in ways:
            if isinstance(way, SchoolAnswer) or not is_for(way, slot):
                continue
            if isinstance(way, TypedSecret):
                return self._typed(vault_key, way.text, on_device=slot.kind == DEVICE_SLOT)
            return code_slot(slot.kind, vault_key, self._vault_id, secret_of(way.text))
        return None

    def _store(self, vault_key: bytes, keys: KeysFile, slots: tuple[Slot, ...]) -> KeysFile:
        _refuse_device_alone(slots)
        fresh = replace(keys, slots=slots, revision=keys.revision + 1, version=FORMAT_VERSION)
        with plain_errors("the keys of your work"):
            write_keys(self._disk, self._folder, fresh, vault_key)
        return fresh

    def _forget_device_secrets(self, before: Sequence[Slot], after: Sequence[Slot]) -> None:
        """Only once the file that asks for them is gone from the storage itself."""
        names = {kept_name(self._vault_id, slot) for slot in before if slot.kind == DEVICE_SLOT}
        names -= {kept_name(self._vault_id, slot) for slot in after if slot.kind == DEVICE_SLOT}
        for name in names:
            if self._keeper is not None:
                with contextlib.suppress(OSError):
                    self._keeper.remove(name)


def _refuse_device_alone(slots: Sequence[Slot]) -> None:
    kinds = {slot.kind for slot in slots}
    if not kinds - {SCHOOL_SLOT}:
        raise NotAllowed("A portfolio keeps at least one way in that is the learner's own.")
    if not kinds - {DEVICE_SLOT}:
        raise NotAllowed(
            "A PIN bound to this device must not be the only way in: the device may be lost. "
            "Print a recovery code, make a badge or join a school first."
        )
