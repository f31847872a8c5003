"""The table walked whole: kind × field × role × verb, and every check at and beyond its limit.

The expectation below is written by hand. A kind or field that stands in the table and not here
fails, so nobody adds one without saying who may write it and what it may hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import pytest

from portfolio_app.model import records, values
from portfolio_app.model.people import (
    Actor,
    ClassId,
    LearnerId,
    PersonId,
    Role,
    class_scope,
    learner_scope,
)
from portfolio_app.model.records import KINDS, may_read, may_see, may_write, problem_with
from portfolio_app.model.values import JSON
from sync import wire
from sync.change import Rule
from sync.rows import value_size_bytes

AMY, BEN = LearnerId("amy"), LearnerId("ben")
BEES, ANTS = ClassId("bees"), ClassId("ants")
ACTORS = {
    "amy": Actor(PersonId("amy"), Role.LEARNER, learner=AMY, classes=frozenset({BEES})),
    "ben": Actor(PersonId("ben"), Role.LEARNER, learner=BEN, classes=frozenset({BEES})),
    "teacher": Actor(
        PersonId("ms-lee"), Role.TEACHER, teaches=frozenset({AMY}), classes=frozenset({BEES})
    ),
    "other teacher": Actor(
        PersonId("mr-ng"), Role.TEACHER, teaches=frozenset({BEN}), classes=frozenset({ANTS})
    ),
    "guest": Actor(PersonId("granny"), Role.GUEST),
}
SCOPES = {
    "amy's": learner_scope(AMY),
    "bees'": class_scope(BEES),
    "ants'": class_scope(ANTS),
    "a showcase's": "s/show",
    "self": "self",
}
READERS = {
    "amy's": {"amy", "teacher"},
    "bees'": {"amy", "ben", "teacher"},
    "ants'": {"other teacher"},
    "a showcase's": set[str](),
    "self": set[str](),
}

_SHA = "a" * 64
_REF = "fw-1/item.2"


@dataclass(frozen=True, slots=True)
class Expected:
    """One field: its rule, values that fit, and values that do not."""

    rule: str
    good: tuple[JSON, ...]
    bad: tuple[JSON, ...]


_ID = Expected("append", ("a1", "0" * 64), ("", "A", "a/b", "0" * 65, None, 7, "a\n"))
_NEWEST_ID = Expected("scalar", _ID.good, _ID.bad)
_PLACE = Expected("scalar", ("i", "0z", "z" * 60), ("", "0", "i0", "I", "z" * 61, None, 5, "i\n"))
_TIME = Expected("append", (0, 1 << 47), (-1, (1 << 48) + 1, True, 1.5, "1", None))
_NEWEST_TIME = Expected("scalar", (None, 0, 1 << 47), (-1, (1 << 48) + 1, True, "1"))
_HASH = Expected("append", (_SHA,), ("A" * 64, "a" * 63, _SHA + "\n", None, 1))
_DOCUMENT = Expected("append", ("project-work", "urn:x~1"), ("", "a/b", "-a", "a" * 101, None, 3))
_REFERENCE = Expected("append", (_REF, "a~b/c"), ("a", "a/b/c", "/b", "a/", None, 5, "a/b\n"))
_RATING = {"line": {"level": "two", "why": "because\nI tried"}}
_RATINGS = Expected(
    "append",
    ({}, _RATING, {"line": {"level": "two"}}),
    (
        None, [], {"line": "two"}, {"line": {}},
        {"line": {"level": "a b"}}, {"a b": {"level": "x"}},
        {"line": {"level": "two", "score": 3}}, {"line": {"level": "two", "why": "x" * 2_001}},
        {"line": {"level": "two", "why": None}},
        {f"c{n}": {"level": "two"} for n in range(values.RATINGS_LIMIT + 1)},
        {f"c{n}": {"level": "two", "why": "x" * 2_000} for n in range(31)},
    ),
)  # fmt: skip


_PIN = {"work": "w1", "file": "f1", "x": 0.25, "y": 1, "from_ms": 0, "to_ms": 9, "note": "here"}
_ODD_PINS: tuple[JSON, ...] = (
    "w1", {}, {"work": "W"}, {"work": "w1", "file": ""}, {"work": "w1", "colour": "red"},
    {"work": "w1", "x": 0.5, "y": 0.5}, {"work": "w1", "from_ms": 5},
    {"work": "w1", "file": "f1", "x": 0.5}, {"work": "w1", "file": "f1", "x": 1.01, "y": 0},
    {"work": "w1", "file": "f1", "x": True, "y": 0}, {"work": "w1", "file": "f1", "to_ms": 5},
    {"work": "w1", "file": "f1", "from_ms": 9, "to_ms": 8},
    {"work": "w1", "note": "x" * 201}, {"work": "w1", "note": None},
)  # fmt: skip
_WIDE_PIN = {"work": "w1", "note": "\U0001f98a" * 200}
_PINS = Expected(
    "append",
    ({}, {"line": []}, {"line": [{"work": "w1"}, _PIN]}, {"line": [_PIN] * 12},
     {"line": [{"work": "w1", "file": "f1", "from_ms": 7}]}),
    (
        None, [], {"line": _PIN}, {"a b": []}, {"line": [_PIN] * 13},
        *({"line": [odd]} for odd in _ODD_PINS),
        {f"c{n}": [] for n in range(values.RATINGS_LIMIT + 1)},
        {f"c{n}": [_WIDE_PIN] * 12 for n in range(7)},
    ),
)  # fmt: skip
_DRAFT = Expected(
    "text",
    ({}, {"ratings": _RATING}, {"ratings": {"line": {"why": "so far"}}},
     {"ratings": {"line": {}}, "pins": {"line": [_PIN]}}),
    (
        None, [], {"level": "two"}, {"ratings": {"line": "two"}}, {"ratings": []},
        {"ratings": {"line": {"level": "a b"}}}, {"ratings": {"line": {"level": "none", "x": 1}}},
        {"pins": {"line": [{}]}},
        {"ratings": {f"c{n}": {"why": "x" * 2_000} for n in range(20)},
         "pins": {f"c{n}": [_WIDE_PIN] * 12 for n in range(3)}},
    ),
)  # fmt: skip
_FLAG = Expected("append", (True, False), (None, 0, 1, "yes"))
_ENOUGH = Expected(
    "append",
    ({}, {"pieces": 3, "contexts": 2, "recent": 1, "recent_days": 90, "alone": 0}),
    (None, [], {"pieces": -1}, {"pieces": 51}, {"contexts": 7}, {"recent_days": 3_651},
     {"alone": True}, {"recent": 1.5}, {"score": 1}),
)  # fmt: skip
_TOPICS = ("strengths", "needs", "interests", "motivation", "supports", "showing")


def _line(rule: str, limit: int) -> Expected:
    return Expected(
        rule,
        ("", "Zoë 🦊", "x" * limit),
        ("x" * (limit + 1), "a\nb", "\0", "\ud800", None, 5, ["a"]),
    )


def _lines(rule: str, limit: int) -> Expected:
    return Expected(
        rule,
        ("", "one\ntwo\tthree", "x" * limit),
        ("x" * (limit + 1), "\x1b[0m", "\udfff", None, {}),
    )


def _whole(limit: int, rule: str = "append") -> Expected:
    return Expected(rule, (0, limit), (-1, limit + 1, True, 0.5, "1", None))


def _choice(rule: str, *options: str) -> Expected:
    return Expected(rule, options, ("", "other", None, 0, [options[0]]))


def _scalar(inner: Expected) -> Expected:
    return Expected("scalar", inner.good, inner.bad)


def _set(inner: Expected) -> Expected:
    return Expected("set", inner.good, inner.bad)


def _optional(inner: Expected) -> Expected:
    bad = tuple(value for value in inner.bad if value is not None)
    return Expected(inner.rule, (None, *inner.good), bad)


LEARNERS: Mapping[str, Mapping[str, Expected]] = {
    "learner": {
        "name": _line("scalar", 60),
        "picture": _choice("scalar", "fox", "owl", "penguin"),
        "band": _choice("scalar", "5-7", "8-10", "11-13", "14-18"),
        "language": _line("scalar", 35),
    },
    "artifact": {
        "title": _line("scalar", 120),
        "caption": _lines("text", 10_000),
        "made_ms": _TIME,
        "competencies": _set(_REFERENCE),
        "setting": _optional(_choice("scalar", "class", "home", "outdoors", "club", "town")),
        "help": _optional(_choice("scalar", "alone", "some_help", "together")),
        "binned_ms": _NEWEST_TIME,
        "recovered_ms": Expected("scalar", (0, 5), (None, -1, "1")),
    },
    "file": {
        "artifact": _ID,
        "media": _HASH,
        "media_type": _line("append", 100),
        "size_bytes": _whole(2 << 30),
        "name": _line("append", 200),
        "preview": _HASH,
        "thumbnail": _HASH,
        "width": _whole(100_000),
        "height": _whole(100_000),
        "position": _whole(60),
        "place": _PLACE,
        "words": _lines("text", 10_000),
        "address": Expected(
            "append", ("https://example.org/a?b#c",), ("", "example.org", "javascript:x", None, 5)
        ),
        "replaces": _ID,
        "part_of": _ID,
        "seen": _line("scalar", 500),
    },
    "self_assessment": {
        "artifact": _ID,
        "rubric": _DOCUMENT,
        "rubric_source": _HASH,
        "ratings": _RATINGS,
        "pins": _PINS,
        "at_ms": _TIME,
    },
    "self_assessment_draft": {
        "artifact": _scalar(_ID),
        "rubric": _scalar(_DOCUMENT),
        "rubric_source": _scalar(_HASH),
        "begun": _DRAFT,
        "at_ms": _scalar(_TIME),
    },
    "reflection": {
        "artifact": _ID,
        "works": Expected("append", ([], ["a", "b"]), (["a"] * 3, ["A"], "a", None)),
        "goal": _ID,
        "competency": _REFERENCE,
        "prompt": _DOCUMENT,
        "words": _lines("text", 8_000),
        "at_ms": _TIME,
        "binned_ms": _NEWEST_TIME,
    },
    "goal": {
        "title": _line("scalar", 120),
        "why": _lines("text", 8_000),
        "competencies": _set(_REFERENCE),
        "made_ms": _TIME,
        "finished_ms": _NEWEST_TIME,
        "story": _lines("text", 10_000),
        "binned_ms": _NEWEST_TIME,
    },
    "step": {
        "goal": _scalar(_ID),
        "title": _line("scalar", 120),
        "position": _whole(200, "scalar"),
        "competencies": _set(_REFERENCE),
        "evidence": _set(_ID),
        "proposal": _scalar(_ID),
        "made_ms": _scalar(_TIME),
        "started_ms": _NEWEST_TIME,
        "finished_ms": _NEWEST_TIME,
        "binned_ms": _NEWEST_TIME,
    },
    "check_in": {
        "goal": _ID,
        "step": _optional(_ID),
        "going": _choice("append", "well", "slowly", "stuck"),
        "words": _lines("text", 8_000),
        "at_ms": _TIME,
    },
    "proposal_answer": {
        "proposal": _scalar(_ID),
        "answer": _choice("scalar", "accepted", "declined"),
        "words": _lines("text", 8_000),
        "at_ms": _scalar(_TIME),
    },
    "profile_entry": {
        "topic": _choice("append", *_TOPICS),
        "words": _lines("append", 8_000),
        "visible": _choice("scalar", "me", "teacher", "family"),
        "replaces": _ID,
        "at_ms": _TIME,
        "still_ms": _scalar(_TIME),
        "retired_ms": _NEWEST_TIME,
    },
    "suggestion": {"hidden_ms": _NEWEST_TIME},
    "suggestion_setting": {"choice": _choice("scalar", "off", "ask", "on")},
    "showcase": {
        "title": _line("scalar", 120),
        "story": _lines("text", 10_000),
        "items": Expected("set", ("a1",), ("A", None, 5, ["a1"])),
        "about": Expected("set", ("a1",), ("A", None, 5, ["a1"])),
        "arrangement": Expected("scalar", ([], ["a"] * 60), (["a"] * 61, ["A"], "a", None, {})),
        "layout": _choice("scalar", "grid", "story"),
        "binned_ms": _NEWEST_TIME,
    },
    "returned": {
        "change": Expected(
            "append", ({}, {"value": "x" * 50_000}), (None, "a", [], {"a": "x" * 60_001})
        ),
        "reason": _line("append", 40),
        "at_ms": _TIME,
        "settled_ms": _NEWEST_TIME,
    },
    "placement": {"showcase": _NEWEST_ID, "item": _NEWEST_ID, "place": _PLACE},
    "link": {
        "showcase": _ID,
        "hash": _HASH,
        "until_ms": _TIME,
        "taken_back_ms": Expected("scalar", (0, 5), (None, -1, "1")),
    },
}
TEACHERS: Mapping[str, Mapping[str, Expected]] = {
    "feedback": {
        "artifact": _ID,
        "self_assessment": _optional(_ID),
        "rubric": _optional(_DOCUMENT),
        "rubric_source": _optional(_HASH),
        "ratings": _RATINGS,
        "words": _lines("append", 8_000),
        "next_step": _lines("append", 480),
        "by": _line("append", 60),
        "at_ms": _TIME,
    },
    "approval": {
        "artifact": _ID,
        "decision": _choice("append", "approved", "not_yet"),
        "content": _HASH,
        "by": _line("append", 60),
        "at_ms": _TIME,
    },
}
TEACHERS_TOO: Mapping[str, Mapping[str, Expected]] = {
    "proposal": {
        "goal": _ID,
        "step": _optional(_ID),
        "steps": Expected(
            "append",
            ([], ["Ask Mia", ""], ["x" * 120] * 8),
            (["x"] * 9, ["x" * 121], ["a\nb"], "x", None, [None]),
        ),
        "words": _lines("append", 8_000),
        "by": _line("append", 60),
        "at_ms": _TIME,
    },
    "profile_note": {
        "topic": _optional(_choice("append", *_TOPICS)),
        "words": _lines("append", 8_000),
        "by": _line("append", 60),
        "at_ms": _TIME,
    },
    "profile_invitation": {
        "topic": _choice("append", *_TOPICS),
        "words": _lines("append", 8_000),
        "by": _line("append", 60),
        "at_ms": _TIME,
    },
}
CLASSROOMS: Mapping[str, Mapping[str, Expected]] = {
    "library": {
        "document": _choice("append", "framework", "rubric"),
        "media": _HASH,
        "title": _line("append", 240),
    },
    "class_rules": {
        "seals_self_assessment": _FLAG,
        "level_method": _choice("append", "latest", "best", "most_common", "decaying_average"),
        "newest_percent": _whole(100),
        "enough": _ENOUGH,
        "by": _line("append", 60),
        "at_ms": _TIME,
    },
}
PRIVATE = ("self_assessment_draft", "suggestion", "suggestion_setting", "returned")
EVERYTHING = {**LEARNERS, **TEACHERS, **TEACHERS_TOO, **CLASSROOMS}
FIELDS = [(kind, field) for kind, fields in EVERYTHING.items() for field in fields]


def test_every_kind_and_field_of_the_table_is_expected_here() -> None:
    assert {kind: set(row.fields) for kind, row in KINDS.items()} == {
        kind: set(fields) for kind, fields in EVERYTHING.items()
    }
    assert all(kind == row.name for kind, row in KINDS.items())


def _writers(kind: str, scope: str) -> set[str]:
    if kind in LEARNERS:
        return {"amy"} if scope == "amy's" else set()
    if kind in {**TEACHERS, **TEACHERS_TOO}:
        return {"teacher"} if scope == "amy's" else set()
    return {"bees'": {"teacher"}, "ants'": {"other teacher"}}.get(scope, set())


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_who_may_write(kind: str, field: str) -> None:
    for scope, who in product(SCOPES, ACTORS):
        may = may_write(ACTORS[who], SCOPES[scope], kind, field, "")
        assert may == (who in _writers(kind, scope)), (who, scope)
        begun_by_another = may_write(ACTORS[who], SCOPES[scope], kind, field, "somebody-else")
        assert not begun_by_another, (who, scope)
        own = may_write(ACTORS[who], SCOPES[scope], kind, field, ACTORS[who].id)
        assert own == may, (who, scope)


@pytest.mark.parametrize(("scope", "who"), list(product(SCOPES, ACTORS)))
def test_who_may_read(scope: str, who: str) -> None:
    assert may_read(ACTORS[who], SCOPES[scope]) == (who in READERS[scope])


@pytest.mark.parametrize(("scope", "who"), list(product(SCOPES, ACTORS)))
def test_what_a_newer_app_adds_belongs_to_the_learner_alone(scope: str, who: str) -> None:
    is_own = (scope, who) == ("amy's", "amy")
    for kind, field in (("habit", "title"), ("artifact", "mood"), ("goal", "mood")):
        assert may_write(ACTORS[who], SCOPES[scope], kind, field, "") == is_own
    assert not may_write(ACTORS[who], SCOPES[scope], "feedback", "mood", "")
    assert not may_write(ACTORS[who], SCOPES[scope], "library", "mood", "")
    assert not may_write(ACTORS[who], SCOPES[scope], "proposal", "mood", "")


@pytest.mark.parametrize(("scope", "who"), list(product(SCOPES, ACTORS)))
def test_who_may_see_what_stands_in_a_record(scope: str, who: str) -> None:
    """All that is theirs to the learner; to the teacher not what is begun or kept to oneself."""
    for kind in (*KINDS, "habit"):
        for visible in (None, "me", "teacher", "family"):
            is_kept = kind == "profile_entry" and visible in (None, "me")
            is_closed = is_kept or kind in PRIVATE or kind == "habit"
            reads = who in READERS[scope]
            is_own = (scope, who) == ("amy's", "amy")
            may = may_see(ACTORS[who], SCOPES[scope], kind, {"visible": visible})
            assert may == (reads and (is_own or not is_closed)), (kind, visible)


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_what_a_field_may_hold(kind: str, field: str) -> None:
    expected = EVERYTHING[kind][field]
    for value in expected.good:
        assert problem_with(kind, field, expected.rule, value) is None, value
    for value in expected.bad:
        problem = problem_with(kind, field, expected.rule, value)
        assert problem is not None, value
        assert kind in problem
        assert field in problem
        shown = str(value)
        assert len(shown) < 12 or shown not in problem, "a refusal shows what it refused"
    for rule in {rule.value for rule in Rule} - {expected.rule}:
        assert problem_with(kind, field, rule, expected.good[0]) is not None


def test_the_table_names_only_rules_that_can_be_merged() -> None:
    rules = {field.rule for row in KINDS.values() for field in row.fields.values()}
    assert rules <= {rule.value for rule in Rule}


def test_only_a_set_has_removals_and_only_without_a_value() -> None:
    def problem(field: str, rule: str, value: JSON) -> str | None:
        return problem_with("artifact", field, rule, value, is_removal=True)

    assert problem("competencies", "set", None) is None
    assert problem("competencies", "set", "no reference") is not None
    assert problem("title", "scalar", None) is not None


def test_unknown_kinds_and_fields_pass_as_they_are() -> None:
    assert problem_with("habit", "title", "scalar", {"any": ["thing"]}) is None
    assert problem_with("artifact", "mood", "order", 5) is None


def test_whatever_the_table_allows_fits_into_one_change() -> None:
    """The widest characters, at every limit: nothing is accepted here and too large for school."""
    widest = "\U0001f98a"
    texts = (records.TEXT_LIMIT, records.WORDS_LIMIT, records.TITLE_LIMIT * 4)
    for limit in texts:
        assert value_size_bytes(widest * limit) <= wire.VALUE_BYTES_LIMIT
    assert value_size_bytes("\n" * records.TEXT_LIMIT) <= wire.VALUE_BYTES_LIMIT
    assert values.RATINGS_BYTES_LIMIT < wire.VALUE_BYTES_LIMIT
    ids = ["0" * 64] * records.ITEMS_LIMIT
    assert value_size_bytes(ids) <= wire.VALUE_BYTES_LIMIT


def test_no_words_of_a_child_stand_in_clear_columns() -> None:
    clear = {
        (kind, name)
        for kind, row in KINDS.items()
        for name, field in row.fields.items()
        if field.clear
    }
    secret = {
        "name",
        "title",
        "caption",
        "words",
        "story",
        "ratings",
        "next_step",
        "by",
        "why",
        "topic",
        "steps",
        "begun",
        "pins",
        "going",
        "competency",
        "setting",
        "help",
    }
    assert not [pair for pair in clear if pair[1] in secret]
    assert not {("artifact", "competencies"), ("learner", "picture")} & clear
