"""What the school deletes for good: the bin after its time, and a learner when the law says so.

Erasing is asked for twice: the first answer says how much would go, with a word that fits only
that; the second gives the word back. Then the key goes first, rows with it, files after, and every
device that held a copy is told when it next speaks (docs/formats/wire.md, "Erasing").
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_app.errors import Refused
from portfolio_app.model.people import OWN_SCOPE, LearnerId
from portfolio_app.school import recovery
from portfolio_app.school.database import erasing, facts, ledger
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.erasing import Awaited, Gone
from portfolio_app.school.database.feed import Feed
from portfolio_app.school.media import MediaStore
from portfolio_app.school.uploading import Uploads
from sync import merge, server
from sync.change import Change, Rule
from sync.wire import Erased, SyncReply, SyncRequest

DAY_MS = 24 * 3600 * 1000
BIN_MS = 30 * DAY_MS
REMEMBER_MS = 400 * DAY_MS
_WORD_CHARACTERS = 8


@dataclass(frozen=True, slots=True)
class Tidied:
    """What one tidying took away."""

    records: int = 0
    files: int = 0
    uploads: int = 0
    erasures: int = 0


class Eraser:
    """Deleting for good, in one school."""

    def __init__(
        self, database: Database, media: MediaStore, uploads: Uploads, new_id: Callable[[], str]
    ) -> None:
        self._database = database
        self._media = media
        self._uploads = uploads
        self._new_id = new_id

    def ask(self, learner: LearnerId) -> tuple[Mapping[str, int], str]:
        """How much of a learner would go, and the word that confirms it. Raises NotFound."""
        counts = self._database.read(lambda transaction: erasing.counted(transaction, learner))
        return counts, _word(learner, counts)

    def erase(self, learner: LearnerId, word: str, actor: str, now_ms: int) -> str:
        """Erase a learner; the id of the erasing. Raises Refused when the word does not fit (any
        more: something was written since it was given).
        """
        erasure = self._new_id()

        def take(transaction: Transaction) -> Gone:
            if word != _word(learner, erasing.counted(transaction, learner)):
                raise Refused("This word does not fit what is kept now; look again, then confirm.")
            gone = erasing.erase_learner(transaction, learner, erasure, actor, now_ms)
            ledger.note(transaction, actor, "learner_erased", learner, now_ms)
            return gone

        gone = self._database.write(take)
        for name in gone.files:
            self._media.remove(name)
        self._database.scrub()
        return erasure

    def tidy(self, now_ms: int) -> Tidied:
        """What should happen once a day: purge old bins, end old uploads, remove what nobody names,
        and what questions held that are over.

        May be repeated at any time, and by several processes.
        """
        self._database.write(lambda transaction: erasing.note_bins(transaction, now_ms))
        self._database.write(lambda transaction: recovery.sweep(transaction, now_ms))
        old = self._database.read(lambda t: erasing.binned_before(t, now_ms - BIN_MS))
        records, files = 0, list[str]()
        for scope, owners in old.items():
            count, gone = self._database.write(
                lambda t, scope=scope, owners=owners: self._purge(t, scope, owners, now_ms)  # type: ignore[misc]
            )
            records, files = records + count, [*files, *gone]
        uploads = self._uploads.end_old(now_ms)
        files += self._media.orphans(now_ms)
        for name in files:
            self._media.remove(name)
        forgotten = self._database.write(lambda t: erasing.forget_erasures(t, now_ms - REMEMBER_MS))
        self._media.sweep_arriving()
        if records or files:
            self._database.scrub()
        return Tidied(records, len(files), uploads, forgotten)

    def answer(self, waiting: Awaited, asked: SyncRequest, now_ms: int) -> SyncReply:
        """What a device of an erased learner is told, and noting what it confirms."""
        if waiting.erasure in asked.erased:
            self._database.write(lambda t: erasing.note_confirmed(t, waiting.device, now_ms))
            return SyncReply(now_ms)
        self._database.write(lambda t: erasing.note_told(t, waiting.device, now_ms))
        refused = {change.id: server.REASON_ERASED for change in asked.changes}
        refused |= dict.fromkeys(asked.malformed, server.REASON_ERASED)
        order = Erased(waiting.erasure, (OWN_SCOPE,))
        dropped = tuple(sorted({OWN_SCOPE, *asked.cursors}))
        return SyncReply(now_ms, refused=refused, dropped=dropped, erased=order)

    def _purge(
        self, transaction: Transaction, scope: str, owners: list[str], now_ms: int
    ) -> tuple[int, tuple[str, ...]]:
        going = erasing.records_with(transaction, scope, owners)
        ids = [record for record, _ in going]
        files = erasing.files_named(transaction, scope, ids)
        erasing.drop_rows(transaction, scope, ids)
        before, feed = facts.clock(transaction), Feed(transaction)
        clock = before
        for record, kind in going:
            clock = clock.tick(now_ms)
            erased = Change(self._new_id(), scope, record, kind, merge.ERASED_FIELD, Rule.SCALAR,
                            now_ms, clock.last, author=ledger.OFFICE)  # fmt: skip
            server.add([erased], feed)
        facts.keep_clock(transaction, clock, before)
        transaction.settle()
        erasing.forget_bins(transaction, scope, owners)
        ledger.note(transaction, ledger.OFFICE, "bin_purged", scope, now_ms)
        return len(going), erasing.drop_files(transaction, scope, files)


def _word(learner: LearnerId, counts: Mapping[str, int]) -> str:
    text = f"erase {learner} {json.dumps(dict(counts), sort_keys=True)}"
    return hashlib.sha256(text.encode()).hexdigest()[:_WORD_CHARACTERS]
