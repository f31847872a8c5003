"""Wiring of the student app: settings, vaults, one session for each window, and the screens.

`StudentApp` is the same on every device; what differs is the gate it is given: the loopback server
on web and desktop, `PhoneGate` where the app has the device's files at hand.
"""

import asyncio
import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from pathlib import Path

import flet as ft

from portfolio_app.errors import BadInput
from portfolio_app.locales import Words
from portfolio_app.settings import Settings
from portfolio_app.student import theme
from portfolio_app.student.actions import Source
from portfolio_app.student.gates import Gate
from portfolio_app.student.holdings import Holdings
from portfolio_app.student.learner import real_world
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.preferences import Preferences
from portfolio_app.student.screens import App
from portfolio_app.student.session import Pace, Session
from portfolio_app.student.state import AppState
from portfolio_app.student.widgets import safe, say

READ_BYTES = 256 * 1024
SHOWN_PICTURE_BYTES_LIMIT = 4 << 20
SAVED_BYTES_LIMIT = 64 << 20
NOT_GONE_ON_WITH = ("/who", "/about/keys", "/about/leave")


class StudentApp:
    """The student app of one device; `main` starts one window of it."""

    def __init__(self, settings: Settings, gate: Gate, pace: Pace | None = None) -> None:
        quiet = Preferences(lock_after_seconds=settings.lock_after_seconds)
        self._settings = settings
        self._gate = gate
        self._pace = pace or Pace(preferences=quiet)
        self._holdings = Holdings(settings.data, real_world())
        self._sessions: set[Session] = set()

    def main(self, page: ft.Page) -> None:
        """Start a window."""
        state = AppState(
            words=Words(self._settings.language),
            width_px=int(page.width or 0),
            height_px=int(page.height or 0),
            is_dark_outside=page.platform_brightness is ft.Brightness.DARK,
        )
        session = Session(state, self._holdings, self._gate, _zone(), self._pace)
        self._sessions.add(session)
        _Window(page, state, session, self._gate).show()

    async def close(self) -> None:
        """The program ends: keep drafts, seal every portfolio."""
        await asyncio.gather(*(session.stop() for session in self._sessions))
        await self._holdings.close_all()


class _Window:
    """One page of Flet, tied to one session."""

    def __init__(self, page: ft.Page, state: AppState, session: Session, gate: Gate) -> None:
        self._page = page
        self._state = state
        self._session = session
        self._gate = gate
        self._left: tuple[str, str] | None = None
        self._vault_id = ""

    def show(self) -> None:
        page, state = self._page, self._state
        page.title = state.words("all-product-name")
        page.fonts = theme.font_files(self._gate.asset(""))
        page.padding = 0
        page.on_resize = safe(state, self._resized)
        page.on_platform_brightness_change = safe(state, self._brightness_changed)
        page.on_close = lambda _event: page.run_task(self._session.stop)
        self._session.on_lock_soon = lambda: say(
            state.words("student-lock-soon"), state.words("student-lock-stay"), self._session.stir
        )
        self._session.on_erased = lambda: say(state.words("student-erased"))
        self._session.on_left = lambda: say(state.words("student-leave-done"))
        self._session.on_opened = self._opened
        self._session.on_locked = self._locked
        page.render_views(App, state)
        page.run_task(self._session.show_faces)
        self._watch_network()
        page.run_task(self._ask_how_to_show)

    def _watch_network(self) -> None:
        """Large files wait where the network costs money, as far as the device tells."""

        async def changed(event: ft.ConnectivityChangeEvent) -> None:
            await self._session.another_network(is_metered=_is_metered(event.connectivity))

        connectivity = ft.Connectivity(on_change=safe(self._state, changed))
        self._page.services.append(connectivity)

        async def ask() -> None:
            # A device that cannot tell is taken for one whose network costs nothing.
            with contextlib.suppress(Exception):
                kinds = await connectivity.get_connectivity()
                await self._session.another_network(is_metered=_is_metered(kinds))

        self._page.run_task(ask)

    async def _ask_how_to_show(self) -> None:
        """What the device's own settings say about contrast and movement, as far as it tells."""
        service = ft.SemanticsService()
        self._page.services.append(service)
        with contextlib.suppress(Exception):
            wishes = await service.get_accessibility_features()
            self._state.is_strong_outside = wishes.high_contrast
            self._state.is_still_outside = wishes.disable_animations or wishes.reduce_motion

    def _resized(self) -> None:
        self._state.width_px = int(self._page.width or 0)
        self._state.height_px = int(self._page.height or 0)

    def _brightness_changed(self) -> None:
        # The event itself arrives without its value in this version of Flet; the page has it.
        self._state.is_dark_outside = self._page.platform_brightness is ft.Brightness.DARK

    def _opened(self) -> None:
        """Go on where this learner stopped; somebody else begins at home, as does who had a key
        before them: nobody opens an app to look at a key again.
        """
        self._vault_id = self._state.open.vault_id
        back_to = self._left[1] if self._left and self._left[0] == self._vault_id else "/"
        self._left = None
        self._page.navigate(back_to)

    def _locked(self) -> None:
        route = self._page.route or "/"
        self._left = (self._vault_id, "/" if route.startswith(NOT_GONE_ON_WITH) else route)
        self._page.navigate("/who")


