"""A learner's vault on a faulty disk: works with media, sweeps, cards, secrets, badges, new keys.

As `log_life`, but through the doors that the app uses, from the making of the vault to its removal.
What was promised has facets (works, what opens it, the card), and a step changes one of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tinydb import where

from portfolio_app.errors import (
    NotAllowed,
    NotFound,
    StorageFull,
    StoreDamaged,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.sealing.hpke import public_key_of
from portfolio_app.student.vault import Vaults
from portfolio_app.student.vault.cards import VaultCard
from portfolio_app.student.vault.slots import BadgeCode, TypedSecret, Way
from portfolio_app.student.vault.vaults import Vault
from tests.student.vault.device import NOW_MS
from tests.student.vault.faulty_disk import FaultyDisk, disk_of
from tests.student.vault.learners import BO, LEARNERS, device, make
from tests.vectors.test_golden_vault import GOLDEN, GOLDEN_ID, SECRET
from tests.vectors.test_golden_vault import PHOTO as GOLDEN_PHOTO

ADA = GOLDEN_ID
STEPS = 14
FIRST_NUMBER = 100
FIRST_FORMAT_EVERY = 4
LATER_MS = 60 * 60 * 1000
MEDIA_SIZES = (0, 1, 300, 300, 1500, 1500, 4000, 17_000)

SCHOOL = public_key_of(bytes(range(32)))
Work = tuple[int, int]  # its number and how often it was edited


@dataclass(frozen=True, slots=True)
class Promise:
    """What a learner may count on at one moment."""

    typed: str
    works: frozenset[Work] = frozenset()
    badge: str | None = None
    card: tuple[str, str, str] = ("Ada", "fox", "8-10")
    is_there: bool = True


class VaultLife:
    """`run` does the steps; `after_call` is called after each change of the disk."""

    def __init__(self, seed: int, steps: int | tuple[str, ...] = STEPS) -> None:
        self._chosen = steps
        self.source = random.Random(seed)
        self.after_call: Callable[[], None] = lambda: None
        self.disk = FaultyDisk()
        self._typed = "1000"
        self._next = FIRST_NUMBER
        self._vault: Vault | None = None
        self.acknowledged = Promise(self._typed, is_there=False)
        self.in_flight: list[Promise] = []
        self.uncertain: dict[str, set[Any]] = {}
        self._is_old = seed % FIRST_FORMAT_EVERY == 0
        self._golden: frozenset[str] = frozenset()
        if self._is_old:
            self.disk = disk_of(first_format())
            self._typed = SECRET
            self.acknowledged = promise_of_golden()
        self.disk.after_call = self._called
        self._here = device(self.disk)

    def run(self) -> None:
        for name in self._steps():
            self._do(name)

    def run_through_failures(self) -> None:
        for name in self._steps():
            try:
                self._do(name)
            except (StorageFull, StoreDamaged, NotAllowed, NotFound, TooManyTries):
                if not self._recovers():
                    return

    def live_on(self) -> None:
        """Steps without end, from the making of the vault on if it is not there."""
        while True:
            if not self.acknowledged.is_there:
                self._do("create")
            self._do(self.source.choice((*STEP_NAMES, "end")))

    def wake_up(self, found: FaultyDisk) -> None:
        """Go on with a disk that a power cut left; what is found must have been promised."""
        self.disk, self._vault = found, None
        found.after_call = self._called
        self._here = device(found)
        if not self._recovers():
            self.acknowledged = Promise("1000", is_there=False)
            self.in_flight = []
        self.uncertain = {}  # all that is found after a power cut is on the storage

    def check(self, found: FaultyDisk, *, thoroughly: bool) -> None:
        here = device(found)
        cards = {card.id: card for card in here.list()}
        assert (ADA in cards) in self._allowed("is_there"), "the vault is gone, or back"
        if ADA not in cards:
            return
        assert card_of(cards[ADA]) in self._allowed("card"), "another card"
        with opened(here, self._allowed("typed")) as (vault, typed):
            works, expected = works_of(vault), self._allowed("works")
            assert works in expected, f"works that nobody saved: {works} and not {expected}"
        if thoroughly:
            self._check_thoroughly(found, here, typed, works)

    def _check_thoroughly(
        self, found: FaultyDisk, here: Vaults, typed: str, works: frozenset[Work]
    ) -> None:
        """Badges open, what was taken away does not, and what is saved now is safe."""
        badges = self._allowed("badge")
        if len(badges) == 1 and None not in badges:
            here.unlock(ADA, BadgeCode(str(badges.pop())), now_ms=NOW_MS).close()
        vault = here.unlock(ADA, typed, now_ms=NOW_MS)
        add_work(vault, FIRST_NUMBER, [300])
        safe = next(iter(found.states(random.Random(0), 2)))
        with opened(device(safe), {typed}) as (again, _):
            assert works_of(again) == works | {(FIRST_NUMBER, 0)}
        vault.close()

    def _called(self) -> None:
        self.after_call()

    def _steps(self) -> Iterator[str]:
        if not self._is_old:
            yield "create"
        if isinstance(self._chosen, tuple):
            yield from self._chosen
            return
        for _ in range(self._chosen):
            yield self.source.choice(STEP_NAMES)
        yield "lock"
        if self.source.random() < 0.5:
            yield "end"

    def _do(self, name: str) -> None:
        if (
            name in ("work", "edit", "drop", "sweep", "leftovers", "compact")
            and self._vault is None
        ):
            self._unlock()
        if name in ("create", "end"):
            self._lock()
        after = getattr(self, f"_{name}")(self.acknowledged)
        if after is not None:
            settled = {"is_there"}.union(_differing(self.acknowledged, after))
            self.uncertain = {
                facet: values for facet, values in self.uncertain.items() if facet not in settled
            }
            self.acknowledged = after
        self.in_flight = []

    def _allowed(self, facet: str) -> set[Any]:
        """What may be found of one facet at this moment."""
        promises = [self.acknowledged, *self.in_flight]
        return self.uncertain.get(facet, set()) | {getattr(one, facet) for one in promises}

    def _expect(self, **changes: Any) -> Promise:
        promise = replace(self.acknowledged, **changes)
        self.in_flight.append(promise)
        return promise

    # Steps: each says first what may be there, and gives back what then must be.

    def _create(self, now: Promise) -> Promise:
        after = self._expect(is_there=True, card=("Ada", "fox", "8-10"))
        self._vault = self._here.create(
            *after.card[:2], now.typed, new_id=lambda: ADA, now_ms=NOW_MS
        )
        return after

    def _unlock(self, _: Promise | None = None) -> None:
        typed = self.acknowledged.typed
        self._vault = self._here.unlock(ADA, typed, now_ms=self._now_ms())

    def _lock(self, _: Promise | None = None) -> None:
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.close()

    def _wrong(self, _: Promise) -> None:
        with contextlib.suppress(WrongSecret):
            self._here.unlock(ADA, "wrong", now_ms=self._now_ms())
            raise AssertionError("a wrong secret opened the vault")

    def _work(self, now: Promise) -> Promise:
        self._next += 1
        sizes = [self.source.choice(MEDIA_SIZES) for _ in range(self.source.randrange(3))]
        after = self._expect(works=now.works | {(self._next, 0)})
        add_work(self._open_vault(), self._next, sizes)
        return after

    def _edit(self, now: Promise) -> Promise | None:
        if not now.works:
            return None
        number, edits = self.source.choice(sorted(now.works))
        after = self._expect(works=now.works - {(number, edits)} | {(number, edits + 1)})
        records = self._open_vault().db.table("records")
        records.update({"edits": edits + 1}, where("n") == number)
        return after

    def _drop(self, now: Promise) -> Promise | None:
        if not now.works:
            return None
        work = self.source.choice(sorted(now.works))
        after = self._expect(works=now.works - {work})
        self._open_vault().db.table("records").remove(where("n") == work[0])
        return after

    def _sweep(self, _: Promise) -> None:
        self._open_vault().media.sweep()

    def _leftovers(self, _: Promise) -> None:
        self._open_vault().media.clear_leftovers()

    def _compact(self, _: Promise) -> None:
        self._open_vault().compact()

    def _secret(self, now: Promise) -> Promise:
        self._next += 1
        after = self._expect(typed=f"{self._next:04}")
        self._here.change_secret(ADA, now.typed, after.typed, now_ms=self._now_ms())
        return after

    def _badge(self, now: Promise) -> Promise:
        after = self._expect(badge=None)  # nobody has the new one before it is handed out
        typed = TypedSecret(now.typed)
        badge = self._here.ways.new_badge(ADA, typed, now_ms=self._now_ms())
        return replace(after, badge=badge)

    def _bind(self, now: Promise) -> None:
        if now.badge is not None:
            self._here.ways.bind_to_device(ADA, now.typed, now_ms=self._now_ms())

    def _school(self, now: Promise) -> None:
        way = TypedSecret(now.typed)
        self._here.ways.set_school_key(ADA, SCHOOL, way, now_ms=self._now_ms())

    def _renew(self, now: Promise) -> None:
        badges = [BadgeCode(now.badge)] if now.badge is not None else []
        ways: list[Way] = [TypedSecret(now.typed), *badges]
        self._here.renew_key(ADA, *ways, now_ms=self._now_ms())

    def _card(self, now: Promise) -> Promise:
        name = self.source.choice(("Ada", "Ada B.", "Адa"))
        after = self._expect(card=(name, "owl", now.card[2]))
        self._here.update_card(ADA, name=name, picture="owl")
        return after

    def _hide(self, now: Promise) -> Promise:
        after = self._expect(card=("", "", now.card[2]))
        self._here.hide_card(ADA)
        return after

    def _neighbour(self, _: Promise) -> None:
        if any(card.id == BO for card in self._here.list()):
            self._here.remove(BO)
        else:
            make(self._here, BO)

    def _end(self, _: Promise) -> Promise:
        self._expect(is_there=False)
        self._here.remove(ADA)
        return Promise("1000", is_there=False)

    def _open_vault(self) -> Vault:
        assert self._vault is not None
        return self._vault

    def _now_ms(self) -> int:
        """Each look at the clock is an hour later: nobody waits after wrong tries."""
        self._next += 1
        return NOW_MS + LATER_MS * self._next

    def _recovers(self) -> bool:
        """See what is there after a failure; False if nobody gets in now.

        What is found then is what counts; but until that facet is acknowledged again, it may be in
        the system's memory only, and what was before may come back.
        """
        with contextlib.suppress(StorageFull, StoreDamaged):
            self._lock()
        self._here = device(self.disk)
        self.disk.locks.clear()  # a program that ends lets go of all
        self.uncertain = {facet: self._allowed(facet) for facet in FACETS}
        try:
            cards = {card.id: card for card in self._here.list()}
            assert (ADA in cards) in self.uncertain["is_there"], "the vault is gone, or back"
            if ADA not in cards:
                return False
            self._next += 8
            now_ms = self._now_ms() - 8 * LATER_MS
            with opened(self._here, self.uncertain["typed"], now_ms) as (vault, typed):
                works = works_of(vault)
        except (StorageFull, StoreDamaged, NotFound):
            return False
        assert works in self.uncertain["works"], "works that nobody saved"
        badges = self.uncertain["badge"]
        badge = next(iter(badges)) if len(badges) == 1 else None
        self.acknowledged = Promise(typed, works, badge, card_of(cards[ADA]))
        self.in_flight = []
        return True


def _differing(left: Promise, right: Promise) -> set[str]:
    return {facet for facet in FACETS if getattr(left, facet) != getattr(right, facet)}


FACETS = ("typed", "works", "badge", "card", "is_there")

STEP_NAMES = (
    *("work", "work", "work", "edit", "drop", "sweep", "leftovers", "compact", "lock", "lock"),
    *("unlock", "wrong", "secret", "badge", "bind", "school", "renew", "card", "hide", "neighbour"),
)


@contextlib.contextmanager
def opened(here: Vaults, typed: set[str], now_ms: int = 2 * NOW_MS) -> Iterator[tuple[Vault, str]]:
    """Open with any of the secrets that may be right now; AssertionError if none is."""
    for place, secret in enumerate([*sorted(typed), *sorted(typed)]):
        try:
            vault = here.unlock(ADA, secret, now_ms=now_ms + LATER_MS * place)
        except (TooManyTries, WrongSecret):  # a torn count asks for patience
            continue
        try:
            yield vault, secret
        finally:
            vault.close()
        return
    raise AssertionError("nobody gets in")


def add_work(vault: Vault, number: int, sizes: list[int]) -> None:
    """One durable step: a record and the media it names."""
    received = [
        vault.media.receive([content_of(number, place, size_bytes)])
        for place, size_bytes in enumerate(sizes)
    ]
    with vault.batch():
        for one in received:
            vault.media.keep(one)
        files = [[one.sha256_hex, one.size_bytes] for one in received]
        vault.db.table("records").insert({"n": number, "edits": 0, "files": files})
        vault.db.table("outbox").insert({"n": number})


def works_of(vault: Vault) -> frozenset[Work]:
    """All works, each with its media whole and its entry in the outbox."""
    works: set[Work] = set()
    queued = {document["n"] for document in vault.db.table("outbox")}
    for record in vault.db.table("records"):
        if "file" in record:  # of the first version's vault
            assert b"".join(vault.media.open(record["file"])) == GOLDEN_PHOTO
        assert record["n"] in queued or record["n"] < FIRST_NUMBER, "half of a batch"
        for place, (sha256_hex, size_bytes) in enumerate(record.get("files", ())):
            content = b"".join(vault.media.open(sha256_hex))
            assert content == content_of(record["n"], place, size_bytes), "other bytes"
        works.add((record["n"], record.get("edits", 0)))
    return frozenset(works)


def content_of(number: int, place: int, size_bytes: int) -> bytes:
    """The content of a work's file: the same each time it is asked for."""
    return hashlib.shake_128(f"{number} {place}".encode()).digest(size_bytes)


def card_of(card: VaultCard) -> tuple[str, str, str]:
    return card.name, card.picture, card.band


@cache
def first_format() -> dict[str, Any]:
    """A device as the first version left it, with one vault."""
    folder = GOLDEN / GOLDEN_ID
    tree: dict[str, Any] = {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()
    }
    tree["media"] = {path.name: path.read_bytes() for path in (folder / "media").iterdir()}
    return {LEARNERS.name: {GOLDEN_ID: tree}, "device": {}}


@cache
def promise_of_golden() -> Promise:
    here = device(disk_of(first_format()))
    card = card_of(here.list()[0])
    with opened(here, {SECRET}) as (vault, typed):
        return Promise(typed, works_of(vault), card=card)


def vault_file(name: str) -> Path:
    """Where a file of the vault lies on the disk made of memory."""
    return LEARNERS / ADA / name
