"""Which column of a plain table means what: by its heading, or as somebody chose.

Headings are known in the words of CASE, of widespread exports and of everyday English; a choice,
"our name=their heading", goes before all of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rubrics.errors import UnreadableDocument
from rubrics.foreign.table import Table
from rubrics.refusals import CHOICE, at_row
from rubrics.report import Notes

_IN_LANGUAGE = re.compile(r"(.{1,200}?)\s*\[([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4})\]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each meaning stands in a table, by our names for meanings.

    `languages` are the places of the same in other languages: meaning -> language -> place.
    """

    places: Mapping[str, int]
    languages: Mapping[str, Mapping[str, int]]

    def cell(self, row: tuple[str, ...], meaning: str) -> str:
        """What a row says, without white space around it; "" when the table has no such column."""
        place = self.places.get(meaning)
        return "" if place is None else row[place].strip()

    def has(self, meaning: str) -> bool:
        """Whether the table has a column of this meaning."""
        return meaning in self.places

    def translations(
        self, row: tuple[str, ...], texts: Mapping[str, str]
    ) -> dict[str, dict[str, str]]:
        """What a row says in other languages; `texts`: meaning -> what the text is called."""
        found: dict[str, dict[str, str]] = {}
        for meaning, name in texts.items():
            for language, place in self.languages.get(meaning, {}).items():
                if words := row[place].strip():
                    found.setdefault(language, {})[name] = words
        return found

    @property
    def taken(self) -> frozenset[int]:
        """The places of every column that means something."""
        others = (place for places in self.languages.values() for place in places.values())
        return frozenset((*self.places.values(), *others))


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
                "column-unmeant", CHOICE, meaning=meaning[:60], known=", ".join(known)
            )
        if plain(heading) not in by_heading:
            here = ", ".join(one[:40] for one in table.header[:20])
            raise UnreadableDocument("column-missing", at_row(1), heading=heading[:60], known=here)
        places[meaning] = by_heading[plain(heading)]
    for meaning, headings in known.items():
        found = next((by_heading[one] for one in headings if one in by_heading), None)
        if found is not None and found not in places.values():
            places.setdefault(meaning, found)
    return Columns(places, _languages(table, known))


def note_unread(table: Table, columns: Columns, notes: Notes) -> None:
    """Name the columns that hold something and were not understood."""
    taken = columns.taken
    for place, heading in enumerate(table.header):
        if place not in taken and any(row[place].strip() for row in table.rows):
            notes.left_out("column-strange", heading or f"column {place + 1}")


def _languages(table: Table, known: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
    """Headings such as "Statement [nl]": the language stands in brackets of this kind alone."""
    found: dict[str, dict[str, int]] = {}
    for place, heading in enumerate(table.header):
        named = _IN_LANGUAGE.fullmatch(heading)
        if named is None:
            continue
        words, language = plain(named.group(1)), named.group(2)
        meaning = next((one for one, headings in known.items() if words in headings), None)
        if meaning is not None:
            found.setdefault(meaning, {}).setdefault(language, place)
    return found


def plain(heading: str) -> str:
    """A heading as it is compared: small letters and digits alone."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())
