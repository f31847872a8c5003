"""All frameworks and rubrics at hand, ours and imported, found by id, by link and by word.

A published document is one immutable file, named by its id and the hash of its bytes; a newer file
with the same id takes its place in lists, while the older stays reachable by its hash. Nothing is
written here, and where files are kept is the app's affair.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Self

from rubrics.case import CasePackage, read_packages
from rubrics.errors import InvalidContent
from rubrics.framework import Competency, Framework, split_ref
from rubrics.languages import package_in
from rubrics.limits import CATALOG_DOCUMENT_COUNT_MAX
from rubrics.rubric import Rubric
from rubrics.search import SearchIndex
from rubrics.wordings import package_worded

# Order matters: it is the order on screen.
_BUNDLED = (
    ("frameworks", "primary-i-can.json"),
    ("frameworks", "secondary-project-work.json"),
    ("scales", "primary-my-work.json"),
    ("scales", "secondary-project-work.json"),
    ("scales", "single-point.json"),
)


class Catalog:
    """Frameworks and rubrics; never changed once made: adding gives another catalogue."""

    __slots__ = ("_frameworks", "_index", "_packages", "_rubrics")

    def __init__(self, packages: Iterable[tuple[str, CasePackage]] = ()) -> None:
        """`packages` are pairs of the SHA-256 of a file, in hex, and a package in it."""
        self._packages = tuple(packages)
        if len(self._packages) > CATALOG_DOCUMENT_COUNT_MAX:
            raise InvalidContent(
                f"A catalogue holds at most {CATALOG_DOCUMENT_COUNT_MAX} documents, "
                f"not {len(self._packages)}; take some out first."
            )
        # The one that its maker changed last is the newest; of two, the one that came later.
        self._frameworks: dict[str, Framework] = {}
        self._rubrics: dict[str, Rubric] = {}
        moments: dict[str, float] = {}
        for _source_hash, package in self._packages:
            moment = _moment(package.document.changed_at)
            framework = package.framework
            if framework is not None and moment >= moments.get(framework.id, moment):
                self._frameworks[framework.id] = framework
                moments[framework.id] = moment
            for rubric in package.rubrics:
                if moment >= moments.get(rubric.id, moment):
                    self._rubrics[rubric.id] = rubric
                    moments[rubric.id] = moment
        self._index: SearchIndex | None = None

    @classmethod
    def bundled(cls) -> Self:
        """The frameworks and rubrics that come with the product."""
        return cls(_bundled())

    def with_document(self, raw: bytes) -> Self:
        """A catalogue that also holds what is in a CASE file; the same one if it already did.

        Raises `UnreadableDocument` for a file that is not CASE, `InvalidContent` when full.
        """
        source_hash = hashlib.sha256(raw).hexdigest()
        if any(known == source_hash for known, _package in self._packages):
            return self
        return type(self)((*self._packages, *_read([raw])))

    def in_language(self, language: str) -> Self:
        """The same with every text in a language (a BCP 47 tag) that it has in it."""
        spoken = tuple((known, package_in(language, one)) for known, one in self._packages)
        is_same = all(
            one is before for (_, one), (_, before) in zip(spoken, self._packages, strict=True)
        )
        return self if is_same else type(self)(spoken)

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The newest of each framework, ours first."""
        return tuple(self._frameworks.values())

    @property
    def rubrics(self) -> tuple[Rubric, ...]:
        """The newest of each rubric, ours first."""
        return tuple(self._rubrics.values())

    def framework(self, framework_id: str, source_hash: str | None = None) -> Framework | None:
        """The newest framework with this id, or the one from the file with this hash."""
        if source_hash is None:
            return self._frameworks.get(framework_id)
        for _known, package in self._packages:
            found = package.framework
            if found and found.id == framework_id and found.source_hash == source_hash:
                return found
        return None

    def rubric(self, rubric_id: str, source_hash: str | None = None) -> Rubric | None:
        """The newest rubric with this id, or the one from the file with this hash."""
        if source_hash is None:
            return self._rubrics.get(rubric_id)
        for _known, package in self._packages:
            for found in package.rubrics:
                if found.id == rubric_id and found.source_hash == source_hash:
                    return found
        return None

    def versions(self, document_id: str) -> tuple[str, ...]:
        """Hashes of the files at hand with this framework or rubric, in the order they came."""
        found: dict[str, None] = {}
        for source_hash, package in self._packages:
            ids = {package.framework.id} if package.framework else set()
            if document_id in ids | {rubric.id for rubric in package.rubrics}:
                found[source_hash] = None
        return tuple(found)

    def package(self, source_hash: str, document_id: str) -> CasePackage | None:
        """The package of one file that holds this framework or rubric, to be written again."""
        for known, package in self._packages:
            ids = {package.framework.id} if package.framework else set()
            if known == source_hash and document_id in ids | {one.id for one in package.rubrics}:
                return package
        return None

    def competency(self, ref: str) -> Competency | None:
        """The competency that "<framework_id>/<item_id>" means, in any version at hand."""
        framework_id, item_id = split_ref(ref)
        current = self._frameworks.get(framework_id)
        if current is None or item_id in current.by_id:
            return current.by_id[item_id] if current else None
        # A work keeps the tag it was given, even when a newer framework dropped the item.
        for _known, package in reversed(self._packages):
            older = package.framework
            if older and older.id == framework_id and item_id in older.by_id:
                return older.by_id[item_id]
        return None

    def rubrics_for(self, refs: Iterable[str], band: str | None = None) -> tuple[Rubric, ...]:
        """Every rubric, the fitting ones first, for a work tagged with these competencies.

        First rubrics whose criteria show them, the more the earlier; then those that show others of
        the same framework; then general ones, tied to no framework; then the rest. Within that,
        rubrics worded for `band` first; then in catalogue order. `refs` may be empty.
        """
        wanted = {split_ref(ref) for ref in refs} - {("", "")}

        def order(rubric: Rubric) -> tuple[int, int, bool]:
            shown = sum(_shows(rubric, framework_id, item_id) for framework_id, item_id in wanted)
            return self._distance(rubric, wanted, shown), -shown, _is_for_others(rubric, band)

        return tuple(sorted(self._rubrics.values(), key=order))

    def search(self, text: str, band: str | None = None) -> tuple[Competency, ...]:
        """Competencies by plain words, those in the band's own wording first.

        Words may be unfinished and without accents; every one must occur. See `SearchIndex.find`.
        """
        return self.make_ready().find(text, band)

    def make_ready(self) -> SearchIndex:
        """Make the index of words now: for ten thousand competencies it takes a moment that the
        first letter typed should not wait for. Any thread may call it; a second time is free.
        """
        if self._index is None:
            self._index = SearchIndex(
                competency
                for framework in self._frameworks.values()
                for competency in framework.competencies
            )
        return self._index

    def _distance(self, rubric: Rubric, wanted: set[tuple[str, str]], shown: int) -> int:
        if shown:
            return 0
        if not rubric.competency_ids:
            return 2
        for framework_id in {framework_id for framework_id, _item_id in wanted}:
            framework = self._frameworks.get(framework_id)
            meant = rubric.framework_id in (None, framework_id)
            if framework and meant and not rubric.competency_ids.isdisjoint(framework.by_id):
                return 1
        return 3


