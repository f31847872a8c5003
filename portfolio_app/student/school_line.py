"""One line to a school: the address as people type it, and requests over HTTPS.

The only home of an HTTP client. It knows nothing of what is asked; nothing it raises or logs holds
content.
"""

import http.client
import json
import re
import select
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from portfolio_app.errors import BadInput, Refused, SchoolUnreachable
from portfolio_app.sealing.certificates import fingerprint_of, read_fingerprint
from sync import wire

TIMEOUT_SECONDS = 15.0
ANSWER_BYTES_LIMIT = wire.REPLY_BYTES_LIMIT
READ_BYTES = 256 * 1024
LOOPBACK = "127.0.0.1"
DIAL_SECONDS = 4.0
"""So long one of several addresses may take before the next is tried."""

ADDRESS_LIMIT = 300
_PART = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15})", re.ASCII)
LINE_BROKE = (OSError, http.client.HTTPException)
_HUNG_UP = (ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
"""Also what `http.client` says of a line that ended before the first byte of an answer."""

_JOIN_PATH = "/join"


class NotYourSchool(Refused):
    """Whoever answers at the address has another key than the school that was joined."""


@contextmanager
def line_to(
    addresses: str | Sequence[str], token: str = "", *, timeout_seconds: float = TIMEOUT_SECONDS
) -> Iterator["SchoolLine"]:
    """A line to the school at the first clean address that answers and has the right key.

    Raises SchoolUnreachable when it breaks at any point, and NotYourSchool, before a byte of a
    request is sent, when only somebody else answers.
    """
    chosen = (addresses,) if isinstance(addresses, str) else tuple(addresses)
    line: SchoolLine | None = None
    try:
        line = _first_that_answers(chosen, token, timeout_seconds)
        yield line
    except LINE_BROKE:
        raise SchoolUnreachable(
            "The school does not answer right now. Your work is safe here."
        ) from None
    finally:
        if line is not None:
            line.close()


def _first_that_answers(
    addresses: Sequence[str], token: str, timeout_seconds: float
) -> "SchoolLine":
    stranger: NotYourSchool | None = None
    for address in addresses[:-1]:
        line = SchoolLine(address, token, timeout_seconds)
        try:
            line.dial(min(DIAL_SECONDS, timeout_seconds))
            return line
        except NotYourSchool as problem:
            stranger = problem
            line.close()
        except LINE_BROKE:
            line.close()
    line = SchoolLine(addresses[-1], token, timeout_seconds)
    if stranger is not None:
        try:
            line.dial(timeout_seconds)
        except LINE_BROKE:
            raise stranger from None
    return line


class _PinnedConnection(http.client.HTTPSConnection):
    """TLS with the one key that the class card names. No authority vouches, and no date counts:
    a school without internet has neither.
    """

    def __init__(self, host: str, port: int | None, timeout: float, fingerprint: str) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        super().__init__(host, port, timeout=timeout, context=context)
        self._fingerprint = fingerprint

    def connect(self) -> None:
        """Dial and look at the key, each time, before anything is said."""
        super().connect()
        # The handshake proved that whoever answers holds this key.
        shown = self.sock.getpeercert(binary_form=True) if self.sock else None
        try:
            is_ours = shown is not None and fingerprint_of(shown) == self._fingerprint
        except BadInput:
            is_ours = False
        if not is_ours:
            self.close()
            raise NotYourSchool(
                "This is not your school's server. Go to your school's own network, or ask your "
                "teacher for a new card. Nothing was sent."
            )


@dataclass(frozen=True, slots=True)
class Coming:
    """A file on its way: bytes from `start` on of the `size_bytes` it has (None: nobody said), at
    most 256 KiB at a time.
    """

    status: int
    start: int
    size_bytes: int | None
    chunks: Iterator[bytes]


class SchoolLine:
    """One kept-alive HTTP connection to the school.

    A school hangs up on a line that was quiet for a while. Where that is seen before a request, the
    line is dialled again first. Where it is seen only after one and nothing was answered, it is
    sent once more: reading does no harm twice, a change or a vault that was told is known by its
    id, and an upload that was begun is found again. A first request on a fresh line is never
    repeated, so that nobody joins twice; nor is a file, which is gone once it was sent.
    """

    def __init__(self, address: str, token: str, timeout_seconds: float) -> None:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        self._timeout_seconds = timeout_seconds
        if parts.fragment:
            self._http: http.client.HTTPConnection = _PinnedConnection(
                host, port, timeout_seconds, parts.fragment
            )
        elif parts.scheme == "https":
            context = ssl.create_default_context()
            self._http = http.client.HTTPSConnection(
                host, port, timeout=timeout_seconds, context=context
            )
        else:
            # RFC 6761, section 6.3: localhost is this machine, also where no file of hosts says so.
            dialled = LOOPBACK if host == "localhost" else host
            self._http = http.client.HTTPConnection(dialled, port, timeout=timeout_seconds)
        self._prefix = parts.path.rstrip("/")
        self._was_answered = False
        self._headers = {"host": parts.netloc}
        if token:
            self._headers["authorization"] = f"Bearer {token}"

    def dial(self, wait_seconds: float) -> None:
        """Connect now; raises what breaks, and NotYourSchool."""
        self._http.timeout = wait_seconds
        try:
            self._http.connect()
        finally:
            self._http.timeout = self._timeout_seconds
        if self._http.sock is not None:
            self._http.sock.settimeout(self._timeout_seconds)

    def ask(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        """One request; (status, body of at most ANSWER_BYTES_LIMIT)."""
        headers = dict(self._headers)
        if body is not None:
            headers |= {"content-type": "application/json", "content-length": str(len(body))}

        def send() -> None:
            # `request` would say more than is needed, in what is sent most.
            self._http.putrequest(
                method, self._prefix + path, skip_host=True, skip_accept_encoding=True
            )
            for name, value in headers.items():
                self._http.putheader(name, value)
            self._http.endheaders(body)

        return _whole(self._answered(send, may_repeat=True))

    def send_file(self, path: str, size_bytes: int, chunks: Iterator[bytes]) -> int:
        """PUT a file piece by piece; the status."""
        headers = {
            **self._headers,
            "content-type": "application/octet-stream",
            "content-length": str(size_bytes),
        }
        return _whole(self._request("PUT", path, chunks, headers))[0]

    def hand_in(self, path: str, size_bytes: int, chunks: Iterator[bytes]) -> tuple[int, bytes]:
        """POST bytes that are sealed already, piece by piece; (status, body)."""
        headers = {
            **self._headers,
            "content-type": "application/octet-stream",
            "content-length": str(size_bytes),
        }
        return _whole(self._request("POST", path, chunks, headers))

    def send_part(
        self, method: str, path: str, headers: Mapping[str, str], chunks: Iterator[bytes] | None
    ) -> tuple[int, Mapping[str, str]]:
        """One request of an upload in pieces; the status and the answer's headers, lower case."""
        body = b"" if chunks is None else chunks
        answer = self._request(method, path, body, {**self._headers, **headers})
        answer.read(ANSWER_BYTES_LIMIT)
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}

    def size_of(self, path: str) -> tuple[int, int | None]:
        """HEAD: the status, and how many bytes the file there has, if the school says so."""
        answer = self._request("HEAD", path, None, self._headers)
        answer.read()
        told = answer.getheader("content-length", "")
        return answer.status, int(told) if told.isascii() and told.isdecimal() else None

    @contextmanager
    def read_file(self, path: str, start: int = 0) -> Iterator["Coming"]:
        """GET a file, from byte `start` on where the school can do that."""
        headers = {**self._headers, "range": f"bytes={start}-"} if start else self._headers
        answer = self._request("GET", path, None, headers)
        try:
            yield _coming(answer)
        finally:
            if not answer.isclosed():
                self._http.close()  # what is left of it must not be read as the next answer

    def close(self) -> None:
        """Hang up; the next request dials again."""
        self._http.close()

    def _request(
        self, method: str, path: str, body: bytes | Iterator[bytes] | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        return self._answered(
            lambda: self._http.request(method, self._prefix + path, body, headers),
            may_repeat=not isinstance(body, Iterator),
        )

    def _answered(self, send: Callable[[], None], *, may_repeat: bool) -> http.client.HTTPResponse:
        """The beginning of the answer to what `send` sends."""
        if self._http.sock is not None and _has_hung_up(self._http.sock):
            self.close()
        is_used = self._http.sock is not None and self._was_answered
        try:
            send()
            answer = self._http.getresponse()
        except _HUNG_UP:
            self.close()
            if not (is_used and may_repeat):
                raise
            send()
            answer = self._http.getresponse()
        self._was_answered = True
        return answer


def _has_hung_up(line: socket.socket) -> bool:
    """Whether the other end closed a line on which nothing is due: then alone is there something
    to read.
    """
    if hasattr(select, "poll"):
        watch = select.poll()
        watch.register(line, select.POLLIN)
        return bool(watch.poll(0))
    return bool(select.select([line], [], [], 0)[0])


def _whole(answer: http.client.HTTPResponse) -> tuple[int, bytes]:
    raw = answer.read(ANSWER_BYTES_LIMIT + 1)
    if len(raw) > ANSWER_BYTES_LIMIT:
        raise http.client.HTTPException("answer too long")
    return answer.status, raw


def _coming(answer: http.client.HTTPResponse) -> Coming:
    chunks = iter(lambda: answer.read(READ_BYTES), b"")
    part = _PART.fullmatch(answer.getheader("content-range", ""))
    if answer.status == HTTPStatus.PARTIAL_CONTENT and part is not None:
        return Coming(answer.status, int(part[1]), int(part[2]), chunks)
    told = answer.getheader("content-length", "")
    is_told = told.isascii() and told.isdecimal()
    return Coming(answer.status, 0, int(told) if is_told else None, chunks)


def check_status(status: int) -> None:
    """Raise Refused or SchoolUnreachable for a status that is no yes."""
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise Refused(
            "The school does not know this device any more. Ask your teacher; your work "
            "is safe here."
        )
    if status == HTTPStatus.UPGRADE_REQUIRED:
        raise Refused("The school speaks a newer language than this app. Update the app.")
    if status in (HTTPStatus.INSUFFICIENT_STORAGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE):
        raise Refused(
            "The school has no room for a file. Ask your teacher; your work is safe here."
        )
    if status >= HTTPStatus.BAD_REQUEST:
        raise SchoolUnreachable("The school could not take it right now. It will be tried again.")


def read_card(address: str, code: str) -> tuple[str, str]:
    """(clean address, code) of what was typed or scanned from a class card.

    The address may be the whole text of the picture, `https://…/join#CODE`; behind the code, or
    behind the # of an address, may stand the fingerprint of the school's key.
    """
    place, _, scanned = address.strip().partition("#")
    is_whole = place.rstrip("/").endswith(_JOIN_PATH)
    place = place.rstrip("/").removesuffix(_JOIN_PATH)
    typed, _, key = code.strip().partition(".")
    if is_whole:
        scanned_code, _, scanned = scanned.partition(".")
        typed = typed or scanned_code
    key = key or scanned
    return clean_address(f"{place}#{key}" if key else place), typed.strip()


def clean_address(address: str) -> str:
    """A school's address as scheme, host and port, with `#` and the fingerprint of its key if it
    has one; raises BadInput with what to do.
    """
    text, has_key, behind = address.strip().partition("#")
    fingerprint = read_fingerprint(behind)
    if has_key and not fingerprint:
        raise BadInput("The key behind the school's address has a typing mistake. Look again.")
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port_text = f":{parts.port}" if parts.port else ""
        (parts.hostname or "").encode("idna")  # as the network will; an odd name fails here
    except ValueError:
        parts, port_text = urlsplit("https:"), ""
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or len(text) > ADDRESS_LIMIT
        or parts.query
        or parts.username is not None
        or any(letter.isspace() or not letter.isprintable() for letter in text)
    ):
        raise BadInput(
            "That is not the address of a school. It looks like https://portfolio.example.org."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if parts.scheme == "http" and not _is_this_machine(parts.hostname):
        raise BadInput(
            "The school's address must begin with https://, so that nobody can listen in."
        )
    if fingerprint and parts.scheme == "http":
        raise BadInput("An address with a key begins with https://.")
    key = f"#{fingerprint}" if fingerprint else ""
    return f"{parts.scheme}://{host}{port_text}{parts.path.rstrip('/')}{key}"


def _is_this_machine(host: str) -> bool:
    return host in ("localhost", "127.0.0.1", "::1")


def read_json(raw: bytes) -> Mapping[str, Any]:
    """The JSON object of an answer; an empty one for anything else."""
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        answer = None
    return answer if isinstance(answer, dict) else {}
