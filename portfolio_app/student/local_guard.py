"""The door of the loopback server: who may speak to it, and what a browser may do with its answers.

Any page open in the same browser can send requests to this machine, and any program on it can
connect. So every request and every WebSocket must name our host, come from our own page, and carry
a cookie that only the launch address gives. Plain ASGI; no framework enters here.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "portfolio_student"
KEY_PARAMETER = "key"
POLICY_VIOLATION = 1008
HTML_BYTES_LIMIT = 1 << 20

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"geolocation=(), camera=(self), microphone=(self), payment=()"),
)
_REPLACED = frozenset(
    {b"access-control-allow-origin", b"content-security-policy", *(name for name, _ in _HEADERS)}
)
_REFUSED_WORDS = (
    b"This page belongs to a portfolio on this computer. Open it with the address that the"
    b" portfolio program printed when it started."
)


class LocalGuard:
    """Lets through only requests for `hosts` ("127.0.0.1:8560") that carry `launch_key`."""

    def __init__(self, app: AsgiApp, hosts: frozenset[str], launch_key: str) -> None:
        self._app = app
        self._hosts = hosts
        self._origins = frozenset(f"http://{host}" for host in hosts)
        self._key = launch_key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI 3."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        is_socket = scope["type"] == "websocket"
        is_ours = self._is_ours(headers, is_socket=is_socket)
        if is_ours and self._has_cookie(headers):
            await self._pass(scope, receive, send)
        elif is_socket:
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        elif is_ours and scope["method"] == "GET" and self._has_key(scope):
            await self._welcome(scope, send)
        else:
            await _answer(send, 403, [(b"content-type", b"text/plain")], _REFUSED_WORDS)

    def _is_ours(self, headers: dict[str, str], *, is_socket: bool) -> bool:
        origin = headers.get("origin")
        if headers.get("host") not in self._hosts:
            return False
        # A browser leaves Origin out of a plain page load, never out of a WebSocket.
        return origin in self._origins or (origin is None and not is_socket)

    def _has_cookie(self, headers: dict[str, str]) -> bool:
        return any(map(self._fits, cookies_named(COOKIE, headers.get("cookie", ""))))

    def _has_key(self, scope: Scope) -> bool:
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get(KEY_PARAMETER, "")
        return self._fits(given)

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._key.encode())

    async def _welcome(self, scope: Scope, send: Send) -> None:
        """Trade the key in the address for a cookie, so that it stays in no history and no log."""
        others = [
            pair
            for pair in parse_qsl(scope["query_string"].decode("latin-1"))
            if pair[0] != KEY_PARAMETER
        ]
        # One slash only: "//host" would lead to another machine.
        path = "/" + quote(scope["path"].lstrip("/\\"), safe="/")
        path += f"?{urlencode(others)}" if others else ""
        cookie = f"{COOKIE}={self._key}; HttpOnly; SameSite=Strict; Path=/"
        await _answer(
            send,
            303,
            [
                (b"location", path.encode()),
                (b"set-cookie", cookie.encode()),
                (b"cache-control", b"no-store"),
            ],
        )

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        await self._app(scope, receive, _Hardened(send))


class _Hardened:
    """Sends on an answer with our headers; a page's own scripts get a nonce of this answer."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._nonce = secrets.token_urlsafe(16)
        self._held: Message | None = None
        self._html = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._held is not None:
            await self._collect(message, self._held)
        else:
            await self._send(message)

    async def _start(self, message: Message) -> None:
        kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in _REPLACED]
        policy = _policy(self._nonce).encode()
        message["headers"] = [*kept, *_HEADERS, (b"content-security-policy", policy)]
        if dict(kept).get(b"content-type", b"").startswith(b"text/html"):
            self._held = message
            return
        await self._send(message)

    async def _collect(self, message: Message, held: Message) -> None:
        self._html += message.get("body", b"")
        if len(self._html) > HTML_BYTES_LIMIT:
            raise RuntimeError("A page of the student app is larger than any of ours.")
        if message.get("more_body"):
            return
        marked = b'<script nonce="' + self._nonce.encode() + b'"'
        page = self._html.replace(b"<script", marked) if self._html else b""
        fixed = (b"content-length", b"cache-control", b"etag", b"last-modified")
        held["headers"] = [
            *(pair for pair in held["headers"] if pair[0].lower() not in fixed),
            (b"content-length", str(len(page)).encode()),
            (b"cache-control", b"no-store"),
        ]
        self._held = None
        await self._send(held)
        await self._send({"type": "http.response.body", "body": page})


def _policy(nonce: str) -> str:
    """Everything from this program; styles inline, because Flutter writes them so."""
    return (
        f"default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval' blob:; "
        "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'self'; "
        "object-src 'none'; form-action 'none'"
    )


def cookies_named(name: str, header: str) -> list[str]:
    """The values of the cookies of that name in a Cookie header.

    Read by hand: cookies ignore ports, so those of any other program on this machine come along,
    and the library's reader drops everything behind one that it does not like.
    """
    pairs = (pair.strip().partition("=") for pair in header.split(";"))
    return [value for key, _, value in pairs if key == name]


def _headers(scope: Scope) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
    }


async def _answer(
    send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes = b""
) -> None:
    length = (b"content-length", str(len(body)).encode())
    start = {"type": "http.response.start", "status": status}
    await send({**start, "headers": [*headers, *_HEADERS, length]})
    await send({"type": "http.response.body", "body": body})
