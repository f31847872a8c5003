"""What may go without asking, and for how long it can come back."""

from collections.abc import Mapping
from typing import Any

DAY_MS = 24 * 60 * 60 * 1000
BIN_LIFE_MS = 30 * DAY_MS

WORKS_WITHOUT_ASKING = 20
SHARE_WITHOUT_ASKING = 5  # one fifth
FEW_WORKS = 4
ASKS_FIRST = "asks_first"
"""The word with which a school sends back deletions that a person has not been asked about."""

ASKED = "asked"
"""The part of a change that says that a person was asked about just this."""


def asks_first(going: int, kept: int) -> bool:
    """Whether so many works, put into the bin at once, need a person to say yes first.

    `kept`: how many works there are outside the bin before. More than 20 always ask, more than a
    fifth too, but not so few that one can see them all at once.
    """
    is_many = going > WORKS_WITHOUT_ASKING or going * SHARE_WITHOUT_ASKING > kept
    return is_many and going > FEW_WORKS


def was_put_back(stamp: str, standing: Mapping[str, Any] | None) -> bool:
    """Whether a deletion with this stamp is settled: the work was taken out of the bin after it.

    `standing`: what the record's field `binned_ms` is now, as merging keeps it (`sync.merge`); None
    where it has never been in the bin.
    """
    return standing is not None and standing["value"] is None and standing["stamp"] > stamp
