"""What a learner chose to show, to whom a link gives it, and what exactly a guest sees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_app.model import order
from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.voice import VOICE_TYPE

LINK_LIFE_MS = 30 * 24 * 60 * 60 * 1000
TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Showcase:
    """Chosen works in order, with a title and a story; `about` are entries of the profile that it
    may tell, as far as `profile.told_in` lets it.
    """

    id: str
    title: str
    stories: tuple[str, ...]
    items: tuple[str, ...]
    layout: str = "grid"
    is_binned: bool = False
    about: tuple[str, ...] = ()

    @property
    def story(self) -> str:
        """The newest version of the story."""
        return self.stories[0] if self.stories else ""

    @staticmethod
    def read(record: Mapping[str, Any], placements: Iterable[Mapping[str, Any]] = ()) -> "Showcase":
        """From a record, and the placements of this showcase, as they read now.

        Where an item was moved, its own key says; else its place in the list that older programs
        write for all of them at once. Neither hides an item.
        """
        keys = item_keys(record, placements)
        return Showcase(
            record["id"],
            record.get("title") or "",
            tuple(record.get("story") or ()),
            order.arranged(keys),
            record.get("layout") or "grid",
            record.get("binned_ms") is not None,
            tuple(record.get("about") or ()),
        )


def item_keys(
    record: Mapping[str, Any], placements: Iterable[Mapping[str, Any]]
) -> Mapping[str, str]:
    """item -> its key in the order of a showcase; see `model.order`."""
    listed = record.get("arrangement") or ()
    first = {item: order.first_key(place) for place, item in enumerate(listed)}
    own = {
        found.get("item"): found.get("place")
        for found in placements
        if found.get("showcase") == record["id"]
    }
    last = order.first_key(len(listed))
    return {item: own.get(item) or first.get(item) or last for item in record.get("items") or ()}


@dataclass(frozen=True, slots=True)
class Link:
    """One link to a showcase; only the SHA-256 of its token is kept."""

    id: str
    showcase: str
    hash: str
    until_ms: int
    taken_back_ms: int | None = None

    def is_open(self, now_ms: int) -> bool:
        """Whether the link still leads somewhere."""
        return self.taken_back_ms is None and now_ms < self.until_ms

    @staticmethod
    def read(record: Mapping[str, Any]) -> "Link":
        """From a record as it reads now."""
        return Link(
            record["id"],
            record.get("showcase") or "",
            record.get("hash") or "",
            record.get("until_ms") or 0,
            record.get("taken_back_ms"),
        )


def visible_works(
    showcase: Showcase, link: Link, works: Iterable[Work], now_ms: int, *, needs_approval: bool
) -> tuple[Work, ...]:
    """The works that this link shows now, in the learner's order; none once it is over."""
    if showcase.is_binned or link.showcase != showcase.id or not link.is_open(now_ms):
        return ()
    by_id = {work.id: work for work in works}
    chosen = (by_id[item] for item in showcase.items if item in by_id)
    return tuple(
        work for work in chosen if not work.is_binned and (work.is_approved or not needs_approval)
    )


def unshown_files(work: Work) -> tuple[WorkFile, ...]:
    """The files of a work that no page shows by itself: films, papers, sounds that are no voice."""
    return tuple(
        file
        for file in work.files
        if file.media and not file.preview and file.media_type != VOICE_TYPE
    )
