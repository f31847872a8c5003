"""What a learner thinks about a work, two works, a goal or a competency, answering a prompt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PROMPTS: Mapping[str, tuple[str, ...]] = {
    "5-7": ("proud", "tricky"),
    "8-10": ("proud", "tricky", "next_time"),
    "11-13": ("learned", "tricky", "next_time", "show"),
    "14-18": ("learned", "decision", "next_time", "show"),
}
"""The few questions that are offered first for one work, by age band; all stand in `prompts`."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a thought that belongs to no work is about: one of a `goal` (an id), a `competency` (a
    reference) and two `works` side by side (ids), the older first.
    """

    goal: str = ""
    competency: str = ""
    works: tuple[str, ...] = ()

    def fields(self) -> dict[str, object]:
        """What the record of the thought says of it."""
        told = {"goal": self.goal, "competency": self.competency, "works": list(self.works)}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Reflection:
    """One reflection. `versions` newest first; more than one where two devices wrote apart.

    It is about one thing: the work `artifact`, the two `works` side by side, the `goal` (an id) or
    the `competency` (a reference); the others are empty. Only what is about one work belongs to
    that work and is shown with it: what compares two of them may tell of one that is not shown.
    """

    id: str
    artifact: str
    prompt: str
    versions: tuple[str, ...]
    at_ms: int
    works: tuple[str, ...] = ()
    goal: str = ""
    competency: str = ""
    binned_ms: int | None = None

    @property
    def subject(self) -> Subject:
        """What it is about, where that is no one work."""
        return Subject(self.goal, self.competency, self.works)

    @property
    def is_binned(self) -> bool:
        """Whether it is in the bin. What is about one work goes and comes with that."""
        return self.binned_ms is not None and not self.artifact

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
            tuple(record.get("works") or ()),
            record.get("goal") or "",
            record.get("competency") or "",
            record.get("binned_ms"),
        )

    def is_about_work(self, work: str) -> bool:
        """Whether a work is what it is about, alone or beside another."""
        return work == self.artifact or work in self.works
