"""Which media anything in a vault still names: what a sweep must leave alone.

Asked of every document of every table, so that a kind of record, a queue or a field that a later
version adds is heeded without this room knowing it. A name too many costs room; one too few would
cost a child's work.
"""

from __future__ import annotations

import re

from portfolio_app.student.vault.documents import decode_document
from portfolio_app.student.vault.tables import SealedDatabase

_SHA256_HEX_DIGITS = 64
_RUN = re.compile(rb"[0-9A-Fa-f]{64,}")  # a hash is found in whatever stands around it
_ESCAPE = b"\\u"


def named_media(database: SealedDatabase, media_table: str) -> set[str]:
    """Return every SHA-256 (64 hex digits) in any text of any document, but for `media_table`.

    Goes through everything once, as it is stored: only documents that hold an escaped character are
    decoded, for it might be a digit.
    """
    found: set[str] = set()
    for name in database.tables():
        if name == media_table:
            continue
        for content in database.table(name).contents():
            plain = content
            if _ESCAPE in content:
                plain = repr(decode_document(content)).encode("utf-8", "backslashreplace")
            for run in _RUN.findall(plain):
                digits = run.decode("ascii").lower()
                last = len(digits) - _SHA256_HEX_DIGITS
                found.update(digits[at : at + _SHA256_HEX_DIGITS] for at in range(last + 1))
    return found
