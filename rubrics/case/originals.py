"""Identifiers that CASE does not allow, brought through CASE unchanged.

CASE 1.1 allows UUIDs of the versions 1 to 5 alone. What is called otherwise is written under a
UUID made from its name, with the name beside it in `extensions`; reading puts the name back.
"""

import re
from collections.abc import Iterator

from rubrics.case.fields import Row, extensions, made_identifier
from rubrics.case.file import Json

ORIGINAL = "originalIdentifier"
MARK = "hasOriginalIdentifiers"
"""In the `extensions` of a package: some of its identifiers are not as they were."""

_ALLOWED = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def is_allowed(identifier: str) -> bool:
    """Whether CASE 1.1 allows an identifier."""
    return _ALLOWED.fullmatch(identifier) is not None


def written_id(identifier: str) -> str:
    """The identifier under which something is written."""
    return identifier if is_allowed(identifier) else made_identifier("original", identifier)


def with_original_ids(package: Row) -> Row:
    """A package with the identifiers that its things had before it was written; not in place."""
    if extensions(package).get(MARK) is not True:
        return package
    names: dict[Json, Json] = {}
    for row in _rows(package):
        original, identifier = extensions(row).get(ORIGINAL), row.get("identifier")
        if isinstance(original, str) and isinstance(identifier, str):
            names.setdefault(identifier, original)
    renamed = _renamed(package, names)
    return renamed if isinstance(renamed, dict) else package


def _rows(package: Row) -> Iterator[Row]:
    waiting: list[Json] = [package]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
        children = node.values() if isinstance(node, dict) else node
        if isinstance(node, (dict, list)):
            waiting.extend(child for child in children if isinstance(child, (dict, list)))  # type: ignore[union-attr]


def _renamed(value: Json, names: dict[Json, Json]) -> Json:
    # Nesting was limited when the file was read, so this cannot exhaust the stack.
    if isinstance(value, list):
        return [_renamed(member, names) for member in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _renamed(member, names) for key, member in value.items()}
    found = changed.get("identifier")
    if isinstance(found, str) and found in names:
        changed["identifier"] = names[found]
    return changed
