"""What stands in the library: each framework and rubric with its versions and who has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Response

from portfolio_app.model.people import NAME_LIMIT, class_scope
from portfolio_app.school.access_rules import AnyRequest, signed_in
from portfolio_app.school.database import works
from portfolio_app.school.database.people import Classroom
from portfolio_app.school.database.works import LibraryEntry
from portfolio_app.school.wiring import school_of
from portfolio_app.school.workshop.drafting import own_drafts
from portfolio_app.school.workshop.rubric_routes import Desk
from portfolio_app.school.workshop.starts import STARTS
from rubrics.catalog import Catalog
from rubrics.framework import Framework
from rubrics.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Standing:
    """One document: how many `versions` there are, and the names of the classes that have it.

    `is_own`: it came with the product, so that everybody has it.
    """

    document: Framework | Rubric
    versions: int
    classes: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class Shelves:
    """All documents that some classes may use, theirs before those of the product, by title."""

    frameworks: tuple[Standing, ...]
    rubrics: tuple[Standing, ...]


def shelves(
    catalog: Catalog, entries: Sequence[LibraryEntry], classrooms: Sequence[Classroom]
) -> Shelves:
    """Sort what there is; `entries` are those of `classrooms`."""
    names = {class_scope(one.id): one.name for one in classrooms}
    holders: dict[str, set[str]] = {}
    for entry in entries:
        holders.setdefault(entry.media, set()).add(names.get(entry.scope, ""))

    def standing(document: Framework | Rubric) -> Standing:
        versions = catalog.versions(document.id)
        classes = set().union(*(holders.get(one, set()) for one in versions))
        is_own = any(one not in holders for one in versions)
        return Standing(document, len(versions), tuple(sorted(classes)), is_own)

    return Shelves(
        tuple(sorted(map(standing, catalog.frameworks), key=_order)),
        tuple(sorted(map(standing, catalog.rubrics), key=_order)),
    )


async def shelf_page(
    request: AnyRequest, desk: Desk, status: int = 200, **more: Any
) -> Response[str]:
    """The page of the library; `more` fills in a form that did not go through."""
    school, signed = school_of(request), signed_in(request)
    scopes = [class_scope(one) for one in desk.taught]
    entries = await school.turns.page(
        lambda: school.database.read(lambda transaction: works.library(transaction, scopes))
    )
    spoken = await school.turns.page(
        lambda: school.library.spoken(desk.taught, school.words.language)
    )
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "shelves": shelves(spoken, entries, desk.classrooms),
        "classes": desk.classrooms,
        "drafts": await own_drafts(request),
        "thrown": request.query_params.get("thrown", "")[:NAME_LIMIT],
        "is_back": "back" in request.query_params,
        "saved": request.query_params.get("saved", ""),
        "given": request.query_params.get("given", ""),
        "starts": tuple(STARTS),
        "problem": "",
        "document": "",
        "columns": "",
        **more,
    }
    return school.pages.teacher("library.html", facts, status)


def _order(one: Standing) -> tuple[bool, str, str]:
    return one.is_own, one.document.title.casefold(), one.document.id
