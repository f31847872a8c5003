"""DigComp, the European digital competence framework: JSON-LD, and tables of its translations.

Source: DigComp 3.0 data supplement (JRC, 2025), nodes CompetenceArea, Competence,
CompetenceStatement, LearningOutcome, ProficiencyLevel, Glossary. Tables name the same things in
dotted keys, such as digcomp.competence.1.1.label; both give the same ids, in every language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.foreign.case_rows import Draft, document, extensions
from rubrics.foreign.columns import columns_of
from rubrics.foreign.table import Table
from rubrics.report import Notes

_TITLE = "DigComp"
_PUBLISHER = "European Commission, Joint Research Centre"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_KINDS = {
    "CompetenceArea": "Competence area",
    "Competence": "Competence",
    "CompetenceStatement": "Competence statement",
    "LearningOutcome": "Learning outcome",
}
_KEY_KINDS = {
    "area": "CompetenceArea",
    "competence": "Competence",
    "statement": "CompetenceStatement",
    "outcome": "LearningOutcome",
}
_KEY = re.compile(
    r"digcomp\.(area|competence|statement|outcome)\.([A-Z]{0,2}[0-9]+(?:\.[0-9]+)*)"
    r"(?:\.(label|description))?"
)
_NUMBER = re.compile(r"[A-Z]{0,2}([0-9]+)(?:\.([0-9]+))?")
_DUTCH = {"naam": "name", "omschrijving": "description"}
_IN_LANGUAGE = re.compile(r"(name|description)_([a-z]{2,3}(?:_[A-Za-z]{2,4})?)")
_LANGUAGE_OF_FILE = re.compile(r"(?:^|[-_./ ])([a-z]{2})(?:\.[A-Za-z]+)*$")
_COLUMNS = {"key": ("location", "key", "id"), "source": ("source",), "target": ("target",)}
_READ = frozenset(
    {
        *("@type", "@id", "name", "description", "competence_area_id", "competence_id"),
        *("four_levels_proficiency_name", "ai_label", "type", *_DUTCH),
    }
)


@dataclass(slots=True)
class _Words:
    """A text in the language of the file and in others."""

    name: str
    description: str
    others: dict[str, dict[str, str]]


def is_digcomp(nodes: list[Row]) -> bool:
    """Whether nodes of JSON-LD are those of DigComp."""
    kinds = {node.get("@type") for node in nodes if isinstance(node.get("@type"), str)}
    return "CompetenceArea" in kinds or {"Competence", "LearningOutcome"} <= kinds


def package_of_digcomp(nodes: list[Row], notes: Notes) -> Row:
    """The framework as a CASE package."""
    draft = _draft("en")
    here = {f"{node.get('@id')}" for node in nodes}
    for node in nodes:
        kind, address = f"{node.get('@type')}", f"{node.get('@id')}"
        if kind not in _KINDS:
            notes.left_out("nodes-strange", address.partition("/")[2], kind=kind[:60])
            continue
        words = _words(node)
        number = address.rpartition("/")[2]
        parent = next(
            (
                found
                for key in ("competence_id", "competence_area_id")
                if isinstance(found := node.get(key), str) and found and found != address
            ),
            None,
        )
        if parent is not None and parent not in here:
            notes.mended("item-parent-missing", address)
            parent = None
        _add(draft, kind, number, address, words, parent, _more(node))
        strange = {key for key in node if key not in _READ and not _IN_LANGUAGE.fullmatch(key)}
        for key in sorted(strange):
            notes.left_out("fields-strange", key)
    return draft.row()


def is_digcomp_table(table: Table) -> bool:
    """Whether a table holds the texts of DigComp under its dotted keys."""
    columns = columns_of(table, _COLUMNS, {})
    keys = [columns.cell(row, "key") for row in table.rows]
    return sum(_KEY.fullmatch(key) is not None for key in keys) * 2 > len(keys)


def package_of_digcomp_table(table: Table, name: str, notes: Notes) -> Row:
    """The framework as a CASE package, in the language of the column `target` where it is filled.

    The English of `source` goes beside it. `name` may end in the language, as in nl.csv.
    """
    columns = columns_of(table, _COLUMNS, {})
    found = _LANGUAGE_OF_FILE.search(name)
    language = found.group(1) if found else ""
    texts: dict[str, dict[str, tuple[str, str]]] = {}
    for row in table.rows:
        key = _KEY.fullmatch(columns.cell(row, "key"))
        if key is None:
            notes.left_out("row-strange", row[0])
            continue
        address = f"{_KEY_KINDS[key.group(1)]}/{key.group(2)}"
        field = "name" if key.group(3) == "label" else "description"
        english, translated = columns.cell(row, "source"), columns.cell(row, "target")
        if columns.has("target") and not translated:
            notes.mended("text-untranslated", address)
        texts.setdefault(address, {})[field] = (translated or english, english)
    draft = _draft(language or ("" if columns.has("target") else "en"))
    for address, said in texts.items():
        kind, _slash, number = address.partition("/")
        name_pair, text_pair = said.get("name", ("", "")), said.get("description", ("", ""))
        others = _english(name_pair, text_pair) if columns.has("target") else {}
        words = _Words(name_pair[0], text_pair[0], others)
        _add(draft, kind, number, address, words, _parent_by_number(kind, number, texts), {})
    return draft.row()


def _draft(language: str) -> Draft:
    return Draft(
        document(
            made_identifier("digcomp", "framework"), _TITLE,
            language=language, creator=_PUBLISHER, publisher=_PUBLISHER, licence=_LICENCE,
        )
    )  # fmt: skip


def _add(
    draft: Draft, kind: str, number: str, address: str, words: _Words, parent: str | None, more: Row
) -> None:
    item_id = made_identifier("digcomp", address)
    draft.add_item(
        item_id,
        fullStatement=words.description or words.name,
        abbreviatedStatement=words.name,
        humanCodingScheme=number,
        CFItemType=_KINDS[kind],
        extensions=extensions(words.others),
        **more,
    )
    draft.put_under(item_id, made_identifier("digcomp", parent) if parent else None)


def _words(node: Row) -> _Words:
    others: dict[str, dict[str, str]] = {}
    for key, value in node.items():
        found = _IN_LANGUAGE.fullmatch(key)
        field, language = found.groups() if found else (_DUTCH.get(key, ""), "nl")
        if field and isinstance(value, str):
            text = "short_statement" if field == "name" else "statement"
            others.setdefault(language.replace("_", "-"), {})[text] = value
    return _Words(_said(node, "name"), _said(node, "description"), others)


def _more(node: Row) -> dict[str, Json]:
    level = _said(node, "four_levels_proficiency_name").rpartition("/")[2]
    keywords: list[Json] = [word for key in ("type", "ai_label") if (word := _said(node, key))]
    return {"educationLevel": [level] if level else [], "conceptKeywords": keywords}


def _said(node: Row, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _english(name: tuple[str, str], text: tuple[str, str]) -> dict[str, dict[str, str]]:
    words = {"short_statement": name[1], "statement": text[1]}
    return {"en": {key: value for key, value in words.items() if value}}


def _parent_by_number(kind: str, number: str, texts: Mapping[str, object]) -> str | None:
    """1.2 lies in area 1, CS1.2.03 in competence 1.2, when they are there."""
    found = _NUMBER.match(number)
    if found is None or kind == "CompetenceArea":
        return None
    area, competence = found.groups()
    in_area = kind == "Competence"
    wanted = f"CompetenceArea/{area}" if in_area else f"Competence/{area}.{competence}"
    return wanted if wanted in texts else None
