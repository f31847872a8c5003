"""The table: each kind of record, its fields, how each merges, who writes and who reads.

Device and server both ask here and nowhere else. A new feature is a new row. Merge rules are plain
words ("scalar", "set", "text", "append"), because the model does not know how records travel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from portfolio_app.model import values
from portfolio_app.model.level_rules import METHODS
from portfolio_app.model.people import AVATARS, BANDS, NAME_LIMIT, Actor, LearnerId, Role
from portfolio_app.model.values import JSON, Check

SCHEMA = 1
TITLE_LIMIT = 120
TEXT_LIMIT = 10_000
WORDS_LIMIT = 8_000
FILE_NAME_LIMIT = 200
SEEN_LIMIT = 500
ITEMS_LIMIT = 60
ABOUT_LIMIT = 20
FILE_BYTES_LIMIT = 2 << 30
SIDE_LIMIT_PX = 100_000
COMPARED = 2
STEPS_LIMIT = 200
PROPOSED_STEPS_LIMIT = 8
PIECES_LIMIT = 50
DAYS_LIMIT = 3_650

SETTINGS = ("class", "home", "outdoors", "club", "town")
HELP = ("alone", "some_help", "together")
GOING = ("well", "slowly", "stuck")
ANSWERS = ("accepted", "declined")
TOPICS = ("strengths", "needs", "interests", "motivation", "supports", "showing")
VISIBLE_TO = ("me", "teacher", "family")
ONLY_ME = "me"
SUGGESTING = ("off", "ask", "on")

LEARNER_PORTFOLIO = "learner"
CLASSROOM = "class"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its merge `rule`, the `check` its value must pass, and whether it is `clear`.

    A clear field may stand unsealed in the server's columns, where queries use it: states, times
    and ids, never words or numbers that tell about a child.
    """

    rule: str
    check: Check
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: where it lives (`home`), who writes it, and its fields.

    A teacher sees what is in a portfolio, but for a kind that `is_private` and for a record whose
    field `visible` says ONLY_ME.
    """

    name: str
    home: str
    writer: Role
    fields: Mapping[str, Field]
    is_private: bool = False
    visible: str = ""


def _kind(
    name: str,
    writer: Role,
    fields: dict[str, Field],
    home: str = LEARNER_PORTFOLIO,
    *,
    is_private: bool = False,
    visible: str = "",
) -> Kind:
    return Kind(name, home, writer, MappingProxyType(fields), is_private, visible)


def _once(check: Check, *, clear: bool = False) -> Field:
    return Field("append", check, clear)


def _newest(check: Check, *, clear: bool = False) -> Field:
    return Field("scalar", check, clear)


_ID = values.identifier
_TIME = values.time_ms
_BIN = _newest(values.optional(_TIME), clear=True)

_ROWS = (
    _kind("learner", Role.LEARNER, {
        "name": _newest(values.text(NAME_LIMIT)),
        "picture": _newest(values.choice(*AVATARS)),
        "band": _newest(values.choice(*BANDS), clear=True),
        "language": _newest(values.text(35), clear=True),
    }),
    _kind("artifact", Role.LEARNER, {
        "title": _newest(values.text(TITLE_LIMIT)),
        "caption": Field("text", values.text(TEXT_LIMIT, lines=True)),
        "made_ms": _once(_TIME, clear=True),
        "competencies": Field("set", values.reference),
        "setting": _newest(values.optional(values.choice(*SETTINGS))),
        "help": _newest(values.optional(values.choice(*HELP))),
        "binned_ms": _BIN,
        "recovered_ms": _newest(_TIME, clear=True),  # it was binned and edited at once
    }),
    _kind("file", Role.LEARNER, {
        "artifact": _once(_ID, clear=True),
        "media": _once(values.sha256, clear=True),
        "media_type": _once(values.text(100), clear=True),
        "size_bytes": _once(values.whole(FILE_BYTES_LIMIT), clear=True),
        "name": _once(values.text(FILE_NAME_LIMIT)),
        "preview": _once(values.sha256, clear=True),
        "thumbnail": _once(values.sha256, clear=True),
        "width": _once(values.whole(SIDE_LIMIT_PX), clear=True),
        "height": _once(values.whole(SIDE_LIMIT_PX), clear=True),
        "position": _once(values.whole(ITEMS_LIMIT), clear=True),
        "place": _newest(values.order_key, clear=True),
        "seen": _newest(values.text(SEEN_LIMIT)),  # what a picture shows, for who cannot see it
        "words": Field("text", values.text(TEXT_LIMIT, lines=True)),  # a text written here
        "address": _once(values.web_address),  # a link
        "replaces": _once(_ID, clear=True),  # the file that this is a newer version of
        "part_of": _once(_ID, clear=True),  # the file or the thought that this belongs to
    }),
    _kind("self_assessment", Role.LEARNER, {
        "artifact": _once(_ID, clear=True),
        "rubric": _once(values.document, clear=True),
        "rubric_source": _once(values.sha256, clear=True),
        "ratings": _once(values.ratings),
        "pins": _once(values.pins),
        "at_ms": _once(_TIME, clear=True),
    }),
    # One for each work and rubric, on whatever device: its id is made of both. So nothing in it is
    # written once, and what two devices began apart stands side by side.
    _kind("self_assessment_draft", Role.LEARNER, {
        "artifact": _newest(_ID, clear=True),
        "rubric": _newest(values.document, clear=True),
        "rubric_source": _newest(values.sha256, clear=True),
        "begun": Field("text", values.draft),
        "at_ms": _newest(_TIME, clear=True),
    }, is_private=True),
    _kind("reflection", Role.LEARNER, {
        "artifact": _once(_ID, clear=True),
        "works": _once(values.list_of(_ID, COMPARED), clear=True),
        "goal": _once(_ID, clear=True),
        "competency": _once(values.reference),
        "prompt": _once(values.document, clear=True),
        "words": Field("text", values.text(WORDS_LIMIT, lines=True)),
        "at_ms": _once(_TIME, clear=True),
        "binned_ms": _BIN,  # of one that belongs to no work; the others go with theirs
    }),
    _kind("feedback", Role.TEACHER, {
        "artifact": _once(_ID, clear=True),
        "self_assessment": _once(values.optional(_ID), clear=True),
        "rubric": _once(values.optional(values.document), clear=True),
        "rubric_source": _once(values.optional(values.sha256), clear=True),
        "ratings": _once(values.ratings),
        "words": _once(values.text(WORDS_LIMIT, lines=True)),
        "next_step": _once(values.text(TITLE_LIMIT * 4, lines=True)),
        "by": _once(values.text(NAME_LIMIT)),
        "at_ms": _once(_TIME, clear=True),
    }),
    _kind("approval", Role.TEACHER, {
        "artifact": _once(_ID, clear=True),
        "decision": _once(values.choice("approved", "not_yet"), clear=True),
        "content": _once(values.sha256, clear=True),
        "by": _once(values.text(NAME_LIMIT)),
        "at_ms": _once(_TIME, clear=True),
    }),
    _kind("goal", Role.LEARNER, {
        "title": _newest(values.text(TITLE_LIMIT)),
        "why": Field("text", values.text(WORDS_LIMIT, lines=True)),
        "competencies": Field("set", values.reference),
        "made_ms": _once(_TIME, clear=True),
        "finished_ms": _newest(values.optional(_TIME), clear=True),
        "story": Field("text", values.text(TEXT_LIMIT, lines=True)),
        "binned_ms": _BIN,
    }),
    # A step that a coach proposed has an id made of the proposal: accepted on two devices it is
    # one step. So nothing in it is written once.
    _kind("step", Role.LEARNER, {
        "goal": _newest(_ID, clear=True),
        "title": _newest(values.text(TITLE_LIMIT)),
        "position": _newest(values.whole(STEPS_LIMIT), clear=True),
        "competencies": Field("set", values.reference),
        "evidence": Field("set", _ID, clear=True),
        "proposal": _newest(_ID, clear=True),
        "made_ms": _newest(_TIME, clear=True),
        "started_ms": _newest(values.optional(_TIME), clear=True),
        "finished_ms": _newest(values.optional(_TIME), clear=True),
        "binned_ms": _BIN,
    }),
    _kind("check_in", Role.LEARNER, {
        "goal": _once(_ID, clear=True),
        "step": _once(values.optional(_ID), clear=True),
        "going": _once(values.choice(*GOING)),
        "words": Field("text", values.text(WORDS_LIMIT, lines=True)),
        "at_ms": _once(_TIME, clear=True),
    }),
    _kind("proposal", Role.TEACHER, {
        "goal": _once(_ID, clear=True),
        "step": _once(values.optional(_ID), clear=True),
        "steps": _once(values.list_of(values.text(TITLE_LIMIT), PROPOSED_STEPS_LIMIT)),
        "words": _once(values.text(WORDS_LIMIT, lines=True)),
        "by": _once(values.text(NAME_LIMIT)),
        "at_ms": _once(_TIME, clear=True),
    }),
    # One for each proposal; whoever changes their mind says so again.
    _kind("proposal_answer", Role.LEARNER, {
        "proposal": _newest(_ID, clear=True),
        "answer": _newest(values.choice(*ANSWERS), clear=True),
        "words": Field("text", values.text(WORDS_LIMIT, lines=True)),
        "at_ms": _newest(_TIME, clear=True),
    }),
    _kind("profile_entry", Role.LEARNER, {
        "topic": _once(values.choice(*TOPICS)),
        "words": _once(values.text(WORDS_LIMIT, lines=True)),
        "visible": _newest(values.choice(*VISIBLE_TO), clear=True),
        "replaces": _once(_ID, clear=True),
        "at_ms": _once(_TIME, clear=True),
        "still_ms": _newest(_TIME, clear=True),
        "retired_ms": _newest(values.optional(_TIME), clear=True),
    }, visible="visible"),
    _kind("profile_note", Role.TEACHER, {
        "topic": _once(values.optional(values.choice(*TOPICS))),
        "words": _once(values.text(WORDS_LIMIT, lines=True)),
        "by": _once(values.text(NAME_LIMIT)),
        "at_ms": _once(_TIME, clear=True),
    }),
    _kind("profile_invitation", Role.TEACHER, {
        "topic": _once(values.choice(*TOPICS)),
        "words": _once(values.text(WORDS_LIMIT, lines=True)),
        "by": _once(values.text(NAME_LIMIT)),
        "at_ms": _once(_TIME, clear=True),
    }),
    # Ideas are worked out on the device and kept nowhere; only what the learner said of them is,
    # and nobody else sees it. One record for each idea, whose id is made of what it is about.
    _kind("suggestion", Role.LEARNER, {
        "hidden_ms": _newest(values.optional(_TIME)),
    }, is_private=True),
    _kind("suggestion_setting", Role.LEARNER, {
        "choice": _newest(values.choice(*SUGGESTING)),
    }, is_private=True),
    _kind("showcase", Role.LEARNER, {
        "title": _newest(values.text(TITLE_LIMIT)),
        "story": Field("text", values.text(TEXT_LIMIT, lines=True)),
        "items": Field("set", _ID, clear=True),
        "about": Field("set", _ID, clear=True),  # entries of the profile; see `profile.told_in`
        "arrangement": _newest(values.list_of(_ID, ITEMS_LIMIT), clear=True),
        "layout": _newest(values.choice("grid", "story"), clear=True),
        "binned_ms": _BIN,
    }),
    _kind("placement", Role.LEARNER, {  # one item in one showcase; its id is `order.placement_id`
        "showcase": _newest(_ID, clear=True),
        "item": _newest(_ID, clear=True),
        "place": _newest(values.order_key, clear=True),
    }),
    _kind("link", Role.LEARNER, {
        "showcase": _once(_ID, clear=True),
        "hash": _once(values.sha256, clear=True),
        "until_ms": _once(_TIME, clear=True),
        "taken_back_ms": _newest(_TIME, clear=True),  # never None again: a link stays closed
    }),
    # What was not taken from a device that the learner had left; the school writes it for them.
    _kind("returned", Role.LEARNER, {
        "change": _once(values.parcel),
        "reason": _once(values.text(40)),
        "at_ms": _once(_TIME, clear=True),
        "settled_ms": _newest(values.optional(_TIME), clear=True),
    }, is_private=True),
    _kind("library", Role.TEACHER, {
        "document": _once(values.choice("framework", "rubric"), clear=True),
        "media": _once(values.sha256, clear=True),
        "title": _once(values.text(TITLE_LIMIT * 2)),
    }, home=CLASSROOM),
    # Each decision is a record of its own, because a record belongs to whoever began it; of each
    # field the newest decision counts.
    _kind("class_rules", Role.TEACHER, {
        "seals_self_assessment": _once(values.flag, clear=True),
        "level_method": _once(values.choice(*METHODS), clear=True),
        "newest_percent": _once(values.whole(100), clear=True),
        "enough": _once(values.numbers(
            pieces=PIECES_LIMIT, contexts=len(SETTINGS) + 1, recent=PIECES_LIMIT,
            recent_days=DAYS_LIMIT, alone=PIECES_LIMIT,
        ), clear=True),
        "by": _once(values.text(NAME_LIMIT)),
        "at_ms": _once(_TIME, clear=True),
    }, home=CLASSROOM),
)  # fmt: skip

KINDS: Mapping[str, Kind] = MappingProxyType({row.name: row for row in _ROWS})


def may_read(actor: Actor, scope: str) -> bool:
    """Whether `actor` may read all of `scope` ("p/…" or "c/…"); guests read through links only."""
    home, _, owner = scope.partition("/")
    if actor.role is Role.GUEST:
        return False
    if home == "p":
        return owner == actor.learner or LearnerId(owner) in actor.teaches
    return home == "c" and owner in actor.classes


def may_see(actor: Actor, scope: str, kind: str, record: Mapping[str, JSON]) -> bool:
    """Whether a page may show `actor` what stands in a record of a scope (a part of `may_read`).

    The learner sees all that is theirs. A kind that this program does not know is shown to nobody
    else: it cannot know what was meant for whom.
    """
    if not may_read(actor, scope):
        return False
    if scope.startswith("p/") and scope[2:] == actor.learner:
        return True
    row = KINDS.get(kind)
    if row is None or row.is_private:
        return False
    return not row.visible or record.get(row.visible) not in (None, ONLY_ME)


def may_write(actor: Actor, scope: str, kind: str, field: str, record_author: str) -> bool:
    """Whether `actor` may write `field` of a record begun by `record_author` ("" if it is new).

    A kind or field that this program does not know belongs to whoever owns the scope: it comes from
    a newer app of theirs, and is kept for it.
    """
    if not may_read(actor, scope) or record_author not in ("", actor.id):
        return False
    is_own = scope.startswith("p/") and scope[2:] == actor.learner
    row = KINDS.get(kind)
    if row is None or field not in row.fields:
        return is_own and (row is None or row.writer is Role.LEARNER)
    if (row.home == CLASSROOM) != scope.startswith("c/"):
        return False
    if row.writer is Role.LEARNER:
        return actor.role is Role.LEARNER and is_own
    return actor.role is row.writer


def problem_with(
    kind: str, field: str, rule: str, value: JSON, *, is_removal: bool = False
) -> str | None:
    """What is wrong with a value, as a sentence without the value; None if nothing is.

    `is_removal`: a set's "remove what I have seen", which has no value. Unknown kinds and fields
    pass.
    """
    row = KINDS.get(kind)
    known = row.fields.get(field) if row else None
    if known is None:
        return None
    if known.rule != rule:
        return f"The field '{field}' of a {kind} does not merge as '{rule}'."
    if is_removal and rule == "set" and value is None:
        return None
    problem = known.check(value)
    return None if problem is None else f"The field '{field}' of a {kind} {problem}."
