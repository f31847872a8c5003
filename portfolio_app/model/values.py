"""What a field may hold: a type, a limit, and a sentence when it does not fit.

A check never shows the value that it refused: it may be a child's words.
"""

import json
import re
from collections.abc import Callable
from typing import Any

JSON = Any
Check = Callable[[JSON], str | None]
"""None when the value fits, else the end of a sentence that begins with the field's name."""

TIME_LIMIT_MS = 1 << 47  # in the year 6429: every calendar can still show it as a day
_ID = re.compile(r"[0-9a-z][0-9a-z_-]{0,63}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_PUBLISHED = r"[0-9A-Za-z][0-9A-Za-z._:~-]{0,99}"
_REFERENCE = re.compile(f"{_PUBLISHED}/{_PUBLISHED}", re.ASCII)
_DOCUMENT = re.compile(_PUBLISHED, re.ASCII)
_ORDER_KEY = re.compile(r"[0-9a-z]{0,59}[1-9a-z]", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_IN_ADDRESS = r"[^\s\x00-\x20\x7f\"<>\\^`{|}"
_WEB_ADDRESS = re.compile(f"https?://{_IN_ADDRESS}/?#@]+(?:[/?#]{_IN_ADDRESS}]*)?")
ADDRESS_LIMIT = 2_000
RATINGS_LIMIT = 100
RATINGS_BYTES_LIMIT = 60_000
WHY_LIMIT = 2_000
PINS_LIMIT = 12
"""Pieces of evidence for one criterion."""
PIN_NOTE_LIMIT = 200
_PIN_PARTS = frozenset({"work", "file", "x", "y", "from_ms", "to_ms", "note"})


def text(limit: int, *, lines: bool = False) -> Check:
    """Text of at most `limit` characters; line breaks only where `lines`."""

    def check(value: JSON) -> str | None:
        if not isinstance(value, str):
            return "is not text"
        if len(value) > limit:
            return f"is longer than {limit} characters"
        if _CONTROL.search(value) or (not lines and ("\n" in value or "\r" in value)):
            return "holds a character that cannot be shown"
        return None

    return check


def whole(limit: int) -> Check:
    """A whole number from 0 to `limit`."""

    def check(value: JSON) -> str | None:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        return (
            None if is_whole and 0 <= value <= limit else f"is not a whole number from 0 to {limit}"
        )

    return check


def choice(*options: str) -> Check:
    """One of a few words."""
    return lambda value: (
        None if isinstance(value, str) and value in options else "is not one of the choices"
    )


def list_of(item: Check, limit: int) -> Check:
    """At most `limit` items that each fit."""

    def check(value: JSON) -> str | None:
        if not isinstance(value, list) or len(value) > limit:
            return f"is not a list of at most {limit}"
        return next((problem for problem in map(item, value) if problem is not None), None)

    return check


def optional(inner: Check) -> Check:
    """Nothing, or what fits."""
    return lambda value: None if value is None else inner(value)


def ratings(value: JSON) -> str | None:
    """{criterion id: {"level": level id, "why": text}}; a criterion may be absent, a level not.

    All of it stays below RATINGS_BYTES_LIMIT, because it travels as one value.
    """
    if not isinstance(value, dict) or len(value) > RATINGS_LIMIT:
        return f"is not an object of at most {RATINGS_LIMIT} criteria"
    why = text(WHY_LIMIT, lines=True)
    for criterion, rating in value.items():
        if document(criterion) or not isinstance(rating, dict) or set(rating) - {"level", "why"}:
            return "holds a rating of an unknown shape"
        if document(rating.get("level")) or why(rating.get("why", "")):
            return "holds a rating without a level, or with too long a reason"
    return _too_large(value)


def draft(value: JSON) -> str | None:
    """{"ratings": as in `ratings`, but a level may be missing; "pins": as in `pins`}; {} is none.

    All of it stays below RATINGS_BYTES_LIMIT.
    """
    if not isinstance(value, dict) or set(value) - {"ratings", "pins"}:
        return "is not a draft"
    begun = value.get("ratings", {})
    if not isinstance(begun, dict):
        return "holds ratings of an unknown shape"
    filled = {
        criterion: {"level": "none", **rating} if isinstance(rating, dict) else rating
        for criterion, rating in begun.items()
    }
    return ratings(filled) or pins(value.get("pins", {})) or _too_large(value)


def pins(value: JSON) -> str | None:
    """{criterion id: [{"work", "file", "x", "y", "from_ms", "to_ms", "note"}, …]}.

    Only "work" must be there. "x" and "y" come together: fractions of a picture's width and height
    from its upper left corner. "from_ms" and "to_ms" are times in a recording. Both need "file".
    """
    if not isinstance(value, dict) or len(value) > RATINGS_LIMIT:
        return f"is not an object of at most {RATINGS_LIMIT} criteria"
    for criterion, pinned in value.items():
        if document(criterion) or not isinstance(pinned, list) or len(pinned) > PINS_LIMIT:
            return f"holds something else than at most {PINS_LIMIT} pieces for a criterion"
        if not all(map(_is_pin, pinned)):
            return "holds a piece of evidence of an unknown shape"
    return _too_large(value)


def web_address(value: JSON) -> str | None:
    """An address of a page, with http or https and a host, and nothing that a page could run."""
    if not isinstance(value, str) or len(value) > ADDRESS_LIMIT:
        return f"is not an address of at most {ADDRESS_LIMIT} characters"
    if not _WEB_ADDRESS.fullmatch(value) or _CONTROL.search(value):
        return "is not the address of a page, such as https://example.org"
    return None


def parcel(value: JSON) -> str | None:
    """An object that is only passed on, below RATINGS_BYTES_LIMIT."""
    return _too_large(value) if isinstance(value, dict) else "is not an object"


def flag(value: JSON) -> str | None:
    """True or false."""
    return None if isinstance(value, bool) else "is neither true nor false"


def numbers(**limits: int) -> Check:
    """An object of whole numbers, each from 0 to its limit; every one may be absent."""
    checks = {name: whole(limit) for name, limit in limits.items()}

    def check(value: JSON) -> str | None:
        if not isinstance(value, dict) or set(value) - set(checks):
            return f"is not an object of {', '.join(checks)}"
        problems = (checks[name](number) for name, number in value.items())
        return next((problem for problem in problems if problem is not None), None)

    return check


def _is_pin(value: JSON) -> bool:
    if not isinstance(value, dict) or set(value) - _PIN_PARTS:
        return False
    parts = set(value)
    if identifier(value.get("work")) or ("file" in parts and identifier(value["file"])):
        return False
    if parts & {"x", "y"} and not (_is_fraction(value.get("x")) and _is_fraction(value.get("y"))):
        return False
    start_ms = value.get("from_ms")
    if parts & {"from_ms", "to_ms"} and not _is_span(start_ms, value.get("to_ms", start_ms)):
        return False
    is_inside = bool(parts & {"x", "y", "from_ms", "to_ms"})
    is_noted = text(PIN_NOTE_LIMIT)(value.get("note", "")) is None
    return is_noted and ("file" in parts or not is_inside)


def _is_fraction(value: JSON) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_span(start_ms: JSON, end_ms: JSON) -> bool:
    return not time_ms(start_ms) and not time_ms(end_ms) and bool(start_ms <= end_ms)


def _too_large(value: JSON) -> str | None:
    size_bytes = len(json.dumps(value, ensure_ascii=False).encode())
    if size_bytes > RATINGS_BYTES_LIMIT:
        return f"is larger than {RATINGS_BYTES_LIMIT} bytes"
    return None


def _matching(pattern: re.Pattern[str], problem: str) -> Check:
    return lambda value: None if isinstance(value, str) and pattern.fullmatch(value) else problem


identifier = _matching(_ID, "is not an id")
sha256 = _matching(_SHA256, "is not a SHA-256 in hex")
reference = _matching(_REFERENCE, "is not a framework and an item")
order_key = _matching(_ORDER_KEY, "is not a place in an order")
document = _matching(_DOCUMENT, "is not the id of a rubric, level, criterion or prompt")
time_ms = whole(TIME_LIMIT_MS)
