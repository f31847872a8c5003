"""What the objects of a CASE package have in common when they are written."""

import re
from collections.abc import Container, Mapping

from rubrics.case.fields import Row
from rubrics.case.file import Json
from rubrics.case.originals import ORIGINAL, is_allowed, written_id
from rubrics.case.package import NO_TIME
from rubrics.framework import NodeLink
from rubrics.limits import LABEL_CHARACTERS_MAX

# RFC 3986: a scheme, then no white space and nothing that must be escaped.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
# RFC 3339, section 5.6.
_TIME = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?"
    r"([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)


def head(identifier: str, uri: str, changed: str) -> Row:
    """Identifier, address and time of change, as CASE allows them; with what they were before."""
    row: Row = {
        "identifier": written_id(identifier),
        "uri": uri if is_address(uri) else _address(written_id(identifier)),
        "lastChangeDateTime": changed,
    }
    ours: Row = {}
    if not is_allowed(identifier):
        ours[ORIGINAL] = identifier
    if uri and not is_address(uri):
        ours["originalUri"] = uri
    return extended(row, ours)


def link(target: NodeLink, here: Container[str] = ()) -> Row:
    """A link; `here` are the ids in this package, which are written as CASE allows them."""
    # CASE calls the title of a link a NormalizedString: one line.
    title = " ".join(target.title.split())[:LABEL_CHARACTERS_MAX].strip()
    identifier = written_id(target.id) if target.id in here else target.id
    return {
        "title": title or target.id,
        "identifier": identifier,
        "uri": target.uri if is_address(target.uri) else _address(identifier),
    }


def extended(row: Row, ours: Row) -> Row:
    """A row with more in its `extensions`, and those at its end."""
    before = row.pop("extensions", None)
    together = {**(before if isinstance(before, dict) else {}), **ours}
    if together:
        row["extensions"] = together
    return row


def filled(row: Row, **values: Json) -> Row:
    """The row with those values that say something; CASE leaves fields out, it has no null."""
    row.update({key: value for key, value in values.items() if value not in (None, "", [], {})})
    return row


def languages(translations: Mapping[str, Mapping[str, str]]) -> Row:
    """Translations as JSON."""
    return {language: dict(words) for language, words in translations.items() if words}


def time_or_none(written: str) -> str:
    """A time as CASE allows it, or the one that stands for none."""
    return written if _TIME.fullmatch(written) else NO_TIME


def is_address(uri: str) -> bool:
    """Whether a text can stand where CASE demands a URI."""
    return _ADDRESS.fullmatch(uri) is not None


def _address(identifier: str) -> str:
    return f"urn:uuid:{identifier}"
