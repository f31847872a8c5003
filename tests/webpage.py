"""A browser without a screen: cookies, redirects and the forms of server-rendered pages."""

import http.client
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser

LOOPBACK = "127.0.0.1"
REDIRECTS_LIMIT = 5


@dataclass(slots=True)
class Form:
    """A form as it stands in a page: where it goes, and what it would send untouched."""

    action: str
    method: str
    values: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def with_values(self, **given: str) -> list[tuple[str, str]]:
        """The fields to send, some of them filled in otherwise."""
        kept = [(name, value) for name, value in self.values if name not in given]
        return [*kept, *given.items()]


@dataclass(slots=True)
class Page:
    """An answer: status, final address, text, and the forms and links in it."""

    status: int
    path: str
    text: str
    forms: list[Form] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    words: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._form: Form | None = None
        self._area: str | None = None
        self._area_text = ""
        self._button: dict[str, str] | None = None
        self._button_text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get").lower())
            self._page.forms.append(self._form)
        elif tag == "a" and "href" in given:
            self._page.links.append(given["href"])
        elif tag == "img" and "src" in given:
            self._page.pictures.append(given["src"])
        elif self._form is not None:
            self._in_form(tag, given)

    def _in_form(self, tag: str, given: dict[str, str]) -> None:
        assert self._form is not None
        name = given.get("name", "")
        if tag == "input" and given.get("type") in ("radio", "checkbox"):
            self._form.choices.setdefault(name, []).append(given.get("value", "on"))
            if "checked" in given:
                self._form.values.append((name, given.get("value", "on")))
        elif tag == "input" and name:
            self._form.values.append((name, given.get("value", "")))
        elif tag == "textarea":
            self._area, self._area_text = name, ""
        elif tag == "button":
            self._button, self._button_text = given, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area is not None and self._form is not None:
            self._form.values.append((self._area, self._area_text))
            self._area = None
        elif tag == "button" and self._button is not None and self._form is not None:
            button = self._button
            self._form.buttons.append(
                (
                    button.get("name", ""),
                    button.get("value", ""),
                    " ".join(self._button_text.split()),
                )
            )
            self._button = None

    def handle_data(self, data: str) -> None:
        self._page.words += data
        if self._area is not None:
            self._area_text += data
        if self._button is not None:
            self._button_text += data


class Visitor:
    """Somebody at a browser, with a cookie jar of their own."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Page:
        """Open a page, following redirects."""
        return self._go("GET", path, None)

    def post(self, path: str, fields: list[tuple[str, str]]) -> Page:
        """Send a form, following redirects."""
        return self._go("POST", path, urllib.parse.urlencode(fields).encode())

    def raw(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        """(status, body, headers) of one GET, without following anything."""
        status, headers, body = self._once("GET", path, None)
        return status, body, headers

    def _go(self, method: str, path: str, body: bytes | None) -> Page:
        for _ in range(REDIRECTS_LIMIT):
            status, headers, raw = self._once(method, path, body)
            if status not in (301, 302, 303, 307):
                page = Page(status, path, raw.decode(errors="replace"))
                _Reader(page).feed(page.text)
                return page
            method, body = "GET", None
            path = urllib.parse.urljoin(path, headers["location"])
            path = path[path.index("/", 8) :] if path.startswith("http") else path
        raise AssertionError(f"{path} redirects for ever")

    def _once(
        self, method: str, path: str, body: bytes | None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(LOOPBACK, self._port, timeout=30)
        headers = {"host": f"{self._host}:{self._port}", "accept": "text/html"}
        if self._cookies:
            pairs = (f"{name}={value}" for name, value in self._cookies.items())
            headers["cookie"] = "; ".join(pairs)
        if body is not None:
            headers |= {
                "content-type": "application/x-www-form-urlencoded",
                "origin": f"http://{self._host}:{self._port}",
                "sec-fetch-site": "same-origin",
            }
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            raw = answer.read()
        finally:
            connection.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key.strip()] = rest.partition(";")[0]
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, raw
