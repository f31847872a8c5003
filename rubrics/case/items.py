"""CFItems to competencies, not yet placed in a tree.

Each item gets an identity and a statement here; who stands under whom is `tree`'s affair.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from rubrics.case import fields
from rubrics.case.fields import Row
from rubrics.case.package import Document
from rubrics.framework import Competency, NodeLink
from rubrics.limits import ITEM_COUNT_MAX
from rubrics.report import Notes

_NO_WORDS = "…"
_LABELS = (("CFItemType", "kind"), ("language", "language"))
# What is read, and what only says again where an item stands.
_READ = frozenset(
    {
        *("identifier", "uri", "fullStatement", "humanCodingScheme", "abbreviatedStatement"),
        *("listEnumeration", "CFItemType", "language", "educationLevel", "educationalLevel"),
        *("conceptKeywords", "notes", "extensions", "CFDocumentURI", "lastChangeDateTime"),
    }
)
_READ_EXTENSIONS = frozenset(
    {"childWording", "childPictures", "translations", "originalIdentifier", "originalUri"}
)


@dataclass(slots=True)
class Draft:
    """An item that has no place yet: what a `Competency` will say, under the names of its fields.

    Beside the words stand what its place among siblings depends on.
    """

    id: str
    statement: str
    code: str
    enumeration: str
    words: dict[str, Any]

    def placed(self, parent_id: str | None, position: int, depth: int) -> Competency:
        """The competency at its place."""
        return Competency(
            id=self.id,
            statement=self.statement,
            code=self.code,
            enumeration=self.enumeration,
            parent_id=parent_id,
            position=position,
            depth=depth,
            **self.words,
        )

    @property
    def name(self) -> str:
        """What a report calls it."""
        return self.code or self.statement


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one package by id, in file order, and by address.

    `unnamed` counts those without an identifier by what they say.
    """

    rows: dict[str, Draft]
    ids_by_uri: dict[str, str]
    unnamed: Counter[tuple[str, str]]

    def find(self, target: NodeLink) -> str | None:
        """The id of the item that a link means: by identifier first, then by address."""
        if target.id in self.rows:
            return target.id
        return self.ids_by_uri.get(target.uri)


def items_of(row: Row, document: Document, notes: Notes) -> Items:
    """Read the items of a package. Raises `UnreadableDocument` when there are too many."""
    items = Items({}, {}, Counter())
    for item_row in fields.rows(row, "CFItems", notes, ITEM_COUNT_MAX):
        draft = _draft(item_row, document, items, notes)
        if draft.id in items.rows:
            notes.left_out("item-twice", draft.statement)
            continue
        items.rows[draft.id] = draft
        if uri := draft.words.get("uri"):
            items.ids_by_uri.setdefault(uri, draft.id)
        if not item_row.keys() <= _READ:
            notes.unread("CFItem", sorted(item_row.keys() - _READ))
    if items.rows:
        notes.took("items", len(items.rows))
    return items


def _draft(row: Row, document: Document, items: Items, notes: Notes) -> Draft:
    code = fields.label(row, "humanCodingScheme", notes)
    short = ""
    if "abbreviatedStatement" in row:
        short = fields.label(row, "abbreviatedStatement", notes)
    statement = fields.text(row, "fullStatement", notes)
    if not statement or statement.isspace():
        statement = short or fields.label(row, "alternativeLabel", notes) or code or _NO_WORDS
        notes.mended("item-without-statement", statement)
    item_id = _own_id(row, document, notes) or _made_id(document, code, statement, items, notes)
    words: dict[str, Any] = {"framework_id": document.id, "short_statement": short}
    for key, name in _LABELS:
        if key in row:
            words[name] = fields.label(row, key, notes)
    if "conceptKeywords" in row:
        words["keywords"] = fields.labels(row, "conceptKeywords", notes=notes)
    if "notes" in row:
        words["notes"] = fields.text(row, "notes", notes)
    # Drafts of CASE 1.0 said educationalLevel, and some files still do.
    words["education_levels"] = fields.labels(
        row, "educationLevel", "educationalLevel", notes=notes
    )
    words["uri"] = fields.address(row, "uri", notes)
    if "extensions" in row:
        ours = fields.extensions(row)
        words["child_wording"] = fields.wording(ours, "childWording", notes)
        words["child_pictures"] = fields.wording(ours, "childPictures", notes)
        words["translations"] = fields.translations(ours, notes)
        if strange := ours.keys() - _READ_EXTENSIONS:
            notes.unread("CFItem.extensions", sorted(strange))
    enumeration = ""
    if "listEnumeration" in row:
        enumeration = fields.label(row, "listEnumeration", notes)
    return Draft(item_id, statement, code, enumeration, words)


def _own_id(row: Row, document: Document, notes: Notes) -> str:
    found = fields.identifier(row)
    if found != document.id:
        return found
    # A link to this id would mean two things; the document, parent of all, keeps it.
    notes.mended("item-as-document")
    return ""


def _made_id(document: Document, code: str, statement: str, items: Items, notes: Notes) -> str:
    notes.mended("item-unnamed", statement)
    # Two items may say the same; the second one is told apart by how many came before it.
    said = (code, statement)
    items.unnamed[said] += 1
    return fields.made_identifier("item", document.id, *said, str(items.unnamed[said]))
