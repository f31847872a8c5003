"""What a competency framework is: a tree of statements, each with an identity that outlives edits.

Only the shape and its rules live here. Reading files belongs to `rubrics.case`, finding one among
many to `rubrics.catalog`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from rubrics.errors import InvalidContent
from rubrics.limits import (
    ASSOCIATION_COUNT_MAX,
    IDENTIFIER_CHARACTERS_MAX,
    ITEM_COUNT_MAX,
    LABEL_CHARACTERS_MAX,
    TEXT_CHARACTERS_MAX,
    TREE_DEPTH_MAX,
)

AGE_BANDS = ("5-7", "8-10", "11-13", "14-18")

Translations = Mapping[str, Mapping[str, str]]
"""Language tag (BCP 47) -> name of a text field -> the text in that language."""

CHILD = "child_"
"""Before an age band: the name, among translations, of what a child of that age reads."""

_NO_WORDS: Mapping[str, str] = {}
_NO_LANGUAGES: Translations = {}

_IDENTIFIER = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._:~-]{{0,{IDENTIFIER_CHARACTERS_MAX - 1}}}")


@dataclass(frozen=True, slots=True)
class Competency:
    """One statement of a framework (CASE 1.1 CFItem).

    `statement` is kept as it was written: Markdown, LaTeX and line breaks are text. `child_wording`
    maps an age band to the same idea in a child's words, `child_pictures` to a picture of it: its
    name among our icons, or "sha256:" and the hash of a file. `translations` maps a language to
    "statement", "short_statement" and "notes" in it, and to the child's words as "child_5-7" and so
    on. `parent_id` is None at the top; `position` counts from 0 among its siblings; `depth` is 0 at
    the top.
    """

    id: str
    statement: str
    code: str = ""
    # One empty map for all: ten thousand of them would cost the collector of memory dearly.
    child_wording: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS, hash=False)
    parent_id: str | None = None
    position: int = 0
    kind: str = ""
    depth: int = 0
    framework_id: str = ""
    short_statement: str = ""
    enumeration: str = ""
    language: str = ""
    education_levels: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    notes: str = ""
    uri: str = ""
    child_pictures: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS, hash=False)
    translations: Translations = field(default_factory=lambda: _NO_LANGUAGES, hash=False)

    def __post_init__(self) -> None:
        # Ten thousand are made at once: nothing is put into words before it is needed.
        if _IDENTIFIER.fullmatch(self.id) is None:
            check_identifier(self.id, "competency")
        if len(self.statement) > TEXT_CHARACTERS_MAX:
            _check_length(self.statement, TEXT_CHARACTERS_MAX, f"the statement of {self.id}")
        if len(self.code) > LABEL_CHARACTERS_MAX:
            _check_length(self.code, LABEL_CHARACTERS_MAX, f"the code of {self.id}")
        if not self.statement:
            raise InvalidContent(f"Competency {self.id} has no statement; give it one.")

    @property
    def ref(self) -> str:
        """The reference that records keep: "<framework_id>/<item_id>"."""
        return f"{self.framework_id}/{self.id}"

    def wording(self, band: str | None = None) -> str:
        """The words to show: the band's own, or the short statement, or the statement."""
        own = self.child_wording.get(band, "") if band else ""
        return own or self.short_statement or self.statement

    def picture(self, band: str | None = None) -> str:
        """The picture for a band, or "" when there is none."""
        return self.child_pictures.get(band, "") if band else ""


