"""What a learner says of themself: what stands now, who sees it, and when to look again."""

from itertools import product
from typing import Any

import pytest

from portfolio_app.model.enough import DAY_MS
from portfolio_app.model.profile import (
    SENSITIVE_TOPICS,
    USUAL_VISIBILITY,
    Entry,
    Profile,
    Reason,
    assemble_profile,
    invitations,
    shown_to,
    told_in,
)
from portfolio_app.model.records import ABOUT_LIMIT, TOPICS, VISIBLE_TO

NOW_MS = 1_790_000_000_000


def entry(name: str, at_ms: int, topic: str = "interests", **fields: Any) -> tuple[str, Any]:
    fields = {"words": name, "visible": "teacher", **fields}
    return "profile_entry", {"id": name, "topic": topic, "at_ms": at_ms, **fields}


def asking(topic: str, at_ms: int) -> tuple[str, Any]:
    fields = {"id": f"i{at_ms}", "topic": topic, "words": "New?", "by": "Ms Lee", "at_ms": at_ms}
    return "profile_invitation", fields


def test_what_stands_now_and_what_was_said_before() -> None:
    found = assemble_profile(
        [
            entry("b", 20, replaces="a"), entry("a", 10), entry("c", 30),
            entry("d", 40, retired_ms=50), entry("other", 5, "needs"),
            ("profile_note", {"id": "n", "topic": None, "words": "Kind", "at_ms": 1}),
            ("goal", {"id": "g"}),
        ]
    )  # fmt: skip
    assert [one.id for one in found.now("interests")] == ["b", "c"]
    assert [one.id for one in found.history("interests")] == ["a", "b", "c", "d"]
    assert [(note.topic, note.words) for note in found.notes] == [("", "Kind")]


def test_what_replaced_another_does_not_bring_it_back_when_it_is_taken_off() -> None:
    found = assemble_profile([entry("a", 1), entry("b", 2, replaces="a", retired_ms=3)])
    assert found.now("interests") == ()


def test_two_devices_that_replaced_one_entry_both_stand() -> None:
    found = assemble_profile([entry("a", 1), entry("b", 2, replaces="a"),
                              entry("c", 3, replaces="a")])  # fmt: skip
    assert [one.id for one in found.now("interests")] == ["b", "c"]


@pytest.mark.parametrize(
    ("topic", "visible", "viewer"), list(product(TOPICS, VISIBLE_TO, VISIBLE_TO))
)
def test_who_sees_what(topic: str, visible: str, viewer: str) -> None:
    one = Entry("e", topic, "words", visible, 1)
    allowed = {"me": {"me"}, "teacher": {"me", "teacher"}, "family": set(VISIBLE_TO)}[visible]
    expected = viewer in allowed and not (viewer == "family" and topic in SENSITIVE_TOPICS)
    assert bool(shown_to([one], viewer)) == expected


@pytest.mark.parametrize(("topic", "visible"), list(product(TOPICS, VISIBLE_TO)))
@pytest.mark.parametrize("retired_ms", [None, 5])
def test_a_showcase_tells_only_what_it_was_given_and_families_may_see(
    topic: str, visible: str, retired_ms: int | None
) -> None:
    fields = {"visible": visible, "retired_ms": retired_ms}
    known = assemble_profile(
        [entry("given", 1, topic, **fields), entry("kept", 2, topic, **fields)]
    )
    is_told = visible == "family" and topic not in SENSITIVE_TOPICS and retired_ms is None
    assert [one.id for one in told_in(known, {"given", "gone"})] == ["given"] * is_told
    assert told_in(known, ()) == ()


def test_what_was_said_anew_is_told_in_the_place_of_what_it_replaced() -> None:
    def told(*more: tuple[str, Any]) -> list[str]:
        known = assemble_profile([entry("a", 1, visible="family"), *more])
        return [one.id for one in told_in(known, ["a"])]

    again = entry("b", 2, replaces="a", visible="me")
    third = entry("c", 3, replaces="b", visible="family")
    assert told() == ["a"]
    assert told(again) == [], "the new words are not for families, and the old ones are past"
    assert told(again, third) == ["c"]
    assert told(third) == ["a"], "its predecessor has not come yet"
    loop = (entry("x", 1, replaces="y", visible="family"), entry("y", 2, replaces="x"))
    assert told(*loop) == ["a"]


def test_a_showcase_tells_by_topic_and_not_without_end() -> None:
    many = [entry(f"e{n:02}", n, "interests", visible="family") for n in range(ABOUT_LIMIT)]
    first = entry("s", 99, "strengths", visible="family")
    known = assemble_profile([*many, first])
    told = [one.id for one in told_in(known, {one.id for one in known.entries})]
    assert told == ["s", *(f"e{n:02}" for n in range(ABOUT_LIMIT - 1))]


def test_sensitive_topics_are_the_learners_alone_until_they_say_otherwise() -> None:
    assert set(USUAL_VISIBILITY) == set(TOPICS)
    assert all(USUAL_VISIBILITY[topic] == "me" for topic in SENSITIVE_TOPICS)
    assert "family" not in USUAL_VISIBILITY.values()
    odd = assemble_profile([entry("a", 1, visible="everybody"), entry("b", 2, visible=None)])
    assert {one.visible for one in odd.entries} == {"me"}


def days_ago(days: int) -> int:
    return NOW_MS - days * DAY_MS


@pytest.mark.parametrize(
    ("records", "new_works", "reason"),
    [
        ([], 0, Reason.NEVER),
        ([entry("a", days_ago(41))], 0, None),
        ([entry("a", days_ago(42))], 0, Reason.LONG_AGO),
        ([entry("a", days_ago(100), still_ms=days_ago(5))], 0, None),
        ([entry("a", days_ago(100), retired_ms=days_ago(5))], 0, None),
        ([entry("a", days_ago(14))], 10, Reason.NEW_WORK),
        ([entry("a", days_ago(14))], 9, None),
        ([entry("a", days_ago(13))], 10, None),
        ([entry("a", days_ago(5)), asking("interests", days_ago(4))], 0, Reason.ASKED),
        ([entry("a", days_ago(5)), asking("interests", days_ago(6))], 0, None),
        ([entry("a", days_ago(5)), asking("needs", days_ago(4))], 0, None),
        ([asking("interests", days_ago(4))], 0, Reason.ASKED),
    ],
)
def test_when_to_look_again_and_why(
    records: list[tuple[str, Any]], new_works: int, reason: Reason | None
) -> None:
    found = invitations(assemble_profile(records), [NOW_MS - n for n in range(new_works)], NOW_MS)
    reasons = {one.topic: one.reason for one in found}
    assert reasons.get("interests") == reason
    assert [one.topic for one in found] == [topic for topic in TOPICS if topic in reasons]


def test_a_new_learner_is_invited_to_everything_once() -> None:
    assert [one.topic for one in invitations(Profile(), (), NOW_MS)] == list(TOPICS)
