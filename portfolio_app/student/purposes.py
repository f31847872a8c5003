"""What a new work is meant for, by whoever began it from a skill or from a step of a goal.

No Flet, no HTTP. The work itself is kept first; a purpose that is gone meanwhile costs nothing.
"""

from dataclasses import dataclass

from portfolio_app.student import actions, goals
from portfolio_app.student.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Purpose:
    """`competency`: what the work shall show; or `step`: at which step of `goal`; or neither."""

    competency: str = ""
    goal: str = ""
    step: str = ""


def serve(portfolio: Portfolio, work_id: str, purpose: Purpose) -> None:
    """Tag a new work with what it is for, and show it at the step. A repeat changes nothing."""
    if purpose.competency and portfolio.catalog.competency(purpose.competency) is not None:
        actions.tag(portfolio, work_id, purpose.competency)
    found = (step for goal in goals.goals(portfolio) for step in goal.steps)
    step = next((step for step in found if step.id == purpose.step), None)
    if step is not None:
        goals.change_step(portfolio, step.id, evidence=[*step.evidence, work_id])
