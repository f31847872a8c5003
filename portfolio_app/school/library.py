"""The frameworks and rubrics of a school: those of the product, and those its classes were given.

A document is one immutable file by hash, kept as media of a class and named by a `library` record.
"""

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.locales import Words
from portfolio_app.locales.refusals import refusal_words
from portfolio_app.model.people import Actor, ClassId, PersonId, Role, class_scope
from portfolio_app.model.records import TITLE_LIMIT
from portfolio_app.school import writing
from portfolio_app.school.database import ledger, people, works
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.media import MediaStore
from portfolio_app.school.workbooks import sheets_of_workbook
from portfolio_app.school.writing import NewRecord
from rubrics.case import CasePackage
from rubrics.catalog import Catalog
from rubrics.differences import framework_difference, rubric_difference
from rubrics.documents import CASE, FRAMEWORK, ReadDocument, dated, read_document, same_words
from rubrics.errors import RubricsError, UnreadableDocument
from rubrics.framework import Framework
from rubrics.report import ImportReport, Remark
from rubrics.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Given:
    """What an import brought: what was read with its report, to how many classes it was new, and
    how it differs from the version they had.
    """

    read: ReadDocument
    sha256: str
    title: str
    classes: int
    new_in_classes: int
    differences: tuple[Remark, ...]

    @property
    def report(self) -> ImportReport:
        """What was taken, mended and left out."""
        return self.read.report


@dataclass(frozen=True, slots=True)
class Beside:
    """A file beside what classes have: hashes of the versions before its packages ("" for none),
    whether it says the same, and what it changes.
    """

    versions: tuple[str, ...]
    is_same: bool
    differences: tuple[Remark, ...]


class Library:
    """Reads the library; opened documents are kept by hash, because they never change."""

    def __init__(self, database: Database, media: MediaStore) -> None:
        self._database = database
        self._media = media
        self._lock = threading.Lock()
        self._bundled = Catalog.bundled()
        self._merged: dict[tuple[str, ...], Catalog] = {(): self._bundled}
        self._spoken: dict[str, tuple[Catalog, Catalog]] = {}

    def catalog(self, classes: Sequence[ClassId]) -> Catalog:
        """Everything that these classes may use. A file that is gone or unreadable is left out."""
        scopes = [class_scope(one) for one in classes]
        entries = self._database.read(lambda transaction: works.library(transaction, scopes))
        place = {entry.media: entry.scope for entry in entries}
        names = tuple(sorted(place))
        with self._lock:
            found, known = self._merged.get(names), dict(self._merged)
        if found is None:
            # What was opened already is opened once: only the files that came since are read.
            nearest = max((one for one in known if set(one) <= set(names)), key=len)
            found = known[nearest]
            for sha256 in names:
                if sha256 not in nearest:
                    found = self._with_file(found, place[sha256], sha256)
            with self._lock:
                # One class's set of documents is asked for again and again; old sets are not.
                self._merged = {(): self._bundled, names: found}
        return found

    def spoken(self, classes: Sequence[ClassId], language: str) -> Catalog:
        """The same for whoever reads a page: in a language, where the makers gave the words.

        What is changed and kept again must come from `catalog`, or it would lose its own words.
        """
        found = self.catalog(classes)
        with self._lock:
            before, said = self._spoken.get(language, (None, found))
        if before is not found:
            said = found.in_language(language)
            with self._lock:
                self._spoken[language] = found, said
        return said

    def is_own(self, document_id: str) -> bool:
        """Whether a framework or rubric came with the product: it is copied, never changed."""
        return bool(self._bundled.versions(document_id))

    def _with_file(self, catalog: Catalog, scope: str, sha256: str) -> Catalog:
        blob = self._media.find(scope, sha256)
        if blob is None:
            return catalog
        try:
            return catalog.with_document(b"".join(self._media.open(blob)))
        except (RubricsError, StoreDamaged):
            return catalog


def look_at(
    raw: bytes, document: str, *, name: str, columns: Mapping[str, str], words: Words
) -> ReadDocument:
    """Read a file without giving it to anybody. Raises BadInput with a sentence of `words`.

    `document` is "framework" or "rubric": what the file must hold. `name` is what the file is
    called; `columns` says which column of a plain table means what.
    """
    try:
        read = read_document(
            raw, name=name, wanted=document, columns=columns, workbook=sheets_of_workbook
        )
    except UnreadableDocument as error:
        raise BadInput(refusal_words(words, error)) from None
    if not any(_holds(package, document) for package in read.packages):
        raise BadInput(words(f"school-refusal-holds-no-{document}"))
    return read


