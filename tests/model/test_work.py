"""A work as assembled from records, what a guest would see of it, and what waits for whom."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from portfolio_app.model.artifact import (
    Approval,
    RecordView,
    Work,
    WorkFile,
    assemble,
    content_fingerprint,
)
from portfolio_app.model.assessment import Feedback, SelfAssessment
from portfolio_app.model.people import BANDS
from portfolio_app.model.reflection import PROMPTS, Reflection
from portfolio_app.model.sending import Sending, sending_of
from portfolio_app.model.showcase import Link, Showcase, visible_works

WORK = Work(
    id="w1",
    title="My bridge",
    captions=("It holds.",),
    made_ms=10,
    competencies=("fw/a", "fw/b"),
    files=(WorkFile("f1", "a" * 64, "image/jpeg", 5, "bridge.jpg", "b" * 64, "c" * 64),),
    reflections=(Reflection("r1", "w1", "proud", ("I am proud.",), 12),),
)


def judged(at_ms: int, name: str = "s1") -> SelfAssessment:
    return SelfAssessment(name, "w1", "rubric", {}, at_ms)


def answered(at_ms: int, names: str = "") -> Feedback:
    return Feedback("f1", "w1", names, "rubric", {}, "words", "", "Ms Lee", at_ms)


def approved(work: Work, decision: str = "approved", at_ms: int = 50) -> Work:
    told = Approval(decision, content_fingerprint(work), "Ms Lee", at_ms)
    return replace(work, approvals=(*work.approvals, told))


CHANGES_A_GUEST_SEES: Mapping[str, Callable[[Work], Work]] = {
    "title": lambda work: replace(work, title="Another"),
    "caption": lambda work: replace(work, captions=("Other",)),
    "second caption": lambda work: replace(work, captions=(*work.captions, "Other")),
    "tags": lambda work: replace(work, competencies=("fw/a",)),
    "file": lambda work: replace(work, files=(replace(work.files[0], media="d" * 64),)),
    "one more file": lambda work: replace(work, files=work.files * 2),
    "reflection": lambda work: replace(
        work, reflections=(replace(work.reflections[0], versions=("Changed",)),)
    ),
    "preview": lambda work: replace(work, files=(replace(work.files[0], preview="9" * 64),)),
    "prompt": lambda work: replace(
        work, reflections=(replace(work.reflections[0], prompt="other"),)
    ),
    "no reflection": lambda work: replace(work, reflections=()),
}
CHANGES_NO_GUEST_SEES: Mapping[str, Callable[[Work], Work]] = {
    "judged": lambda work: replace(work, self_assessments=(judged(20),)),
    "answered": lambda work: replace(work, feedback=(answered(30),)),
    "order of tags": lambda work: replace(work, competencies=("fw/b", "fw/a")),
    "file name": lambda work: replace(work, files=(replace(work.files[0], name="x.jpg"),)),
}


@pytest.mark.parametrize("name", CHANGES_A_GUEST_SEES)
def test_what_a_guest_would_see_changes_the_fingerprint(name: str) -> None:
    changed = CHANGES_A_GUEST_SEES[name](approved(WORK))
    assert content_fingerprint(changed) != content_fingerprint(WORK)
    assert approved(WORK).is_approved
    assert not changed.is_approved


@pytest.mark.parametrize("name", CHANGES_NO_GUEST_SEES)
def test_what_no_guest_sees_leaves_the_approval_standing(name: str) -> None:
    assert CHANGES_NO_GUEST_SEES[name](approved(WORK)).is_approved


def test_the_newest_decision_counts() -> None:
    assert not WORK.is_approved
    assert not approved(approved(WORK), "not_yet", 60).is_approved
    assert approved(approved(WORK, "not_yet", 40)).is_approved


@pytest.mark.parametrize(
    ("judgements", "answers", "is_waiting"),
    [
        ((), (), False),
        ((judged(20),), (), True),
        ((judged(20),), (answered(30),), False),
        ((judged(20), judged(40, "s2")), (answered(30, "s1"),), True),
        ((judged(20), judged(40, "s2")), (answered(50, "s2"),), False),
        ((judged(9_999),), (answered(30, "s1"),), False),  # the tablet's clock was a year ahead
        ((judged(20),), (answered(20),), False),
    ],
)
def test_who_waits_for_the_teacher(
    judgements: tuple[SelfAssessment, ...], answers: tuple[Feedback, ...], is_waiting: bool
) -> None:
    work = replace(WORK, self_assessments=judgements, feedback=answers)
    assert work.is_waiting_for_teacher == is_waiting
    assert not replace(work, is_binned=True).is_waiting_for_teacher


def test_a_work_is_assembled_from_whatever_has_arrived() -> None:
    assert assemble({"id": "w1"}, []) == Work("w1", "", (), 0, (), ())
    parts: list[tuple[str, RecordView]] = [
        ("file", {"id": "f2", "position": 1, "thumbnail": "d" * 64}),
        ("file", {"id": "f1", "position": 0}),
        ("reflection", {"id": "r2", "at_ms": 9, "words": ["b", "a"]}),
        ("reflection", {"id": "r1", "at_ms": 9, "words": []}),
        ("self_assessment", {"id": "s1", "at_ms": 5, "ratings": {"c": {"level": "l"}, "d": "odd"}}),
        ("feedback", {"id": "t1", "at_ms": 7, "self_assessment": None, "rubric": None}),
        ("approval", {"id": "a2", "at_ms": 8, "decision": "not_yet"}),
        ("approval", {"id": "a1", "at_ms": 8, "decision": "approved"}),
        ("goal", {"id": "g1", "title": "from a newer app"}),
    ]
    record: dict[str, Any] = {"id": "w1", "title": "T", "caption": ["new", "old"], "binned_ms": 4}
    work = assemble(record, parts)
    assert [file.id for file in work.files] == ["f1", "f2"]
    assert work.thumbnail == "d" * 64
    assert [(r.id, r.words) for r in work.reflections] == [("r1", ""), ("r2", "b")]
    assert work.captions == ("new", "old")
    assert list(work.self_assessments[0].ratings) == ["c"]
    assert work.feedback[0].rubric == ""
    assert [a.decision for a in work.approvals] == ["approved", "not_yet"], "caution is newest"
    assert (work.is_binned, work.newest_learner_ms) == (True, 9)


SHOWCASE = Showcase("s1", "Best of spring", ("My story",), ("w1", "w2"))
LINK = Link("l1", "s1", "f" * 64, until_ms=1_000)


def _visible(
    showcase: Showcase = SHOWCASE,
    link: Link = LINK,
    now_ms: int = 999,
    needs_approval: bool = True,
    works: tuple[Work, ...] = (approved(WORK), replace(WORK, id="w2")),
) -> list[str]:
    shown = visible_works(showcase, link, works, now_ms, needs_approval=needs_approval)
    return [work.id for work in shown]


def test_a_guest_sees_what_was_chosen_and_approved_while_the_link_is_open() -> None:
    assert _visible() == ["w1"]
    assert _visible(needs_approval=False) == ["w1", "w2"]
    assert _visible(now_ms=1_000) == []
    assert _visible(link=replace(LINK, taken_back_ms=5)) == []
    assert _visible(link=replace(LINK, taken_back_ms=0)) == []
    assert _visible(link=replace(LINK, showcase="s2")) == []
    assert _visible(showcase=replace(SHOWCASE, is_binned=True)) == []
    assert _visible(showcase=replace(SHOWCASE, items=("w2",))) == []
    assert _visible(works=(replace(approved(WORK), is_binned=True),)) == []
    assert _visible(works=()) == []


def test_the_arrangement_orders_and_never_adds_or_hides() -> None:
    record = {"id": "s1", "items": ["a", "b", "c"], "arrangement": ["c", "x", "a"]}
    assert Showcase.read(record).items == ("c", "a", "b")
    assert Showcase.read({"id": "s1"}) == Showcase("s1", "", (), ())
    assert Showcase.read({"id": "s1", "story": ["new", "old"]}).story == "new"


def test_a_link_without_its_end_is_closed() -> None:
    assert not Link.read({"id": "l1"}).is_open(0)


@pytest.mark.parametrize(
    ("changes", "media", "refused", "state"),
    [
        (0, 0, 0, Sending.SAFE),
        (1, 0, 0, Sending.WAITING),
        (0, 1, 0, Sending.WAITING),
        (1, 1, 1, Sending.ASK),
        (0, 0, 1, Sending.ASK),
    ],
)
def test_where_a_work_is(changes: int, media: int, refused: int, state: Sending) -> None:
    counts = {"waiting_changes": changes, "waiting_media": media, "refused": refused}
    assert sending_of(has_school=True, **counts) is state
    alone = Sending.ASK if state is Sending.ASK else Sending.SAVED_HERE
    assert sending_of(has_school=False, **counts) is alone


def test_every_age_has_questions() -> None:
    assert set(PROMPTS) == set(BANDS)
    assert all(PROMPTS.values())
