"""The demo's page: who may open it, who may turn the switch, and that looking changes nothing."""

import http.client
import json
from collections.abc import Iterator

import pytest

from portfolio_app.demo.page import STEPS, SignIns, page_maker, stage_files
from portfolio_app.demo.processes import DidNotStart
from portfolio_app.demo.stage import BODY_BYTES_LIMIT, COOKIE, Stage
from portfolio_app.demo.story import read_story
from portfolio_app.locales import Words

KEY = "a-key-for-the-test"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class FakeSchool:
    """A stand-in for the process: it only remembers."""

    def __init__(self) -> None:
        self.is_running = True
        self.starts = False

    def start(self) -> None:
        self.is_running = True

    def wait_until_up(self) -> None:
        if self.starts:
            self.is_running = False
            raise DidNotStart("It did not start.")

    def stop(self) -> None:
        self.is_running = False


@pytest.fixture
def school() -> FakeSchool:
    return FakeSchool()


@pytest.fixture
def stage(school: FakeSchool) -> Iterator[Stage]:
    sign_ins = SignIns("http://127.0.0.1:1/?key=<k>", "http://localhost:2", "pass<word", "AB-CD")
    page = page_maker(read_story(), sign_ins, Words("en"))
    stage = Stage(school, KEY, page, stage_files())
    stage.start()
    yield stage
    stage.stop()


class Answer:
    def __init__(self, raw: http.client.HTTPResponse) -> None:
        self.status = raw.status
        self.headers = raw.headers
        self.body = raw.read()


def ask(
    stage: Stage,
    method: str = "GET",
    path: str = "/",
    *,
    body: bytes | None = None,
    **headers: str | None,
) -> Answer:
    """A request as our own page sends it, except for what `headers` change or (None) leave out."""
    sent = {"Host": stage.host, "Cookie": f"{COOKIE}={KEY}"}
    if method == "POST":
        sent |= {"Origin": f"http://{stage.host}", "Content-Type": JSON}
    for name, value in headers.items():
        sent.pop(name.replace("_", "-"), None)
        if value is not None:
            sent[name.replace("_", "-")] = value
    line = http.client.HTTPConnection("127.0.0.1", stage.port, timeout=10)
    line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in sent.items():
        line.putheader(name, value)
    if body is not None:
        line.putheader("Content-Length", str(len(body)))
    line.endheaders(body)
    answer = Answer(line.getresponse())
    line.close()
    return answer


@pytest.mark.parametrize(("paper", "is_there"), [("", False), ("12345<67890", True)])
def test_the_paper_from_the_safe_is_shown_where_there_is_one(paper: str, is_there: bool) -> None:
    sign_ins = SignIns("http://127.0.0.1:1/", "http://localhost:2", "a pass", "AB-CD", paper)
    page = page_maker(read_story(), sign_ins, Words("en"))(True).decode()
    assert (Words("en")("demo-safe") in page) == is_there
    assert ("12345&lt;67890" in page) == is_there


def test_the_key_is_traded_for_a_cookie_and_leaves_the_address(stage: Stage) -> None:
    answer = ask(stage, path=f"/?key={KEY}", Cookie=None)
    assert answer.status == 303
    assert answer.headers["Location"] == "/"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}={KEY};")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize(
    "wrong",
    [
        {"Cookie": None},
        {"Cookie": f"{COOKIE}=wrong"},
        {"Cookie": f"{COOKIE}=\u00e9"},
        {"Host": "evil.example"},
        {"Host": "localhost:1"},
        {"Host": None},
    ],
)
@pytest.mark.parametrize("path", ["/", "/school", "/stage.css"])
def test_nobody_else_sees_anything(stage: Stage, path: str, wrong: dict[str, str | None]) -> None:
    assert ask(stage, "GET", path, body=None, **wrong).status == 403


def test_a_wrong_key_is_refused(stage: Stage) -> None:
    assert ask(stage, path="/?key=wrong", Cookie=None).status == 403
    assert ask(stage, path="/school?key=" + KEY, Cookie=None).status == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Cookie": None},
        {"Host": "evil.example"},
    ],
)
def test_nobody_else_turns_the_switch(
    stage: Stage, school: FakeSchool, wrong: dict[str, str | None]
) -> None:
    answer = ask(stage, "POST", "/school", body=b'{"on": false}', **wrong)
    assert answer.status == 403
    assert school.is_running


def test_the_switch_turns(stage: Stage, school: FakeSchool) -> None:
    for wanted in (False, True):
        answer = ask(stage, "POST", "/school", body=json.dumps({"on": wanted}).encode())
        assert answer.status == 200
        assert json.loads(answer.body) == {"on": wanted}
        assert school.is_running is wanted
        assert json.loads(ask(stage, path="/school").body) == {"on": wanted}


def test_the_switch_turns_without_a_script(stage: Stage, school: FakeSchool) -> None:
    answer = ask(stage, "POST", "/school", body=b"on=false", Content_Type=FORM)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert not school.is_running
    assert b'name="on" value="true"' in ask(stage).body


@pytest.mark.parametrize("path", ["/", "/school", "/school?on=false", "/stage.js", "/nothing"])
def test_looking_changes_nothing(stage: Stage, school: FakeSchool, path: str) -> None:
    ask(stage, path=path)
    assert school.is_running


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b'{"on": 0}', b'{"on": "false"}', b"null", b"[" * 900,
        b'{"on": false}' + b" " * BODY_BYTES_LIMIT,
    ],
)  # fmt: skip
def test_what_is_no_wish_changes_nothing(stage: Stage, school: FakeSchool, body: bytes) -> None:
    assert ask(stage, "POST", "/school", body=body).status == 400
    assert school.is_running


def test_a_wish_without_a_length_or_of_another_kind_or_elsewhere_is_refused(stage: Stage) -> None:
    assert ask(stage, "POST", "/school").status == 400
    assert ask(stage, "POST", "/school", body=b"{}", Content_Type="text/plain").status == 400
    assert ask(stage, "POST", "/", body=b'{"on": false}').status == 400


def test_a_school_that_does_not_start_is_told(stage: Stage, school: FakeSchool) -> None:
    school.starts = True
    answer = ask(stage, "POST", "/school", body=b'{"on": true}')
    assert answer.status == 503
    assert json.loads(answer.body) == {"on": False, "problem": "It did not start."}


def test_the_page_is_strict_and_loads_only_what_is_here(stage: Stage) -> None:
    answer = ask(stage)
    assert answer.status == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    text = answer.body.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert " on" + "click" not in text
    for path in ("/stage.css", "/stage.js", "/lexend-latin.woff2", "/fox.svg"):
        assert ask(stage, path=path).status == 200


def test_the_page_tells_the_whole_story_and_nothing_unescaped(stage: Stage) -> None:
    text = ask(stage).body.decode()
    assert "[demo-" not in text, "a key without words"
    assert text.count("<h3>") == len(STEPS) == 7
    for learner in read_story().learners:
        assert learner.name in text
        assert learner.pin in text
    assert "pass&lt;word" in text
    assert "pass<word" not in text
    assert "key=&lt;k&gt;" in text