class PhoneGate:
    """Where the app runs beside its own files: they are read by path, pictures given as bytes."""

    def __init__(self) -> None:
        self._portfolios: dict[str, Portfolio] = {}

    def admit(self, portfolio: Portfolio) -> str:
        """A ticket for the pictures of an open portfolio."""
        ticket = portfolio.world.new_token()
        self._portfolios[ticket] = portfolio
        return ticket

    def dismiss(self, ticket: str) -> None:
        """From now on the ticket opens nothing."""
        self._portfolios.pop(ticket, None)

    def picture(self, ticket: str, sha256_hex: str) -> bytes:
        """The bytes of a preview or thumbnail; none for what is too large to hand to the screen."""
        portfolio = self._portfolios.get(ticket)
        if portfolio is None or not portfolio.has_media(sha256_hex):
            return b""
        if portfolio.media_size_bytes(sha256_hex) > SHOWN_PICTURE_BYTES_LIMIT:
            return b""
        return b"".join(portfolio.read_media(sha256_hex))

    def asset(self, path: str) -> str:
        """The path of a bundled picture inside the app's assets."""
        return path

    def lend_page(self, _page: str) -> str | None:
        """Nothing prints here: what matters is shown to be written down."""
        return None

    def take_page_back(self, address: str) -> None:
        """There is none to take back."""

    def lend_file(self, _name: str, _make: Callable[[], Iterator[bytes]]) -> str | None:
        """There is no browser to fetch it; `save_file` hands it over."""
        return None

    def take_file_back(self, address: str) -> None:
        """There is none to take back."""

    async def save_file(self, picker: ft.FilePicker, name: str, pieces: Iterable[bytes]) -> bool:
        """Put a file where the learner says. Raises BadInput for one too large for this device."""
        content = await asyncio.to_thread(_gathered, pieces)
        return await picker.save_file(file_name=name, src_bytes=content) is not None

    async def sources(
        self,
        _picker: ft.FilePicker,
        files: Sequence[ft.FilePickerFile],
        progress: Callable[[str, float], None],
    ) -> list[Source]:
        """The picked files, read from where the device put them."""
        loop = asyncio.get_running_loop()
        return [self._source(file, loop, progress) for file in files]

    @staticmethod
    def _source(
        file: ft.FilePickerFile,
        loop: asyncio.AbstractEventLoop,
        progress: Callable[[str, float], None],
    ) -> Source:
        if not file.path:
            raise BadInput("The device did not hand that file over. Choose it again.")
        path = Path(file.path)

        def chunks() -> Iterator[bytes]:
            came = 0
            with path.open("rb") as opened:
                while piece := opened.read(READ_BYTES):
                    came += len(piece)
                    loop.call_soon_threadsafe(progress, file.name, came / max(file.size, came))
                    yield piece

        return Source(file.name, chunks())


def _gathered(pieces: Iterable[bytes]) -> bytes:
    gathered = bytearray()
    for piece in pieces:
        gathered += piece
        if len(gathered) > SAVED_BYTES_LIMIT:
            raise BadInput(
                f"That is more than {SAVED_BYTES_LIMIT >> 20} MB, too much for this device to hand "
                "over at once. Use a computer for it, or wait for the internet."
            )
    return bytes(gathered)


def main(page: ft.Page) -> None:
    """Start the app on a phone or tablet, where Flet runs it."""
    settings = Settings.from_environment(os.environ)
    StudentApp(settings, PhoneGate()).main(page)


def _is_metered(kinds: Sequence[ft.ConnectivityType]) -> bool:
    free = {ft.ConnectivityType.WIFI, ft.ConnectivityType.ETHERNET}
    return ft.ConnectivityType.MOBILE in kinds and not free & set(kinds)


def _zone() -> tzinfo:
    zone = datetime.now().astimezone().tzinfo
    if zone is None:
        raise RuntimeError("This device has no time zone set; set one in its settings.")
    return zone
