"""Texts that were written apart: each version with the time and the device it was written on.

No Flet and no HTTP may enter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portfolio_app.model.artifact import Work
from portfolio_app.model.goal import Goal
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.model.reflection import Reflection
from portfolio_app.model.showcase import Showcase
from portfolio_app.student.portfolio import Portfolio
from sync import clock

_NODE = slice(-clock.NODE_DIGITS, None)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text. `is_here`: it was written on this device."""

    words: str
    at_ms: int
    is_here: bool


def versions_of(
    portfolio: Portfolio,
    works: tuple[Work, ...],
    showcases: tuple[Showcase, ...],
    thoughts: tuple[Reflection, ...] = (),
    goals: tuple[Goal, ...] = (),
) -> Mapping[tuple[str, str], tuple[Version, ...]]:
    """(record, field) -> its versions, newest first, of every text that has more than one."""
    return {
        (record, field): versions(portfolio, record, field)
        for record, field in (*_apart(works, showcases), *_apart_elsewhere(thoughts, goals))
    }


def versions(portfolio: Portfolio, record: str, field: str) -> tuple[Version, ...]:
    """All versions that stand of one text, newest first, in the order in which a view has them."""
    with portfolio.lock:
        state = portfolio.store.state(OWN_SCOPE, record)
        own_node = portfolio.clock().node
    live = state.get(field, {}).get("live", {})
    newest_first = sorted(live.items(), key=lambda one: (one[1]["stamp"], one[0]), reverse=True)
    return tuple(
        Version(
            item["value"],
            clock.stamp_ms(item["stamp"]),
            item["stamp"][_NODE] == own_node,
        )
        for _, item in newest_first
        if isinstance(item["value"], str)
    )


def _apart(works: tuple[Work, ...], showcases: tuple[Showcase, ...]) -> Iterator[tuple[str, str]]:
    for work in works:
        if len(work.captions) > 1:
            yield work.id, "caption"
        yield from ((one.id, "words") for one in work.reflections if len(one.versions) > 1)
        yield from ((one.id, "words") for one in work.files if len(one.words) > 1)
    yield from ((one.id, "story") for one in showcases if len(one.stories) > 1)


def _apart_elsewhere(
    thoughts: tuple[Reflection, ...], goals: tuple[Goal, ...]
) -> Iterator[tuple[str, str]]:
    yield from ((one.id, "words") for one in thoughts if len(one.versions) > 1)
    yield from ((one.id, "why") for one in goals if len(one.reasons) > 1)
    yield from ((one.id, "story") for one in goals if len(one.stories) > 1)
