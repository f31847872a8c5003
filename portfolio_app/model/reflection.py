"""What a learner thinks about a work, in answer to a prompt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PROMPTS: Mapping[str, tuple[str, ...]] = {
    "5-7": ("proud", "tricky"),
    "8-10": ("proud", "tricky", "next_time"),
    "11-13": ("learned", "tricky", "next_time", "show"),
    "14-18": ("learned", "decision", "next_time", "show"),
}
"""Prompt ids by age band; their words stand in the locale files under `prompt-<id>`."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """One reflection. `versions` newest first; more than one where two devices wrote apart."""

    id: str
    artifact: str
    prompt: str
    versions: tuple[str, ...]
    at_ms: int

    @property
    def words(self) -> str:
        """The newest version."""
        return self.versions[0] if self.versions else ""

    @staticmethod
    def read(record: Mapping[str, Any]) -> "Reflection":
        """From a record as it reads now."""
        return Reflection(
            record["id"],
            record.get("artifact") or "",
            record.get("prompt") or "",
            tuple(record.get("words") or ()),
            record.get("at_ms") or 0,
        )
