"""portfolio learner list and show: what is in a portfolio, for people and for scripts."""

import argparse
from datetime import UTC, datetime
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Difference, Ratings, compare, write_ratings
from portfolio_app.model.judging import write_begun
from portfolio_app.model.pins import write_pins
from portfolio_app.student import judging
from portfolio_app.student.portfolio import Portfolio

PREFIX_LEAST = 4
_DIFFERENCES = {
    Difference.SAME: "same",
    Difference.LEARNER_SAW_MORE: "you saw more",
    Difference.TEACHER_SAW_MORE: "your teacher saw more",
    Difference.ONLY_LEARNER: "only you",
    Difference.ONLY_TEACHER: "only your teacher",
    Difference.NEITHER: "nobody yet",
}


def list_arguments(verb: argparse.ArgumentParser) -> None:
    """The arguments of `list`."""
    verb.add_argument(
        "what", nargs="?", choices=("works", "competencies", "rubrics"), default="works"
    )


def list_(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """List works, competencies or rubrics."""
    listed = {"works": _works, "competencies": _competencies, "rubrics": _rubrics}[arguments.what](
        portfolio
    )
    show(
        {arguments.what: listed}, ["  ".join(_cells(row)) for row in listed], as_json=arguments.json
    )
    return EXIT_DONE


def show_work(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Show one work with everything said about it."""
    return print_work(portfolio, find_work(portfolio, arguments.work).id, arguments)


def find_work(portfolio: Portfolio, name: str) -> Work:
    """The work with that id, that beginning of an id, or that title."""
    works = [*portfolio.works(), *portfolio.works(binned=True)]
    found = [work for work in works if name in (work.id, work.title)]
    if not found and len(name) >= PREFIX_LEAST:
        found = [work for work in works if work.id.startswith(name)]
    if not found:
        raise NotFound("That work is not here. See: portfolio learner list.")
    if len(found) > 1:
        raise BadInput("More than one work fits. Give more of its id.")
    return found[0]


def print_work(portfolio: Portfolio, work_id: str, arguments: argparse.Namespace) -> int:
    """Print one work as it is now."""
    work = portfolio.work(work_id)
    if work is None:
        raise NotFound("That work is not here.")
    document = describe(portfolio, work)
    show(document, _lines(document), as_json=arguments.json)
    return EXIT_DONE


def describe(portfolio: Portfolio, work: Work) -> dict[str, Any]:
    """A work as a JSON document."""
    return {
        **_row(portfolio, work),
        "captions": list(work.captions),
        "competencies": [_competency(portfolio, reference) for reference in work.competencies],
        "files": [
            {
                "name": f.name,
                "media_type": f.media_type,
                "size_bytes": f.size_bytes,
                "sha256": f.media,
                "width": f.width,
                "height": f.height,
                **({"words": list(f.words)} if f.is_writing else {}),
                **({"address": f.address} if f.is_link else {}),
            }
            for f in work.files
        ],
        "self_assessments": [
            {
                "id": s.id,
                "pins": write_pins(s.pins),
                "rubric": s.rubric,
                "ratings": write_ratings(s.ratings),
                "at": when(s.at_ms),
            }
            for s in work.self_assessments
        ],
        "drafts": _drafts(portfolio, work),
        "reflections": [
            {"id": r.id, "prompt": r.prompt, "versions": list(r.versions), "at": when(r.at_ms)}
            for r in work.reflections
        ],
        "feedback": [
            {
                "id": f.id,
                "by": f.by,
                "words": f.words,
                "next_step": f.next_step,
                "rubric": f.rubric,
                "ratings": write_ratings(f.ratings),
                "at": when(f.at_ms),
            }
            for f in work.feedback
        ],
        "comparison": _comparison(portfolio, work),
        "approved": work.is_approved,
        "in_bin": work.is_binned,
    }


def _drafts(portfolio: Portfolio, work: Work) -> list[dict[str, Any]]:
    return [
        {
            "rubric": draft.rubric,
            "versions": [write_begun(begun) for begun in draft.versions],
            "at": when(draft.at_ms),
        }
        for draft in judging.drafts(portfolio)
        if draft.artifact == work.id
    ]


def _works(portfolio: Portfolio) -> list[dict[str, Any]]:
    return [_row(portfolio, work) for work in portfolio.works()]


def _row(portfolio: Portfolio, work: Work) -> dict[str, Any]:
    return {
        "id": work.id,
        "title": work.title,
        "made": when(work.made_ms),
        "sending": portfolio.sending(work.id).value,
        "files_count": len(work.files),
        "feedback_count": len(work.feedback),
    }


def _competencies(portfolio: Portfolio) -> list[dict[str, Any]]:
    return [
        {"competency": f"{framework.id}/{item.id}", "statement": item.statement}
        for framework in portfolio.catalog.frameworks
        for item in framework.competencies
    ]


def _rubrics(portfolio: Portfolio) -> list[dict[str, Any]]:
    return [
        {
            "id": rubric.id,
            "title": rubric.title,
            "criteria": [
                {
                    "id": c.id,
                    "title": c.title,
                    "levels": [{"id": level.id, "name": level.name} for level in c.levels],
                }
                for c in rubric.criteria
            ],
        }
        for rubric in portfolio.catalog.rubrics
    ]


def _competency(portfolio: Portfolio, reference: str) -> dict[str, str]:
    known = portfolio.catalog.competency(reference)
    return {"competency": reference, "statement": known.statement if known else ""}


def _comparison(portfolio: Portfolio, work: Work) -> list[dict[str, Any]]:
    if not work.feedback:
        return []
    theirs = work.feedback[-1]
    rubric = portfolio.catalog.rubric(theirs.rubric)
    mine: Ratings = work.self_assessments[-1].ratings if work.self_assessments else {}
    if rubric is None:
        return []
    return [
        {"criterion": c.criterion.title, "difference": _DIFFERENCES[c.difference], "steps": c.steps}
        for c in compare(rubric, mine, theirs.ratings)
    ]


def when(at_ms: int) -> str:
    """A moment as ISO 8601 in UTC."""
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).isoformat(timespec="seconds")


def _cells(row: dict[str, Any]) -> list[str]:
    return [str(value) for value in row.values() if not isinstance(value, list)]


def _lines(document: dict[str, Any]) -> list[str]:
    lines = [f"{document['id']}  {document['title']}  ({document['sending']})"]
    lines += [
        f"  I can: {item['statement'] or item['competency']}" for item in document["competencies"]
    ]
    lines += [f"  file: {item['name']}, {item['size_bytes']} bytes" for item in document["files"]]
    lines += [
        f"  {item['prompt']}: {item['versions'][0]}"
        for item in document["reflections"]
        if item["versions"]
    ]
    lines += [f"  {item['by']}: {item['words']}" for item in document["feedback"]]
    lines += [f"  {item['criterion']}: {item['difference']}" for item in document["comparison"]]
    return lines
