"""CFAssociations as they stand in the file; what they mean for the tree is `tree`'s affair.

Nearly all of a large file are plain links from a child to its parent, both in it: those are taken
without making an object of each.
"""

from dataclasses import dataclass, field, replace

from rubrics.case import fields
from rubrics.case.fields import Row
from rubrics.case.items import Items
from rubrics.case.package import Document
from rubrics.framework import Association, NodeLink
from rubrics.limits import ADDRESS_CHARACTERS_MAX, ASSOCIATION_COUNT_MAX
from rubrics.report import Notes

CHILD_OF = "isChildOf"
KINDS = (
    *(CHILD_OF, "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo"),
    *("replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"),
)
"""Every kind of CASE 1.1; others are named "ext:" and a word."""

_BY_PLAIN_NAME = {kind.casefold(): kind for kind in KINDS}
_READ = frozenset(
    {
        *("originNodeIdentifier", "destinationNodeIdentifier"),
        *("identifier", "uri", "associationType", "sequenceNumber", "originNodeURI"),
        *("destinationNodeURI", "extensions", "CFDocumentURI", "lastChangeDateTime"),
    }
)


@dataclass(slots=True)
class Links:
    """The links of a package: first parents of items (None is the top) with the sequence number
    of the link, and in file order every link that needs a second look.

    `odd_sequences` are numbers, by the id of their link, that CASE has no room for: 1.5, or more
    than 31 bits. They order siblings all the same.
    """

    parents: dict[str, str | None] = field(default_factory=dict)
    sequences: dict[str, float | None] = field(default_factory=dict)
    others: list[Association] = field(default_factory=list)
    odd_sequences: dict[str, float] = field(default_factory=dict)


def links_of(row: Row, items: Items, document: Document, notes: Notes) -> Links:
    """Read the associations of a package in file order, whatever their kind.

    Raises `UnreadableDocument` when there are too many.
    """
    links = Links()
    seen: set[str] = set()
    looked_at: set[str | None] = set()  # their first parent is in a link of the other kind
    plain = 0
    for association_row in fields.rows(row, "CFAssociations", notes, ASSOCIATION_COUNT_MAX):
        association_id = fields.identifier(association_row)
        if association_id in seen:
            notes.left_out("link-twice")
            continue
        if association_id and _takes_plainly(association_row, items, document, links, looked_at):
            seen.add(association_id)
            plain += 1
            continue
        association = _association(association_row, association_id, notes)
        if association is None or association.id in seen:
            if association is not None:
                notes.left_out("link-twice")
            continue
        seen.add(association.id)
        links.others.append(association)
        odd = fields.number(association_row, "sequenceNumber")
        if association.sequence is None and odd is not None:
            links.odd_sequences[association.id] = odd
        if association.kind == CHILD_OF:
            looked_at.add(items.find(association.origin))
        notes.took("associations")
        notes.took(f"association:{association.kind}")
    if plain:
        notes.took("associations", plain)
        notes.took(f"association:{CHILD_OF}", plain)
    return links


def _takes_plainly(
    row: Row, items: Items, document: Document, links: Links, looked_at: set[str | None]
) -> bool:
    """Take a link from an item without a parent to another item of the file, or to the top."""
    origin, destination = row.get("originNodeURI"), row.get("destinationNodeURI")
    if row.get("associationType") != CHILD_OF or not row.keys() <= _READ:
        return False
    if not isinstance(origin, dict) or not isinstance(destination, dict):
        return False
    child, parent = origin.get("identifier"), destination.get("identifier")
    if not isinstance(child, str) or not isinstance(parent, str) or child == parent:
        return False
    if child not in items.rows or child in links.parents or child in looked_at:
        return False
    if parent in items.rows:
        links.parents[child] = parent
    elif parent == document.id:
        links.parents[child] = None
    else:
        return False
    sequence = row.get("sequenceNumber")
    links.sequences[child] = (
        sequence if type(sequence) is int else fields.number(row, "sequenceNumber")
    )
    return True


def _association(row: Row, association_id: str, notes: Notes) -> Association | None:
    ours = fields.extensions(row)
    origin = _end(row, ours, "origin", notes)
    destination = _end(row, ours, "destination", notes)
    kind = fields.label(ours, "associationType", notes) or _kind(
        fields.label(row, "associationType", notes)
    )
    if origin is None or destination is None or not kind:
        notes.left_out("link-loose", kind)
        return None
    sequence = fields.whole(row, "sequenceNumber")
    if not association_id:
        association_id = fields.made_identifier(
            "association", kind, origin.id, destination.id, str(sequence)
        )
        notes.mended("link-unnamed")
    notes.unread("CFAssociation", sorted(row.keys() - _READ))
    return Association(
        id=association_id,
        kind=kind,
        origin=origin,
        destination=destination,
        sequence=sequence,
        uri=fields.address(row, "uri", notes),
    )


def _end(row: Row, ours: Row, name: str, notes: Notes) -> NodeLink | None:
    """One end of a link, with the address that CASE could not take where our writer kept it."""
    found = fields.link(row.get(f"{name}NodeURI"), notes)
    # Drafts of CASE 1.0 gave the identifier beside the address.
    named = fields.link(row.get(f"{name}NodeIdentifier"), notes)
    if named is not None and not isinstance(row.get(f"{name}NodeURI"), dict):
        found = replace(named, uri=found.uri if found else "")
    before = fields.text(ours, f"{name}Uri", notes, ADDRESS_CHARACTERS_MAX)
    return replace(found, uri=before) if found and before else found


def _kind(written: str) -> str:
    """The type as written, except that drafts of CASE 1.0 wrote "Is Child Of" with spaces."""
    plain = "".join(letter for letter in written if letter.isalnum()).casefold()
    return _BY_PLAIN_NAME.get(plain, written)
