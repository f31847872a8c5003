"""Asking a school to let in who forgot, for the windows of this device.

It turns what screens ask for into questions to a school, one at a time, and hands an answer that
opens the portfolio on as a way in. How a question travels is not known here.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from portfolio_app.errors import NotFound
from portfolio_app.student.holdings import Holdings
from portfolio_app.student.recovery import Pending, QuestionOver
from portfolio_app.student.state import AskDoors, Question
from portfolio_app.student.vault.slots import Way

Told = TypeVar("Told")


class SchoolHelp:
    """The school's help in one window; the questions are the whole device's."""

    def __init__(self, holdings: Holdings, bring: Callable[[str, Way], Awaitable[None]]) -> None:
        """`bring` hears the way that an answer gave, and refuses one that does not open."""
        self._asking = holdings.asking
        self._turn = holdings.asking_turn
        self._bring = bring

    def doors(self) -> AskDoors:
        """What the screens may ask for."""
        return AskDoors(
            known_schools=self._known_schools, ask=self._ask, ask_by_text=self._ask_by_text,
            question=self._question, look=self._look, take=self._take, give_up=self.give_up,
        )  # fmt: skip

    async def give_up(self, vault_id: str) -> None:
        """Forget the question, if there is one."""
        pending = await self._in_turn(lambda: self._asking.pending(vault_id))
        if pending is not None:
            await self._in_turn(lambda: self._asking.give_up(pending))

    async def _known_schools(self) -> tuple[str, ...]:
        return await self._in_turn(self._asking.known_schools)

    async def _ask(self, vault_id: str, school: str) -> Question:
        return _shown(await self._in_turn(lambda: self._asking.ask(vault_id, school)))

    async def _ask_by_text(self, vault_id: str) -> Question:
        return _shown(await self._in_turn(lambda: self._asking.ask_by_text(vault_id)))

    async def _question(self, vault_id: str) -> Question | None:
        pending = await self._in_turn(lambda: self._asking.pending(vault_id))
        return None if pending is None else _shown(pending)

    async def _look(self, vault_id: str) -> str:
        pending = await self._in_turn(lambda: self._asking.pending(vault_id))
        if pending is None:
            return "over"
        try:
            way = await self._in_turn(lambda: self._asking.answer(pending))
        except QuestionOver as problem:
            return problem.state
        if way is None:
            return "waiting"
        await self._bring(vault_id, way)
        return "answered"

    async def _take(self, vault_id: str, text: str) -> None:
        pending = await self._in_turn(lambda: self._asking.pending(vault_id))
        if pending is None:
            raise NotFound("There is no question that waits. Ask your school first.")
        way = await self._in_turn(lambda: self._asking.answer_from_text(pending, text))
        await self._bring(vault_id, way)

    async def _in_turn(self, deed: Callable[[], Told]) -> Told:
        async with self._turn:
            return await asyncio.to_thread(deed)


def _shown(pending: Pending) -> Question:
    return Question(pending.comparison, pending.as_text(), bool(pending.address))