@dataclass(frozen=True, slots=True)
class NodeLink:
    """A pointer to something named elsewhere or here (CASE LinkURI and LinkGenURI)."""

    id: str
    uri: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """A link that is not the tree: other kinds, second parents, links out of the framework.

    `kind` is the CASE associationType as written, known or not. For isChildOf the child is
    `origin` and the parent `destination`.
    """

    id: str
    kind: str
    origin: NodeLink
    destination: NodeLink
    sequence: int | None = None
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Framework:
    """A competency framework (CASE 1.1 CFDocument with its CFItems).

    `competencies` stand in reading order: each parent before its children, siblings by position.
    `source_hash` is the SHA-256, in hex, of the file it came from: with `id` it names one
    published version. `translations` maps a language to "title" and "description" in it. Raises
    `InvalidContent` when the tree does not hold together.
    """

    id: str
    title: str
    creator: str = ""
    language: str = ""
    licence: str = ""
    version: str = ""
    competencies: tuple[Competency, ...] = ()
    associations: tuple[Association, ...] = ()
    description: str = ""
    source_hash: str = ""
    translations: Translations = field(default_factory=lambda: _NO_LANGUAGES, hash=False)
    _by_id: dict[str, Competency] = field(init=False, repr=False, compare=False)
    _children: dict[str | None, tuple[Competency, ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        check_identifier(self.id, "framework")
        _check_length(self.title, LABEL_CHARACTERS_MAX, f"the title of framework {self.id}")
        _check_count(len(self.competencies), ITEM_COUNT_MAX, "competencies", self.id)
        _check_count(len(self.associations), ASSOCIATION_COUNT_MAX, "associations", self.id)
        object.__setattr__(self, "_by_id", self._indexed())
        children: dict[str | None, list[Competency]] = {}
        for competency in self.competencies:
            children.setdefault(competency.parent_id, []).append(competency)
        ordered = {
            parent: tuple(sorted(siblings, key=lambda one: one.position))
            for parent, siblings in children.items()
        }
        object.__setattr__(self, "_children", ordered)

    @property
    def by_id(self) -> Mapping[str, Competency]:
        """Every competency by its item id."""
        return MappingProxyType(self._by_id)

    def children(self, parent_id: str | None = None) -> tuple[Competency, ...]:
        """The competencies directly under one, or those at the top, in their order."""
        return self._children.get(parent_id, ())

    def reworded(
        self, wording: Mapping[str, Mapping[str, str]], pictures: Mapping[str, Mapping[str, str]]
    ) -> "Framework":
        """The same framework with other child wording and pictures: item id -> band -> words.

        Items that a map does not name keep theirs. The hash goes: it is another version.
        """
        changed = (
            replace(
                one,
                child_wording=dict(wording.get(one.id, one.child_wording)),
                child_pictures=dict(pictures.get(one.id, one.child_pictures)),
            )
            for one in self.competencies
        )
        return replace(self, competencies=tuple(changed), source_hash="")

    def _indexed(self) -> dict[str, Competency]:
        seen: dict[str, Competency] = {}
        for competency in self.competencies:
            if competency.id in seen:
                raise InvalidContent(
                    f"Framework {self.id} holds competency {competency.id} twice; keep one."
                )
            if competency.parent_id is not None and competency.parent_id not in seen:
                raise InvalidContent(
                    f"In framework {self.id} competency {competency.id} does not stand after "
                    f"its parent {competency.parent_id}; put parents first."
                )
            if competency.depth >= TREE_DEPTH_MAX:
                raise InvalidContent(
                    f"In framework {self.id} competency {competency.id} lies deeper than "
                    f"{TREE_DEPTH_MAX} levels; make the tree flatter."
                )
            seen[competency.id] = competency
        return seen


def is_identifier(text: str) -> bool:
    """Whether a text can be an id: it fits into a reference and into a file name."""
    return _IDENTIFIER.fullmatch(text) is not None


def check_identifier(identifier: str, what: str) -> None:
    """Raise `InvalidContent` unless a text can be the id of something."""
    if not is_identifier(identifier):
        raise InvalidContent(
            f"The id of a {what} must be 1 to {IDENTIFIER_CHARACTERS_MAX} letters, digits or "
            f"any of ._:~- beginning with a letter or digit; "
            f"{identifier[:IDENTIFIER_CHARACTERS_MAX]!r} is not."
        )


def split_ref(ref: str) -> tuple[str, str]:
    """Framework id and item id of a reference; both empty when it is not one."""
    framework_id, slash, item_id = ref.partition("/")
    if not slash or not is_identifier(framework_id) or not is_identifier(item_id):
        return "", ""
    return framework_id, item_id


def _check_length(text: str, limit: int, what: str) -> None:
    if len(text) > limit:
        raise InvalidContent(f"There are {len(text)} characters in {what}; {limit} fit.")


def _check_count(count: int, limit: int, what: str, framework_id: str) -> None:
    if count > limit:
        raise InvalidContent(f"Framework {framework_id} holds {count} {what}; {limit} fit.")
