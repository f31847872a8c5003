"""Which column of a plain table means what: by its heading, or as somebody chose.

Headings are known in the words of CASE, of widespread exports and of everyday English; a choice,
"our name=their heading", goes before all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rubrics.errors import UnreadableDocument
from rubrics.foreign.table import Table
from rubrics.report import Notes


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each meaning stands in a table, by our names for meanings."""

    places: Mapping[str, int]

    def cell(self, row: tuple[str, ...], meaning: str) -> str:
        """What a row says, without white space around it; "" when the table has no such column."""
        place = self.places.get(meaning)
        return "" if place is None else row[place].strip()

    def has(self, meaning: str) -> bool:
        """Whether the table has a column of this meaning."""
        return meaning in self.places


def columns_of(
    table: Table, known: Mapping[str, tuple[str, ...]], chosen: Mapping[str, str]
) -> Columns:
    """Find the columns of a table; `known` maps a meaning to headings, plain and small.

    Raises `UnreadableDocument` for a choice that means nothing or a heading that is not there.
    """
    by_heading: dict[str, int] = {}
    for place, heading in enumerate(table.header):
        by_heading.setdefault(plain(heading), place)
    places: dict[str, int] = {}
    for meaning, heading in chosen.items():
        if meaning not in known:
            raise UnreadableDocument(
                f"There is no meaning {meaning[:60]!r} for a column",
                "choice of columns",
                f"Use one of {', '.join(known)}",
            )
        if plain(heading) not in by_heading:
            raise UnreadableDocument(
                f"The table has no column {heading[:60]!r}",
                "row 1",
                f"It has {', '.join(one[:40] for one in table.header[:20])}",
            )
        places[meaning] = by_heading[plain(heading)]
    for meaning, headings in known.items():
        found = next((by_heading[one] for one in headings if one in by_heading), None)
        if found is not None and found not in places.values():
            places.setdefault(meaning, found)
    return Columns(places)


def note_unread(table: Table, columns: Columns, notes: Notes) -> None:
    """Name the columns that hold something and were not understood."""
    taken = set(columns.places.values())
    for place, heading in enumerate(table.header):
        if place not in taken and any(row[place].strip() for row in table.rows):
            notes.left_out("column-strange", heading or f"column {place + 1}")


def plain(heading: str) -> str:
    """A heading as it is compared: small letters and digits alone."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())
