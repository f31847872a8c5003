"""Works as they were assembled, kept until one of their records changes. No screen may enter."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portfolio_app.model.artifact import Work, assemble
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.model.sending import Sending, sending_of
from portfolio_app.student.vault.records import RecordStore
from portfolio_app.student.vault.shown import Shown
from sync import merge

_MEDIA_FIELDS = ("media", "preview", "thumbnail")


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A work, how many changes of it and its parts wait or were refused, and its media."""

    work: Work
    waiting: int
    refused: int
    media: frozenset[str]


def sending_of_work(
    known: KnownWork | None, waiting_media: Container[str], has_school: bool
) -> Sending:
    """Where a work is on its way to school; `waiting_media` are all files that still have to go."""
    return sending_of(
        has_school=has_school,
        waiting_changes=known.waiting if known else 0,
        waiting_media=sum(one in waiting_media for one in known.media) if known else 0,
        refused=known.refused if known else 0,
    )


class KnownWorks:
    """All works of one store of records, and the files that belong to none: read whole once, then
    only what changed.
    """

    def __init__(self, store: RecordStore) -> None:
        self._store = store
        self._works: dict[str, KnownWork] = {}
        self._alone: dict[str, Mapping[str, Any]] = {}

    def now(self) -> Mapping[str, KnownWork]:
        """All works by id, as they are now."""
        self._read()
        return self._works

    def files_alone(self) -> Collection[Mapping[str, Any]]:
        """The records of files that are part of something else than a work."""
        self._read()
        return self._alone.values()

    def _read(self) -> None:
        touched = self._store.take_touched()
        if touched is None:
            self._works, self._alone = {}, {}
            for one, parts in self._store.with_parts("artifact", "file"):
                self._take(one, parts)
            return
        for record in touched:
            self._works.pop(record, None)
            self._alone.pop(record, None)
            found = self._store.shown(OWN_SCOPE, record)
            if found is not None:
                self._take(*found)

    def _take(self, one: Shown, parts: Sequence[Shown]) -> None:
        if _is_work(one):
            self._works[one.view["id"]] = _known(one, parts)
        elif one.kind == "file" and one.view.get("part_of") and not one.view.get("artifact"):
            self._alone[one.view["id"]] = one.view


def _is_work(one: Shown) -> bool:
    """What was erased for good keeps its kind and nothing else."""
    return one.kind == "artifact" and merge.ERASED_FIELD not in one.view


def _known(artifact: Shown, parts: Sequence[Shown]) -> KnownWork:
    files = [part.view for part in parts if part.kind == "file"]
    named = (view.get(name) for view in files for name in _MEDIA_FIELDS)
    together = (artifact, *parts)
    return KnownWork(
        assemble(artifact.view, [(part.kind, part.view) for part in parts]),
        sum(one.waiting for one in together),
        sum(one.refused for one in together),
        frozenset(media for media in named if media),
    )
