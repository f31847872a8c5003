"""The loopback server for web and desktop: Flet's client, uploads, pictures, fonts and guards.

It alone imports FastAPI and uvicorn, and is never staged for phones. It listens on this machine
only. What it serves of a learner is unsealed for each request and kept in no cache.
"""

import contextlib
import json
import logging
import os
import re
import secrets
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import flet as ft
import flet_web.fastapi as flet_fastapi  # type: ignore[import-untyped]
import uvicorn
from fastapi import FastAPI, HTTPException, Request
from flet.messaging.protocol import Message as FletMessage
from flet_web import get_package_web_dir
from starlette.responses import Response, StreamingResponse

from portfolio_app.errors import BadInput, NotFound, PortfolioError
from portfolio_app.model.records import FILE_NAME_LIMIT
from portfolio_app.settings import Settings, asset
from portfolio_app.student.app import StudentApp
from portfolio_app.student.local_gate import (
    FILES_PATH,
    MEDIA_ENDING,
    MEDIA_PATH,
    PAGES_PATH,
    UPLOADS_PATH,
    TooLarge,
    WebGate,
)
from portfolio_app.student.local_guard import (
    KEY_PARAMETER,
    AsgiApp,
    LocalGuard,
    Message,
    Receive,
    Scope,
    Send,
)
from portfolio_app.student.session import Pace

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
LAUNCH_KEY_VARIABLE = "PORTFOLIO_LAUNCH_KEY"
LAUNCH_KEY_BYTES = 24
WEBSOCKET_BYTES_LIMIT = 16 << 20
SESSION_SECONDS = 600
SNIFFED_BYTES = 16

_FORMULAS = "flutter_math_fork"
_FAMILY = re.compile(r"[a-z0-9]{1,60}")
_SLICE = re.compile(r"\.(\d{1,4})\.woff2$")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_MOVING = (
    (b"OggS", "audio/ogg"), (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)  # fmt: skip
_DOCS = frozenset({"/docs", "/docs/oauth2-redirect", "/redoc", "/openapi.json"})
_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
)


def build_student_app(
    settings: Settings, launch_key: str, port: int, pace: Pace | None = None
) -> AsgiApp:
    """The whole student app as one ASGI app for `127.0.0.1:<port>`, guarded by `launch_key`."""
    gate = WebGate(settings.upload_bytes)
    student = StudentApp(settings, gate, pace)

    @contextlib.asynccontextmanager
    async def lifespan(_api: FastAPI) -> AsyncIterator[None]:
        await flet_fastapi.app_manager.start()
        yield
        await student.close()
        await flet_fastapi.app_manager.shutdown()

    api = local_api(gate, lifespan)
    api.mount("/", _flet_client(student.main))
    return LocalGuard(_forgiving(api), frozenset({f"{HOST}:{port}"}), launch_key)


def _forgiving(app: AsgiApp) -> AsgiApp:
    """Lets a tab close while something is on its way to it.

    Flet's sender would end with a traceback, and the tab's session would not be told of its end.
    What cannot be delivered any more is dropped; the receiving side then says that the tab is gone.
    """

    async def forgiving(scope: Scope, receive: Receive, send: Send) -> None:
        async def to_tab(message: Message) -> None:
            with contextlib.suppress(OSError):  # how ASGI says that the other side has gone
                await send(message)

        await app(scope, receive, to_tab if scope["type"] == "websocket" else send)

    return forgiving


def local_api(gate: WebGate, lifespan: Callable[[FastAPI], Any] | None = None) -> FastAPI:
    """Fonts, pictures and uploads, without the guard and without the screens."""
    api = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    _add_fonts(api)
    _add_media(api, gate)
    _add_uploads(api, gate)
    _add_pages(api, gate)
    _add_files(api, gate)
    return api


