"""Which language a page speaks: what was chosen on it, else what the browser asks for, else the
school's own.

The choice is a link, so that the pages without any form and script have it too; a cookie keeps it.
What the words are does not enter here.
"""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from portfolio_app.locales import MAX_LANGUAGE_CHARACTERS, Words
from portfolio_app.locales.choosing import choices_of_language, nearest_language
from portfolio_app.locales.pseudo import PSEUDO_LANGUAGE

CHOICE = "speak"
"""Names the choice in an address. `language` is taken: rubrics are said in languages, too."""

COOKIE = "portfolio_language"
COOKIE_SECONDS = 365 * 24 * 3600
ACCEPTED_LIMIT = 20
HEADER_CHARACTERS_LIMIT = 1_000
DEVICE_PATHS = ("/v1/",)


@dataclass(frozen=True, slots=True)
class TongueLink:
    """One language to choose: its tag, its own name, where the choice leads; whether it is on."""

    tag: str
    name: str
    address: str
    is_spoken: bool


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What one answer speaks. `query` of a page that may be asked for again, else None."""

    words: Words
    query: tuple[tuple[str, str], ...] | None = None


class Tongues:
    """The words of one school: of the request that is being answered, or of the school itself."""

    def __init__(self, language: str) -> None:
        """`language`: of the command line, and of who asks for no language that there is."""
        self._first = Words(language)
        self._unasked = _Spoken(self._first)
        self._spoken: ContextVar[_Spoken] = ContextVar("spoken")

    @property
    def words(self) -> Words:
        """The words to answer with now."""
        return self._spoken.get(self._unasked).words

    def links(self) -> tuple[TongueLink, ...]:
        """The languages to choose from on this page; none where it cannot be asked for again."""
        spoken = self._spoken.get(self._unasked)
        if spoken.query is None:
            return ()
        return tuple(
            TongueLink(
                tag, name, "?" + urlencode([*spoken.query, (CHOICE, tag)]),
                tag == spoken.words.language,
            )
            for tag, name in choices_of_language()
        )  # fmt: skip

    def around(self, inside: ASGIApp, *, is_secure: bool) -> ASGIApp:
        """`inside`, speaking to each request in its language. Devices are answered as ever."""

        async def speaking(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP or scope["path"].startswith(DEVICE_PATHS):
                await inside(scope, receive, send)
                return
            query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
            rest = tuple(pair for pair in query if pair[0] != CHOICE)
            is_read = scope["method"] in ("GET", "HEAD")
            if is_read and rest != tuple(query):
                chosen = nearest_language([dict(query)[CHOICE]]) or self._first.language
                await _remember(send, scope, rest, _cookie(chosen, is_secure=is_secure))
                return
            headers = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in scope["headers"]
            }
            words = self._asked_for(headers)
            mark = self._spoken.set(_Spoken(words, rest if is_read else None))
            try:
                await inside(scope, receive, send)
            finally:
                self._spoken.reset(mark)

        return speaking

    def _asked_for(self, headers: Mapping[str, str]) -> Words:
        if self._first.language == PSEUDO_LANGUAGE:
            return self._first
        wanted = [_kept(headers.get("cookie", "")), *_accepted(headers.get("accept-language", ""))]
        found = nearest_language(wanted)
        return self._first if found in (None, self._first.language) else Words(found)


def _kept(header: str) -> str:
    """The language that was chosen in this browser."""
    try:
        jar = SimpleCookie(header)
    except CookieError:
        return ""
    return jar[COOKIE].value[:MAX_LANGUAGE_CHARACTERS] if COOKIE in jar else ""


def _accepted(header: str) -> Iterator[str]:
    """The languages a browser asks for, best first (RFC 9110, section 12.5.4)."""
    weighed = []
    for part in header[:HEADER_CHARACTERS_LIMIT].split(",")[:ACCEPTED_LIMIT]:
        tag, _, weight = part.partition(";")
        told = weight.strip().removeprefix("q=")
        try:
            quality = float(told) if weight.strip() else 1.0
        except ValueError:
            continue
        if tag.strip() and 0 < quality <= 1:
            weighed.append((quality, tag.strip()))
    yield from (tag for _, tag in sorted(weighed, key=lambda one: -one[0]))


def _cookie(language: str, *, is_secure: bool) -> str:
    secure = "; Secure" if is_secure else ""
    return f"{COOKIE}={language}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}"


async def _remember(
    send: Send, scope: Scope, rest: tuple[tuple[str, str], ...], cookie: str
) -> None:
    """Keep the choice, and show the same page again."""
    raw: bytes = scope.get("raw_path", b"/")
    # One slash: two would name another server.
    path = "/" + raw.decode("latin-1").partition("?")[0].lstrip("/\\")
    where = f"{path}?{urlencode(rest)}" if rest else path
    await send(
        {
            "type": "http.response.start",
            "status": 303,
            "headers": [
                (b"location", where.encode("latin-1")),
                (b"set-cookie", cookie.encode("latin-1")),
            ],
        }
    )
    await send({"type": "http.response.body", "body": b"", "more_body": False})
