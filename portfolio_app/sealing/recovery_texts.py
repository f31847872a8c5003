"""Questions, answers and school keys as text: for QR codes, messages and paper in a safe.

The layout is docs/formats/recovery.md. A name and a version in front, a CRC behind, so that a
mistake is named before any key is tried. What the bytes mean does not enter here.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass

from portfolio_app.errors import BadInput
from portfolio_app.sealing.hpke import HPKE_KEY_SIZE_BYTES
from portfolio_app.sealing.school_recovery import (
    BOX_SIZE_BYTES,
    ID_SIZE_BYTES,
    REQUEST_SIZE_BYTES,
    RecoveryRequest,
)

MAXIMUM_TEXT_LENGTH = 2_000

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_CRC_SIZE_BYTES = 4
_GROUP_LENGTH = 4
_LINE_GROUPS = 8


@dataclass(frozen=True, slots=True)
class TextKind:
    """One kind of text: its name with version, what it is in words, and how many bytes it holds."""

    name: str
    words: str
    size_bytes: int


QUESTION = TextKind("PORTFOLIO-ASK-1", "question to a school", REQUEST_SIZE_BYTES)
ANSWER = TextKind("PORTFOLIO-ANSWER-1", "school's answer", ID_SIZE_BYTES + BOX_SIZE_BYTES)
PRIVATE_KEY = TextKind("PORTFOLIO-KEY-1", "school's recovery key", HPKE_KEY_SIZE_BYTES)


def question_text(request: RecoveryRequest) -> str:
    """Return a question as text, for a QR code as it is."""
    return _write(QUESTION, request.to_bytes())


def read_question(text: str) -> RecoveryRequest:
    """Read a question; raise BadInput naming what is wrong with it."""
    return RecoveryRequest.from_bytes(_read(QUESTION, text))


def answer_text(request_id: str, answer: bytes) -> str:
    """Return the answer to the question of this id as text."""
    return _write(ANSWER, bytes.fromhex(request_id) + answer)


def read_answer(text: str) -> tuple[str, bytes]:
    """Return the id of the question that it answers, and the answer. Raises BadInput."""
    plain = _read(ANSWER, text)
    return plain[:ID_SIZE_BYTES].hex(), plain[ID_SIZE_BYTES:]


def private_key_text(private_key: bytes) -> str:
    """Return a school's private key for paper. Whoever reads it can open every vault."""
    return _write(PRIVATE_KEY, private_key)


def read_private_key(text: str) -> bytes:
    """Read a school's private key from paper; BadInput names the mistake, never the key."""
    return _read(PRIVATE_KEY, text)


def in_groups(text: str) -> str:
    """Return a text in lines that people can follow with a finger."""
    name, _, symbols = text.partition(":")
    groups = [
        symbols[start : start + _GROUP_LENGTH] for start in range(0, len(symbols), _GROUP_LENGTH)
    ]
    lines = [
        " ".join(groups[start : start + _LINE_GROUPS])
        for start in range(0, len(groups), _LINE_GROUPS)
    ]
    return "\n".join([name + ":", *lines])


def _write(kind: TextKind, plain: bytes) -> str:
    if len(plain) != kind.size_bytes:
        raise ValueError(f"A {kind.words} has {kind.size_bytes} bytes.")
    checked = plain + zlib.crc32(plain).to_bytes(_CRC_SIZE_BYTES, "big")
    count = _length(kind)
    number = int.from_bytes(checked, "big") << (5 * count - 8 * len(checked))
    symbols = (_SYMBOLS[number >> place & 31] for place in range(5 * (count - 1), -1, -5))
    return f"{kind.name}:{''.join(symbols)}"


def _read(kind: TextKind, text: str) -> bytes:
    if len(text) > MAXIMUM_TEXT_LENGTH:
        raise BadInput(f"That is too long for a {kind.words}. Copy that text alone.")
    typed = unicodedata.normalize("NFKC", text).upper()
    plain = "".join(one for one in typed if not one.isspace() and not _is_dash(one))
    name, colon, rest = plain.partition(":")
    if not colon or name != kind.name.replace("-", ""):
        raise BadInput(_other_name(kind, name if colon else ""))
    symbols = rest.translate(_LOOKALIKES)
    if len(symbols) != _length(kind):
        raise BadInput(
            f"A {kind.words} has {_length(kind)} letters and digits after its name; "
            f"{len(symbols)} were read. Copy all of it."
        )
    number = 0
    for place, symbol in enumerate(symbols):
        value = _SYMBOLS.find(symbol)
        if value < 0:
            raise BadInput(
                f"Place {place + 1} of the {kind.words} is neither a digit nor one of its letters. "
                "Compare it with what was shown."
            )
        number = number << 5 | value
    return _checked(kind, number)


def _checked(kind: TextKind, number: int) -> bytes:
    size_bytes = kind.size_bytes + _CRC_SIZE_BYTES
    filling = 5 * _length(kind) - 8 * size_bytes
    content = (number >> filling).to_bytes(size_bytes, "big")
    plain, crc = content[: kind.size_bytes], content[kind.size_bytes :]
    if number & ((1 << filling) - 1) or zlib.crc32(plain).to_bytes(_CRC_SIZE_BYTES, "big") != crc:
        raise BadInput(f"The {kind.words} has a mistake in it. Copy or scan it again.")
    return plain


def _length(kind: TextKind) -> int:
    return -(-8 * (kind.size_bytes + _CRC_SIZE_BYTES) // 5)


def _is_dash(letter: str) -> bool:
    return unicodedata.category(letter) == "Pd" or letter == "\u2212"


def _other_name(kind: TextKind, name: str) -> str:
    for other in (QUESTION, ANSWER, PRIVATE_KEY):
        own = other.name.replace("-", "")
        if other is not kind and name == own:
            return f"That is a {other.words}; a {kind.words} is needed here."
        if name.startswith(own[:-1]) and name != own:
            return f"That {other.words} is of another version. Update this program."
    return f"That is not a {kind.words}; it begins with {kind.name}:"
