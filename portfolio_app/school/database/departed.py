"""Which devices were left by their learner, and which parts of what was left have come.

A device leaves once: its token went with its vault. Ids and hashes only.
"""

import json
from dataclasses import dataclass

from portfolio_app.school.database import access, facts
from portfolio_app.school.database.engine import Transaction

_FACT = "left/"


@dataclass(frozen=True, slots=True)
class Departed:
    """The parts that came, by number, each with the hash it is known by; of how many."""

    parts: int
    taken: dict[int, str]
    at_ms: int

    @property
    def is_whole(self) -> bool:
        """Whether all parts came: nothing of this learner is on that device."""
        return len(self.taken) >= self.parts


def departed(transaction: Transaction, device: str) -> Departed | None:
    """What has come from a device that its learner left; None before the first part."""
    told = facts.fact(transaction, _FACT + device)
    if not told:
        return None
    kept = json.loads(told)
    taken = {int(number): head for number, head in kept["taken"].items()}
    return Departed(kept["parts"], taken, kept["at_ms"])


def departed_ms(transaction: Transaction, device: str) -> int | None:
    """Since when nothing of the learner is on a device, if its learner left it."""
    found = departed(transaction, device)
    return found.at_ms if found is not None and found.is_whole else None


def note_part(
    transaction: Transaction, device: str, number: int, parts: int, head_sha256: str, now_ms: int
) -> Departed:
    """Note that a part came; with the last missing one the device is closed out."""
    before = departed(transaction, device)
    taken = {**(before.taken if before else {}), number: head_sha256}
    now = Departed(parts, taken, now_ms)
    kept = {"parts": parts, "taken": taken, "at_ms": now_ms}
    facts.tell(transaction, _FACT + device, json.dumps(kept))
    if now.is_whole:
        access.revoke_device(transaction, device, now_ms)
    return now


def forget(transaction: Transaction, device: str) -> None:
    """Know nothing more of what came from a device."""
    facts.forget(transaction, _FACT + device)
