"""CFItems to competencies, not yet placed in a tree.

Each item gets an identity and a statement here; who stands under whom is `tree`'s affair.
"""

from dataclasses import dataclass

from rubrics.case import fields
from rubrics.case.fields import Row
from rubrics.case.package import Document
from rubrics.errors import UnreadableDocument
from rubrics.framework import Competency, NodeLink
from rubrics.limits import ITEM_COUNT_MAX
from rubrics.report import Notes

_NO_WORDS = "…"


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one package by id, in file order, and by address."""

    rows: dict[str, Competency]
    ids_by_uri: dict[str, str]

    def find(self, target: NodeLink) -> str | None:
        """The id of the item that a link means: by identifier first, then by address."""
        if target.id in self.rows:
            return target.id
        return self.ids_by_uri.get(target.uri)


def items_of(row: Row, document: Document, notes: Notes) -> Items:
    """Read the items of a package. Raises `UnreadableDocument` when there are too many."""
    items = Items({}, {})
    for count, item_row in enumerate(fields.rows(row, "CFItems", notes), start=1):
        if count > ITEM_COUNT_MAX:
            raise UnreadableDocument(
                f"The framework has more than {ITEM_COUNT_MAX} items",
                "CFItems",
                "Export a smaller part of it",
            )
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
        id=fields.identifier(row) or _made_id(document, code, statement, items, notes),
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


def _made_id(document: Document, code: str, statement: str, items: Items, notes: Notes) -> str:
    notes.mended("Items without an identifier were given one made from their words", statement)
    made = fields.made_identifier("item", document.id, code, statement)
    # Two items may say the same; the second one is told apart by how many came before it.
    while made in items.rows:
        made = fields.made_identifier("item", made)
    return made
