"""About me: what a learner says of themself, dated; who may see it; when to look at it again.

Preferences and choices, never a label. What a teacher notes stands apart and changes none of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from portfolio_app.model.enough import DAY_MS
from portfolio_app.model.records import ABOUT_LIMIT, ONLY_ME, TOPICS, VISIBLE_TO

SENSITIVE_TOPICS = frozenset({"needs", "supports"})
"""Never for families, showcases, search or insight, whatever was chosen."""

USUAL_VISIBILITY: Mapping[str, str] = {
    topic: ONLY_ME if topic in SENSITIVE_TOPICS else "teacher" for topic in TOPICS
}
LOOK_AGAIN_DAYS = 42
NEW_WORKS = 10
REST_DAYS = 14
"""After an entry nobody asks for that long, but a teacher."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a learner said of themself at one time; saying it anew is another entry.

    `still_ms`: when the learner last said that it is still so. `retired_ms`: when it was taken off.
    """

    id: str
    topic: str
    words: str
    visible: str
    at_ms: int
    replaces: str = ""
    still_ms: int = 0
    retired_ms: int | None = None

    @property
    def looked_at_ms(self) -> int:
        """When the learner last stood by it."""
        return max(self.at_ms, self.still_ms)


@dataclass(frozen=True, slots=True)
class Note:
    """What a teacher noted; `topic` "" when it belongs to none."""

    id: str
    topic: str
    words: str
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Asking:
    """A teacher's question to look at a topic again."""

    topic: str
    words: str
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything about a learner. `entries` are all that were ever made, oldest first."""

    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    askings: tuple[Asking, ...] = ()

    def now(self, topic: str) -> tuple[Entry, ...]:
        """What stands now on a topic: entries neither replaced nor taken off, oldest first."""
        replaced = {one.replaces for one in self.entries}
        return tuple(
            one
            for one in self.entries
            if one.topic == topic and one.retired_ms is None and one.id not in replaced
        )

    def history(self, topic: str) -> tuple[Entry, ...]:
        """All that was ever said on a topic, oldest first."""
        return tuple(one for one in self.entries if one.topic == topic)


class Reason(Enum):
    """Why a topic is worth another look."""

    ASKED = "asked"  # a teacher asks
    NEVER = "never"  # nothing was said yet
    LONG_AGO = "long_ago"  # nobody looked at it for weeks
    NEW_WORK = "new_work"  # much was made since


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation to update a topic, with its reason; `asking` when a teacher asks."""

    topic: str
    reason: Reason
    asking: Asking | None = None


def assemble_profile(records: Iterable[tuple[str, Mapping[str, Any]]]) -> Profile:
    """A profile from (kind, record) pairs; other kinds are skipped."""
    entries: list[Entry] = []
    notes: list[Note] = []
    askings: list[Asking] = []
    for kind, record in records:
        topic, words = record.get("topic") or "", record.get("words") or ""
        by, at_ms = record.get("by") or "", record.get("at_ms") or 0
        if kind == "profile_entry":
            entries.append(_entry(record))
        elif kind == "profile_note":
            notes.append(Note(record["id"], topic, words, by, at_ms))
        elif kind == "profile_invitation":
            askings.append(Asking(topic, words, by, at_ms))
    return Profile(
        tuple(sorted(entries, key=lambda one: (one.at_ms, one.id))),
        tuple(sorted(notes, key=lambda one: (one.at_ms, one.id))),
        tuple(sorted(askings, key=lambda one: (one.at_ms, one.topic, one.words))),
    )


def shown_to(entries: Sequence[Entry], viewer: str) -> tuple[Entry, ...]:
    """The entries that "me", "teacher" or "family" may see; who sees less sees nothing of the rest.

    What families see, teachers see too. Sensitive topics are never for families.
    """
    rank = VISIBLE_TO.index(viewer)
    return tuple(
        one
        for one in entries
        if VISIBLE_TO.index(one.visible) >= rank
        and not (viewer == "family" and one.topic in SENSITIVE_TOPICS)
    )


def for_families(profile: Profile) -> tuple[Entry, ...]:
    """What stands now and families may see, by topic: what can be a part of a showcase."""
    return tuple(one for topic in TOPICS for one in shown_to(profile.now(topic), "family"))


def told_in(profile: Profile, chosen: Collection[str]) -> tuple[Entry, ...]:
    """What a showcase tells of its learner, by topic, from the entries that it was given.

    Only what stands now and is for families: who hides an entry or takes it off takes it out of
    every showcase. What was said anew stands in the place of what it replaces.
    """
    before = {one.id: one.replaces for one in profile.entries}

    def is_chosen(entry_id: str) -> bool:
        seen: set[str] = set()
        while entry_id and entry_id not in seen:
            if entry_id in chosen:
                return True
            seen.add(entry_id)
            entry_id = before.get(entry_id, "")
        return False

    return tuple(one for one in for_families(profile) if is_chosen(one.id))[:ABOUT_LIMIT]


def invitations(
    profile: Profile, works_made_ms: Iterable[int], now_ms: int
) -> tuple[Invitation, ...]:
    """Topics that are worth another look now, each once, in the order of TOPICS.

    A teacher asked since the learner last looked; or nothing was said yet; or the last look is
    LOOK_AGAIN_DAYS ago; or NEW_WORKS works were made since and REST_DAYS have passed.
    """
    made = list(works_made_ms)
    found = (_invitation(profile, topic, made, now_ms) for topic in TOPICS)
    return tuple(one for one in found if one is not None)


def _invitation(
    profile: Profile, topic: str, made: Sequence[int], now_ms: int
) -> Invitation | None:
    said = profile.history(topic)
    # Taking something off is a look at it too.
    looked_ms = max((max(one.looked_at_ms, one.retired_ms or 0) for one in said), default=-1)
    asked = [one for one in profile.askings if one.topic == topic and one.at_ms > looked_ms]
    if asked:
        return Invitation(topic, Reason.ASKED, asked[-1])
    if not said:
        return Invitation(topic, Reason.NEVER)
    if now_ms - looked_ms >= LOOK_AGAIN_DAYS * DAY_MS:
        return Invitation(topic, Reason.LONG_AGO)
    if now_ms - looked_ms >= REST_DAYS * DAY_MS:
        new = sum(made_ms > looked_ms for made_ms in made)
        return Invitation(topic, Reason.NEW_WORK) if new >= NEW_WORKS else None
    return None


def _entry(record: Mapping[str, Any]) -> Entry:
    visible = record.get("visible")
    return Entry(
        record["id"],
        record.get("topic") or "",
        record.get("words") or "",
        visible if visible in VISIBLE_TO else ONLY_ME,
        record.get("at_ms") or 0,
        record.get("replaces") or "",
        record.get("still_ms") or 0,
        record.get("retired_ms"),
    )
