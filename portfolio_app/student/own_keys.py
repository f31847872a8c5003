"""What a learner does, in one window, about what opens their portfolio.

It turns what screens hand over into ways in, and keeps a right code in mind until a new secret is
set: in this memory only, for minutes. What a way in is worth is decided in the vault, not here.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from portfolio_app.errors import BadInput, UnsupportedPicture
from portfolio_app.sealing.codes import secret_of
from portfolio_app.student import pictures
from portfolio_app.student.holdings import Holding, Holdings
from portfolio_app.student.learner import check_new_secret, is_hidden
from portfolio_app.student.school_help import SchoolHelp
from portfolio_app.student.state import KeyDoors, KeyLook, SeenCodes
from portfolio_app.student.vault.slots import (
    BADGE_SLOT,
    RECOVERY_SLOT,
    SCHOOL_SLOT,
    BadgeCode,
    RecoveryCode,
    TypedSecret,
    Way,
)

BROUGHT_SECONDS = 300.0
PAGES_LIMIT = 8

Enter = Callable[[str, str | Way], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Brought:
    """A way in that was found right, waiting for a new secret."""

    vault_id: str
    way: Way
    until_seconds: float


class OwnKeys:
    """The keys' side of one session. Runs on the event loop; stretching goes to threads."""

    def __init__(
        self,
        holdings: Holdings,
        held: Callable[[], Holding],
        enter: Enter,
        lend_page: Callable[[str], str | None],
        take_page_back: Callable[[str], None],
    ) -> None:
        """`held` gives the open portfolio, `enter` opens one in this window."""
        self._holdings = holdings
        self._held = held
        self._enter = enter
        self._lend_page = lend_page
        self._take_page_back = take_page_back
        self._brought: _Brought | None = None
        self._pages: list[str] = []
        self._school = SchoolHelp(holdings, self._bring_way)

    def doors(self) -> KeyDoors:
        """What the screens may ask for."""
        return KeyDoors(
            look=self._look, check=self._check, change_secret=self._change_secret,
            new_code=self._new_code, bind=self._bind, hide=self._hide, kinds_of=self._kinds_of,
            open_by_badge=self._open_by_badge, bring=self._bring, begin_again=self._begin_again,
            can_see=pictures.can_read_codes, see=_see,
            school=self._school.doors(), forget=self.forget,
            print_page=self._print_page, unprint=self._unprint,
        )  # fmt: skip

    def forget(self) -> None:
        """Forget what was brought and take back what was lent: somebody locks, or goes away."""
        self._brought = None
        for address in tuple(self._pages):
            self._unprint(address)

    async def remembered(self, vault_id: str) -> None:
        """The learner is in: whatever was asked at a school is not needed any more."""
        await self._school.give_up(vault_id)

    async def _look(self) -> KeyLook:
        holding = self._held()
        vaults, vault_id = self._holdings.vaults, holding.vault_id

        def read() -> KeyLook:
            kinds = vaults.ways.kinds(vault_id)
            portfolio = holding.portfolio
            school = portfolio.school if SCHOOL_SLOT in kinds else None
            name, openings = school.name if school else None, portfolio.school_openings
            return KeyLook(kinds, is_hidden(vaults, vault_id), name, openings)

        return await asyncio.to_thread(read)

    async def _check(self, secret: str) -> None:
        vault_id = self._held().vault_id
        await asyncio.to_thread(
            self._holdings.vaults.ways.check, vault_id, TypedSecret(secret), now_ms=self._now_ms()
        )

    async def _change_secret(self, secret: str, new_secret: str) -> None:
        check_new_secret(new_secret)
        vault_id, now_ms = self._held().vault_id, self._now_ms()
        vaults = self._holdings.vaults
        await asyncio.to_thread(vaults.change_secret, vault_id, secret, new_secret, now_ms=now_ms)

    async def _new_code(self, kind: str, secret: str) -> str:
        vault_id, ways = self._held().vault_id, self._holdings.vaults.ways
        makers = {BADGE_SLOT: ways.new_badge, RECOVERY_SLOT: ways.new_recovery_code}
        return await asyncio.to_thread(
            makers[kind], vault_id, TypedSecret(secret), now_ms=self._now_ms()
        )

    async def _bind(self, secret: str) -> None:
        vault_id, ways = self._held().vault_id, self._holdings.vaults.ways
        await asyncio.to_thread(ways.bind_to_device, vault_id, secret, now_ms=self._now_ms())

    async def _hide(self, secret: str, *, hidden: bool) -> None:
        """Show the learner as somebody in the picker, or by name and picture again."""
        holding = self._held()
        await self._check(secret)
        vaults, learner = self._holdings.vaults, holding.portfolio.learner
        if hidden:
            await asyncio.to_thread(vaults.hide_card, holding.vault_id)
        else:
            await asyncio.to_thread(
                vaults.update_card, holding.vault_id, name=learner.name, picture=learner.picture
            )

    async def _kinds_of(self, vault_id: str) -> tuple[str, ...]:
        return await asyncio.to_thread(self._holdings.vaults.ways.kinds, vault_id)

    async def _open_by_badge(self, code: str) -> None:
        badge = BadgeCode(code)
        vault_id = await asyncio.to_thread(self._holdings.vaults.ways.holder_of, badge)
        await self._enter(vault_id, badge)

    async def _bring(self, vault_id: str, kind: str, code: str) -> None:
        way = BadgeCode(code) if kind == BADGE_SLOT else RecoveryCode(code)
        await self._bring_way(vault_id, way)

    async def _bring_way(self, vault_id: str, way: Way) -> None:
        await asyncio.to_thread(
            self._holdings.vaults.ways.check, vault_id, way, now_ms=self._now_ms()
        )
        until_seconds = asyncio.get_running_loop().time() + BROUGHT_SECONDS
        self._brought = _Brought(vault_id, way, until_seconds)

    async def _begin_again(self, new_secret: str) -> None:
        """Set a new secret by what was brought, and open."""
        brought = self._brought
        if brought is None or asyncio.get_running_loop().time() > brought.until_seconds:
            self._brought = None
            raise BadInput("That took too long. Begin once more, as you did before.")
        check_new_secret(new_secret)
        vaults, now_ms = self._holdings.vaults, self._now_ms()
        await asyncio.to_thread(
            vaults.change_secret, brought.vault_id, brought.way, new_secret, now_ms=now_ms
        )
        self._brought = None
        await self._enter(brought.vault_id, new_secret)

    def _print_page(self, page: str) -> str | None:
        if len(self._pages) >= PAGES_LIMIT:
            self._unprint(self._pages[0])
        address = self._lend_page(page)
        if address is not None:
            self._pages.append(address)
        return address

    def _unprint(self, address: str) -> None:
        if address in self._pages:
            self._pages.remove(address)
            self._take_page_back(address)

    def _now_ms(self) -> int:
        return self._holdings.world.now_ms()


async def _see(picture: bytes) -> SeenCodes:
    """The codes in one look of the camera; what is no whole picture shows none."""
    try:
        found = await asyncio.to_thread(pictures.codes_in, picture)
    except UnsupportedPicture:
        return SeenCodes()
    ours = tuple(text for text in found if _is_ours(text))
    return SeenCodes(ours, is_other=len(ours) < len(found))


def _is_ours(text: str) -> bool:
    try:
        secret_of(text)
    except BadInput:
        return False
    return True
