"""Reading single fields of foreign JSON: always an answer, never an exception, every mend noted.

Knows how values are written in the wild (numbers as text, links as text or objects, identifiers
in capitals); knows nothing of what a field means.
"""

import math
import re
from uuid import UUID, uuid5

from rubrics.case.file import Json
from rubrics.errors import UnreadableDocument
from rubrics.framework import NodeLink, is_identifier
from rubrics.limits import (
    ADDRESS_CHARACTERS_MAX,
    BAND_COUNT_MAX,
    KEYWORD_COUNT_MAX,
    LABEL_CHARACTERS_MAX,
    LANGUAGE_COUNT_MAX,
    TEXT_CHARACTERS_MAX,
)
from rubrics.refusals import in_part
from rubrics.report import Notes

Row = dict[str, Json]

# Our own namespace for ids made from content (RFC 9562, version 5): the same file gives the same
# ids on every machine and at every import.
_NAMESPACE = UUID("5d2b6c1e-0f0b-5c55-9d4c-7a1b9a0a4e10")

_UUID_SHAPE = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE
)
_PLAIN_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Halves of UTF-16 pairs cannot be written to any file; NUL cannot be kept by some databases.
_UNKEEPABLE = re.compile("[\ud800-\udfff\x00]")
_URN_START = "urn:uuid:"
_WHOLE_NUMBER_MAX = 2**31 - 1


def text(row: Row, key: str, notes: Notes, limit: int = TEXT_CHARACTERS_MAX) -> str:
    """The text under a key as it stands; "" when there is none. Cut at `limit` characters."""
    value = row.get(key)
    if type(value) is str and len(value) <= limit and value.isascii() and "\x00" not in value:
        return value
    return _as_text(value, notes, limit)


def label(row: Row, key: str, notes: Notes) -> str:
    """A short text such as a title or code, without white space around it."""
    value = row.get(key)
    # Said here and in `text` once more: a call for each of a hundred thousand texts costs more.
    limit = LABEL_CHARACTERS_MAX
    if type(value) is str and len(value) <= limit and value.isascii() and "\x00" not in value:
        return value.strip()
    return "" if value is None else _label(value, notes)


def _label(value: Json, notes: Notes) -> str:
    return _as_text(value, notes, LABEL_CHARACTERS_MAX).strip()


def labels(row: Row, *keys: str, notes: Notes) -> tuple[str, ...]:
    """A list of short texts under the first of several keys that has one; a lone text counts."""
    for key in keys:
        value = row.get(key)
        if value is None:
            continue
        members = value if isinstance(value, list) else [value]
        if len(members) > KEYWORD_COUNT_MAX:
            notes.left_out("list-cut", limit=KEYWORD_COUNT_MAX, list=key)
        found = [_label(member, notes) for member in members[:KEYWORD_COUNT_MAX]]
        if kept := tuple(filter(None, found)):
            return kept
    return ()


def address(row: Row, key: str, notes: Notes) -> str:
    """A URI as it stands, never followed; "" when it only repeats the identifier as a URN."""
    found = _as_text(row.get(key), notes, ADDRESS_CHARACTERS_MAX).strip()
    if found.startswith(_URN_START):
        # Our writer puts a URN where CASE demands a URI and there was none, or no real one.
        own = identifier(row)
        if found[len(_URN_START) :] in (own, made_identifier("original", own)):
            before = extensions(row).get("originalUri")
            return _as_text(before, notes, ADDRESS_CHARACTERS_MAX).strip()
    return found


