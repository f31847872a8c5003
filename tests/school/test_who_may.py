"""Every route for everybody: default deny, from the application's own list of routes.

A route without a row here fails, so nobody can add one without saying who may call it.
"""

import hashlib
import json
from dataclasses import dataclass

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from portfolio_app.school import access_rules, app
from portfolio_app.school.database import access
from portfolio_app.school.review import queue
from portfolio_app.sealing.recovery_texts import question_text
from rubrics.catalog import Catalog
from tests.school import forgetting
from tests.school.making import OWN_ORIGIN, Browser, Device, MadeSchool
from tests.school.test_voices import put_thought, put_voice

NOBODY, TEACHER, OTHER_TEACHER, DEVICE, OTHER_DEVICE = (
    "nobody", "teacher", "other teacher", "device", "other device",
)  # fmt: skip
WHO = (NOBODY, TEACHER, OTHER_TEACHER, DEVICE, OTHER_DEVICE)
TO_SIGN_IN, CLOSED, HIDDEN = 303, 401, 404
ASKED_TO_SIGN_IN = 403
REFUSED = frozenset({TO_SIGN_IN, CLOSED, 403, HIDDEN})


@dataclass(frozen=True)
class Row:
    """What each caller gets from one route; `form` is what a page would send."""

    nobody: int
    teacher: int
    other_teacher: int
    device: int
    other_device: int
    form: tuple[tuple[str, str], ...] = ()
    leads_to: str = ""

    def expected(self, who: str) -> int:
        return {
            NOBODY: self.nobody, TEACHER: self.teacher, OTHER_TEACHER: self.other_teacher,
            DEVICE: self.device, OTHER_DEVICE: self.other_device,
        }[who]  # fmt: skip


def teachers(status: int, others: int, *form: tuple[str, str]) -> Row:
    """A teachers' page: everybody else is sent to sign in, and other teachers see `others`.

    Whoever sends words of a form is asked to sign in there, with the words kept in the page.
    """
    asked = ASKED_TO_SIGN_IN if form else TO_SIGN_IN
    return Row(asked, status, others, asked, asked, form)


def devices(status: int, others: int) -> Row:
    """For devices with a token: everybody else is told that they are not signed in."""
    return Row(CLOSED, CLOSED, CLOSED, status, others)


def everybody(status: int) -> Row:
    return Row(status, status, status, status, status)


