"""Looking whether everything a school keeps is whole: database, feeds, media, audit and key."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_app.errors import PortfolioError
from portfolio_app.school.database import blobs, feed, ledger, looking
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.media import MediaStore
from sync.errors import SyncError

PROBLEMS_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Checked:
    """What was counted, and a sentence for each thing that is wrong (ids only, no names)."""

    counts: Mapping[str, int]
    problems: list[str]


def check_school(database: Database, media: MediaStore) -> Checked:
    """Read everything once. Takes as long as reading every file."""
    problems = [*database.read(_database_problems)]
    heads = database.read(feed.kept_heads)
    for scope, kept in heads.items():
        problem = database.read(lambda t, scope=scope, kept=kept: _feed_problem(t, scope, kept))  # type: ignore[misc]
        problems += [problem] if problem else []
    every = database.read(blobs.all_of_them)
    for scope, sha256 in every:
        problem = _media_problem(database, media, scope, sha256)
        problems += [problem] if problem else []
    counts = {
        **database.read(feed.counts),
        "scopes": len(heads),
        "media": len(every),
        "audit": database.read(ledger.audit_count),
    }
    return Checked(counts, problems[:PROBLEMS_LIMIT])


def _database_problems(transaction: Transaction) -> list[str]:
    problems = [f"The database says: {line}" for line in looking.integrity_problems(transaction)]
    broken = ledger.first_broken(transaction)
    if broken is not None:
        problems.append(f"The audit does not hold together at row {broken}.")
    return problems


def _feed_problem(transaction: Transaction, scope: str, kept: tuple[int, str]) -> str | None:
    try:
        head, digest, states = feed.recomputed(transaction, scope)
        if (head, digest) != kept:
            return f"The feed of {scope} does not give what is kept; restore it from a backup."
        if looking.records_differ(transaction, scope, states):
            return f"The records of {scope} are not those of its feed; restore it from a backup."
    except (PortfolioError, SyncError, ValueError):
        return f"The feed of {scope} cannot be opened with the school's key."
    return None


def _media_problem(database: Database, media: MediaStore, scope: str, sha256: str) -> str | None:
    try:
        blob = database.read(lambda transaction: blobs.find(transaction, scope, sha256))
        if blob is None:
            return None
        hashed = hashlib.sha256()
        for piece in media.open(blob):
            hashed.update(piece)
        if hashed.hexdigest() == sha256:
            return None
    except PortfolioError:
        pass
    return f"The file {sha256[:12]}… of {scope} is missing or damaged; restore it from a backup."
