"""A short fingerprint by which two copies of a scope find out that they agree.

The sum modulo 2**128 of one hash per record does not depend on order, and one changed record costs
one subtraction and one addition. It finds accidents; it is no proof against an attacker.
"""

import hashlib

from sync.encoding import canonical
from sync.merge import RecordState

EMPTY_DIGEST = "0" * 32
_MODULUS = 1 << 128


def record_fingerprint(kind: str, record: str, state: RecordState) -> int:
    """128 bits for one record; 0 for a record without any field."""
    if not state:
        return 0
    written = canonical([kind, record, state])
    return int.from_bytes(hashlib.sha256(written.encode()).digest()[:16], "big")


def replace(digest: str, before: int, after: int) -> str:
    """The scope's digest (32 hex digits) after one record went from one fingerprint to another."""
    return f"{(int(digest, 16) - before + after) % _MODULUS:032x}"
