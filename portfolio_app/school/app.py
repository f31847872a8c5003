"""Wiring only: settings to database to routes to the application, and the process around it."""

import asyncio
import logging
import secrets
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server
from litestar import Litestar

from portfolio_app.errors import BadInput, NotFound, PortfolioError
from portfolio_app.school import left_api, media_api, problems, recovery_api, sync_api, upload_api
from portfolio_app.school.accounts import Accounts, Passwords
from portfolio_app.school.arrivals import Arrivals
from portfolio_app.school.database import facts
from portfolio_app.school.database.engine import Database
from portfolio_app.school.database.upgrade import upgrade
from portfolio_app.school.erasure import Eraser
from portfolio_app.school.family import routes as family
from portfolio_app.school.front_door import FrontDoor
from portfolio_app.school.keyring import Keyring, key_path, read_key
from portfolio_app.school.library import Library
from portfolio_app.school.lost_sessions import only_those_named_with_their_words
from portfolio_app.school.media import MediaStore
from portfolio_app.school.pages import Pages
from portfolio_app.school.places import Places
from portfolio_app.school.review import routes as review
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.setup import is_made
from portfolio_app.school.shelves.shelf import shelf_for
from portfolio_app.school.static_files import read_static_files, static_file
from portfolio_app.school.tongues import Tongues
from portfolio_app.school.tray import Tray
from portfolio_app.school.turns import Turns
from portfolio_app.school.uploading import Uploads
from portfolio_app.school.wiring import School
from portfolio_app.school.workshop import library_routes as workshop
from portfolio_app.settings import Settings

HEADER_WAIT_MS = 15_000
HEADER_BYTES_LIMIT = 64 * 1024
REQUESTS_AT_ONCE = 256
STOP_SECONDS = 3
TIDY_EVERY_SECONDS = 24 * 3600
BODY_BYTES_LIMIT = 256 * 1024


def now_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def new_id() -> str:
    """A fresh id: 32 random hex digits."""
    return secrets.token_hex(16)


def new_token() -> str:
    """A fresh secret of 256 bits, fit for a URL."""
    return secrets.token_urlsafe(32)


def settings_for(
    data: Path, settings: Settings, environment: Mapping[str, str], *, default_address: str
) -> SchoolSettings:
    """What a school runs with: its own address, unless the environment names another."""
    address = settings.school_url or stored_address(data, environment) or default_address
    return SchoolSettings(
        data=data,
        address=address.rstrip("/"),
        language=settings.language,
        file_bytes=settings.upload_bytes,
        needs_approval=settings.approve_before_sharing,
    )


def stored_address(data: Path, environment: Mapping[str, str]) -> str:
    """The address that the school was made with, or ""."""
    places = Places.from_environment(data, environment)
    if not is_made(places.database):
        return ""
    database = Database(places.database, Keyring(read_key(key_path(data, environment))))
    try:
        return database.read(lambda transaction: facts.fact(transaction, facts.ADDRESS))
    finally:
        database.close()


def open_school(
    settings: SchoolSettings,
    environment: Mapping[str, str],
    *,
    clock: Callable[[], int] = now_ms,
    passwords: Passwords | None = None,
) -> School:
    """Open a school's data folder, bringing its database up to date. Close with `close_school`."""
    places = Places.from_environment(settings.data, environment)
    if not is_made(places.database):
        raise NotFound(
            f"There is no school in {settings.data}. Make one: portfolio school init --data DIR"
        )
    keyring = Keyring(read_key(key_path(settings.data, environment)))
    upgrade(places.database)
    database = Database(places.database, keyring)
    shelf = shelf_for(places.files)
    media = MediaStore(shelf, places.spool, database, settings.file_bytes)
    uploads = Uploads(shelf, database, media, new_id)
    tongues = Tongues(settings.language)
    passwords = passwords or Passwords()
    return School(
        settings=settings,
        database=database,
        media=media,
        uploads=uploads,
        eraser=Eraser(database, media, uploads, new_id),
        accounts=Accounts(database, passwords, clock, new_token),
        passwords=passwords,
        library=Library(database, media),
        pages=Pages(tongues, read_static_files()),
        tongues=tongues,
        turns=Turns(),
        arrivals=Arrivals(),
        tray=Tray(),
        now_ms=clock,
        new_id=new_id,
        new_token=new_token,
    )


