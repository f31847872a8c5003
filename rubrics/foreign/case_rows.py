"""CASE objects as the readers of other formats make them: only what is known, ids never missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.errors import UnreadableDocument
from rubrics.limits import (
    ASSOCIATION_COUNT_MAX,
    CRITERION_COUNT_MAX,
    CRITERION_TOTAL_MAX,
    ITEM_COUNT_MAX,
    LEVEL_COUNT_MAX,
    LEVEL_TOTAL_MAX,
)


@dataclass(slots=True)
class Draft:
    """A package in the making: the head, items in order, links, and rubrics."""

    document: Row
    items: list[Json] = field(default_factory=list)
    links: list[Json] = field(default_factory=list)
    rubrics: list[Json] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the document, parent of the items at the top."""
        return str(self.document["identifier"])

    def add_item(self, identifier: str, **values: Json) -> None:
        """One more item. Raises `UnreadableDocument` at the limit."""
        refuse_over(len(self.items) + 1, ITEM_COUNT_MAX, "too-many-items")
        self.items.append(known({"identifier": identifier}, **values))

    def put_under(self, child: str, parent: str | None, sequence: int | None = None) -> None:
        """The link from an item to its parent; None is the top."""
        self.link("isChildOf", child, parent or self.id, sequence)

    def link(self, kind: str, origin: str, target: str, sequence: int | None = None) -> None:
        """A link between two ids, of which either may lie elsewhere.

        Raises `UnreadableDocument` at the limit.
        """
        refuse_over(len(self.links) + 1, ASSOCIATION_COUNT_MAX, "too-many-associations")
        self.links.append(
            known(
                {
                    "identifier": made_identifier("association", kind, self.id, origin, target),
                    "associationType": kind,
                    "originNodeURI": {"identifier": origin, "title": origin},
                    "destinationNodeURI": {"identifier": target, "title": target},
                },
                sequenceNumber=sequence,
            )
        )

    def row(self) -> Row:
        """The whole as a CFPackage."""
        parts: Row = {"CFDocument": self.document}
        if self.items or not self.rubrics:
            parts |= {"CFItems": self.items, "CFAssociations": self.links}
        if self.rubrics:
            parts["CFRubrics"] = self.rubrics
        return parts


@dataclass(slots=True)
class Room:
    """Counts criteria and levels while they are made: a small file may ask for millions."""

    criteria: int = 0
    levels: int = 0

    def take(self, criteria_here: int, levels: int) -> None:
        """One more criterion, `criteria_here` in its rubric. Raises `UnreadableDocument`."""
        self.criteria += 1
        self.levels += levels
        refuse_over(criteria_here, CRITERION_COUNT_MAX, "too-many-in-rubric")
        refuse_over(levels, LEVEL_COUNT_MAX, "too-many-in-criterion")
        refuse_over(self.criteria, CRITERION_TOTAL_MAX, "too-many-criteria")
        refuse_over(self.levels, LEVEL_TOTAL_MAX, "too-many-levels")


def refuse_over(count: int, limit: int, code: str) -> None:
    """Raise `UnreadableDocument` when there are more than fit; `code` says of what."""
    if count > limit:
        raise UnreadableDocument(code, limit=limit)


def document(identifier: str, title: str, **values: Json) -> Row:
    """The head of a package; `licence` is an address or a name."""
    licence = values.pop("licence", None)
    row = known({"identifier": identifier, "title": title}, **values)
    if isinstance(licence, str) and licence:
        row["licenseURI"] = {
            "identifier": made_identifier("licence", licence),
            "title": licence,
            "uri": licence,
        }
    return row


def known(row: Row, **values: Json) -> Row:
    """A row with those values that say something."""
    row.update({key: value for key, value in values.items() if value not in (None, "", [], {})})
    return row


def extensions(translations: Mapping[str, Mapping[str, str]], **values: Json) -> Row:
    """What CASE has no field for."""
    languages: Row = {tag: dict(words) for tag, words in translations.items() if words}
    return known({}, translations=languages, **values)


def numbered(members: Iterable[Json]) -> list[Json]:
    """Rows with their place in the list as position, from 1."""
    return [
        {**member, "position": place}
        for place, member in enumerate(members, start=1)
        if isinstance(member, dict)
    ]
