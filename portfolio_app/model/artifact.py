"""A piece of work: its files, its words, and everything said about it, assembled from records."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from portfolio_app.model import order
from portfolio_app.model.assessment import Feedback, SelfAssessment
from portfolio_app.model.reflection import Reflection
from portfolio_app.model.values import JSON

WRITING_TYPE = "text/plain"
LINK_TYPE = "text/uri-list"
DRAWING_TYPE = "application/vnd.portfolio.drawing+json"

_Told = TypeVar("_Told", Reflection, SelfAssessment, Feedback)

RecordView = Mapping[str, Any]
"""A record as it reads now: field name -> value; "id" is the record's id."""


@dataclass(frozen=True, slots=True)
class WorkFile:
    """One file of a work.

    `media` is the SHA-256 of the original; `preview` and `thumbnail` are those of the upright,
    place-free pictures made from it ("" where none could be made).

    A text that was written here has its `words` and no media: more than one version where two
    devices wrote apart. A link has its `address` and no media. `replaces` is the id of the file
    that this one is a newer version of, `part_of` of the one it belongs to (how it was drawn, what
    was said about it), or of the thought that was said aloud. `seen` says what a picture shows, to
    who cannot see it.
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
    words: tuple[str, ...] = ()
    address: str = ""
    replaces: str = ""
    part_of: str = ""
    seen: str = ""

    @property
    def is_writing(self) -> bool:
        """Whether it is a text that was written here."""
        return bool(self.words)

    @property
    def is_link(self) -> bool:
        """Whether it is an address."""
        return bool(self.address)


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
    `files` are what is shown; `earlier_files` are those that a newer one replaces, and `parts`
    those that belong to another file or to a reflection.
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
    earlier_files: tuple[WorkFile, ...] = ()
    parts: tuple[WorkFile, ...] = ()

    @property
    def every_file(self) -> tuple[WorkFile, ...]:
        """All files, shown or not."""
        return self.files + self.earlier_files + self.parts

    def file(self, file_id: str) -> WorkFile | None:
        """A file by its id, shown or not."""
        return next((one for one in self.every_file if one.id == file_id), None)

    def shown_for(self, file_id: str) -> WorkFile | None:
        """The file that is shown where this one stood: itself, or what came after it."""
        wanted = self.file(file_id)
        newest = (one for one in self.files if one == wanted or wanted in self.versions_of(one))
        return next(newest, None) if wanted else None

    def versions_of(self, file: WorkFile) -> tuple[WorkFile, ...]:
        """What a file was before, newest first."""
        found: list[WorkFile] = []
        before = self.file(file.replaces)
        while before is not None and before != file and before not in found:
            found.append(before)
            before = self.file(before.replaces)
        return tuple(found)

    def said_about(self, owner: str) -> tuple[WorkFile, ...]:
        """What was said aloud about a picture, in whatever version of it, or in a thought: the
        newest take of each, oldest first.
        """
        file = self.file(owner)
        owners = {owner, *(one.id for one in (self.versions_of(file) if file else ()))}
        sounds = [one for one in self.parts if one.media_type.startswith("audio/")]
        replaced = {one.replaces for one in sounds if one.replaces != one.id}
        found = {
            one.media: one for one in sounds if one.part_of in owners and one.id not in replaced
        }
        return tuple(found.values())

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
        [[file.media, file.preview, *_said_in(file)] for file in work.files],
        [[one.id, one.prompt, list(one.versions)] for one in work.reflections],
        *_said_aloud(work),
    ]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()


def _said_in(file: WorkFile) -> list[JSON]:
    """Nothing for a file that is only media: what was approved before there were others stays."""
    told: list[JSON] = [list(file.words), file.address] if file.words or file.address else []
    return [*told, file.seen] if file.seen else told


def _said_aloud(work: Work) -> list[JSON]:
    """Nothing where nothing was said: what was approved before stays."""
    owners = [one.id for one in work.files] + [one.id for one in work.reflections]
    said = [[owner, one.media] for owner in owners for one in work.said_about(owner)]
    return [said] if said else []


def assemble(artifact: RecordView, parts: Iterable[tuple[str, RecordView]]) -> Work:
    """One work from its own record and the (kind, record) pairs that name it."""
    by_kind: dict[str, list[RecordView]] = {}
    for kind, record in parts:
        by_kind.setdefault(kind, []).append(record)
    reflections = _in_order(map(Reflection.read, by_kind.get("reflection", ())))
    files, earlier, belonging = _sorted_out(
        map(read_file, by_kind.get("file", ())), {one.id for one in reflections}
    )
    return Work(
        id=artifact["id"],
        title=artifact.get("title") or "",
        captions=tuple(artifact.get("caption") or ()),
        made_ms=artifact.get("made_ms") or 0,
        competencies=tuple(artifact.get("competencies") or ()),
        files=files,
        reflections=reflections,
        self_assessments=_in_order(map(SelfAssessment.read, by_kind.get("self_assessment", ()))),
        feedback=_in_order(map(Feedback.read, by_kind.get("feedback", ()))),
        approvals=tuple(sorted(map(_approval, by_kind.get("approval", ())), key=_caution_last)),
        is_binned=artifact.get("binned_ms") is not None,
        setting=artifact.get("setting") or "",
        help=artifact.get("help") or "",
        earlier_files=earlier,
        parts=belonging,
    )


def _sorted_out(
    files: Iterable[WorkFile], thoughts: Set[str]
) -> tuple[tuple[WorkFile, ...], tuple[WorkFile, ...], tuple[WorkFile, ...]]:
    """What is shown, what something newer replaces, and what belongs to another file or to one of
    the `thoughts`; in order.

    Two that replace the same one are both shown. Where the newest is not here yet, or each replaces
    another, what there is is shown: nothing that was made may be out of sight.
    """
    ordered = sorted(files, key=lambda file: (file.place, file.id))
    owners = {file.id for file in ordered if not file.part_of} | thoughts
    whole = [file for file in ordered if file.part_of not in owners]
    replaced = {file.replaces for file in whole if file.replaces != file.id}
    shown = [file for file in whole if file.id not in replaced]
    return (
        tuple(shown or whole),
        tuple(file for file in whole if shown and file.id in replaced),
        tuple(file for file in ordered if file.part_of in owners),
    )


def read_file(record: RecordView) -> WorkFile:
    """A file from its record as it reads now."""
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
        words=tuple(record.get("words") or ()),
        address=record.get("address") or "",
        replaces=record.get("replaces") or "",
        part_of=record.get("part_of") or "",
        seen=record.get("seen") or "",
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
