"""The vaults of one device: who has one here, making, unlocking, changing and removing them.

Each vault is a folder: a card for the picker, the keys, the sealed log and the sealed media. No
vault can tell more about another than the card's name and picture.
"""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from portfolio_app.errors import BadInput, NotAllowed, NotFound, StorageFull, VaultInUse
from portfolio_app.sealing.envelope import new_key
from portfolio_app.sealing.secret import new_parameters
from portfolio_app.student.vault.cards import VaultCard, checked_name, read_card, write_card
from portfolio_app.student.vault.device_keeper import DeviceKeeper
from portfolio_app.student.vault.disk import Disk, DiskFailed, Lock, RealDisk, plain_errors
from portfolio_app.student.vault.erased_word import read_word, write_word
from portfolio_app.student.vault.frames import LogOfOtherKey
from portfolio_app.student.vault.held_key import WipingLock
from portfolio_app.student.vault.keys import KeysOutOfStep, VaultKeys
from portfolio_app.student.vault.keys_file import FIRST_VERSION, KEYS_NAME, KeysFile
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.open_vault import LOG_NAME, MEDIA_NAME, Vault, log_key
from portfolio_app.student.vault.outgoing import Leavings, Outgoing
from portfolio_app.student.vault.removal import GONE, LEFT, NEW, Removals
from portfolio_app.student.vault.slots import ParametersMaker, TypedSecret, Way
from portfolio_app.student.vault.tries import SinceStart
from portfolio_app.student.vault.ways_in import WaysIn

FOLDER_LOCK_NAME = ".lock"

MAXIMUM_VAULTS = 200
REVISION_SETTING = "keys revision"

_VAULT_ID = re.compile("[0-9a-f]{32}")

__all__ = ["Vault", "VaultCard", "Vaults"]