WORK = "/learners/{learner:str}/works/{work_id:str}"
CLASS = "/classes/{class_id:str}"
# A form that each route takes; without it a right caller would be refused for the wrong reason.
NAME = ("name", "Zoë")
OWN = Catalog.bundled().rubrics[0]
STRANGER = question_text(forgetting.question_for(bytes([7]) * 32, "b2" * 16).request)
ROWS: dict[tuple[str, str], Row] = {
    ("GET", "/v1/health"): everybody(200),
    ("POST", "/v1/join"): everybody(403),
    ("POST", "/v1/sync"): devices(200, 200),
    ("GET", "/v1/history/self/{record:str}"): devices(200, 200),
    ("POST", "/v1/media/self"): devices(400, 400),
    ("PUT", "/v1/media/self/{sha256:str}"): devices(422, 422),
    ("GET", "/v1/media/self/{sha256:str}"): devices(200, HIDDEN),
    ("HEAD", "/v1/media/self/{sha256:str}"): devices(200, HIDDEN),
    ("GET", "/v1/media/c/{class_id:str}/{sha256:str}"): devices(200, HIDDEN),
    ("HEAD", "/v1/media/c/{class_id:str}/{sha256:str}"): devices(200, HIDDEN),
    ("POST", "/v1/bundles"): everybody(415),
    ("POST", "/v1/uploads/self"): devices(400, 400),
    ("HEAD", "/v1/uploads/self/{upload:str}"): devices(200, HIDDEN),
    ("PATCH", "/v1/uploads/self/{upload:str}"): devices(415, HIDDEN),
    ("DELETE", "/v1/uploads/self/{upload:str}"): devices(204, HIDDEN),
    ("GET", "/"): teachers(200, 200),
    ("GET", "/waiting"): teachers(200, 200),
    ("GET", WORK): teachers(200, HIDDEN),
    ("POST", WORK): teachers(303, HIDDEN, ("action", "send"), ("words", "Well done"),
                             ("form_id", "f" * 32), ("seen", "0" * 64)),
    ("GET", WORK + "/{file_id:str}/{size:str}"): teachers(200, HIDDEN),
    ("GET", "/sign-in"): everybody(200),
    ("POST", "/sign-in"): everybody(403),
    ("POST", "/sign-out"): teachers(303, 303),
    ("GET", "/classes"): teachers(200, 200),
    ("POST", "/classes"): teachers(303, 303, NAME),
    ("GET", CLASS): teachers(200, HIDDEN),
    ("GET", CLASS + "/cards"): teachers(200, HIDDEN),
    ("POST", CLASS + "/learners"): teachers(303, HIDDEN, NAME),
    ("POST", CLASS + "/code"): teachers(303, HIDDEN, ("action", "renew")),
    ("POST", CLASS + "/learners/{learner:str}/code"): teachers(303, HIDDEN),
    ("POST", "/devices/{device_id:str}/revoke"): teachers(303, HIDDEN),
    ("POST", "/v1/recovery/vault"): devices(200, 409),
    ("POST", "/v1/recovery/ask"): everybody(404),
    ("GET", "/v1/recovery/answers/{question_id:str}"): everybody(200),
    ("GET", "/locked-out"): teachers(200, 200),
    ("POST", "/locked-out"): teachers(409, 409, ("question", STRANGER)),
    ("GET", "/locked-out/{question_id:str}"): teachers(200, HIDDEN),
    ("POST", "/locked-out/{question_id:str}"): teachers(303, HIDDEN, ("action", "refuse")),
    ("GET", "/library"): teachers(200, 200),
    ("GET", "/library/rubrics/new"): teachers(200, 200),
    ("GET", "/library/rubrics/{rubric_id:str}"): teachers(200, 200),
    ("GET", "/library/rubrics/{rubric_id:str}/words"): teachers(303, 303),
    ("POST", "/library/rubrics/{rubric_id:str}/words"): teachers(400, 400, ("language", "nl")),
    ("POST", "/library/rubrics"): teachers(200, 200, ("id", "r1"), ("action", "look")),
    ("GET", "/library/drafts/{draft_id:str}"): teachers(200, HIDDEN),
    ("POST", "/library/drafts/{draft_id:str}"): teachers(303, HIDDEN, ("action", "throw")),
    ("POST", "/library/files"): teachers(415, 415),
    ("POST", "/library/files/{name:str}"): teachers(409, 409),
    ("GET", "/library/{document:str}/{document_id:str}/{source:str}/{shape:str}"): teachers(
        200, 200
    ),
    ("GET", "/learners/{learner:str}"): teachers(200, HIDDEN),
    ("GET", "/learners/{learner:str}/thoughts/{file_id:str}/voice"): teachers(200, HIDDEN),
    ("POST", "/learners/{learner:str}"): teachers(
        303, HIDDEN, ("action", "note"), ("words", "Kind")
    ),
    ("GET", CLASS + "/progress"): teachers(200, HIDDEN),
    ("GET", CLASS + "/rules"): teachers(200, HIDDEN),
    ("POST", CLASS + "/rules"): teachers(
        303, HIDDEN, ("method", "best"), ("newest_percent", "65"), ("pieces", "3"),
        ("contexts", "2"), ("recent", "1"), ("recent_days", "90"), ("alone", "0"),
    ),
    ("GET", "/s/{token:str}"): everybody(200),
    ("GET", "/s/{token:str}/p/{number:int}"): everybody(200),
    ("GET", "/s/{token:str}/v/{number:int}"): everybody(200),
    ("GET", "/join"): everybody(200),
    ("GET", "/static/{name:str}"): everybody(200),
}  # fmt: skip


def routes_of(application: Litestar) -> set[tuple[str, str]]:
    """(method, path) of every route, without the OPTIONS that the framework adds."""
    return {
        (method, route.path)
        for route in application.routes
        for method in route.methods
        if method != "OPTIONS"
    }


def test_every_route_has_a_row_and_every_row_a_route(made: MadeSchool) -> None:
    assert routes_of(app.build_app(made.school)) == set(ROWS)


def test_every_route_names_its_callers_and_a_silent_one_is_closed(made: MadeSchool) -> None:
    application = app.build_app(made.school)
    handlers = [
        handler
        for route in application.routes
        for handler in getattr(route, "route_handlers", ())
        if isinstance(handler, HTTPRouteHandler) and handler.http_methods != {"OPTIONS"}
    ]
    named = {access_rules.ANYONE, access_rules.GUEST, access_rules.DEVICE, access_rules.TEACHER}
    assert handlers
    assert {handler.opt.get("who") for handler in handlers} <= named


