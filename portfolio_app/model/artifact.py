"""A piece of work: its files, its words, and everything said about it, assembled from records."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from portfolio_app.model import order
from portfolio_app.model.assessment import Feedback, SelfAssessment
from portfolio_app.model.reflection import Reflection

_Told = TypeVar("_Told", Reflection, SelfAssessment, Feedback)

RecordView = Mapping[str, Any]
"""A record as it reads now: field name -> value; "id" is the record's id."""


@dataclass(frozen=True, slots=True)
class WorkFile:
    """One file of a work.

    `media` is the SHA-256 of the original; `preview` and `thumbnail` are those of the upright,
    place-free pictures made from it ("" where none could be made).
    """

    id: str
    media: str
    media_type: str
    size_bytes: int
    name: str
    preview: str = ""
    thumbnail: str = ""
    width: int = 0
    height: int = 0
    position: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A teacher's yes (or not yet) to sharing a work in the state that `content` fingerprints."""

    decision: str
    content: str
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work as a screen or a page shows it. Lists are oldest first.

    `captions` holds more than one text where two devices wrote apart and nobody has chosen yet.
    `setting` says where it was made and `help` with whose, as far as the learner said ("").
    """

    id: str
    title: str
    captions: tuple[str, ...]
    made_ms: int
    competencies: tuple[str, ...]
    files: tuple[WorkFile, ...]
    reflections: tuple[Reflection, ...] = ()
    self_assessments: tuple[SelfAssessment, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    approvals: tuple[Approval, ...] = ()
    is_binned: bool = False
    setting: str = ""
    help: str = ""

    @property
    def thumbnail(self) -> str:
        """The SHA-256 of the first thumbnail, or ""."""
        return next((file.thumbnail for file in self.files if file.thumbnail), "")

    @property
    def newest_learner_ms(self) -> int:
        """When the learner last did something to it, in ms since 1970."""
        return max(
            [
                self.made_ms,
                *(r.at_ms for r in self.reflections),
                *(s.at_ms for s in self.self_assessments),
            ]
        )

    @property
    def is_waiting_for_teacher(self) -> bool:
        """Whether the learner has judged it since the teacher last answered.

        An answer that names the newest judgement settles it, whatever the device's clock said.
        """
        if not self.self_assessments or self.is_binned:
            return False
        newest = self.self_assessments[-1]
        return all(
            answer.self_assessment != newest.id and answer.at_ms < newest.at_ms
            for answer in self.feedback
        )

    @property
    def is_approved(self) -> bool:
        """Whether the newest decision says that what the work shows now may be shared."""
        newest = self.approvals[-1] if self.approvals else None
        return (
            newest is not None
            and newest.decision == "approved"
            and newest.content == content_fingerprint(self)
        )


def content_fingerprint(work: Work) -> str:
    """SHA-256 (hex) over what a guest would see of a work.

    When it changes, approval is asked for again.
    """
    shown = [
        work.title,
        list(work.captions),
        sorted(work.competencies),
        # The preview as well: it is the picture that a guest gets, and may be named later.
        [[file.media, file.preview] for file in work.files],
        [[one.id, one.prompt, list(one.versions)] for one in work.reflections],
    ]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()


def assemble(artifact: RecordView, parts: Iterable[tuple[str, RecordView]]) -> Work:
    """One work from its own record and the (kind, record) pairs that name it."""
    by_kind: dict[str, list[RecordView]] = {}
    for kind, record in parts:
        by_kind.setdefault(kind, []).append(record)
    return Work(
        id=artifact["id"],
        title=artifact.get("title") or "",
        captions=tuple(artifact.get("caption") or ()),
        made_ms=artifact.get("made_ms") or 0,
        competencies=tuple(artifact.get("competencies") or ()),
        files=tuple(sorted(map(_file, by_kind.get("file", ())), key=lambda f: (f.place, f.id))),
        reflections=_in_order(map(Reflection.read, by_kind.get("reflection", ()))),
        self_assessments=_in_order(map(SelfAssessment.read, by_kind.get("self_assessment", ()))),
        feedback=_in_order(map(Feedback.read, by_kind.get("feedback", ()))),
        approvals=tuple(sorted(map(_approval, by_kind.get("approval", ())), key=_caution_last)),
        is_binned=artifact.get("binned_ms") is not None,
        setting=artifact.get("setting") or "",
        help=artifact.get("help") or "",
    )


def _file(record: RecordView) -> WorkFile:
    return WorkFile(
        id=record["id"],
        media=record.get("media") or "",
        media_type=record.get("media_type") or "",
        size_bytes=record.get("size_bytes") or 0,
        name=record.get("name") or "",
        preview=record.get("preview") or "",
        thumbnail=record.get("thumbnail") or "",
        width=record.get("width") or 0,
        height=record.get("height") or 0,
        position=record.get("position") or 0,
        place=record.get("place") or order.first_key(record.get("position") or 0),
    )


def _approval(record: RecordView) -> Approval:
    return Approval(
        record.get("decision") or "not_yet",
        record.get("content") or "",
        record.get("by") or "",
        record.get("at_ms") or 0,
    )


def _caution_last(approval: Approval) -> tuple[int, bool, str]:
    """By time; of two decisions in one millisecond the one that shares less is the newest."""
    return approval.at_ms, approval.decision != "approved", approval.content


def _in_order(items: Iterable[_Told]) -> tuple[_Told, ...]:
    found: Sequence[_Told] = list(items)
    return tuple(sorted(found, key=lambda item: (item.at_ms, item.id)))
