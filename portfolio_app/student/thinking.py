"""Thoughts about two works, a goal or a competency: written, spoken, put away; those on one work
stand in `actions`.

No Flet, no HTTP, no clock of its own. Every function may raise BadInput, NotFound or StorageFull.
"""

from collections.abc import Mapping, Sequence

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.prompts import ABOUT, COMPETENCY, GOAL, TWO_WORKS, find_prompt
from portfolio_app.model.records import COMPARED
from portfolio_app.model.reflection import Reflection, Subject
from portfolio_app.model.voice import thoughts_aloud
from portfolio_app.student.goals import find_goal
from portfolio_app.student.portfolio import Portfolio, Write, fields_of


def reflections(portfolio: Portfolio, *, binned: bool = False) -> tuple[Reflection, ...]:
    """All of them, oldest first, whatever they are about; those in the bin when `binned`."""
    return tuple(one for one in all_reflections(portfolio) if one.is_binned == binned)


def all_reflections(portfolio: Portfolio) -> tuple[Reflection, ...]:
    """The same in the bin and outside, read once."""
    found = (Reflection.read(one) for _, one in portfolio.records("reflection"))
    return tuple(sorted(found, key=lambda one: (one.at_ms, one.id)))


def spoken(portfolio: Portfolio) -> Mapping[str, tuple[WorkFile, ...]]:
    """Thought -> what was said in it, for those that belong to no work."""
    with portfolio.lock:
        return thoughts_aloud(portfolio.known.files_alone())


def compare_works(portfolio: Portfolio, works: Sequence[str], prompt: str, words: str) -> str:
    """Answer a question about two works side by side, the older first; returns the id."""
    return think(portfolio, pair_of(portfolio, works), prompt, words)


def reflect_on_goal(portfolio: Portfolio, goal_id: str, prompt: str, words: str) -> str:
    """Answer a question about a goal; returns the id."""
    return think(portfolio, Subject(goal=goal_id), prompt, words)


def reflect_on_competency(portfolio: Portfolio, competency: str, prompt: str, words: str) -> str:
    """Answer a question about a competency, as "<framework id>/<item id>"; returns the id."""
    return think(portfolio, Subject(competency=competency), prompt, words)


def pair_of(portfolio: Portfolio, works: Sequence[str]) -> Subject:
    """Two works side by side, the older first."""
    chosen = tuple(dict.fromkeys(works))
    if len(chosen) != COMPARED:
        raise BadInput("Choose two works to look at side by side.")
    pair = sorted((portfolio.existing_work(one) for one in chosen), key=lambda w: (w.made_ms, w.id))
    return Subject(works=tuple(work.id for work in pair))


def think(portfolio: Portfolio, subject: Subject, prompt: str, words: str) -> str:
    """Answer a question about a subject in writing; returns the id."""
    reflection_id = portfolio.world.new_id()
    writes = begin_thought(portfolio, reflection_id, subject, prompt)
    portfolio.write([*writes, Write("reflection", reflection_id, "words", said(words))])
    return reflection_id


def reflect_again(portfolio: Portfolio, reflection_id: str, words: str) -> None:
    """Write an answer anew; replaces every version that this device shows."""
    existing_thought(portfolio, reflection_id)
    portfolio.write([Write("reflection", reflection_id, "words", said(words))])


def begin_thought(
    portfolio: Portfolio, reflection_id: str, subject: Subject, prompt: str
) -> list[Write]:
    """What begins a thought about a subject, before there is a word in it."""
    known, about = find_prompt(prompt), _about(portfolio, subject)
    if known is None or about not in ABOUT[known.kind]:
        raise NotFound(
            "There is no such question to answer here. Choose one of those that are listed."
        )
    fields = {"prompt": prompt, **subject.fields(), "at_ms": portfolio.now_ms()}
    return fields_of("reflection", reflection_id, fields)


def existing_thought(portfolio: Portfolio, reflection_id: str) -> Reflection:
    """A thought that is not in the bin; raises NotFound."""
    found = next((one for one in reflections(portfolio) if one.id == reflection_id), None)
    if found is None:
        raise NotFound("That thought is not here.")
    return found


def bin_thought(portfolio: Portfolio, reflection_id: str) -> None:
    """Put a thought that belongs to no work in the bin, with what was said in it; the school
    deletes both for good after a time.
    """
    if existing_thought(portfolio, reflection_id).artifact:
        raise BadInput("That thought belongs to a work. It goes where the work goes.")
    portfolio.write([Write("reflection", reflection_id, "binned_ms", portfolio.now_ms())])


def take_thought_from_bin(portfolio: Portfolio, reflection_id: str) -> None:
    """Put a thought back where it was."""
    if any(one.id == reflection_id for one in reflections(portfolio, binned=True)):
        portfolio.write([Write("reflection", reflection_id, "binned_ms", None)])


def said(words: str) -> str:
    """The words as they are; raises BadInput for none."""
    if not words.strip():
        raise BadInput("There are no words yet. Write something first.")
    return words


def _about(portfolio: Portfolio, subject: Subject) -> str:
    """What a subject is among those of the prompts. Raises NotFound for what is not here."""
    if subject.goal:
        find_goal(portfolio, subject.goal)
        return GOAL
    if subject.competency:
        if portfolio.catalog.competency(subject.competency) is None:
            named = subject.competency[:80]
            raise NotFound(f"No framework here has '{named}'. Choose one of those that are listed.")
        return COMPETENCY
    pair_of(portfolio, subject.works)
    return TWO_WORKS
