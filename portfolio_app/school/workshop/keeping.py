"""Keeping a rubric that was made here: a new version for the classes it is given to.

A version is one immutable file. Whoever saves says which version they began from; when another was
kept meanwhile, nothing is written and they are told what it changed.
"""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from portfolio_app.model.people import ClassId, PersonId, class_scope
from portfolio_app.model.records import TITLE_LIMIT
from portfolio_app.school import writing
from portfolio_app.school.database import ledger, works
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.library import Library, kept
from portfolio_app.school.media import MediaStore
from portfolio_app.school.workshop.sheet import case_id
from portfolio_app.school.writing import NewRecord
from rubrics.case import CasePackage, Document, write_case
from rubrics.catalog import Catalog
from rubrics.documents import RUBRIC
from rubrics.rubric import Rubric

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where versions are kept, who keeps one, and for which classes; `taught` are all of theirs."""

    database: Database
    media: MediaStore
    library: Library
    teacher: Person
    taught: tuple[ClassId, ...]
    now_ms: int
    new_id: Callable[[], str]


class OtherVersion(Exception):
    """Somebody kept another version after this one was opened; nothing was written."""

    def __init__(self, newest: Rubric) -> None:
        super().__init__("Another version was kept meanwhile.")
        self.newest = newest


def keep_version(shelf: Shelf, rubric: Rubric, base: str, classes: Collection[ClassId]) -> Rubric:
    """Keep a rubric as a new version for some classes; what these have already is not kept again.

    `base` is the hash of the version that was changed, "" for a new one. Raises OtherVersion.
    """
    newest = None
    for _ in range(_TRIES):
        before = shelf.database.read(lambda transaction: _files(transaction, shelf.taught))
        catalog = shelf.library.catalog(shelf.taught)
        newest = catalog.rubric(rubric.id)
        is_other = newest is not None and newest.source_hash != base
        if newest is not None and is_other and not _says_the_same(newest, rubric):
            raise OtherVersion(newest)
        content, version = _content(catalog, newest, rubric, shelf)
        for classroom in classes:
            _put(shelf, class_scope(classroom), content)
        if shelf.database.write(
            lambda transaction: _enter(transaction, shelf, version, classes, before)  # noqa: B023
        ):
            return version
    raise OtherVersion(newest or rubric)


def _content(
    catalog: Catalog, newest: Rubric | None, rubric: Rubric, shelf: Shelf
) -> tuple[bytes, Rubric]:
    """The file of a version, and the version named by its hash."""
    package = catalog.package(newest.source_hash, newest.id) if newest else None
    if newest is not None and package is not None and _says_the_same(newest, rubric):
        return kept(shelf.media, shelf.taught, newest.source_hash), newest
    number = len(catalog.versions(rubric.id)) + 1
    rubric = replace(rubric, version=str(number))
    changed_at = _after(package.document.changed_at if package else "", shelf.now_ms)
    is_alone = package is not None and package.framework is None and len(package.rubrics) == 1
    document = (
        replace(package.document, title=rubric.title, language=rubric.language, uri="")
        if package is not None and is_alone
        else Document(case_id(shelf.new_id()), rubric.title, language=rubric.language)
    )
    document = replace(
        document,
        changed_at=changed_at,
        version=rubric.version,
        creator=rubric.creator or document.creator,
        licence=document.licence or rubric.licence,
    )
    content = write_case(CasePackage(document, None, (rubric,)))
    return content, replace(rubric, source_hash=hashlib.sha256(content).hexdigest())


def _says_the_same(newest: Rubric, rubric: Rubric) -> bool:
    def plain(one: Rubric) -> Rubric:
        return replace(one, source_hash="", framework_id=None, version="")

    return plain(newest) == plain(rubric)


def _after(before: str, now_ms: int) -> str:
    """The moment of change (RFC 3339): now, and always after the version before."""
    moment = datetime.fromtimestamp(now_ms / 1000, UTC)
    try:
        known = datetime.fromisoformat(before)
    except ValueError:
        known = datetime.fromtimestamp(0, UTC)
    known = known if known.tzinfo else known.replace(tzinfo=UTC)
    moment = max(moment, known + timedelta(milliseconds=1))
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _put(shelf: Shelf, scope: str, content: bytes) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    if not shelf.media.has(scope, sha256):
        with shelf.media.receive(scope, sha256, shelf.now_ms) as arrival:
            arrival.take(content)
            arrival.finish()


def _files(transaction: Transaction, classes: Collection[ClassId]) -> frozenset[tuple[str, str]]:
    entries = works.library(transaction, [class_scope(one) for one in classes])
    return frozenset((one.scope, one.media) for one in entries)


def _enter(
    transaction: Transaction,
    shelf: Shelf,
    version: Rubric,
    classes: Collection[ClassId],
    before: frozenset[tuple[str, str]],
) -> bool:
    """Write the records, unless the library changed after it was looked at."""
    if _files(transaction, shelf.taught) != before:
        return False
    sha256 = version.source_hash
    title = " ".join(version.title.split())[: TITLE_LIMIT * 2]
    records = [
        NewRecord(
            class_scope(one),
            f"{RUBRIC}-{sha256[:32]}",
            "library",
            {"document": RUBRIC, "media": sha256, "title": title},
        )
        for one in classes
        if (class_scope(one), sha256) not in before
    ]
    actor = writing.teacher_actor(transaction, PersonId(shelf.teacher.id))
    writing.write_records(transaction, actor, records, now_ms=shelf.now_ms, new_id=shelf.new_id)
    for record in records:
        ledger.note(transaction, shelf.teacher.id, "library", record.scope, shelf.now_ms)
    return True
