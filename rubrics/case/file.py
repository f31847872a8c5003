"""From the bytes of a file to JSON, within limits, and in words when it cannot be done.

Knows gzip, byte order marks and the wrong files people choose; knows nothing of CASE.
"""

import json
import re
import zlib
from typing import NoReturn, TypeAlias

from rubrics.errors import UnreadableDocument
from rubrics.limits import (
    GZIP_LAYERS_MAX,
    INFLATED_BYTES_MAX,
    JSON_CONTAINERS_MAX,
    JSON_DEPTH_MAX,
    JSON_MARKS_MAX,
    RAW_BYTES_MAX,
)
from rubrics.refusals import START, at_byte, at_line, in_part

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_BYTES_PER_MEGABYTE = 1024 * 1024
_GZIP_START = b"\x1f\x8b"
_FIRST_PIECE_BYTES = 256
_PIECE_BYTES = 64 * 1024
_SMALLEST_CONTAINER_BYTES = 3  # as in "[],"
_MARK = "\ufeff"
_GZIP_WINDOW_BITS = 31  # zlib's way of saying "with a gzip header"
_ARROW_START = b"<"
_BEGINNING = re.compile(r"[ \t\r\n]*\{[ \t\r\n]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_COMMA = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
_END = re.compile(r"[ \t\r\n]*\}[ \t\r\n]*")
_ALL_ROUND = bytes.maketrans(b"[]", b"{}")
_NO_MARKS = bytes(set(range(256)) - set(b'[]{}"'))
_QUOTED = re.compile(rb'"[^"]*"')


def json_of(raw: bytes) -> Json:
    """The JSON value that a file holds, gzip-compressed or not.

    Raises `UnreadableDocument`, and nothing else, for any bytes.
    """
    content = inflated(raw)
    _refuse_other_formats(content)
    text = _text(content)
    value = _parsed(text)
    _refuse_depth(text)
    return value


def inflated(raw: bytes) -> bytes:
    """The bytes of a file, out of gzip where it is packed. Raises `UnreadableDocument`."""
    if len(raw) > RAW_BYTES_MAX:
        megabytes = RAW_BYTES_MAX // _BYTES_PER_MEGABYTE
        raise UnreadableDocument("too-large", megabytes=megabytes)
    for _layer in range(GZIP_LAYERS_MAX):
        if not raw.startswith(_GZIP_START):
            return raw
        raw = _inflated(raw)
    if raw.startswith(_GZIP_START):
        raise UnreadableDocument("gzip-layers", limit=GZIP_LAYERS_MAX)
    return raw


def _inflated(raw: bytes) -> bytes:
    found = bytearray()
    place = 0
    # A gzip file may be several members in a row; what follows the last one is padding. Fed in
    # pieces: a million tiny members would each copy the rest of the file.
    while raw.startswith(_GZIP_START, place):
        stream = zlib.decompressobj(_GZIP_WINDOW_BITS)
        piece_bytes = _FIRST_PIECE_BYTES
        while not stream.eof:
            piece = raw[place : place + piece_bytes]
            piece_bytes = _PIECE_BYTES
            if not piece:
                raise UnreadableDocument("gzip-short")
            place += len(piece)
            try:
                found += stream.decompress(piece, INFLATED_BYTES_MAX + 1 - len(found))
            except zlib.error:
                raise UnreadableDocument("gzip-damaged") from None
            if len(found) > INFLATED_BYTES_MAX:
                megabytes = INFLATED_BYTES_MAX // _BYTES_PER_MEGABYTE
                raise UnreadableDocument("gzip-bomb", megabytes=megabytes)
        place -= len(stream.unused_data)
    return bytes(found)


def _refuse_other_formats(content: bytes) -> None:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise UnreadableDocument("empty")
    if start.startswith(b"PK\x03\x04"):
        raise UnreadableDocument("zip-case", START)
    if start.startswith(b"%PDF"):
        raise UnreadableDocument("pdf", START)
    if start.startswith(_ARROW_START):
        raise UnreadableDocument("web-page", START)


def _text(content: bytes) -> str:
    # A file with fewer bytes needs no counting, and nearly all have.
    if len(content) >= _SMALLEST_CONTAINER_BYTES * JSON_CONTAINERS_MAX:
        containers = content.count(b"{") + content.count(b"[")
        _refuse_count(containers, JSON_CONTAINERS_MAX, "too-many-lists")
        _refuse_count(containers + content.count(b","), JSON_MARKS_MAX, "too-many-values")
    # RFC 8259 asks for UTF-8; tools on Windows also write UTF-16, with or without a mark.
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding).lstrip(_MARK)
    except UnicodeDecodeError as error:
        raise UnreadableDocument("not-utf8", at_byte(error.start + 1)) from None


def _refuse_count(count: int, limit: int, code: str) -> None:
    if count > limit:
        raise UnreadableDocument(code, limit=limit)


def _parsed(text: str) -> Json:
    # Line breaks and tabs inside texts are not JSON either, and yet are written.
    decoder = json.JSONDecoder(parse_constant=_nothing, strict=False)
    try:
        value = _part_by_part(text, decoder)
    except json.JSONDecodeError as error:
        raise UnreadableDocument("json-bad", at_line(error.lineno, error.colno)) from None
    except RecursionError:
        _refuse_nesting()
    except ValueError:
        # Python refuses to read whole numbers of thousands of digits.
        raise UnreadableDocument("json-number") from None
    return value


def _part_by_part(text: str, decoder: json.JSONDecoder) -> Json:
    """JSON whose outermost object is read name by name: of two lists of one name the last would
    silently take the place of the first. What is anything else is read at once.
    """
    found: dict[str, Json] = {}
    more = _BEGINNING.match(text)
    while more is not None and text.startswith('"', more.end()):
        name, place = decoder.raw_decode(text, more.end())
        colon = _COLON.match(text, place)
        if colon is None:
            break
        value, place = decoder.raw_decode(text, colon.end())
        if found.get(name) and isinstance(found[name], (list, dict)):
            raise UnreadableDocument("json-twice", in_part(name))
        found[name] = value
        if _END.fullmatch(text, place):
            return found
        more = _COMMA.match(text, place)
    return decoder.decode(text)  # type: ignore[no-any-return]


def _nothing(_name: str) -> None:
    """NaN and Infinity are not JSON, yet some programs write them where nothing was meant."""


def _refuse_depth(text: str) -> None:
    """Refuse deep nesting, seen in the text: looking through what was read would take far longer.

    Without what stands in quotes, each turn takes away the innermost pairs of brackets.
    """
    brackets = text.encode("utf-8", "replace")
    if b"\\" in brackets:
        brackets = brackets.replace(b"\\\\", b"").replace(b'\\"', b"")
    brackets = brackets.translate(_ALL_ROUND, _NO_MARKS).replace(b'""', b"")
    brackets = _QUOTED.sub(b"", brackets)
    for _depth in range(JSON_DEPTH_MAX):
        if not brackets:
            return
        brackets = brackets.replace(b"{}", b"")
    if brackets:
        _refuse_nesting()


def _refuse_nesting() -> NoReturn:
    raise UnreadableDocument("json-deep", limit=JSON_DEPTH_MAX)