def beside(catalog: Catalog, read: ReadDocument) -> Beside:
    """What a file would change, before anybody takes it."""
    before = [_version_before(catalog, package) for package in read.packages]
    pairs = list(zip(before, read.packages, strict=True))
    differences = tuple(
        one for old, new in pairs if old is not None for one in _differences(old[1], new)
    )
    is_same = all(old is not None and same_words(old[1], new) for old, new in pairs)
    return Beside(tuple(old[0] if old else "" for old in before), is_same, differences)


def give(
    database: Database,
    media: MediaStore,
    read: ReadDocument,
    document: str,
    classes: Sequence[ClassId],
    *,
    now_ms: int,
    new_id: Callable[[], str],
    by: PersonId = ledger.OFFICE,
) -> Given:
    """Give what was read to classes; to those that have the same already it is not given again.

    `by` is who gives it: the office may give to any class, a teacher to their own.
    """
    known = beside(Library(database, media).catalog(classes), read)
    moment = datetime.fromtimestamp(now_ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if known.is_same and read.format != CASE:
        sha256 = known.versions[0]
        content = kept(media, classes, sha256)
    else:
        read = dated(read, moment)
        content, sha256 = read.content, hashlib.sha256(read.content).hexdigest()
    title, new_in = title_of(read.packages, document), 0
    for classroom in classes:
        scope = class_scope(classroom)
        if not media.has(scope, sha256):
            with media.receive(scope, sha256, now_ms) as arrival:
                arrival.take(content)
                arrival.finish()
        record = NewRecord(
            scope,
            f"{document}-{sha256[:32]}",
            "library",
            {"document": document, "media": sha256, "title": title},
        )
        new_in += database.write(
            lambda transaction, record=record: _enter(  # type: ignore[misc]
                transaction, record, now_ms, new_id, by
            )
        )
    return Given(read, sha256, title, len(classes), new_in, known.differences)


def _holds(package: CasePackage, document: str) -> bool:
    return package.framework is not None if document == FRAMEWORK else bool(package.rubrics)


def _version_before(catalog: Catalog, package: CasePackage) -> tuple[str, CasePackage] | None:
    """Hash and package of the newest version that the classes have of what is in a package."""
    newest: Framework | Rubric | None = None
    if package.framework is not None:
        newest = catalog.framework(package.framework.id)
    elif package.rubrics:
        newest = catalog.rubric(package.rubrics[0].id)
    if newest is None:
        return None
    found = catalog.package(newest.source_hash, newest.id)
    return None if found is None else (newest.source_hash, found)


def kept(media: MediaStore, classes: Sequence[ClassId], sha256: str) -> bytes:
    """The bytes of a file that some of the classes have. Raises StoreDamaged when none has."""
    for classroom in classes:
        blob = media.find(class_scope(classroom), sha256)
        if blob is not None:
            return b"".join(media.open(blob))
    raise StoreDamaged("A file of the library is not where it was; look at: portfolio school check")


def _differences(old: CasePackage, new: CasePackage) -> Iterator[Remark]:
    if old.framework is not None and new.framework is not None:
        yield from framework_difference(old.framework, new.framework).remarks
    rubrics = {rubric.id: rubric for rubric in old.rubrics}
    for rubric in new.rubrics:
        if rubric.id in rubrics:
            yield from rubric_difference(rubrics[rubric.id], rubric).remarks


def _enter(
    transaction: Transaction,
    record: NewRecord,
    now_ms: int,
    new_id: Callable[[], str],
    by: PersonId,
) -> int:
    before = works.library(transaction, [record.scope])
    if any(entry.media == record.fields["media"] for entry in before):
        return 0
    if by == ledger.OFFICE:
        classes = frozenset(one.id for one in people.classes(transaction))
        actor = Actor(by, Role.TEACHER, classes=classes)
    else:
        actor = writing.teacher_actor(transaction, by)
    writing.write_records(transaction, actor, [record], now_ms=now_ms, new_id=new_id)
    ledger.note(transaction, by, "library", record.scope, now_ms)
    return 1


def title_of(packages: Sequence[CasePackage], document: str) -> str:
    """What a file is called in lists: the title of the first framework or rubric in it."""
    package = next(one for one in packages if _holds(one, document))
    if document == FRAMEWORK and package.framework is not None:
        title = package.framework.title
    else:
        title = package.rubrics[0].title
    return " ".join(title.split())[: TITLE_LIMIT * 2]
