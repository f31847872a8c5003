"""What a learner thinks of a goal, of something they can, or of two works, for their teacher.

Only of what belongs to no work: the rest stands on the page of its work. Families have no way here.
"""

from dataclasses import dataclass

from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.people import Actor
from portfolio_app.model.reflection import Reflection, Subject
from portfolio_app.model.voice import VOICE_TYPE, thoughts_aloud
from portfolio_app.school.database import works
from portfolio_app.school.database.engine import Transaction


@dataclass(frozen=True, slots=True)
class Thought:
    """One answer to a question: what was written, and what was said."""

    told: Reflection
    voices: tuple[WorkFile, ...]


def read_thoughts(transaction: Transaction, actor: Actor, scope: str) -> tuple[Thought, ...]:
    """Those that are not in the bin, oldest first, as far as the record table lets `actor` see."""
    found = works.seen_records(transaction, actor, scope, ("reflection", "file"), alone=True)
    told = [Reflection.read(view) for kind, view in found if kind == "reflection"]
    spoken = thoughts_aloud(view for kind, view in found if kind == "file")
    shown = [one for one in told if one.subject != Subject() and not one.is_binned]
    shown.sort(key=lambda one: (one.at_ms, one.id))
    return tuple(Thought(one, _voices(spoken.get(one.id, ()))) for one in shown)


def _voices(files: tuple[WorkFile, ...]) -> tuple[WorkFile, ...]:
    return tuple(one for one in files if one.media_type == VOICE_TYPE)
