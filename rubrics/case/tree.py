"""Places competencies in a tree from isChildOf associations: child is origin, parent destination.

Source: CASE 1.1, CFAssociation. Files hold children without parents, with two, above themselves
and in circles; the result is always one tree, in reading order, with what was changed noted. No
step recurses, so depth cannot exhaust the stack.
"""

import re
from dataclasses import dataclass, field

from rubrics.case.associations import CHILD_OF, Links
from rubrics.case.items import Items
from rubrics.case.package import Document
from rubrics.framework import Association, Competency
from rubrics.limits import TREE_DEPTH_MAX
from rubrics.report import Notes

_DIGITS = "0123456789"

_SortKey = tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class _Places:
    """For each item id, its parent (None is the top) and the sequence number of that link."""

    parents: dict[str, str | None] = field(default_factory=dict)
    sequences: dict[str, float | None] = field(default_factory=dict)
    kept: list[Association] = field(default_factory=list)


def placed(
    items: Items, document: Document, links: Links, notes: Notes
) -> tuple[tuple[Competency, ...], tuple[Association, ...]]:
    """Competencies in reading order with parent, position and depth; and the links that are left.

    Siblings are ordered by sequenceNumber, then listEnumeration, then code, then place in the file.
    """
    places = _Places(links.parents, links.sequences)
    for association in links.others:
        if association.kind == CHILD_OF:
            sequence = links.odd_sequences.get(association.id, association.sequence)
            _place(association, sequence, items, document, places, notes)
        else:
            places.kept.append(association)
    for item_id, draft in items.rows.items():
        if item_id not in places.parents:
            places.parents[item_id] = None
            notes.mended("item-without-parent", draft.name)
    _break_circles(items, places, notes)
    children = _children_in_order(items, places)
    return tuple(_in_reading_order(items, children, notes)), tuple(places.kept)


def _place(
    link: Association,
    sequence: float | None,
    items: Items,
    document: Document,
    places: _Places,
    notes: Notes,
) -> None:
    child = items.find(link.origin)
    to_document = link.destination.id == document.id
    parent = None if to_document else items.find(link.destination)
    if parent is None and document.uri:
        to_document = to_document or link.destination.uri == document.uri
    if child is None or (parent is None and not to_document):
        places.kept.append(link)
        notes.mended(
            "parent-outside",
            link.destination.title or link.destination.id,
        )
    elif child == parent:
        notes.left_out("item-own-parent", items.rows[child].name)
    elif child not in places.parents:
        places.parents[child] = parent
        places.sequences[child] = sequence
    elif places.parents[child] == parent:
        notes.left_out("parent-twice", items.rows[child].name)
    else:
        places.kept.append(link)
        notes.mended(
            "item-several-parents",
            items.rows[child].name,
        )


def _break_circles(items: Items, places: _Places, notes: Notes) -> None:
    """Set free the item of each circle that a walk in file order meets again first."""
    settled: set[str] = set()
    for start in items.rows:
        path: set[str] = set()
        current: str | None = start
        while current is not None and current not in settled and current not in path:
            path.add(current)
            current = places.parents[current]
        if current is not None and current in path:
            places.parents[current] = None
            notes.mended(
                "item-circle",
                items.rows[current].name,
            )
        settled |= path


def _children_in_order(items: Items, places: _Places) -> dict[str | None, list[str]]:
    children: dict[str | None, list[str]] = {}
    for item_id in items.rows:
        children.setdefault(places.parents[item_id], []).append(item_id)

    def order(item_id: str) -> tuple[bool, float, _SortKey, _SortKey]:
        sequence = places.sequences.get(item_id)
        draft = items.rows[item_id]
        return (
            sequence is None,
            sequence or 0,
            _natural(draft.enumeration),
            _natural(draft.code),
        )

    for siblings in children.values():
        numbers = {places.sequences.get(item_id) for item_id in siblings}
        if len(numbers) == len(siblings) and None not in numbers:
            siblings.sort(key=lambda item_id: places.sequences[item_id] or 0)
        else:
            siblings.sort(key=order)  # stable, so that the place in the file decides at last
    return children


def _in_reading_order(
    items: Items, children: dict[str | None, list[str]], notes: Notes
) -> list[Competency]:
    result: list[Competency] = []
    positions: dict[str | None, int] = {}
    waiting: list[tuple[str, tuple[str, ...]]] = [
        (item_id, ()) for item_id in reversed(children.get(None, []))
    ]
    while waiting:
        item_id, ancestors = waiting.pop()
        draft = items.rows[item_id]
        if len(ancestors) >= TREE_DEPTH_MAX:
            ancestors = ancestors[: TREE_DEPTH_MAX - 1]
            notes.mended(
                "item-too-deep",
                draft.name,
                limit=TREE_DEPTH_MAX,
            )
        parent = ancestors[-1] if ancestors else None
        position = positions.get(parent, 0)
        positions[parent] = position + 1
        result.append(draft.placed(parent, position, len(ancestors)))
        if item_id in children:
            below = (*ancestors, item_id)
            waiting.extend((child, below) for child in reversed(children[item_id]))
    return result


def _natural(text: str) -> _SortKey:
    """A sort key under which 2 comes before 10, and nothing at all comes last."""
    if not text:
        return ((2, 0, ""),)
    return tuple(
        (0, int(part), "") if part[0] in _DIGITS else (1, 0, part.casefold())
        for part in re.findall(r"[0-9]+|[^0-9]+", text)
    )
