"""The vaults of one device: who has one here, making, unlocking, changing and removing them.

Each vault is a folder: a card for the picker, the keys, the sealed log and the sealed media. No
vault can tell more about another than the card's name and picture.
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.errors import BadInput, NotFound, StoreDamaged, VaultInUse
from portfolio_app.sealing.envelope import new_key
from portfolio_app.sealing.secret import new_parameters
from portfolio_app.student.vault.disk import (
    Disk,
    Lock,
    RealDisk,
    plain_errors,
    read_whole,
    replace_whole,
)
from portfolio_app.student.vault.keys import (
    KEYS_NAME,
    ParametersMaker,
    change_secret_slot,
    create_keys,
    unlock_keys,
)
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.open_vault import LOG_NAME, MEDIA_NAME, Vault, log_key

CARD_NAME = "card.json"
FOLDER_LOCK_NAME = ".lock"

MAXIMUM_VAULTS = 200
MAXIMUM_NAME_LENGTH = 80
MAXIMUM_CARD_BYTES = 4096

_VAULT_ID = re.compile("[0-9a-f]{32}")
_NEW = ".new-"
_GONE = ".gone-"

__all__ = ["Vault", "VaultCard", "Vaults"]


@dataclass(frozen=True, slots=True)
class VaultCard:
    """What the picker shows before unlocking, and all that is ever unsealed: no other field."""

    id: str
    name: str
    picture: str
    band: str


class Vaults:
    """All vaults in one folder. Safe to use from several threads; stretching a secret blocks."""

    def __init__(
        self,
        folder: Path,
        *,
        disk: Disk | None = None,
        new_secret_parameters: ParametersMaker = new_parameters,
    ) -> None:
        """Work in `folder`, which is made when the first vault is."""
        self._folder = folder
        self._disk = disk or RealDisk()
        self._new_secret_parameters = new_secret_parameters
        self._turn = threading.RLock()
        self._open: dict[str, Vault] = {}

    def list(self) -> tuple[VaultCard, ...]:
        """The cards of all vaults here, by name."""
        with plain_errors("looking who has work here"):
            cards = [self._card(vault_id) for vault_id in self._ids()[:MAXIMUM_VAULTS]]
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
        card = VaultCard(_checked_id(new_id()), _checked_name(name), picture, band)
        with self._turn, plain_errors("making a new portfolio"):
            self._make_own_folder()
            with self._locked(self._folder / FOLDER_LOCK_NAME):
                self._clear_leftovers()
                if len(self._ids()) >= MAXIMUM_VAULTS:
                    raise BadInput(f"This device holds at most {MAXIMUM_VAULTS} learners.")
                target = self._folder / card.id
                if self._disk.exists(target):
                    raise BadInput("A portfolio with this id is on this device already.")
                fresh = self._folder / (_NEW + card.id)
                self._disk.make_folder(fresh)
                key = self._fill(fresh, card, secret)
                self._disk.rename(fresh, target)
                self._disk.sync_folder(self._folder)
            return self._opened(card.id, lambda: key)

    def unlock(self, vault_id: str, secret: str, *, now_ms: int) -> Vault:
        """Open a vault; one that is open here already is returned as it is.

        Raises WrongSecret, TooManyTries, VaultInUse (another program has it), NotFound, and
        StoreDamaged if anything in it is not what was written.
        """
        with self._turn:
            folder = self._found(vault_id)

            def unlocked() -> bytes:
                return unlock_keys(self._disk, folder, vault_id, secret, now_ms=now_ms)

            if self._is_open(vault_id):
                unlocked()
                return self._open[vault_id]
            return self._opened(vault_id, unlocked)

    def change_secret(self, vault_id: str, secret: str, new_secret: str, *, now_ms: int) -> None:
        """Let another secret open the vault; raises what `unlock` raises. The vault may be open."""
        with self._turn:
            folder = self._found(vault_id)
            with self._held(vault_id):
                change_secret_slot(
                    self._disk,
                    folder,
                    vault_id,
                    secret,
                    new_secret,
                    now_ms=now_ms,
                    make=self._new_secret_parameters,
                )

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
                old = self._card(vault_id)
                card = VaultCard(
                    vault_id,
                    old.name if name is None else _checked_name(name),
                    old.picture if picture is None else picture,
                    old.band if band is None else band,
                )
                _write_card(self._disk, folder, card)
        return card

    def remove(self, vault_id: str) -> None:
        """Remove a vault for ever, keys first; VaultInUse while it is open anywhere."""
        with self._turn, plain_errors("removing a portfolio"):
            folder = self._found(vault_id)
            if self._is_open(vault_id):
                raise VaultInUse("This portfolio is open; lock it before you remove it.")
            with self._locked(self._folder / FOLDER_LOCK_NAME):
                with self._held(vault_id):
                    self._disk.rename(folder, self._folder / (_GONE + vault_id))
                    self._disk.sync_folder(self._folder)
                self._clear_leftovers()
                self._disk.remove(self._lock_path(vault_id))

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

    def _opened(self, vault_id: str, unlocked: Callable[[], bytes]) -> Vault:
        lock = self._disk_lock(self._lock_path(vault_id))
        try:
            vault = Vault(self._disk, self._folder / vault_id, vault_id, unlocked(), lock)
        except BaseException:
            lock.release()
            raise
        self._open[vault_id] = vault
        return vault

    def _fill(self, folder: Path, card: VaultCard, secret: str) -> bytes:
        key = create_keys(self._disk, folder, card.id, secret, self._new_secret_parameters)
        identity = {"vault": card.id, "media_names": new_key().hex()}
        SealedLog.create(self._disk, folder / LOG_NAME, log_key(key), identity)
        self._disk.make_folder(folder / MEDIA_NAME)
        _write_card(self._disk, folder, card)
        return key

    def _ids(self) -> tuple[str, ...]:
        return tuple(name for name in self._disk.names(self._folder) if _VAULT_ID.fullmatch(name))

    def _card(self, vault_id: str) -> VaultCard:
        """Read a card; a damaged one still shows its vault, because the work behind it is whole."""
        path = self._folder / vault_id / CARD_NAME
        texts: tuple[object, ...] = ()
        with contextlib.suppress(
            AttributeError, FileNotFoundError, RecursionError, StoreDamaged, ValueError
        ):
            fields = json.loads(read_whole(self._disk, path, MAXIMUM_CARD_BYTES))
            texts = tuple(fields.get(name) for name in ("name", "picture", "band"))
        if not texts or not all(isinstance(text, str) for text in texts):
            texts = ("?", "", "")
        name, picture, band = (str(text) for text in texts)
        return VaultCard(vault_id, name[:MAXIMUM_NAME_LENGTH], picture, band)

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

    def _clear_leftovers(self) -> None:
        """Finish removals, and remove what a crash left of a vault that was never finished."""
        for name in self._disk.names(self._folder):
            if name.startswith((_NEW, _GONE)):
                _erase(self._disk, self._folder / name)


def _erase(disk: Disk, folder: Path) -> None:
    """Remove a vault's folder: the keys first, because without them nothing else can be read."""
    if disk.exists(folder / KEYS_NAME):
        disk.remove(folder / KEYS_NAME)
        disk.sync_folder(folder)
    media = folder / MEDIA_NAME
    if disk.exists(media):
        for name in disk.names(media):
            disk.remove(media / name)
        disk.remove_folder(media)
    for name in disk.names(folder):
        disk.remove(folder / name)
    disk.remove_folder(folder)


def _write_card(disk: Disk, folder: Path, card: VaultCard) -> None:
    fields = {"name": card.name, "picture": card.picture, "band": card.band}
    content = json.dumps(fields, ensure_ascii=True, sort_keys=True).encode()
    if len(content) > MAXIMUM_CARD_BYTES:
        raise BadInput("The picture's name is too long; choose another picture.")
    replace_whole(disk, folder / CARD_NAME, content)


def _checked_id(vault_id: str) -> str:
    if not _VAULT_ID.fullmatch(vault_id):
        raise BadInput("A portfolio's id has 32 characters, 0 to 9 and a to f.")
    return vault_id


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not 1 <= len(name) <= MAXIMUM_NAME_LENGTH:
        raise BadInput(f"A name has 1 to {MAXIMUM_NAME_LENGTH} letters; type one of that length.")
    return name
