"""CFAssociations as they stand in the file; what they mean for the tree is `tree`'s affair."""

from rubrics.case import fields
from rubrics.case.fields import Row
from rubrics.framework import Association
from rubrics.limits import ASSOCIATION_COUNT_MAX
from rubrics.report import Notes

CHILD_OF = "isChildOf"


def associations_of(row: Row, notes: Notes) -> list[Association]:
    """Read the associations of a package in file order, whatever their kind.

    Raises `UnreadableDocument` when there are too many.
    """
    found: list[Association] = []
    seen: set[str] = set()
    for association_row in fields.rows(row, "CFAssociations", notes, ASSOCIATION_COUNT_MAX):
        association = _association(association_row, notes)
        if association is None:
            continue
        if association.id in seen:
            notes.left_out("Associations with an identifier that another has were left out")
            continue
        seen.add(association.id)
        found.append(association)
        notes.took("associations")
        notes.took(f"association:{association.kind}")
    return found


def _association(row: Row, notes: Notes) -> Association | None:
    origin = fields.link(row.get("originNodeURI"), notes)
    destination = fields.link(row.get("destinationNodeURI"), notes)
    kind = _kind(fields.label(row, "associationType", notes))
    if origin is None or destination is None or not kind:
        notes.left_out("Associations without a type or without two ends were left out", kind)
        return None
    sequence = fields.whole(row, "sequenceNumber")
    association_id = fields.identifier(row)
    if not association_id:
        association_id = fields.made_identifier(
            "association", kind, origin.id, destination.id, str(sequence)
        )
        notes.mended("Associations without an identifier were given one made from their ends")
    return Association(
        id=association_id,
        kind=kind,
        origin=origin,
        destination=destination,
        sequence=sequence,
        uri=fields.address(row, "uri", notes),
    )


def _kind(written: str) -> str:
    """The type as written, except that drafts of CASE 1.0 wrote "Is Child Of" with spaces."""
    plain = "".join(written.split()).casefold()
    return CHILD_OF if plain == CHILD_OF.casefold() else written
