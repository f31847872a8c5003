"""Finding works, showcases and links among the records without opening more than a page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, select, tuple_

from portfolio_app.model.artifact import Work, assemble
from portfolio_app.model.class_rules import ClassRules, read_class_rules
from portfolio_app.model.people import Actor
from portfolio_app.model.profile import Profile, assemble_profile
from portfolio_app.model.records import may_see
from portfolio_app.model.showcase import Link, Showcase
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.unsaved import RECORD
from portfolio_app.school.keyring import ScopeKeys
from sync import merge

WORKS_LISTED_LIMIT = 20_000
WORKS_OPENED_LIMIT = 600
SHOWCASES_LIMIT = 500
LINKS_LIMIT = 500
PLACEMENTS_LIMIT = 10_000
LIBRARY_LIMIT = 2_000
CLASS_RULES_LIMIT = 1_000
RECORDS_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Where a work is and how far it got; times in ms since 1970, None where nothing is yet."""

    scope: str
    artifact: str
    made_ms: int
    judged_ms: int | None
    answered_ms: int | None

    @property
    def is_waiting(self) -> bool:
        """Whether the learner judged it after the teacher last answered."""
        return self.judged_ms is not None and self.judged_ms > (self.answered_ms or -1)


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A framework or rubric that a class was given."""

    scope: str
    document: str
    media: str
    title: str


def places(transaction: Transaction, scopes: Sequence[str]) -> tuple[WorkPlace, ...]:
    """Every work in these scopes that is not in the bin, from clear columns alone."""
    table = tables.records.c

    def newest(kind: str) -> Any:
        return func.max(case((table.kind == kind, table.at_ms)))

    rows = transaction.connection.execute(
        select(
            table.scope,
            table.artifact,
            newest("artifact").label("made_ms"),
            newest("self_assessment").label("judged_ms"),
            newest("feedback").label("answered_ms"),
        )
        .where(table.scope.in_(list(scopes)), table.artifact.is_not(None))
        .group_by(table.scope, table.artifact)
        .having(
            func.sum(case((table.kind == "artifact", 1), else_=0)) == 1,
            func.sum(case(((table.kind == "artifact") & table.is_gone, 1), else_=0)) == 0,
        )
        .limit(WORKS_LISTED_LIMIT)
    )
    return tuple(
        WorkPlace(row.scope, row.artifact, row.made_ms or 0, row.judged_ms, row.answered_ms)
        for row in rows
    )


def open_works(
    transaction: Transaction, wanted: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], Work]:
    """Works by (scope, artifact id), with everything said about them; unknown ones are left out."""
    table = tables.records.c
    found: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = {}
    for start in range(0, min(len(wanted), WORKS_OPENED_LIMIT), 100):
        some = list(wanted[start : start + 100])
        query = select(table.scope, table.id, table.kind, table.artifact, table.sealed).where(
            tuple_(table.scope, table.artifact).in_(some)
        )
        for row, view in _views(transaction, query):
            found.setdefault((row.scope, row.artifact), []).append((row.kind, view))
    works = {}
    for place, records in found.items():
        own = next((view for kind, view in records if kind == "artifact"), None)
        if own is not None:
            works[place] = assemble(own, [pair for pair in records if pair[0] != "artifact"])
    return works


def showcases(transaction: Transaction, scopes: Sequence[str]) -> tuple[tuple[str, Showcase], ...]:
    """(scope, showcase) for every showcase that is not in the bin."""
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.sealed)
        .where(table.scope.in_(list(scopes)), table.kind == "showcase", table.is_gone.is_(False))
        .order_by(table.scope, table.id)
        .limit(SHOWCASES_LIMIT)
    )
    found = _views(transaction, query)
    placed = _placements(transaction, sorted({row.scope for row, _ in found}))
    return tuple((row.scope, Showcase.read(view, placed.get(row.scope, ()))) for row, view in found)


def _placements(
    transaction: Transaction, scopes: Sequence[str]
) -> Mapping[str, list[dict[str, Any]]]:
    """scope -> where the works of its showcases stand."""
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.sealed)
        .where(table.scope.in_(scopes), table.kind == "placement")
        .limit(PLACEMENTS_LIMIT)
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for row, view in _views(transaction, query):
        found.setdefault(row.scope, []).append(view)
    return found


def links_by_hash(transaction: Transaction, token_hash: str) -> tuple[tuple[str, Link], ...]:
    """(scope, link) for the links with this token hash: one, or none."""
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.sealed)
        .where(table.kind == "link", table.hash == token_hash)
        .limit(2)
    )
    return tuple((row.scope, Link.read(view)) for row, view in _views(transaction, query))


def links(transaction: Transaction, scopes: Sequence[str]) -> tuple[tuple[str, Link], ...]:
    """(scope, link) for the links that learners made, open or over."""
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.sealed)
        .where(table.scope.in_(list(scopes)), table.kind == "link")
        .order_by(table.at_ms.desc(), table.scope, table.id)
        .limit(LINKS_LIMIT)
    )
    return tuple((row.scope, Link.read(view)) for row, view in _views(transaction, query))


def showcase(transaction: Transaction, scope: str, showcase_id: str) -> Showcase | None:
    """One showcase."""
    table = tables.records.c
    query = select(table.scope, table.id, table.sealed).where(
        table.scope == scope, table.id == showcase_id, table.kind == "showcase"
    )
    placed = _placements(transaction, [scope]).get(scope, ())
    return next((Showcase.read(view, placed) for _, view in _views(transaction, query)), None)


def learner_card(transaction: Transaction, scope: str) -> Mapping[str, Any]:
    """What a learner says about themself ("name", "picture", "band", "language"), or nothing."""
    table = tables.records.c
    query = select(table.scope, table.id, table.sealed).where(
        table.scope == scope, table.kind == "learner"
    )
    return next((view for _, view in _views(transaction, query)), {})


def library(transaction: Transaction, scopes: Sequence[str]) -> tuple[LibraryEntry, ...]:
    """The frameworks and rubrics of some classes."""
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.sealed)
        .where(table.scope.in_(list(scopes)), table.kind == "library")
        .order_by(table.scope, table.id)
        .limit(LIBRARY_LIMIT)
    )
    return tuple(
        LibraryEntry(row.scope, view.get("document") or "", view.get("media") or "",
                     view.get("title") or "")
        for row, view in _views(transaction, query)
    )  # fmt: skip


def seen_records(
    transaction: Transaction,
    actor: Actor,
    scope: str,
    kinds: Sequence[str],
    *,
    alone: bool = False,
) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """(kind, record) of a scope, of these kinds, as far as the record table lets `actor` see them;
    with `alone` only those that belong to no work.

    The one way to a learner's goals, profile and thoughts for every page.
    """
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.kind, table.sealed)
        .where(table.scope == scope, table.kind.in_(list(kinds)))
        .order_by(table.id)
        .limit(RECORDS_LIMIT)
    )
    if alone:
        query = query.where(table.artifact.is_(None))
    return tuple(
        (row.kind, view)
        for row, view in _views(transaction, query)
        if may_see(actor, scope, row.kind, view)
    )


def told_profile(transaction: Transaction, scope: str) -> Profile:
    """What a learner says of themself, for a page that shows only what `profile.told_in` lets it:
    nothing that teachers noted is in it.
    """
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.kind, table.sealed)
        .where(table.scope == scope, table.kind == "profile_entry")
        .order_by(table.id)
        .limit(RECORDS_LIMIT)
    )
    return assemble_profile((row.kind, view) for row, view in _views(transaction, query))


def class_rules(transaction: Transaction, scopes: Sequence[str]) -> ClassRules:
    """The rules that these classes chose, the newest decisions first when there are too many."""
    table = tables.records.c
    query = (
        select(table.scope, table.id, table.sealed)
        .where(table.scope.in_(list(scopes)), table.kind == "class_rules")
        .order_by(table.at_ms.desc(), table.id)
        .limit(CLASS_RULES_LIMIT)
    )
    return read_class_rules((row.scope, view) for row, view in _views(transaction, query))


def _views(transaction: Transaction, query: Select[Any]) -> list[tuple[Any, dict[str, Any]]]:
    keys: dict[str, ScopeKeys] = {}
    found = []
    for row in transaction.connection.execute(query):
        if row.scope not in keys:
            keys[row.scope] = transaction.keys(row.scope)
        state = keys[row.scope].open(RECORD, row.id, row.sealed)
        found.append((row, {**merge.view(state), "id": row.id}))
    return found