def build_app(school: School) -> Litestar:
    """The application of an open school; it closes the school when it stops."""
    app = routed_app()
    give_school(app, school)
    return app


def routed_app() -> Litestar:
    """The application with all its routes, and no school yet."""

    @asynccontextmanager
    async def life(app: Litestar) -> AsyncIterator[None]:
        school: School = app.state.school
        school.media.sweep_arriving()
        yield
        school.database.close()

    return Litestar(
        route_handlers=[
            *sync_api.ROUTES, *media_api.ROUTES, *upload_api.ROUTES, *left_api.ROUTES,
            *recovery_api.ROUTES, *review.ROUTES, *workshop.ROUTES, *family.ROUTES, static_file,
        ],
        guards=[only_those_named_with_their_words],
        exception_handlers=problems.handlers(),
        lifespan=[life],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=BODY_BYTES_LIMIT,
    )  # fmt: skip


def give_school(app: Litestar, school: School) -> None:
    """Let an application answer for a school."""
    app.state.school = school
    app.state.settings = school.settings
    app.state.database = school.database
    app.state.accounts = school.accounts
    app.state.static_files = school.pages.static_files
    # Around everything, so that answers without a route pass it as well.
    speaking = school.tongues.around(app.asgi_handler, is_secure=school.settings.is_secure)
    app.asgi_handler = FrontDoor(speaking, school.settings)


def serve(
    school: School,
    *,
    host: str,
    port: int,
    certificate: Path | None = None,
    key: Path | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Answer requests until SIGTERM or SIGINT. `ready` is called once, when it answers.

    Raises BadInput when the port is taken.
    """
    _check_free(host, port)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    try:
        asyncio.run(_serve(school, host, port, certificate, key, ready))
    finally:
        school.database.close()  # also when a slow request kept the application from doing so


async def _serve(
    school: School,
    host: str,
    port: int,
    certificate: Path | None,
    key: Path | None,
    ready: Callable[[], None],
) -> None:
    # In this process, not in a child of it: stopping or killing it leaves nothing behind.
    server = Server(
        build_app(school),
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        websockets=False,
        backpressure=REQUESTS_AT_ONCE,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEADER_WAIT_MS, max_buffer_size=HEADER_BYTES_LIMIT
        ),
        ssl_cert=certificate,
        ssl_key=key,
        log_enabled=False,
    )
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    serving: asyncio.Task[Any] = asyncio.create_task(server.serve())
    await _until_it_answers(host, port, serving)
    ready()
    tidying = asyncio.create_task(_tidy_daily(school))
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if not serving.done():
        server.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait({serving}, timeout=STOP_SECONDS)
    waiting.cancel()
    tidying.cancel()
    if serving.done():
        serving.result()


async def _tidy_daily(school: School) -> None:
    """Delete for good what is due. Each process does; whoever comes second finds nothing to do."""
    while True:
        try:
            await asyncio.to_thread(lambda: school.eraser.tidy(school.now_ms()))
        except PortfolioError as error:
            logging.getLogger(problems.LOG_NAME).error("Tidying: %s", error)
        await asyncio.sleep(TIDY_EVERY_SECONDS)


async def _until_it_answers(host: str, port: int, serving: "asyncio.Task[Any]") -> None:
    while not serving.done():
        try:
            _, writer = await asyncio.open_connection(host, port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        return


def free_port(host: str) -> int:
    """A port that nobody listens on now."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise BadInput(
                f"The address {host}:{port} cannot be used; another program may have it."
                " Choose another port."
            ) from None
