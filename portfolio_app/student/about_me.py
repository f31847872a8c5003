"""What a learner says of themself, and who may see it.

No Flet, no HTTP, no clock of its own. Every function may raise BadInput, NotFound or StorageFull.
"""

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.profile import (
    SENSITIVE_TOPICS,
    USUAL_VISIBILITY,
    Entry,
    Invitation,
    Profile,
    assemble_profile,
    invitations,
)
from portfolio_app.model.records import TOPICS
from portfolio_app.student.portfolio import Portfolio, Write, fields_of

ENTRIES_LIMIT = 5_000
_KINDS = ("profile_entry", "profile_note", "profile_invitation")


def profile(portfolio: Portfolio) -> Profile:
    """All that the learner ever said, and what teachers noted beside it."""
    return assemble_profile(portfolio.records(*_KINDS))


def say(
    portfolio: Portfolio, topic: str, words: str, visible: str | None = None, replaces: str = ""
) -> str:
    """Say something on a topic and return its id; with `replaces` in the place of an entry.

    `visible`: "me", "teacher" or "family"; if it is not given, as what it replaces, or as the
    topic usually is. What was said before stays in the history.
    """
    if topic not in TOPICS:
        raise BadInput(f"Choose one of these to tell about: {', '.join(TOPICS)}.")
    if not words.strip():
        raise BadInput("There are no words yet. Write something first.")
    known = profile(portfolio)
    if len(known.entries) >= ENTRIES_LIMIT:
        raise BadInput(f"There are {ENTRIES_LIMIT} entries already, and no room for another.")
    before = next((one for one in known.now(topic) if one.id == replaces), None)
    if replaces and before is None:
        raise NotFound("What this is to replace is not here any more. Look at the topic again.")
    chosen = visible or (before.visible if before else USUAL_VISIBILITY[topic])
    _check_visibility(topic, chosen)
    entry_id = portfolio.world.new_id()
    fields = {"topic": topic, "words": words, "visible": chosen, "at_ms": portfolio.now_ms()}
    if replaces:
        fields["replaces"] = replaces
    portfolio.write(fields_of("profile_entry", entry_id, fields))
    return entry_id


def show_to(portfolio: Portfolio, entry_id: str, visible: str) -> None:
    """Choose who sees an entry: "me", "teacher" or "family"."""
    entry = _entry(portfolio, entry_id)
    _check_visibility(entry.topic, visible)
    if visible != entry.visible:
        portfolio.write([Write("profile_entry", entry_id, "visible", visible)])


def still_so(portfolio: Portfolio, entry_id: str) -> None:
    """Say that an entry is still so: nobody asks for a while."""
    _entry(portfolio, entry_id)
    portfolio.write([Write("profile_entry", entry_id, "still_ms", portfolio.now_ms())])


def take_off(portfolio: Portfolio, entry_id: str) -> None:
    """Take an entry off; it stays in the history, for the learner alone."""
    _entry(portfolio, entry_id)
    portfolio.write(
        fields_of("profile_entry", entry_id, {"retired_ms": portfolio.now_ms(), "visible": "me"})
    )


def put_back(portfolio: Portfolio, entry_id: str) -> None:
    """Put an entry back that was taken off; it is the learner's alone until they say otherwise."""
    _entry(portfolio, entry_id)
    portfolio.write([Write("profile_entry", entry_id, "retired_ms", None)])


def invited(portfolio: Portfolio) -> tuple[Invitation, ...]:
    """Which topics are worth another look now, and why."""
    made = [work.made_ms for work in portfolio.works()]
    return invitations(profile(portfolio), made, portfolio.now_ms())


def _entry(portfolio: Portfolio, entry_id: str) -> Entry:
    entry = next((one for one in profile(portfolio).entries if one.id == entry_id), None)
    if entry is None:
        raise NotFound("That is not here any more.")
    return entry


def _check_visibility(topic: str, visible: str) -> None:
    if visible == "family" and topic in SENSITIVE_TOPICS:
        raise BadInput("This is not for showing around. Choose yourself, or your teacher.")