class Vaults:
    """All vaults in one folder. Safe to use from several threads; stretching a secret blocks."""

    def __init__(
        self,
        folder: Path,
        *,
        disk: Disk | None = None,
        new_secret_parameters: ParametersMaker = new_parameters,
        keeper: DeviceKeeper | None = None,
        since_start: SinceStart | None = None,
    ) -> None:
        """Work in `folder`, which is made when the first vault is.

        `keeper` holds what belongs to this device alone, `since_start` gives the milliseconds since
        it was started; without them PINs cannot be bound to the device, and waiting goes by the
        clock alone.
        """
        self._folder = folder
        self._disk = disk or RealDisk()
        self._new_secret_parameters = new_secret_parameters
        self._turn = threading.RLock()
        self._keeper = keeper
        self._since_start = since_start
        self._open: dict[str, Vault] = {}
        self._keys: dict[str, VaultKeys] = {}
        self.ways = WaysIn(self._keys_at, self._keys_of, self._ids)
        self.outgoing = Outgoing(self._disk, folder)
        self._removals = Removals(self._disk, folder, self._forget_device)

    @property
    def keeper(self) -> DeviceKeeper | None:
        """Where this device keeps what belongs to it alone, if it has such a place."""
        return self._keeper

    def list(self) -> tuple[VaultCard, ...]:
        """The cards of all vaults here, by name."""
        with plain_errors("looking who has work here"):
            cards = [
                read_card(self._disk, self._folder / vault_id, vault_id)
                for vault_id in self._ids()[:MAXIMUM_VAULTS]
            ]
        return tuple(sorted(cards, key=lambda card: (card.name.casefold(), card.id)))

    def create(
        self,
        name: str,
        picture: str,
        secret: str,
        *,
        band: str = "8-10",
        new_id: Callable[[], str],
        now_ms: int,
    ) -> Vault:
        """Make a vault and return it open; after a crash it is there whole or not at all.

        `new_id` gives 32 hex characters. Raises BadInput for a name or secret outside the limits
        and for more than 200 vaults.
        """
        card = VaultCard(_checked_id(new_id()), checked_name(name), picture, band)
        with self._turn, plain_errors("making a new portfolio"):
            self._make_own_folder()
            with self._locked(self._folder / FOLDER_LOCK_NAME):
                self._removals.finish(self._ids())
                if len(self._ids()) >= MAXIMUM_VAULTS:
                    raise BadInput(f"This device holds at most {MAXIMUM_VAULTS} learners.")
                target = self._folder / card.id
                if self._disk.exists(target):
                    raise BadInput("A portfolio with this id is on this device already.")
                fresh = self._folder / (NEW + card.id)
                self._disk.make_folder(fresh)
                key = self._fill(fresh, card, secret)
                self._disk.rename(fresh, target)
                self._disk.sync_folder(self._folder)
            way = TypedSecret(secret)
            return self._opened(card.id, way, lambda keys: (key, keys.read()))

    def unlock(self, vault_id: str, secret: str | Way, *, now_ms: int) -> Vault:
        """Open a vault; one that is open here already is returned as it is.

        `secret` is what was typed, or another way in. Raises WrongSecret, TooManyTries, VaultInUse
        (another program has it), NotFound, and StoreDamaged if anything in it is not what was
        written (KeysOutOfStep: an older file of keys was put back, or another's log).
        """
        way = TypedSecret(secret) if isinstance(secret, str) else secret
        with self._turn:
            self._found(vault_id)
            if self._is_open(vault_id):
                self._keys[vault_id].unlock(way, now_ms=now_ms)
                return self._open[vault_id]
            return self._opened(vault_id, way, lambda keys: keys.unlock(way, now_ms=now_ms))

    def change_secret(
        self, vault_id: str, secret: str | Way, new_secret: str, *, now_ms: int
    ) -> None:
        """Let another secret open the vault; raises what `unlock` raises. The vault may be open."""
        way = TypedSecret(secret) if isinstance(secret, str) else secret
        with self._keys_at(vault_id) as keys:
            keys.change_secret(way, new_secret, now_ms=now_ms)

    def renew_key(self, vault_id: str, *ways: Way, now_ms: int) -> tuple[str, ...]:
        """Seal everything but media under a new vault key, and media keys with it.

        Returns the kinds of the ways in that are lost, because they were not among `ways`: a badge
        or printed code must then be made anew. Media stay as they are. After a crash the vault
        opens with what it was left with, and the rest is done at the next opening.
        """
        with self._turn:
            was_open = self._is_open(vault_id)
            vault = self.unlock(vault_id, ways[0], now_ms=now_ms) if ways else None
            try:
                with self._keys_at(vault_id) as keys:
                    change = keys.begin_new_key(ways, now_ms=now_ms)
                    keys.held.renew(change.vault_key)
                    if vault is not None:
                        vault.seal_anew(change.vault_key)
                    keys.finish_new_key(change.vault_key)
            finally:
                if vault is not None and not was_open:
                    vault.close()
        return change.lost

    def update_card(
        self,
        vault_id: str,
        *,
        name: str | None = None,
        picture: str | None = None,
        band: str | None = None,
    ) -> VaultCard:
        """Change what the picker shows and return the new card."""
        with self._turn, plain_errors("changing a name or picture"):
            folder = self._found(vault_id)
            with self._held(vault_id):
                old = read_card(self._disk, folder, vault_id)
                card = VaultCard(
                    vault_id,
                    old.name if name is None else checked_name(name),
                    old.picture if picture is None else picture,
                    old.band if band is None else band,
                )
                write_card(self._disk, folder, card)
        return card

    def hide_card(self, vault_id: str) -> None:
        """Show neither name nor picture in the picker until `update_card` gives them again."""
        with self._turn, plain_errors("changing a name or picture"):
            folder = self._found(vault_id)
            with self._held(vault_id):
                old = read_card(self._disk, folder, vault_id)
                write_card(self._disk, folder, VaultCard(vault_id, "", "", old.band))

    def remove(self, vault_id: str) -> None:
        """Remove a vault for ever, keys first; VaultInUse while it is open anywhere."""
        with self._turn:
            self._found(vault_id)
            if self._is_open(vault_id):
                raise VaultInUse("This portfolio is open; lock it before you remove it.")
            self._take_away(vault_id, GONE, self._held(vault_id))

    def leavings(self, vault_id: str) -> Leavings:
        """Where the parts for the school are written before `leave`; the vault may be open."""
        return Leavings(self._disk, self._found(vault_id))

    def leave(self, vault_id: str) -> None:
        """Close an open vault and remove it; in the same step its leavings are on their way.

        Nobody else can open it in between. If it cannot be removed it is only closed.
        """
        with self._turn:
            self._found(vault_id)
            if not self._is_open(vault_id):
                raise NotAllowed("This portfolio is locked; open it before you leave.")
            self._take_away(vault_id, LEFT, self._open[vault_id].ending())

    def finish_removals(self) -> None:
        """Finish what a program that was ended had begun to remove, if anything."""
        with self._turn, plain_errors("removing a portfolio"):
            if self._removals.are_left:
                with self._locked(self._folder / FOLDER_LOCK_NAME):
                    self._removals.finish(self._ids())

    def note_erased(self, now_ms: int) -> None:
        """Remember for the door that the school deleted a portfolio here, and not whose."""
        with self._turn, plain_errors("noting that a portfolio was deleted"):
            write_word(self._disk, self._folder, now_ms)

    def erased_ms(self) -> int | None:
        """When the school last had a portfolio of this device deleted, if ever."""
        return read_word(self._disk, self._folder)

    def _make_own_folder(self) -> None:
        """Make the folder and those above it, each name on the storage before anything is inside.

        The folder's own name is synced again though it exists: a program that made it may have
        been ended before it could.
        """
        missing = [self._folder]
        while not self._disk.exists(missing[-1].parent):
            missing.append(missing[-1].parent)
        for folder in reversed(missing):
            self._disk.make_folder(folder)
            self._disk.sync_folder(folder.parent)

    def _opened(
        self, vault_id: str, way: Way, unlocked: Callable[[VaultKeys], tuple[bytes, KeysFile]]
    ) -> Vault:
        keys = self._new_keys(self._folder / vault_id, vault_id)
        lock = WipingLock(self._disk_lock(self._lock_path(vault_id)), keys.held)
        try:
            vault_key, file = unlocked(keys)
            vault = self._open_log(vault_id, vault_key, file, lock)
            try:
                self._catch_up(vault, keys, vault_key, file)
            except BaseException:
                vault.close()
                raise
        except BaseException:
            lock.release()
            raise
        keys.held.hold(vault_key, way.text if isinstance(way, TypedSecret) else None)
        self._open[vault_id], self._keys[vault_id] = vault, keys
        return vault

    def _open_log(self, vault_id: str, vault_key: bytes, file: KeysFile, lock: Lock) -> Vault:
        """Open the contents under the key, or under the one before if they did not follow yet."""
        folder = self._folder / vault_id
        try:
            return Vault(self._disk, folder, vault_id, vault_key, lock)
        except LogOfOtherKey:
            previous_key = file.previous_key(vault_key)
            if previous_key is None:
                raise KeysOutOfStep(
                    "The keys and the sealed log in this portfolio do not belong together: one is "
                    "older than the other, or another learner's. Take both from the same backup."
                ) from None
            return Vault(self._disk, folder, vault_id, previous_key, lock)

    def _catch_up(self, vault: Vault, keys: VaultKeys, vault_key: bytes, file: KeysFile) -> None:
        """Refuse keys older than the contents have seen; finish what a crash left half done.

        A storage that cannot be written now must not keep the learner out: it is done next time.
        """
        seen = vault.get_setting(REVISION_SETTING)
        if isinstance(seen, int) and file.revision < seen:
            raise KeysOutOfStep(
                "The keys of this portfolio are older than its contents: an older file was put "
                "back. Put the newest one back, or take the portfolio from the school."
            )
        with contextlib.suppress(StorageFull, DiskFailed):
            if file.version == FIRST_VERSION or file.revision > (seen or 1):
                file = keys.settle(vault_key, file)
                vault.put_setting(REVISION_SETTING, file.revision)
            if file.previous:
                vault.seal_anew(vault_key)
                vault.put_setting(REVISION_SETTING, keys.finish_new_key(vault_key).revision)

    def _new_keys(self, folder: Path, vault_id: str) -> VaultKeys:
        return VaultKeys(
            self._disk,
            folder,
            vault_id,
            make=self._new_secret_parameters,
            keeper=self._keeper,
            since_start=self._since_start,
        )

    def _forget_device(self, folder: Path, vault_id: str) -> None:
        self._new_keys(folder, vault_id).forget_device()

    def _keys_of(self, vault_id: str) -> VaultKeys:
        """The keys for reading, or those of the vault that is open here."""
        folder = self._found(vault_id)
        return self._keys[vault_id] if self._is_open(vault_id) else self._new_keys(folder, vault_id)

    @contextlib.contextmanager
    def _keys_at(self, vault_id: str) -> Iterator[VaultKeys]:
        """Hold a vault for a change of its keys, and let its contents know of the change."""
        with self._turn:
            keys = self._keys_of(vault_id)
            with self._held(vault_id):
                if not self._is_open(vault_id):
                    # A program that made it may have been ended before its name was safe.
                    with plain_errors("the keys of your work"):
                        self._disk.sync_folder(self._folder)
                yield keys
            if self._is_open(vault_id):
                # If this cannot be written, the next opening writes it.
                with contextlib.suppress(StorageFull, DiskFailed):
                    self._open[vault_id].put_setting(REVISION_SETTING, keys.read().revision)

    def _fill(self, folder: Path, card: VaultCard, secret: str) -> bytes:
        key = self._new_keys(folder, card.id).create(secret)
        identity = {"vault": card.id, "media_names": new_key().hex()}
        SealedLog.create(self._disk, folder / LOG_NAME, log_key(key), identity)
        self._disk.make_folder(folder / MEDIA_NAME)
        write_card(self._disk, folder, card)
        return key

    def _ids(self) -> tuple[str, ...]:
        return tuple(name for name in self._disk.names(self._folder) if _VAULT_ID.fullmatch(name))

    def _found(self, vault_id: str) -> Path:
        folder = self._folder / _checked_id(vault_id)
        if not self._disk.exists(folder / KEYS_NAME):
            raise NotFound("There is no such learner on this device.")
        return folder

    def _is_open(self, vault_id: str) -> bool:
        vault = self._open.get(vault_id)
        return vault is not None and not vault.closed

    def _lock_path(self, vault_id: str) -> Path:
        """Beside the folder, so that a folder can be renamed while its lock is held."""
        return self._folder / f"{vault_id}.lock"

    def _disk_lock(self, path: Path) -> Lock:
        with plain_errors("opening your work"):
            return self._disk.lock(path)

    @contextlib.contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        lock = self._disk_lock(path)
        try:
            yield
        finally:
            lock.release()

    @contextlib.contextmanager
    def _held(self, vault_id: str) -> Iterator[None]:
        """Hold the vault's lock, unless it is open here and so held already."""
        if self._is_open(vault_id):
            yield
        else:
            with self._locked(self._lock_path(vault_id)):
                yield

    def _take_away(
        self, vault_id: str, how: str, held: contextlib.AbstractContextManager[None]
    ) -> None:
        with plain_errors("removing a portfolio"), self._locked(self._folder / FOLDER_LOCK_NAME):
            with held:
                self._removals.begin(vault_id, how)
            self._removals.finish(self._ids())
            self._disk.remove(self._lock_path(vault_id))


def _checked_id(vault_id: str) -> str:
    if not _VAULT_ID.fullmatch(vault_id):
        raise BadInput("A portfolio's id has 32 characters, 0 to 9 and a to f.")
    return vault_id
