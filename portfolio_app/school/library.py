"""The frameworks and rubrics of a school: those of the product, and those its classes were given.

A document is one immutable file by hash, kept as media of a class and named by a `library` record.
"""

import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.model.people import Actor, ClassId, Role, class_scope
from portfolio_app.model.records import TITLE_LIMIT
from portfolio_app.school import writing
from portfolio_app.school.database import ledger, people, works
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.media import MediaStore
from portfolio_app.school.writing import NewRecord
from rubrics.case import CasePackage, read_case
from rubrics.catalog import Catalog
from rubrics.errors import RubricsError, UnreadableDocument

FRAMEWORK = "framework"
RUBRIC = "rubric"


@dataclass(frozen=True, slots=True)
class Given:
    """What an import brought: the package with its report, and to how many classes it was new."""

    package: CasePackage
    sha256: str
    title: str
    classes: int
    new_in_classes: int


class Library:
    """Reads the library; opened documents are kept by hash, because they never change."""

    def __init__(self, database: Database, media: MediaStore) -> None:
        self._database = database
        self._media = media
        self._lock = threading.Lock()
        self._bundled = Catalog.bundled()
        self._merged: dict[tuple[str, ...], Catalog] = {(): self._bundled}

    def catalog(self, classes: Sequence[ClassId]) -> Catalog:
        """Everything that these classes may use. A file that is gone or unreadable is left out."""
        scopes = [class_scope(one) for one in classes]
        entries = self._database.read(lambda transaction: works.library(transaction, scopes))
        place = {entry.media: entry.scope for entry in entries}
        names = tuple(sorted(place))
        with self._lock:
            found = self._merged.get(names)
        if found is None:
            found = self._bundled
            for sha256 in names:
                found = self._with_file(found, place[sha256], sha256)
            with self._lock:
                # One class's set of documents is asked for again and again; old sets are not.
                self._merged = {(): self._bundled, names: found}
        return found

    def _with_file(self, catalog: Catalog, scope: str, sha256: str) -> Catalog:
        blob = self._media.find(scope, sha256)
        if blob is None:
            return catalog
        try:
            return catalog.with_document(b"".join(self._media.open(blob)))
        except (RubricsError, StoreDamaged):
            return catalog


def give(
    database: Database,
    media: MediaStore,
    raw: bytes,
    document: str,
    classes: Sequence[ClassId],
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> Given:
    """Give a CASE file to classes. Raises BadInput with a sentence for a file that is not one.

    `document` is "framework" or "rubric": what the file must hold.
    """
    try:
        package = read_case(raw)
    except UnreadableDocument as error:
        raise BadInput(str(error)) from None
    holds = package.framework is not None if document == FRAMEWORK else bool(package.rubrics)
    if not holds:
        raise BadInput(f"The file holds no {document}; give one that does.")
    if not classes:
        raise BadInput(
            "There is no class to give it to yet; import a roster or make a class first."
        )
    sha256, title = hashlib.sha256(raw).hexdigest(), _title(package, document)
    new_in = 0
    for classroom in classes:
        scope = class_scope(classroom)
        if not media.has(scope, sha256):
            with media.receive(scope, sha256, now_ms) as arrival:
                arrival.take(raw)
                arrival.finish()
        record = NewRecord(
            scope,
            f"{document}-{sha256[:32]}",
            "library",
            {"document": document, "media": sha256, "title": title},
        )
        new_in += database.write(
            lambda transaction, record=record: _enter(  # type: ignore[misc]
                transaction, record, now_ms, new_id
            )
        )
    return Given(package, sha256, title, len(classes), new_in)


def _enter(
    transaction: Transaction, record: NewRecord, now_ms: int, new_id: Callable[[], str]
) -> int:
    before = works.library(transaction, [record.scope])
    if any(entry.media == record.fields["media"] for entry in before):
        return 0
    classes = frozenset(one.id for one in people.classes(transaction))
    office = Actor(ledger.OFFICE, Role.TEACHER, classes=classes)
    writing.write_records(transaction, office, [record], now_ms=now_ms, new_id=new_id)
    ledger.note(transaction, ledger.OFFICE, "library", record.scope, now_ms)
    return 1


def _title(package: CasePackage, document: str) -> str:
    if document == FRAMEWORK and package.framework is not None:
        title = package.framework.title
    else:
        title = package.rubrics[0].title
    return " ".join(title.split())[: TITLE_LIMIT * 2]
