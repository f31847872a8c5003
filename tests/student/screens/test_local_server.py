"""The loopback server: who gets in, what comes out, and what a file on its way may do."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import flet as ft
import httpx
import pytest

from portfolio_app.errors import BadInput
from portfolio_app.model.people import AVATARS
from portfolio_app.settings import Settings
from portfolio_app.student import local_gate
from portfolio_app.student.actions import Source, add_work
from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.local_gate import TooLarge, Upload, WebGate
from portfolio_app.student.local_guard import COOKIE, LocalGuard, Message, Receive, Scope, Send
from portfolio_app.student.local_server import build_student_app, local_api
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo

HOST = "127.0.0.1:8560"
KEY = "a-launch-key-for-tests"
GOOD = {"host": HOST, "cookie": f"{COOKIE}={KEY}"}


async def stub(scope: Scope, _receive: Receive, send: Send) -> None:
    """What stands behind the guard: says that it was reached."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    kind = b"text/html" if scope["path"] == "/page" else b"text/plain"
    headers = [(b"content-type", kind), (b"access-control-allow-origin", b"*")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"<script>let a</script>"})


def ask(
    kind: str, headers: dict[str, str], path: str = "/", query: str = "", method: str = "GET"
) -> list[Message]:
    """Everything the guard sends back for one request."""
    sent: list[Message] = []
    scope: Scope = {
        "type": kind, "method": method, "path": path, "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(LocalGuard(stub, frozenset({HOST}), KEY)(scope, receive, send))
    return sent


REFUSED: dict[str, dict[str, str]] = {
    "no cookie": {"host": HOST},
    "another key": {"host": HOST, "cookie": f"{COOKIE}=guessed"},
    "a cookie of another name": {"host": HOST, "cookie": f"session={KEY}"},
    "another host, as in DNS rebinding": {**GOOD, "host": "portfolio.example:8560"},
    "another port": {**GOOD, "host": "127.0.0.1:9999"},
    "another page's origin": {**GOOD, "origin": "https://evil.example"},
    "the school's page on this machine": {**GOOD, "origin": "http://localhost:8570"},
    "no origin that can be named": {**GOOD, "origin": "null"},
    "a cookie that cannot be read": {**GOOD, "cookie": "\\x00;;=;"},
}


@pytest.mark.parametrize("case", REFUSED)
def test_nobody_else_reaches_the_app(case: str) -> None:
    assert ask("http", REFUSED[case])[0]["status"] == 403
    closed = ask("websocket", {"origin": f"http://{HOST}", **REFUSED[case]})
    assert closed == [{"type": "websocket.close", "code": 1008}]


def test_the_app_itself_gets_in() -> None:
    assert ask("http", GOOD)[0]["status"] == 200
    assert ask("http", {**GOOD, "origin": f"http://{HOST}"})[0]["status"] == 200
    accepted = ask("websocket", {**GOOD, "origin": f"http://{HOST}"})
    assert accepted == [{"type": "websocket.accept"}]


def test_a_websocket_without_an_origin_is_no_browser_of_ours() -> None:
    assert ask("websocket", GOOD) == [{"type": "websocket.close", "code": 1008}]


def test_the_launch_key_becomes_a_cookie_and_leaves_the_address() -> None:
    start = ask("http", {"host": HOST}, "/works", f"key={KEY}&a=b")[0]
    headers = dict(start["headers"])
    assert start["status"] == 303
    assert headers[b"location"] == b"/works?a=b"
    assert headers[b"set-cookie"] == f"{COOKIE}={KEY}; HttpOnly; SameSite=Strict; Path=/".encode()


def test_a_launch_address_cannot_lead_elsewhere() -> None:
    start = ask("http", {"host": HOST}, "//evil.example/", f"key={KEY}")[0]
    assert dict(start["headers"])[b"location"] == b"/evil.example/"


@pytest.mark.parametrize("other", ['theme={"a":1}', "a[b]=1", 'x="open', "", f"{COOKIE}=wrong"])
def test_cookies_of_other_programs_on_this_machine_lock_nobody_out(other: str) -> None:
    headers = {**GOOD, "cookie": f"{other}; {COOKIE}={KEY}; {other}"}
    assert ask("http", headers)[0]["status"] == 200
    assert ask("http", {**GOOD, "cookie": f"{other}; not_{COOKIE}={KEY}"})[0]["status"] == 403


@pytest.mark.parametrize(
    "path",
    ["//elsewhere.example/", "/\\elsewhere.example", "/\t/elsewhere.example", "/\r\nx-evil: 1"],
)
def test_an_odd_launch_path_stays_one_address_here(path: str) -> None:
    answer = ask("http", {"host": HOST}, path, f"key={KEY}")[0]
    location = dict(answer["headers"])[b"location"]
    assert location.startswith(b"/")
    assert not location.startswith(b"//")
    assert location.isascii()
    assert not set(location) & set(b"\r\n\t\\")


@pytest.mark.parametrize("query", ["key=guessed", "key=", "", f"key={KEY}x"])
def test_a_wrong_launch_key_opens_nothing(query: str) -> None:
    assert ask("http", {"host": HOST}, "/", query)[0]["status"] == 403
    assert ask("http", {"host": HOST}, "/", f"key={KEY}", "POST")[0]["status"] == 403


def test_answers_carry_a_strict_policy_and_no_open_door() -> None:
    start, body = ask("http", GOOD, "/page")
    headers = dict(start["headers"])
    policy = headers[b"content-security-policy"].decode()
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert b"access-control-allow-origin" not in headers
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert headers[b"cache-control"] == b"no-store"
    assert "script-src 'self' 'nonce-" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    assert body["body"] == f'<script nonce="{nonce}">let a</script>'.encode()
    assert int(headers[b"content-length"]) == len(body["body"])


def client(app: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://{HOST}")


def test_the_whole_app_stands_behind_the_guard(tmp_path: Path) -> None:
    app = build_student_app(Settings(data=tmp_path), KEY, 8560)

    async def story() -> None:
        async with client(app) as browser:
            for path in ("/", "/icons/portfolio.svg", "/assets/fonts/notosanshebrew/v1/x.woff2"):
                assert (await browser.get(path)).status_code == 403
                assert (await browser.get(path, headers=GOOD)).status_code == 200
            page = await browser.get("/", headers=GOOD)
            assert "flt-semantics-placeholder" in page.text
            assert "<script>" not in page.text
            for path in ("/docs", "/openapi.json"):
                assert "openapi" not in (await browser.get(path, headers=GOOD)).text.lower()
            fonts = await browser.get("/assets/FontManifest.json", headers=GOOD)
            assert {one["family"].split("/")[-1] for one in fonts.json()} == {
                "MaterialIcons", "CupertinoIcons", "Roboto"
            }  # fmt: skip
            files = [font["asset"] for one in fonts.json() for font in one["fonts"]]
            # What the page begins to read before the client's own loader asks for it.
            ahead = re.findall(r'\["([a-z./]+)", "(?:module)?preload"\]', page.text)
            assert len(ahead) == 4
            for path in (*ahead, *(f"assets/{file}" for file in files)):
                assert (await browser.get(f"/{path}", headers=GOOD)).status_code == 200
            odd = await browser.get("/assets/fonts/..%2Fhtmx/htmx.min.js", headers=GOOD)
            assert odd.status_code == 404

    asyncio.run(story())


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = new_portfolio(open_vaults(tmp_path), "Mia", AVATARS[0], "2580")
    yield opened
    opened.close()


def test_pictures_come_by_ticket_and_go_with_it(portfolio: Portfolio) -> None:
    work_id = add_work(portfolio, [Source("a.jpg", [make_photo(None, 0.2)])])
    work = portfolio.work(work_id)
    assert work is not None
    sha = work.files[0].preview
    whole = b"".join(portfolio.read_media(sha))

    async def story() -> None:
        gate = WebGate(1 << 20)
        ticket = gate.admit(portfolio)
        address = gate.picture(ticket, sha)
        async with client(local_api(gate)) as browser:
            answer = await browser.get(address)
            assert answer.content == whole
            assert answer.headers["content-type"] == "image/jpeg"
            assert answer.headers["cache-control"] == "no-store"
            part = await browser.get(address, headers={"range": "bytes=10-19"})
            assert (part.status_code, part.content) == (206, whole[10:20])
            assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"
            tail = await browser.get(address, headers={"range": "bytes=-5"})
            assert tail.content == whole[-5:]
            beyond = await browser.get(address, headers={"range": f"bytes={len(whole)}-"})
            assert beyond.status_code == 416
            head = await browser.head(address)
            assert (head.content, head.headers["content-length"]) == (b"", str(len(whole)))
            assert (await browser.get(gate.picture("guessed", sha))).status_code == 404
            assert (await browser.get(gate.picture(ticket, "0" * 64))).status_code == 404
            assert (await browser.get(gate.picture(ticket, "../keys.json"))).status_code == 404
            gate.dismiss(ticket)
            assert (await browser.get(address)).status_code == 404

    asyncio.run(story())


def test_a_lent_file_is_made_when_it_is_fetched_and_ends_when_it_is_taken_back() -> None:
    made: list[str] = []

    def make() -> Iterator[bytes]:
        if len(made) > 1:
            raise BadInput("No more.")
        made.append("once")
        return iter([b"sealed ", b"work"])

    async def story() -> None:
        gate = WebGate(1 << 20)
        address = gate.lend_file("for-school.bundle", make)
        assert made == []
        async with client(local_api(gate)) as browser:
            assert (await browser.get(address)).content == b"sealed work"
            answer = await browser.get(address)
            assert answer.content == b"sealed work"
            assert answer.headers["cache-control"] == "no-store"
            told = 'attachment; filename="for-school.bundle"'
            assert answer.headers["content-disposition"] == told
            assert (await browser.head(address)).status_code == 405
            assert (await browser.get(address)).status_code == 409
            assert (await browser.get("/files/guessed")).status_code == 404
            gate.take_file_back(address)
            assert (await browser.get(address)).status_code == 404
        lent = [gate.lend_file("x", make) for _ in range(local_gate.LENT_FILES_LIMIT + 1)]
        assert gate.file(lent[0].rpartition("/")[2]) is None
        assert gate.file(lent[1].rpartition("/")[2]) is not None

    asyncio.run(story())


def test_a_file_that_is_no_picture_is_never_shown_as_a_page(portfolio: Portfolio) -> None:
    page = b"<script>alert(1)</script>"
    work_id = add_work(portfolio, [Source("a.txt", [page])])
    work = portfolio.work(work_id)
    assert work is not None

    async def story() -> None:
        gate = WebGate(1 << 20)
        address = gate.picture(gate.admit(portfolio), work.files[0].media)
        async with client(local_api(gate)) as browser:
            answer = await browser.get(address)
            assert answer.headers["content-type"] == "application/octet-stream"
            assert answer.headers["content-disposition"] == "attachment"

    asyncio.run(story())


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


def read_in_thread(upload: Upload) -> tuple[threading.Thread, list[bytes], list[BaseException]]:
    got: list[bytes] = []
    problems: list[BaseException] = []

    def read() -> None:
        try:
            got.extend(upload.chunks())
        except BadInput as problem:
            problems.append(problem)

    thread = threading.Thread(target=read)
    thread.start()
    return thread, got, problems


def test_an_upload_reaches_the_sealing_thread_whole() -> None:
    parts = [bytes([number]) * 100_000 for number in range(60)]

    async def story() -> None:
        upload = Upload("a.jpg", 10 << 20)
        thread, got, problems = read_in_thread(upload)
        assert await upload.feed(pieces(*parts)) == 6_000_000
        await asyncio.to_thread(thread.join)
        assert b"".join(got) == b"".join(parts)
        assert problems == []

    asyncio.run(story())


def test_one_byte_too_many_ends_the_upload_on_both_sides() -> None:
    async def feed(size_bytes: int) -> None:
        upload = Upload("a.jpg", 1 << 20)
        thread, _, problems = read_in_thread(upload)
        try:
            await upload.feed(pieces(bytes(size_bytes)))
        finally:
            await asyncio.to_thread(thread.join)
            told.extend(problems)

    told: list[BaseException] = []
    asyncio.run(feed(1 << 20))
    assert told == []
    with pytest.raises(TooLarge):
        asyncio.run(feed((1 << 20) + 1))
    assert [type(one) for one in told] == [TooLarge]


def test_an_upload_that_breaks_off_is_told_to_whoever_seals_it() -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    async def story() -> None:
        upload = Upload("a.jpg", 1 << 20)
        thread, _, problems = read_in_thread(upload)
        with pytest.raises(ConnectionResetError):
            await upload.feed(broken())
        await asyncio.to_thread(thread.join)
        assert "did not arrive whole" in str(problems[0])

    asyncio.run(story())


def test_an_upload_nobody_reads_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_gate, "ARRIVAL_SECONDS", 0.05)

    async def story() -> None:
        upload = Upload("a.jpg", 100 << 20)
        with pytest.raises(TimeoutError):
            await upload.feed(pieces(*([bytes(local_gate.PIECE_BYTES)] * 20)))

    asyncio.run(story())


def test_tickets_of_a_closed_window_do_not_fill_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_gate, "TICKET_SECONDS", -1.0)

    class Closed(ft.FilePicker):
        """A browser that is gone: it is asked for the files and never sends one."""

        async def upload(self, files: list[ft.FilePickerUploadFile]) -> None:
            self.asked = [file.upload_url for file in files]

    async def story() -> None:
        gate, picker = WebGate(1 << 20), Closed()
        files = [ft.FilePickerFile(id=1, name="a.jpg", size=1)] * local_gate.OPEN_TICKETS_LIMIT
        for _ in range(2):
            await gate.sources(picker, files, lambda _name, _share: None)
        assert len(gate._uploads) == local_gate.OPEN_TICKETS_LIMIT
        assert gate.take_upload(next(iter(gate._uploads))) is None

    asyncio.run(story())


def test_an_upload_ticket_works_once_and_a_guessed_one_never(tmp_path: Path) -> None:
    async def story() -> None:
        gate = WebGate(1 << 20)
        upload = Upload("a.jpg", 1 << 20)
        gate._uploads["announced"] = upload
        async with client(local_api(gate)) as browser:
            assert (await browser.put("/uploads/guessed", content=b"x")).status_code == 403
            thread, got, _ = read_in_thread(upload)
            assert (await browser.put("/uploads/announced", content=b"x")).status_code == 204
            await asyncio.to_thread(thread.join)
            assert got == [b"x"]
            assert (await browser.put("/uploads/announced", content=b"x")).status_code == 403

    asyncio.run(story())