def _moment(changed_at: str) -> float:
    """Seconds since 1970 of an RFC 3339 time, or of the like; 0 for what is none."""
    try:
        found = datetime.fromisoformat(changed_at)
    except ValueError:
        return 0.0
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def _shows(rubric: Rubric, framework_id: str, item_id: str) -> bool:
    """A rubric in a file of its own names items only; one beside a framework means that one."""
    return item_id in rubric.competency_ids and rubric.framework_id in (None, framework_id)


def _is_for_others(rubric: Rubric, band: str | None) -> bool:
    return band is not None and bool(rubric.bands) and band not in rubric.bands


@cache  # they come with the program and are asked for at each unlocking and each start
def _bundled() -> tuple[tuple[str, CasePackage], ...]:
    return tuple(_read_bundled())


def _read_bundled() -> Iterator[tuple[str, CasePackage]]:
    room = files("rubrics")
    for folder, name in _BUNDLED:
        words = room.joinpath("words", folder, name)
        said = json.loads(words.read_bytes()) if words.is_file() else {}
        for source_hash, package in _read([room.joinpath(folder, name).read_bytes()]):
            yield source_hash, package_worded(package, said)


def _read(documents: Iterable[bytes]) -> Iterator[tuple[str, CasePackage]]:
    for raw in documents:
        source_hash = hashlib.sha256(raw).hexdigest()
        for package in read_packages(raw):
            yield source_hash, package