def serve(
    data: Path,
    *,
    port: int,
    settings: Settings,
    open_browser: bool = True,
    pace: Pace | None = None,
    on_ready: Callable[[str], None] = print,
) -> None:
    """Serve the app to this machine's browser until the program is told to stop.

    `on_ready` hears the launch address once the port listens. The address holds the launch key:
    whoever has it may open the app, not any portfolio. The key is fresh at each start unless
    PORTFOLIO_LAUNCH_KEY gives one. Raises BadInput when the port is taken.
    """
    key = os.environ.get(LAUNCH_KEY_VARIABLE) or secrets.token_urlsafe(LAUNCH_KEY_BYTES)
    listener = _listener(port)
    port = listener.getsockname()[1]
    config = uvicorn.Config(
        build_student_app(replace(settings, data=data, student_port=port), key, port, pace),
        log_level="warning",
        access_log=False,
        ws_max_size=WEBSOCKET_BYTES_LIMIT,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    # The listener queues whoever comes before the program answers, so the address works at once.
    listener.listen()
    address = f"http://{HOST}:{port}/?{KEY_PARAMETER}={key}"
    on_ready(address)
    if open_browser:
        webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _listener(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise BadInput(
            f"Port {port} of this computer is taken. Choose another with --port, or 0 for any."
        ) from None
    return listener


def _name_messages_shortly() -> None:
    """Flet puts every message to the screen into words for its log, whether anybody reads that or
    not: all controls with all that was given to them, thousands of works among them.

    It took seconds and a hundred megabytes, and a log would have held a child's words.
    """
    FletMessage.__repr__ = object.__repr__  # type: ignore[method-assign]


def _flet_client(main: Callable[[ft.Page], None]) -> FastAPI:
    _name_messages_shortly()
    client: FastAPI = flet_fastapi.app(
        main,
        no_cdn=True,
        assets_dir=str(Path(str(asset("index.html"))).parent),
        app_name="Portfolio",
        app_short_name="Portfolio",
        app_description="My portfolio",
        session_timeout_seconds=SESSION_SECONDS,
    )
    # Its description pages would load their scripts from elsewhere, and nobody here reads them.
    undescribed = [route for route in client.routes if getattr(route, "path", "") not in _DOCS]
    client.router.routes[:] = undescribed
    return client


def _add_fonts(api: FastAPI) -> None:
    """Answer Flutter's questions for a script that the app's own typeface lacks, and for the fonts
    of its own that it reads before it begins: without the twenty for formulas, which nothing here
    shows.
    """
    bundled = _own_fonts()

    @api.get("/assets/FontManifest.json")
    def own_fonts() -> Response:
        return Response(bundled, media_type="application/json")

    @api.get("/assets/fonts/{family}/{rest:path}")
    def fallback_font(family: str, rest: str) -> Response:
        part = _SLICE.search(rest)
        name = f"{family}.{part[1]}.woff2" if part else f"{family}.woff2"
        if not _FAMILY.fullmatch(family):
            raise HTTPException(404)
        found = _font(family, name)
        if found is None:
            raise HTTPException(404)
        return Response(found.read_bytes(), media_type="font/woff2")


def _own_fonts() -> bytes:
    listed = Path(get_package_web_dir()) / "assets" / "FontManifest.json"
    families = [one for one in json.loads(listed.read_bytes()) if _FORMULAS not in one["family"]]
    families.append({"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]})
    return json.dumps(families).encode()


def _font(family: str, name: str) -> Traversable | None:
    try:
        return asset(f"vendor/{family}/{name}")
    except NotFound:
        return None


def _add_media(api: FastAPI, gate: WebGate) -> None:
    @api.api_route(f"{MEDIA_PATH}/{{ticket}}/{{name}}", methods=["GET", "HEAD"])
    def media(ticket: str, name: str, request: Request) -> Response:
        sha256_hex = name.removesuffix(MEDIA_ENDING)
        portfolio = gate.portfolio(ticket)
        if portfolio is None or not _SHA256.fullmatch(sha256_hex):
            raise HTTPException(404)
        try:
            if not portfolio.has_media(sha256_hex):
                raise HTTPException(404)
            size_bytes = portfolio.media_size_bytes(sha256_hex)
            first = b"".join(portfolio.read_media(sha256_hex, 0, min(size_bytes, SNIFFED_BYTES)))
        except PortfolioError as problem:
            log.warning("A picture could not be read: %s", problem)
            raise HTTPException(404) from None
        headers = {"cache-control": "no-store", "accept-ranges": "bytes"}
        media_type = _moving_type(first) or _media_type(first)
        if not media_type.startswith(("image/", "video/", "audio/")):
            # A header takes no more than this alphabet, whatever the name is.
            name = quote(request.query_params.get("name", "")[:FILE_NAME_LIMIT], safe="")
            named = f"; filename*=UTF-8''{name}" if name else ""
            headers["content-disposition"] = f"attachment{named}"
        part = _range(request.headers.get("range"), size_bytes)
        if part is None:
            return Response(status_code=416, headers={"content-range": f"bytes */{size_bytes}"})
        start, stop = part
        headers["content-length"] = str(stop - start)
        is_part = "range" in request.headers
        if is_part:
            headers["content-range"] = f"bytes {start}-{stop - 1}/{size_bytes}"
        status = 206 if is_part else 200
        if request.method == "HEAD":
            return Response(status_code=status, headers=headers, media_type=media_type)
        pieces: Iterator[bytes] = portfolio.read_media(sha256_hex, start, stop)
        return StreamingResponse(pieces, status, headers, media_type)


def _add_uploads(api: FastAPI, gate: WebGate) -> None:
    @api.put(f"{UPLOADS_PATH}/{{ticket}}")
    async def upload(ticket: str, request: Request) -> Response:
        announced = gate.take_upload(ticket)
        if announced is None:
            raise HTTPException(403)
        try:
            await announced.feed(request.stream())
        except TooLarge:
            raise HTTPException(413) from None
        except BadInput:
            raise HTTPException(422) from None
        return Response(status_code=204)


def _add_pages(api: FastAPI, gate: WebGate) -> None:
    @api.get(f"{PAGES_PATH}/{{ticket}}")
    async def page(ticket: str) -> Response:
        lent = gate.page(ticket)
        if lent is None:
            raise HTTPException(404)
        return Response(lent, media_type="text/html", headers={"cache-control": "no-store"})


def _add_files(api: FastAPI, gate: WebGate) -> None:
    @api.get(f"{FILES_PATH}/{{ticket}}")
    def file(ticket: str) -> Response:
        lent = gate.file(ticket)
        if lent is None:
            raise HTTPException(404)
        name, make = lent
        try:
            pieces = make()
        except PortfolioError:
            raise HTTPException(409) from None  # the window that lent it says why
        headers = {
            "cache-control": "no-store",
            "content-disposition": f'attachment; filename="{name}"',
        }
        return StreamingResponse(pieces, 200, headers, "application/octet-stream")


def _media_type(first: bytes) -> str:
    """What the bytes are, judged by themselves: a name may lie, and a browser would believe it."""
    if first[:4] == b"RIFF" and first[8:12] == b"WEBP":
        return "image/webp"
    if first[:4] == b"RIFF" and first[8:12] == b"WAVE":
        return "audio/wav"
    found = (kind for signature, kind in _SIGNATURES if first.startswith(signature))
    return next(found, "application/octet-stream")


def _moving_type(first: bytes) -> str:
    """A film or a sound, which the browser's own player may show; "" for anything else."""
    if first[4:8] == b"ftyp":
        return "audio/mp4" if first[8:11] == b"M4A" else "video/mp4"
    found = (kind for signature, kind in _MOVING if first.startswith(signature))
    return next(found, "")


def _range(header: str | None, size_bytes: int) -> tuple[int, int] | None:
    """First and one-past-last byte that a Range header asks for (RFC 9110, section 14.1.2)."""
    if header is None:
        return 0, size_bytes
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or asked.group(1) == asked.group(2) == "":
        return None
    if asked.group(1) == "":
        return max(0, size_bytes - int(asked.group(2))), size_bytes
    start = int(asked.group(1))
    stop = min(int(asked.group(2)) + 1, size_bytes) if asked.group(2) else size_bytes
    return (start, stop) if start < stop else None