class World:
    """One school with two classes, a teacher and a device in each, a work, a link and a library."""

    def __init__(self, made: MadeSchool) -> None:
        made.add_teacher("o@example.org", "5A")
        self.made = made
        self.device, self.other_device = made.join("4B"), made.join("5A", "Omar")
        self.device.make_work("work1", "A red house")
        put_voice(self.device, "voice", part_of="work1-file")
        put_thought(self.device, "thought", goal="goal1")
        self.token = self.device.share(["work1"])
        self.browsers = {
            TEACHER: made.sign_in("t@example.org"), OTHER_TEACHER: made.sign_in("o@example.org"),
            NOBODY: Browser(made),
        }  # fmt: skip
        self.tokens = {
            who: browser.form_token() for who, browser in self.browsers.items() if who != NOBODY
        }
        place = f"/learners/{self.device.learner}/works/work1"
        teacher = self.browsers[TEACHER]
        teacher.post(place, **teacher.hidden(place), action="approve")
        key = forgetting.set_key(made)
        assert forgetting.tell_vault(self.device).status_code == 200
        self.question = forgetting.question_for(key)
        assert forgetting.ask(made, self.question).status_code == 200
        self.media = self.device.views("file")[0]["media"]
        self.shared = self._share_with_class()
        self.values = {
            "{learner:str}": self.device.learner, "{work_id:str}": "work1",
            "{file_id:str}": "work1-file", "{size:str}": "preview",
            "{class_id:str}": made.classes["4B"].id, "{token:str}": self.token,
            "{number:int}": "0", "{name:str}": "site.css", "{sha256:str}": self.media,
            "{device_id:str}": self._device_id(), "{upload:str}": self._upload_id(),
            "{question_id:str}": self.question.request.id,
            "{draft_id:str}": self._draft_id(teacher),
            "{document:str}": "rubric", "{rubric_id:str}": OWN.id, "{document_id:str}": OWN.id,
            "{source:str}": OWN.source_hash, "{shape:str}": "case",
        }  # fmt: skip

    def _share_with_class(self) -> str:
        raw = b"a document"
        name = hashlib.sha256(raw).hexdigest()
        scope = f"c/{self.made.classes['4B'].id}"
        with self.made.school.media.receive(scope, name, self.made.clock()) as arrival:
            arrival.take(raw)
            arrival.finish()
        return name

    def _draft_id(self, teacher: Browser) -> str:
        kept = teacher.send("/library/rubrics", id="r1", action="keep-draft")
        return kept.headers["location"].split("/")[3].partition("?")[0]

    def _upload_id(self) -> str:
        scope = f"p/{self.device.learner}"
        upload = self.made.school.uploads.begin(scope, "b" * 64, 9, self.made.clock())
        assert upload is not None
        return upload.id

    def _device_id(self) -> str:
        (device,) = self.made.school.database.read(
            lambda transaction: access.devices_of(transaction, [self.device.learner])
        )
        return device.id

    def path(self, path: str, method: str) -> str:
        values = dict(self.values)
        if path.startswith("/v1/media/c/"):
            values["{sha256:str}"] = self.shared
        if "/thoughts/" in path:
            values["{file_id:str}"] = "thought-voice"
        if method == "PUT":
            values["{sha256:str}"] = "a" * 64
        for name, value in values.items():
            path = path.replace(name, value)
        return path

    def ask(self, who: str, method: str, path: str, form: dict[str, str]) -> int:
        real = self.path(path, method)
        headers = dict(OWN_ORIGIN)
        content: bytes | None = None
        if path.startswith("/v1/"):
            headers["content-type"] = "application/json"
            content = BODIES.get(path, JOIN)
        if method in ("GET", "HEAD"):
            content = None
        device: Device | None = {DEVICE: self.device, OTHER_DEVICE: self.other_device}.get(who)
        if device is not None:
            headers |= device.headers
        browser = self.browsers.get(who)
        if browser is not None and browser.cookies:
            headers["cookie"] = "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
        data = None
        if method == "POST" and content is None:
            data = {**form, "form_token": self.tokens.get(who, "")}
        http = self.made.http
        http.cookies.clear()
        answer = http.request(
            method, real, headers=headers, content=content, data=data, follow_redirects=False
        )
        http.cookies.clear()
        return answer.status_code


SYNC = b'{"protocol":1,"cursors":{}}'
JOIN = (
    b'{"protocol":1,"code":"0000-0000","device":"d",'
    b'"learner":{"name":"N","picture":"fox","band":"8-10"}}'
)
BODIES = {
    "/v1/sync": SYNC,
    "/v1/recovery/vault": json.dumps({"protocol": 1, "vault": forgetting.VAULT}).encode(),
    "/v1/recovery/ask": json.dumps(
        {
            "protocol": 1,
            "request": forgetting.question_for(bytes([7]) * 32, "b2" * 16).request.to_json(),
        }
    ).encode(),
}


