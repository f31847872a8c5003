"""Taking out of the database what must not stay, and remembering which devices must follow.

Order matters: the key goes with the rows in one transaction, and what lay on the shelf is named by
it, to be removed when it is durable. Nothing here keeps a word, a name or a file's hash.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Table, delete, func, insert, select, update

from portfolio_app.errors import NotFound
from portfolio_app.model.people import LearnerId, learner_scope
from portfolio_app.school.database import blobs, departed, people, tables, uploads
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.unsaved import RECORD
from sync import merge

_SHA256 = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
BIN_KINDS = ("artifact", "showcase")
THOUGHT, FILE = "reflection", "file"
ERASURES_LIMIT = 500
BINS_LIMIT = 2_000

BY_SCOPE = (
    tables.changes, tables.records, tables.scopes, tables.media, tables.uploads,
    tables.disclosures, tables.bins, tables.keys,
)  # fmt: skip
BY_LEARNER = (tables.codes, tables.devices, tables.vaults, tables.recovery_questions)
BY_PERSON = (tables.memberships, tables.sessions)
KEEPS_IDS_ONLY = (tables.erasures,)
"""Every table that names a learner or a scope stands in one of these; a test looks."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What an erasing took: files to remove from the shelf, and how many rows of each kind."""

    files: tuple[str, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Awaited:
    """A device that may still hold a copy; times in ms since 1970, None for never."""

    erasure: str
    device: str
    last_ms: int | None
    told_ms: int | None
    confirmed_ms: int | None


@dataclass(frozen=True, slots=True)
class Erasure:
    """One learner's erasing: by whom (an id), when, and the devices that were told or must be."""

    id: str
    learner_id: LearnerId
    actor: str
    at_ms: int
    counts: Mapping[str, int]
    devices: tuple[Awaited, ...]


def counted(transaction: Transaction, learner: LearnerId) -> Mapping[str, int]:
    """How much of a learner there is. Raises NotFound for nobody, or a teacher."""
    found = people.find(transaction, learner)
    if found.role != people.LEARNER:
        raise NotFound("No learner with this id is at the school.")
    scope = learner_scope(learner)
    counts = {table.name: _count(transaction, table, "scope", scope) for table in BY_SCOPE}
    return counts | {"devices": _count(transaction, tables.devices, "learner_id", learner)}


def erase_learner(
    transaction: Transaction, learner: LearnerId, erasure: str, actor: str, now_ms: int
) -> Gone:
    """Take everything of a learner out, key and all; the devices are remembered by token."""
    counts, scope = counted(transaction, learner), learner_scope(learner)
    files = [blob.name for blob in blobs.of_scope(transaction, scope)]
    for upload in uploads.ids_of_scope(transaction, scope):
        files += uploads.end(transaction, upload)
    devices = tables.devices.c
    for row in transaction.connection.execute(
        select(devices.id, devices.token_hash, devices.last_ms).where(devices.learner_id == learner)
    ).all():
        gone_ms = departed.departed_ms(transaction, row.id)
        transaction.connection.execute(
            insert(tables.erasure_devices).values(
                token_hash=row.token_hash, erasure=erasure, device=row.id, last_ms=row.last_ms,
                confirmed_ms=gone_ms,
            )
        )  # fmt: skip
        departed.forget(transaction, row.id)
    for chosen, column, value in (
        *((table, "scope", scope) for table in BY_SCOPE),
        *((table, "learner_id", learner) for table in BY_LEARNER),
        *((table, "person_id", learner) for table in BY_PERSON),
        (tables.people, "id", learner),
    ):
        transaction.connection.execute(delete(chosen).where(chosen.c[column] == value))
    transaction.connection.execute(
        insert(tables.erasures).values(
            id=erasure, learner_id=learner, actor=actor, at_ms=now_ms,
            counts=json.dumps(counts, sort_keys=True),
        )
    )  # fmt: skip
    return Gone(tuple(files), counts)


def awaited(transaction: Transaction, token_hash: str) -> Awaited | None:
    """The erased learner's device with this token, unless it has confirmed."""
    table = tables.erasure_devices
    row = transaction.connection.execute(
        select(table).where(table.c.token_hash == token_hash, table.c.confirmed_ms.is_(None))
    ).first()
    return Awaited(row.erasure, row.device, row.last_ms, row.told_ms, None) if row else None


def awaited_once(transaction: Transaction, token_hash: str) -> Awaited | None:
    """The erased learner's device with this token, also after it has confirmed."""
    table = tables.erasure_devices
    row = transaction.connection.execute(
        select(table).where(table.c.token_hash == token_hash)
    ).first()
    if row is None:
        return None
    return Awaited(row.erasure, row.device, row.last_ms, row.told_ms, row.confirmed_ms)


def note_told(transaction: Transaction, device: str, now_ms: int) -> None:
    """Note that a device was told to erase."""
    table = tables.erasure_devices
    transaction.connection.execute(
        update(table).where(table.c.device == device).values(told_ms=now_ms, last_ms=now_ms)
    )


def note_confirmed(transaction: Transaction, device: str, now_ms: int) -> None:
    """Note that a device said that it has erased."""
    table = tables.erasure_devices
    transaction.connection.execute(
        update(table).where(table.c.device == device).values(confirmed_ms=now_ms, last_ms=now_ms)
    )


def erasures(transaction: Transaction) -> tuple[Erasure, ...]:
    """The newest erasings with their devices, newest first."""
    table, devices = tables.erasures, tables.erasure_devices
    found = []
    for row in transaction.connection.execute(
        select(table).order_by(table.c.at_ms.desc(), table.c.id).limit(ERASURES_LIMIT)
    ).all():
        told = transaction.connection.execute(
            select(devices).where(devices.c.erasure == row.id).order_by(devices.c.device)
        )
        awaiting = tuple(
            Awaited(one.erasure, one.device, one.last_ms, one.told_ms, one.confirmed_ms)
            for one in told
        )
        found.append(
            Erasure(row.id, LearnerId(row.learner_id), row.actor, row.at_ms,
                    json.loads(row.counts), awaiting)
        )  # fmt: skip
    return tuple(found)


def forget_erasures(transaction: Transaction, before_ms: int) -> int:
    """Forget erasings older than that, and their devices; how many."""
    old = select(tables.erasures.c.id).where(tables.erasures.c.at_ms < before_ms)
    devices = tables.erasure_devices
    transaction.connection.execute(delete(devices).where(devices.c.erasure.in_(old)))
    gone = transaction.connection.execute(
        delete(tables.erasures).where(tables.erasures.c.at_ms < before_ms)
    )
    return int(gone.rowcount)


def note_bins(transaction: Transaction, now_ms: int) -> None:
    """Remember since when each record is in the bin, by our clock alone; forget who came back.

    A learner's clock may be a year off: by it, what was binned today could be purged today.
    """
    records, bins = tables.records.c, tables.bins
    # What is erased stays gone for ever, but belongs to no work or showcase any more, and has no
    # time. A thought about a work goes with that; one that belongs to none goes by itself.
    is_owned = records.artifact.is_not(None) | records.showcase.is_not(None)
    is_thought = (records.kind == THOUGHT) & records.artifact.is_(None) & records.at_ms.is_not(None)
    gone = select(records.scope, records.id).where(
        records.is_gone.is_(True), (records.kind.in_(BIN_KINDS) & is_owned) | is_thought
    )
    now = {(row.scope, row.id) for row in transaction.connection.execute(gone)}
    known = {
        (row.scope, row.record)
        for row in transaction.connection.execute(select(bins.c.scope, bins.c.record))
    }
    for scope, record in known - now:
        transaction.connection.execute(
            delete(bins).where(bins.c.scope == scope, bins.c.record == record)
        )
    for scope, record in sorted(now - known):
        transaction.connection.execute(
            insert(bins).values(scope=scope, record=record, since_ms=now_ms)
        )


def binned_before(transaction: Transaction, before_ms: int) -> dict[str, list[str]]:
    """scope -> works, showcases and thoughts that are in the bin since before that."""
    bins = tables.bins.c
    rows = transaction.connection.execute(
        select(bins.scope, bins.record)
        .where(bins.since_ms < before_ms)
        .order_by(bins.scope, bins.record)
        .limit(BINS_LIMIT)
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.scope, []).append(row.record)
    return found


def forget_bins(transaction: Transaction, scope: str, records: Sequence[str]) -> None:
    """Forget since when these were in the bin."""
    bins = tables.bins
    transaction.connection.execute(
        delete(bins).where(bins.c.scope == scope, bins.c.record.in_(records))
    )


def records_with(
    transaction: Transaction, scope: str, owners: Sequence[str]
) -> list[tuple[str, str]]:
    """(id, kind) of these works, showcases and thoughts, and of every record that names one of
    them.
    """
    table = tables.records.c
    rows = transaction.connection.execute(
        select(table.id, table.kind)
        .where(
            table.scope == scope,
            table.id.in_(owners) | table.artifact.in_(owners) | table.showcase.in_(owners),
        )
        .order_by(table.id)
    )
    found = {row.id: row.kind for row in rows}
    found |= dict.fromkeys(_said_in(transaction, scope, frozenset(owners)), FILE)
    return sorted(found.items())


def _said_in(transaction: Transaction, scope: str, thoughts: Collection[str]) -> list[str]:
    """The ids of the files that belong to some thoughts and to no work."""
    keys, table = transaction.keys(scope), tables.records.c
    alone = select(table.id, table.sealed).where(
        table.scope == scope, table.kind == FILE, table.artifact.is_(None)
    )
    rows = transaction.connection.execute(alone).all()
    opened = ((row.id, merge.view(keys.open(RECORD, row.id, row.sealed))) for row in rows)
    return [name for name, view in opened if view.get("part_of") in thoughts]


def drop_rows(transaction: Transaction, scope: str, records: Iterable[str]) -> None:
    """Take all that was ever written to some records out of the feed."""
    table = tables.changes
    for record in records:
        transaction.connection.execute(
            delete(table).where(table.c.scope == scope, table.c.record == record)
        )


def files_named(
    transaction: Transaction, scope: str, records: Collection[str] | None = None
) -> frozenset[str]:
    """Every SHA-256 that stands anywhere in these records of a scope, or in all of them.

    Anywhere, because a newer app may name files in fields that this school does not know.
    """
    keys, table = transaction.keys(scope), tables.records.c
    found: set[str] = set()
    for row in transaction.connection.execute(
        select(table.id, table.sealed).where(table.scope == scope)
    ):
        if records is None or row.id in records:
            found.update(_SHA256.findall(json.dumps(keys.open(RECORD, row.id, row.sealed))))
    return frozenset(found)


def drop_files(transaction: Transaction, scope: str, wanted: Collection[str]) -> tuple[str, ...]:
    """Forget these files of a scope, but none that a record still names; their names on the shelf.

    A file that no record names (yet) is nobody's to delete: its words may still be on their way.
    """
    going = frozenset(wanted) - files_named(transaction, scope)
    dropped = [blob for blob in blobs.of_scope(transaction, scope) if blob.sha256 in going]
    table = tables.media
    for blob in dropped:
        transaction.connection.execute(
            delete(table).where(table.c.scope == scope, table.c.sha256 == blob.sha256)
        )
    return tuple(blob.name for blob in dropped)


def _count(transaction: Transaction, table: Table, column: str, value: str) -> int:
    query = select(func.count()).select_from(table).where(table.c[column] == value)
    return transaction.connection.scalar(query) or 0
