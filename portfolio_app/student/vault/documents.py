"""Documents as the JSON bytes that the vault keeps: checked on the way in, fresh on the way out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.vault.batch import MAXIMUM_DOCUMENT_BYTES

MAXIMUM_DEPTH = 64

_NESTING = (dict, list, tuple)
_PLAIN = frozenset({str, int, float, bool, type(None)})
_decoder: Any = json.JSONDecoder()  # the types know nothing of its `scan_once`
_scan: Callable[[str, int], tuple[Any, int]] = _decoder.scan_once
_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _encoding() -> Callable[[Any, int], Iterable[str]]:
    """Return what gives the pieces of a text, made once: `_encoder.encode` makes it every time.

    Nothing looks for circles, because whoever encodes has asked `refuse_odd_keys` for the depth.
    """
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # an interpreter without the part in C
        return lambda document, _: (_encoder.encode(document),)
    text = json.encoder.encode_basestring
    pieces: Callable[[Any, int], Iterable[str]] = make(
        None, _encoder.default, text, None, ":", ",", False, False, False
    )
    return pieces


_pieces = _encoding()


def encode_document(document: dict[str, Any], table: str) -> bytes:
    """Return the document as JSON in UTF-8 (RFC 8259); `refuse_odd_keys` has passed it before.

    Raises BadInput, naming the table and never the content, for what would not come back as it
    was: NaN, half characters, things that are not JSON, and documents beyond the limit of size.
    """
    try:
        content = "".join(_pieces(document, 0)).encode("utf-8")
    except UnicodeEncodeError:
        raise BadInput(f"A text for {table} holds half a character; type it again.") from None
    except (RecursionError, TypeError, ValueError):
        raise BadInput(
            f"A document for {table} holds something that is not JSON, such as NaN; "
            "give text, numbers, lists and objects only."
        ) from None
    if len(content) > MAXIMUM_DOCUMENT_BYTES:
        raise BadInput(
            f"A document for {table} is larger than {MAXIMUM_DOCUMENT_BYTES} bytes; "
            "make it shorter."
        )
    return content


def refuse_odd_keys(document: dict[Any, Any], table: str) -> None:
    """Raise BadInput for keys that are no text, and for too many levels.

    JSON would turn the keys 1 and True into texts without a word.
    """
    level: list[Any] = [document]
    for _ in range(MAXIMUM_DEPTH):
        inner: list[Any] = []
        for value in level:  # the path of every write: few calls
            items: Any = value
            if isinstance(value, dict):
                for key in value:
                    if type(key) is not str and not isinstance(key, str):
                        raise BadInput(f"A document for {table} has a key that is not text.")
                items = value.values()
            for item in items:
                if type(item) not in _PLAIN and isinstance(item, _NESTING):
                    inner.append(item)  # noqa: PERF401
        if not inner:
            return
        level = inner
    raise BadInput(f"A document for {table} is nested deeper than {MAXIMUM_DEPTH} levels.")


def decode_document(content: bytes) -> dict[str, Any]:
    """Return a new object each time, so that no caller can change what is stored."""
    try:
        text = content.decode("utf-8")
        document, end = _scan(text, 0)  # without looking for blanks around it
    except (RecursionError, StopIteration, ValueError):
        document, end, text = None, 0, ""
    if end != len(text):
        document = None
    if not isinstance(document, dict):
        raise StoreDamaged("A stored document is not a JSON object; the store is damaged.")
    return document


def decode_documents(contents: list[bytes]) -> list[dict[str, Any]]:
    """Return new objects, in one pass: their keys are the same few texts, made once."""
    try:
        text = (b"[" + b",".join(contents) + b"]").decode("utf-8")
        documents, end = _scan(text, 0)
    except (RecursionError, StopIteration, ValueError):
        documents, end, text = [], 0, ""
    if end == len(text) and len(documents) == len(contents) and {*map(type, documents)} <= {dict}:
        return documents  # type: ignore[no-any-return]  # a list of dict, see above
    return [decode_document(content) for content in contents]
