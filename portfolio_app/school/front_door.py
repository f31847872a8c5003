"""What every request passes first: the right host, no forged form; and what every answer wears.

Host names come from the settings, never from a header; an address behind a proxy is not believed
either. Nothing here knows a route or a person.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from portfolio_app.school.settings import LOOPBACK_NAMES, SchoolSettings

DEVICE_PATHS = ("/v1/",)
SAFE_METHODS = frozenset({"GET", "HEAD"})
URL_BYTES_LIMIT = 4_096

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
GUEST_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self';"
    " form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with that, older browsers send our own forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": PAGE_POLICY,
    "Cache-Control": "no-store",
}
_TO_DEVICES = ("X-Content-Type-Options", "Cache-Control")
"""Devices, and no browser, read their answers; the rest would be more than what most of them say.
What is posted is JSON and kept nowhere on its way (RFC 9110, section 9.3.3), so it needs not even
these.
"""

_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


class FrontDoor:
    """An ASGI application around the routes."""

    def __init__(self, inside: ASGIApp, settings: SchoolSettings) -> None:
        self._inside = inside
        self._settings = settings
        transport = _TRANSPORT if settings.is_secure else {}
        self._wear = _raw(_ALWAYS | transport)
        self._device_wear = _raw({name: _ALWAYS[name] for name in _TO_DEVICES} | transport)
        self._posted_wear = _raw(transport)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != ScopeType.HTTP:
            return  # no web sockets here: the connection is closed unanswered
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in reversed(list(scope["headers"]))
        }
        is_device = scope["path"].startswith(DEVICE_PATHS)
        wear = self._device_wear if is_device else self._wear
        dressed = _dressing(
            send, self._posted_wear if is_device and scope["method"] == "POST" else wear
        )
        problem = self._problem(scope, headers)
        if problem is not None:
            await _answer(dressed, *problem)
        elif elsewhere := self._better_address(scope, headers):
            await _answer(dressed, 307, "", {"location": elsewhere})
        else:
            await self._inside(scope, receive, dressed)

    def _problem(self, scope: HTTPScope, headers: Mapping[str, str]) -> tuple[int, str] | None:
        if len(scope["path"]) + len(scope["query_string"]) > URL_BYTES_LIMIT:
            return 414, "This address is too long."
        if _host(headers.get("host", "")) not in self._settings.hosts:
            return 400, "This server does not answer to that name."
        is_page = not scope["path"].startswith(DEVICE_PATHS)
        if is_page and scope["method"] not in SAFE_METHODS and not self._is_ours(headers):
            return (
                403,
                "This form did not come from this server. Open the page again and repeat it.",
            )
        return None

    def _is_ours(self, headers: Mapping[str, str]) -> bool:
        """Whether a browser says that the form came from our own page.

        Every browser of the last ten years sends `Origin`, newer ones `Sec-Fetch-Site` as well;
        whoever says neither is refused.
        """
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        if origin is None:
            return False
        parts = urlsplit(origin)
        own_scheme = "https" if self._settings.is_secure else "http"
        is_own_host = parts.netloc.lower() == headers.get("host", "").lower()
        return parts.scheme == own_scheme and is_own_host

    def _better_address(self, scope: HTTPScope, headers: Mapping[str, str]) -> str | None:
        """Where a page should be opened instead: cookies ignore ports, so names must stay apart."""
        host = _host(headers.get("host", ""))
        if scope["path"].startswith(DEVICE_PATHS) or host == self._settings.host:
            return None
        if host not in LOOPBACK_NAMES or scope["method"] not in SAFE_METHODS:
            return None
        path = scope.get("raw_path", b"/").decode("latin-1")
        return self._settings.address.rstrip("/") + "/" + path.lstrip("/")


def _dressing(send: Send, wear: Sequence[tuple[bytes, bytes]]) -> Send:
    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            worn = [header for header in wear if header[0] not in present]
            message["headers"] = [*message["headers"], *worn]
        await send(message)

    return dressed


def _raw(headers: Mapping[str, str]) -> Sequence[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def _host(header: str) -> str:
    """The name in a Host header, without port; "" for what is not one."""
    name, colon, port = header.rpartition(":")
    if not colon or header.endswith("]"):
        name, port = header, "0"
    if not port.isascii() or not port.isdecimal():
        return ""
    return name.strip("[]").lower()


async def _answer(
    send: Send, status: int, words: str, headers: Mapping[str, str] | None = None
) -> None:
    start: Message = {
        "type": "http.response.start",
        "status": status,
        "headers": [
            (b"content-type", b"text/plain; charset=utf-8"),
            *((name.encode(), value.encode()) for name, value in (headers or {}).items()),
        ],
    }
    await send(start)
    await send({"type": "http.response.body", "body": words.encode(), "more_body": False})