def in_order(row: Row) -> list[str]:
    """Those who are refused first, so that a right caller's write opens no way for them."""
    return sorted(WHO, key=lambda who: row.expected(who) not in REFUSED)


def test_each_route_that_reads_gives_each_caller_what_its_row_says(made: MadeSchool) -> None:
    world = World(made)
    found = {
        (method, path, who): world.ask(who, method, path, {})
        for (method, path), row in ROWS.items()
        if method in ("GET", "HEAD")
        for who in in_order(row)
    }
    assert found == {
        (method, path, who): ROWS[method, path].expected(who) for method, path, who in found
    }


@pytest.mark.parametrize(
    ("method", "path"), sorted(key for key in ROWS if key[0] not in ("GET", "HEAD"))
)
def test_each_route_that_writes_gives_each_caller_what_its_row_says(
    made: MadeSchool, method: str, path: str
) -> None:
    world, row = World(made), ROWS[method, path]
    for who in in_order(row):
        assert world.ask(who, method, path, dict(row.form)) == row.expected(who), who


def test_a_forgotten_guard_would_be_seen(made: MadeSchool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The matrix without the rule that keeps one class from another: it must fail."""
    monkeypatch.setattr(queue, "may_read", lambda actor, scope: True)
    world = World(made)
    assert world.ask(OTHER_TEACHER, "GET", WORK, {}) == 200
    assert ROWS["GET", WORK].expected(OTHER_TEACHER) == HIDDEN


def test_no_answer_tells_whether_a_thing_is_there(made: MadeSchool) -> None:
    world = World(made)
    other = world.browsers[OTHER_TEACHER]
    there = other.get(f"/learners/{world.device.learner}/works/work1")
    not_there = other.get(f"/learners/{'0' * 32}/works/work1")
    assert (there.status_code, there.content) == (not_there.status_code, not_there.content)


@pytest.mark.parametrize(
    "origin",
    [
        {}, {"origin": "http://evil.test"}, {"origin": "null"}, {"origin": "https://school.test"},
        {"origin": "http://school.test:81"}, {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"}, {"sec-fetch-site": "cross-site", **OWN_ORIGIN},
    ],
)  # fmt: skip
def test_a_form_from_elsewhere_is_refused(made: MadeSchool, origin: dict[str, str]) -> None:
    teacher = made.sign_in("t@example.org")
    token = teacher.form_token()
    jar = "; ".join(f"{name}={value}" for name, value in teacher.cookies.items())
    answer = made.http.post(
        "/classes", data={"name": "Evil", "form_token": token},
        headers={"cookie": jar, **origin}, follow_redirects=False,
    )  # fmt: skip
    assert answer.status_code == 403
    assert "Evil" not in teacher.get("/classes").text


def test_a_form_without_this_sessions_word_is_refused(made: MadeSchool) -> None:
    teacher = made.sign_in("t@example.org")
    assert teacher.post("/classes", name="Evil").status_code == 403
    assert teacher.post("/classes", name="Evil", form_token="0" * 64).status_code == 403
    assert teacher.send("/classes", name="Good").status_code == 303


@pytest.mark.parametrize(
    "host", ["evil.test", "school.test.evil.test", "school.test@evil.test", "", "school.test:x"]
)
def test_another_host_name_is_refused(made: MadeSchool, host: str) -> None:
    answer = made.http.get("/v1/health", headers={"host": host, "x-forwarded-host": "school.test"})
    assert answer.status_code == 400


def test_every_page_wears_the_headers(made: MadeSchool) -> None:
    teacher = made.sign_in("t@example.org")
    for path in ("/", "/sign-in", "/nowhere", "/s/x"):
        headers = teacher.get(path).headers
        assert "unsafe" not in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        is_guests = path in ("/nowhere", "/s/x")
        assert headers["referrer-policy"] == ("no-referrer" if is_guests else "same-origin")
        assert headers["cache-control"] == "no-store"
        assert "noindex" in headers["x-robots-tag"]


def test_what_devices_are_told_wears_what_they_need(made: MadeSchool) -> None:
    headers = made.http.get("/v1/health").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "content-security-policy" not in headers, "no browser reads this"
    assert sum(len(name) + len(value) for name, value in headers.items()) < 250
