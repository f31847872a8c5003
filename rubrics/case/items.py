"""CFItems to competencies, not yet placed in a tree.

Each item gets an identity and a statement here; who stands under whom is `tree`'s affair.
"""

from collections import Counter
from dataclasses import dataclass

from rubrics.case import fields
from rubrics.case.fields import Row
from rubrics.case.package import Document
from rubrics.framework import Competency, NodeLink
from rubrics.limits import ITEM_COUNT_MAX
from rubrics.report import Notes

_NO_WORDS = "…"


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one package by id, in file order, and by address.

    `unnamed` counts those without an identifier by what they say.
    """

    rows: dict[str, Competency]
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
        competency = _competency(item_row, document, items, notes)
        if competency.id in items.rows:
            notes.left_out(
                "Items with an identifier that another item has were left out",
                competency.statement,
            )
            continue
        items.rows[competency.id] = competency
        if competency.uri:
            items.ids_by_uri.setdefault(competency.uri, competency.id)
        notes.took("items")
    return items


def _competency(row: Row, document: Document, items: Items, notes: Notes) -> Competency:
    code = fields.label(row, "humanCodingScheme", notes)
    short = fields.label(row, "abbreviatedStatement", notes)
    statement = fields.text(row, "fullStatement", notes)
    if not statement.strip():
        statement = short or fields.label(row, "alternativeLabel", notes) or code or _NO_WORDS
        notes.mended("Items without a statement show their short name or code", statement)
    return Competency(
        id=_own_id(row, document, notes) or _made_id(document, code, statement, items, notes),
        statement=statement,
        code=code,
        child_wording=fields.wording(row, "childWording", notes),
        kind=fields.label(row, "CFItemType", notes),
        framework_id=document.id,
        short_statement=short,
        enumeration=fields.label(row, "listEnumeration", notes),
        language=fields.label(row, "language", notes),
        # Drafts of CASE 1.0 said educationalLevel, and some files still do.
        education_levels=fields.labels(row, "educationLevel", "educationalLevel", notes=notes),
        keywords=fields.labels(row, "conceptKeywords", notes=notes),
        notes=fields.text(row, "notes", notes),
        uri=fields.address(row, "uri", notes),
    )


def _own_id(row: Row, document: Document, notes: Notes) -> str:
    found = fields.identifier(row)
    if found != document.id:
        return found
    # A link to this id would mean two things; the document, parent of all, keeps it.
    notes.mended("Items with the identifier of their document were treated as having none")
    return ""


def _made_id(document: Document, code: str, statement: str, items: Items, notes: Notes) -> str:
    notes.mended("Items without an identifier were given one made from their words", statement)
    # Two items may say the same; the second one is told apart by how many came before it.
    said = (code, statement)
    items.unnamed[said] += 1
    return fields.made_identifier("item", document.id, *said, str(items.unnamed[said]))