def number(row: Row, key: str) -> float | None:
    """A finite number, also when it is written as text."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        result = float(value.replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return result if math.isfinite(result) else None


def points(row: Row, key: str, notes: Notes) -> float | None:
    """A score or weight; what stands there and is no number is noted."""
    value = row.get(key)
    found = number(row, key)
    if found is None and value not in (None, "", [], {}):
        notes.left_out("points-no-number", f"{value}"[:100])
    return found


def whole(row: Row, key: str) -> int | None:
    """A whole number of at most 31 bits (CASE says int32), also when written as 3.0 or "3"."""
    value = row.get(key)
    if type(value) is int and abs(value) <= _WHOLE_NUMBER_MAX:
        return value
    result = number(row, key)
    if result is None or not result.is_integer() or abs(result) > _WHOLE_NUMBER_MAX:
        return None
    return int(result)


def identifier(row: Row) -> str:
    """The identity of a row: its identifier, or the last part of its uri; "" when it has none."""
    value = row.get("identifier")
    if type(value) is str and _PLAIN_UUID.fullmatch(value):
        return value
    return _as_identifier(value) or _identifier_of_address(row.get("uri"))


def made_identifier(*parts: str) -> str:
    """A stable id for something that came without one, from what it says."""
    # A half of a UTF-16 pair, which JSON may hold, cannot be turned into bytes.
    name = _UNKEEPABLE.sub("\ufffd", "\x1f".join(parts))
    return str(uuid5(_NAMESPACE, name))


def link(value: Json, notes: Notes) -> NodeLink | None:
    """A link written as an object (1.0 final, 1.1) or as a bare address (before 1.0)."""
    if isinstance(value, str):
        found = _identifier_of_address(value) or _as_identifier(value)
        return NodeLink(found, _as_text(value, notes, ADDRESS_CHARACTERS_MAX)) if found else None
    if not isinstance(value, dict):
        return None
    found = identifier(value)
    if not found:
        return None
    return NodeLink(found, address(value, "uri", notes), label(value, "title", notes))


def extensions(row: Row) -> Row:
    """The `extensions` of a row; CASE has an object there, and for levels a list of objects."""
    found = row.get("extensions")
    if isinstance(found, dict):
        return found
    together: Row = {}
    for member in found if isinstance(found, list) else ():
        if isinstance(member, dict):
            together.update(member)
    return together


def wording(extensions: Row, key: str, notes: Notes) -> dict[str, str]:
    """A map from age band, or from the name of a text, to words."""
    value = extensions.get(key)
    if not isinstance(value, dict):
        return {}
    found = {
        _as_text(band, notes, LABEL_CHARACTERS_MAX): _as_text(words, notes, TEXT_CHARACTERS_MAX)
        for band, words in list(value.items())[:BAND_COUNT_MAX]
    }
    return {band: words for band, words in found.items() if band and words}


def translations(extensions: Row, notes: Notes) -> dict[str, dict[str, str]]:
    """A map from language to a map from the name of a text to words, as ours is written."""
    value = extensions.get("translations")
    if not isinstance(value, dict):
        return {}
    found = {
        _as_text(language, notes, LABEL_CHARACTERS_MAX): wording(value, language, notes)
        for language in list(value)[:LANGUAGE_COUNT_MAX]
    }
    return {language: words for language, words in found.items() if language and words}


def flag(row: Row, key: str, otherwise: bool) -> bool:
    """A truth value; anything that is none counts as `otherwise`."""
    value = row.get(key)
    return value if isinstance(value, bool) else otherwise


def rows(row: Row, key: str, notes: Notes, limit: int) -> list[Row]:
    """The objects in a list; anything else in it is left out and noted.

    Raises `UnreadableDocument` when the list holds more than `limit`.
    """
    value = row.get(key)
    members: list[Json] = value if isinstance(value, list) else [] if value is None else [value]
    if isinstance(value, dict) and _is_list(value):
        notes.mended("list-as-object", list=key)
        members = list(value.values())
    if len(members) > limit:
        raise UnreadableDocument("list-too-long", in_part(key), count=len(members), limit=limit)
    found = [member for member in members if isinstance(member, dict)]
    for _other in range(len(members) - len(found)):
        notes.left_out("entries-no-objects", list=key)
    return found


def _is_list(value: Row) -> bool:
    """Whether an object is a list with gaps, as PHP writes it, or holds its members by id."""
    return (
        bool(value)
        and all(isinstance(member, dict) for member in value.values())
        and all(key.isdecimal() or _UUID_SHAPE.fullmatch(key) for key in value)
    )


def _as_text(value: Json, notes: Notes, limit: int) -> str:
    # Nearly every text is short and plain; looking at each letter of it would cost the most.
    if type(value) is str and len(value) <= limit and value.isascii() and "\x00" not in value:
        return value
    if isinstance(value, (list, dict)) and value:
        value = _gathered(value, notes)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    found = value if isinstance(value, str) else str(value)
    if _UNKEEPABLE.search(found):
        found = _UNKEEPABLE.sub("\ufffd", found)
        notes.mended("characters-replaced", found)
    if len(found) > limit:
        notes.mended("text-cut", found, limit=limit)
        found = found[:limit]
    return found


def _gathered(value: Json, notes: Notes) -> Json:
    """The text of something that is a list of texts, or one text in several languages."""
    members = list(value.values() if isinstance(value, dict) else value or ())[:KEYWORD_COUNT_MAX]  # type: ignore[arg-type]
    texts = [f"{one}" for one in members if isinstance(one, (str, int, float)) and one != ""]
    if not texts:
        notes.left_out("text-none", f"{value}"[:100])
        return ""
    if isinstance(value, list):
        if len(texts) > 1:
            notes.mended("text-joined", texts[0])
        return "; ".join(texts)
    if len(texts) > 1 and "@value" not in value:  # type: ignore[operator]
        notes.left_out("text-languages", texts[1])
    said = value.get("@value") if isinstance(value, dict) else None
    return said if isinstance(said, str) else texts[0]


def _as_identifier(value: Json) -> str:
    if type(value) is str and _PLAIN_UUID.fullmatch(value):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    found = str(value).strip()
    if _UUID_SHAPE.fullmatch(found):
        return found.lower()
    if not found or is_identifier(found):
        return found
    # Something that cannot stand in a reference, such as a path: the same words, the same id.
    return made_identifier("identifier", found)


def _identifier_of_address(value: Json) -> str:
    """The last part of an address, when it looks like an id."""
    if not isinstance(value, str):
        return ""
    last = value.strip().split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]
    last = last.removeprefix(_URN_START)
    return _as_identifier(last) if is_identifier(last) else ""
