"""A secret of 128 bits as a code that people can print, read aloud and type.

Base32 as Douglas Crockford wrote it (crockford.com/base32.html): no letter that looks like a digit,
and a check symbol that names a typing mistake before any key is tried.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

from portfolio_app.errors import BadInput

CODE_SECRET_SIZE_BYTES = 16
CODE_LENGTH = 27  # 26 symbols of 5 bits, and the check symbol
MAXIMUM_TYPED_LENGTH = 200

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS = _SYMBOLS + "*~$=U"
_GROUP_LENGTH = 3
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_.,]+")
_LOOKALIKES = str.maketrans("OIL", "011")


def new_code_secret() -> bytes:
    """Return 16 random bytes from the system's generator."""
    return secrets.token_bytes(CODE_SECRET_SIZE_BYTES)


def code_of(secret: bytes) -> str:
    """Return nine groups of three symbols: the 16 bytes as a big-endian number, then its check."""
    if len(secret) != CODE_SECRET_SIZE_BYTES:
        raise ValueError(f"A code holds {CODE_SECRET_SIZE_BYTES} bytes.")
    number = int.from_bytes(secret, "big")
    places = range(5 * (CODE_LENGTH - 2), -1, -5)
    symbols = "".join(_SYMBOLS[number >> place & 31] for place in places) + _check(number)
    groups = range(0, CODE_LENGTH, _GROUP_LENGTH)
    return "-".join(symbols[start : start + _GROUP_LENGTH] for start in groups)


def secret_of(code: str) -> bytes:
    """Return the 16 bytes of a code, however it was spaced, dashed or cased.

    O counts as 0, I and L as 1. Raises BadInput, without repeating the code, for a wrong length, a
    symbol that is none, or a check symbol that does not fit: any one symbol wrong, or two
    neighbours of the 26 exchanged.
    """
    typed = unicodedata.normalize("NFKC", code[:MAXIMUM_TYPED_LENGTH]).upper()
    symbols = _BETWEEN.sub("", typed).translate(_LOOKALIKES)
    if len(symbols) != CODE_LENGTH:
        raise BadInput(
            f"A code has {CODE_LENGTH} letters and digits; {len(symbols)} were read. "
            "Compare it with the printed one."
        )
    number = 0
    for place, symbol in enumerate(symbols[:-1]):
        value = _SYMBOLS.find(symbol)
        if value < 0:
            raise BadInput(
                f"Place {place + 1} of the code is neither a digit nor one of its letters. "
                "Compare it with the printed one."
            )
        number = number << 5 | value
    if number >> 8 * CODE_SECRET_SIZE_BYTES or _check(number) != symbols[-1]:
        raise BadInput(
            "The code has a typing mistake in it. Compare it with the printed one, "
            "three places at a time."
        )
    return number.to_bytes(CODE_SECRET_SIZE_BYTES, "big")


def _check(number: int) -> str:
    return _CHECKS[number % len(_CHECKS)]
