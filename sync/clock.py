"""Hybrid logical clock: stamps that sort as text, follow real time and never go back.

Source: Kulkarni et al., "Logical Physical Clocks" (2014). A stamp is 12 hex digits of milliseconds
since 1970, 4 hex digits of a counter, and the 16 hex digits of the node that made it. The wall
clock is an argument; nothing here reads one.
"""

import re
from dataclasses import dataclass

COUNTER_MAX = 0xFFFF
MILLISECONDS_MAX = (1 << 48) - 1
NODE_DIGITS = 16
AHEAD_LIMIT_MS = 60_000
NO_STAMP = ""

STAMP_PATTERN = re.compile(r"[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}", re.ASCII)


def is_stamp(text: object) -> bool:
    """Whether `text` is a well-formed stamp."""
    return isinstance(text, str) and STAMP_PATTERN.fullmatch(text) is not None


def format_stamp(ms: int, counter: int, node: str) -> str:
    """Write a stamp; `ms` in milliseconds since 1970, `node` 16 hex digits."""
    return f"{ms:012x}-{counter:04x}-{node}"


def stamp_ms(stamp: str) -> int:
    """Milliseconds since 1970 that a stamp claims (0 for no stamp)."""
    return int(stamp[:12], 16) if stamp else 0


def stamp_counter(stamp: str) -> int:
    """The counter of a stamp (0 for no stamp)."""
    return int(stamp[13:17], 16) if stamp else 0


@dataclass(frozen=True, slots=True)
class HybridClock:
    """One node's clock: the newest stamp it has made or seen. `node` is 16 hex digits."""

    node: str
    last: str = NO_STAMP

    def tick(self, now_ms: int) -> "HybridClock":
        """The clock one event later; `.last` is the event's stamp. `now_ms`: this node's time.

        At the end of time (year 10889) the last stamp repeats; ids then decide.
        """
        last_ms, counter = stamp_ms(self.last), stamp_counter(self.last)
        ms = min(now_ms, MILLISECONDS_MAX)
        if ms > last_ms:
            return HybridClock(self.node, format_stamp(ms, 0, self.node))
        if counter < COUNTER_MAX:
            return HybridClock(self.node, format_stamp(last_ms, counter + 1, self.node))
        if last_ms < MILLISECONDS_MAX:
            return HybridClock(self.node, format_stamp(last_ms + 1, 0, self.node))
        return HybridClock(self.node, format_stamp(last_ms, counter, self.node))

    def observe(self, stamp: str) -> "HybridClock":
        """The clock after seeing someone else's stamp: later events of ours sort after it."""
        if stamp[:17] <= self.last[:17]:
            return self
        return HybridClock(self.node, stamp[:18] + self.node)


def is_too_far_ahead(stamp: str, server_ms: int) -> bool:
    """Whether a stamp claims a time that the server cannot believe."""
    return stamp_ms(stamp) > server_ms + AHEAD_LIMIT_MS
