"""Reflections on two works, a goal or a competency; those on one work stand in `actions`.

No Flet, no HTTP, no clock of its own. Every function may raise BadInput, NotFound or StorageFull.
"""

from collections.abc import Sequence

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.prompts import ABOUT, COMPETENCY, GOAL, TWO_WORKS, find_prompt
from portfolio_app.model.records import COMPARED
from portfolio_app.model.reflection import Reflection
from portfolio_app.student.goals import find_goal
from portfolio_app.student.portfolio import Portfolio, Write, fields_of


def reflections(portfolio: Portfolio) -> tuple[Reflection, ...]:
    """All of them, oldest first, whatever they are about."""
    found = [Reflection.read(one) for _, one in portfolio.records("reflection")]
    return tuple(sorted(found, key=lambda one: (one.at_ms, one.id)))


def compare_works(portfolio: Portfolio, works: Sequence[str], prompt: str, words: str) -> str:
    """Answer a question about two works side by side, the older first; returns the id."""
    chosen = tuple(dict.fromkeys(works))
    if len(chosen) != COMPARED:
        raise BadInput("Choose two works to look at side by side.")
    pair = sorted((portfolio.existing_work(one) for one in chosen), key=lambda w: (w.made_ms, w.id))
    return _keep(portfolio, TWO_WORKS, prompt, words, "works", [work.id for work in pair])


def reflect_on_goal(portfolio: Portfolio, goal_id: str, prompt: str, words: str) -> str:
    """Answer a question about a goal; returns the id."""
    return _keep(portfolio, GOAL, prompt, words, "goal", find_goal(portfolio, goal_id).id)


def reflect_on_competency(portfolio: Portfolio, competency: str, prompt: str, words: str) -> str:
    """Answer a question about a competency, as "<framework id>/<item id>"; returns the id."""
    if portfolio.catalog.competency(competency) is None:
        raise NotFound(
            f"No framework here has '{competency[:80]}'. Choose one of those that are listed."
        )
    return _keep(portfolio, COMPETENCY, prompt, words, "competency", competency)


def reflect_again(portfolio: Portfolio, reflection_id: str, words: str) -> None:
    """Write an answer anew; replaces every version that this device shows."""
    if all(one.id != reflection_id for one in reflections(portfolio)):
        raise NotFound("That thought is not here.")
    portfolio.write([Write("reflection", reflection_id, "words", said(words))])


def said(words: str) -> str:
    """The words as they are; raises BadInput for none."""
    if not words.strip():
        raise BadInput("There are no words yet. Write something first.")
    return words


def _keep(
    portfolio: Portfolio, about: str, prompt: str, words: str, field: str, value: object
) -> str:
    known = find_prompt(prompt)
    if known is None or about not in ABOUT[known.kind]:
        raise NotFound(
            "There is no such question to answer here. Choose one of those that are listed."
        )
    reflection_id = portfolio.world.new_id()
    fields = {
        "prompt": prompt,
        field: value,
        "words": said(words),
        "at_ms": portfolio.now_ms(),
    }
    portfolio.write(fields_of("reflection", reflection_id, fields))
    return reflection_id
