"""A made-up school for tests: a real database, a clock by hand, devices and browsers."""

import hashlib
import itertools
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from litestar import Litestar
from litestar.testing import TestClient
from litestar.types import ASGIApp

from portfolio_app.model.people import PersonId
from portfolio_app.model.records import KINDS
from portfolio_app.school import app, pages, setup
from portfolio_app.school.accounts import Passwords
from portfolio_app.school.database import upgrade
from portfolio_app.school.places import PostgresAddress
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.wiring import School
from sync import client, merge, wire
from sync.change import Change, Rule
from sync.clock import HybridClock

ADDRESS = "http://school.test"
BEGIN_MS = 1_790_000_000_000
PASSWORD = "paper boats sail far"
TINY_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffda0008010100003f00d2cf20ffd9")
OWN_ORIGIN = {"origin": ADDRESS}

Ask = Callable[..., httpx.Response]


class HandClock:
    """A clock that moves when told to."""

    def __init__(self) -> None:
        self.ms = BEGIN_MS

    def __call__(self) -> int:
        return self.ms

    def pass_ms(self, ms: int) -> None:
        self.ms += ms


def cheap_passwords() -> Passwords:
    """The real hashing, small enough for a hundred tests."""
    return Passwords(memory_kib=8, passes=1)


@dataclass
class MadeSchool:
    """A running school: its parts, a client without cookies, and who is in it."""

    school: School
    http: TestClient[Any]
    clock: HandClock
    data: Path
    teachers: dict[str, PersonId] = field(default_factory=dict)
    classes: dict[str, setup.FirstClass] = field(default_factory=dict)

    def add_teacher(self, email: str, classroom: str) -> None:
        times: dict[str, Any] = {"now_ms": self.clock(), "new_id": app.new_id}
        first = setup.FirstTeacher(email, "Ada Berg", PASSWORD)
        teacher = setup.add_teacher(self.school.database, self.school.passwords, first, **times)
        self.teachers[email] = teacher
        self.classes[classroom] = setup.add_class(self.school.database, classroom, teacher, **times)

    def join(self, classroom: str, name: str = "Mia Chen") -> "Device":
        return Device.joined(self, self.classes[classroom].code, name)

    def sign_in(self, email: str) -> "Browser":
        browser = Browser(self)
        answer = browser.post("/sign-in", email=email, password=PASSWORD)
        assert answer.status_code == 303, answer.text
        return browser


@contextmanager
def made_school(
    data: Path, *, needs_approval: bool = True, environment: Mapping[str, str] | None = None
) -> Iterator[MadeSchool]:
    """A school with one class "4B" of t@example.org, answering requests."""
    clock, around = HandClock(), environment or {}
    with pytest.MonkeyPatch.context() as planted:
        planted.setattr(upgrade, "upgrade", quickly_upgraded)
        setup.make_school(data, around, name="Hill School", address=ADDRESS, now_ms=clock())
    with reopened(data, clock, needs_approval=needs_approval, environment=around) as made:
        made.add_teacher("t@example.org", "4B")
        yield made


@contextmanager
def reopened(
    data: Path,
    clock: HandClock,
    *,
    needs_approval: bool = True,
    file_bytes: int = 1 << 20,
    environment: Mapping[str, str] | None = None,
) -> Iterator[MadeSchool]:
    """The same folder, served."""
    settings = SchoolSettings(data, ADDRESS, needs_approval=needs_approval, file_bytes=file_bytes)
    with pytest.MonkeyPatch.context() as planted:
        planted.setattr(pages, "Environment", partial(Environment, bytecode_cache=_templates()))
        school = app.open_school(
            settings, environment or {}, clock=clock, passwords=cheap_passwords()
        )
    with answering(school) as served, TestClient(served, base_url=ADDRESS) as http:
        yield MadeSchool(school, http, clock, data)


@contextmanager
def answering(school: School) -> Iterator[Litestar]:
    """The real application with this school; it goes to another school later, as making its routes
    takes longer than most tests.
    """
    idle = _idle_apps()
    served, without_school = idle.pop() if idle else _new_app()
    app.give_school(served, school)
    yield served
    served.asgi_handler = without_school
    idle.append((served, without_school))


def _new_app() -> tuple[Litestar, ASGIApp]:
    made = app.routed_app()
    return made, made.asgi_handler


class _Templates(BytecodeCache):
    """Templates that were made into programs once; they are not made again for each school."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


@cache
def _templates() -> _Templates:
    return _Templates()


@cache
def _idle_apps() -> list[tuple[Litestar, ASGIApp]]:
    return []


def quickly_upgraded(place: Path | PostgresAddress) -> None:
    """A new database with every schema step taken: a copy of one, where it is a file."""
    if isinstance(place, Path):
        place.write_bytes(_fresh_database())
    else:
        really_upgrade(place)


really_upgrade = upgrade.upgrade


@cache
def _fresh_database() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.sqlite"
        really_upgrade(path)
        assert [one.name for one in Path(folder).iterdir()] == [path.name], "all is in one file"
        return path.read_bytes()


class Browser:
    """A browser with a cookie jar of its own, that does not follow redirects."""

    def __init__(self, made: MadeSchool) -> None:
        self._http = made.http
        self.cookies: dict[str, str] = {}

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self._ask("GET", path, headers or {}, None)

    def post(self, path: str, **form: str) -> httpx.Response:
        return self._ask("POST", path, OWN_ORIGIN, form)

    def send(self, path: str, **form: str) -> httpx.Response:
        """Post a form with the word that this session's pages carry."""
        return self.post(path, form_token=self.form_token(), **form)

    def form_token(self) -> str:
        found = re.search(r'name="form_token" value="([0-9a-f]+)"', self.get("/classes").text)
        assert found is not None
        return found.group(1)

    def hidden(self, path: str) -> dict[str, str]:
        """All hidden fields of the largest form of a page."""
        page = self.get(path).text
        return dict(re.findall(r'type="hidden" name="([a-z_]+)" value="([^"]*)"', page))

    def _ask(
        self, method: str, path: str, headers: dict[str, str], form: dict[str, str] | None
    ) -> httpx.Response:
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = headers | ({"cookie": jar} if jar else {})
        self._http.cookies.clear()
        answer = self._http.request(method, path, headers=sent, data=form, follow_redirects=False)
        self.cookies.update(answer.cookies)
        self._http.cookies.clear()
        return answer


class Device:
    """A learner's device in miniature: its own changes, what it confirmed, and its token."""

    _numbers = itertools.count(1)

    def __init__(self, made: MadeSchool, token: str, learner: str) -> None:
        self.made = made
        self.token = token
        self.learner = learner
        self.clock = HybridClock(f"{next(self._numbers):016x}")
        self.positions: dict[str, client.Position] = {}
        self.confirmed: dict[tuple[str, str], tuple[str, Any]] = {}
        self.pending: list[Change] = []
        self.refused: dict[str, str] = {}

    @classmethod
    def joined(cls, made: MadeSchool, code: str, name: str) -> "Device":
        answer = made.http.post("/v1/join", json=join_request(code, name))
        assert answer.status_code == 200, answer.text
        return cls(made, answer.json()["token"], answer.json()["learner_id"])

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}

    def write(self, kind: str, record: str, **fields: Any) -> list[Change]:
        """Fields of one record, kept to be pushed."""
        made: list[Change] = []
        for name, value in fields.items():
            self.clock = self.clock.tick(self.made.clock())
            rule = Rule(KINDS[kind].fields[name].rule)
            seen = self._seen(record, name) if rule is Rule.TEXT else ()
            made += [
                Change(app.new_id(), "self", record, kind, name, rule, one, self.clock.last, seen)
                for one in (value if rule is Rule.SET else [value])
            ]
        self.pending += made
        return made

    def _seen(self, record: str, name: str) -> tuple[str, ...]:
        state = self.confirmed.get(("self", record), ("", {}))[1]
        mine = [one for one in self.pending if one.record == record]
        return merge.live_ids(merge.apply_all(state, mine), name)

    def push(self, changes: list[Change] | None = None) -> wire.SyncReply:
        """One request and its answer, taken in as the student program does."""
        chosen = self.pending if changes is None else changes
        cursors = {scope: at.cursor for scope, at in self.positions.items()}
        request = wire.SyncRequest(cursors, tuple(chosen))
        answer = self.ask("POST", "/v1/sync", wire.encode_request(request))
        assert answer.status_code == 200, answer.text
        reply = wire.decode_reply(answer.content, {one.id: one for one in chosen})
        progress = client.receive(
            reply, self.positions, lambda scope, record: self.confirmed.get((scope, record))
        )
        assert not progress.damaged
        self.confirmed |= progress.confirmed
        self.positions |= progress.positions
        self.refused |= progress.refused
        gone = progress.seen | set(progress.refused)
        self.pending = [one for one in self.pending if one.id not in gone]
        return reply

    def pull(self) -> None:
        """Exchange until there is nothing more."""
        while any(page.more for page in self.push().pages.values()):
            pass

    def ask(self, method: str, path: str, content: bytes = b"", **headers: str) -> httpx.Response:
        sent = {"content-type": "application/json", **self.headers, **headers}
        return self.made.http.request(method, path, content=content, headers=sent)

    def put_media(self, raw: bytes) -> str:
        name = hashlib.sha256(raw).hexdigest()
        answer = self.ask("PUT", f"/v1/media/self/{name}", raw)
        assert answer.status_code == 200, answer.text
        return name

    def view(self, record: str) -> dict[str, Any]:
        return merge.view(self.confirmed["self", record][1])

    def views(self, kind: str) -> list[dict[str, Any]]:
        return [
            merge.view(state) for (_, _), (name, state) in self.confirmed.items() if name == kind
        ]

    def make_work(self, work: str, title: str, **more: Any) -> None:
        """A work with a picture, a tag, a reflection and a self-assessment, pushed."""
        original = self.put_media(TINY_JPEG + title.encode())
        shown = self.put_media(TINY_JPEG + b"small " + title.encode())
        catalog = self.made.school.library.catalog([])
        rubric, framework = catalog.rubrics[0], catalog.frameworks[0]
        now_ms = self.made.clock()
        self.write("artifact", work, title=title, caption=more.get("caption", "A caption"),
                   made_ms=now_ms, competencies=[framework.competencies[-1].ref])  # fmt: skip
        self.write("file", f"{work}-file", artifact=work, media=original, media_type="image/jpeg",
                   size_bytes=len(TINY_JPEG), name=more.get("name", "photo.jpg"), preview=shown,
                   thumbnail=shown, width=8, height=8, position=0)  # fmt: skip
        self.write("reflection", f"{work}-thought", artifact=work, prompt="proud",
                   words=more.get("words", "I am proud of the sky"), at_ms=now_ms)  # fmt: skip
        if more.get("is_judged", True):
            ratings = {
                one.id: {"level": one.levels[0].id, "why": more.get("why", "I tried hard")}
                for one in rubric.criteria
            }
            self.write("self_assessment", f"{work}-check", artifact=work, rubric=rubric.id,
                       ratings=ratings, at_ms=now_ms)  # fmt: skip
        self.push()

    def share(
        self,
        works: list[str],
        title: str = "My show",
        story: str = "My story",
        about: Sequence[str] = (),
    ) -> str:
        """A showcase of these works and a link to it, pushed; the link's token."""
        token = app.new_token()
        record = app.new_id()
        self.write("showcase", record, title=title, story=story, items=works, arrangement=works,
                   layout="story", about=about)  # fmt: skip
        self.write("link", f"{record}-link", showcase=record, until_ms=self.made.clock() + 10**9,
                   hash=hashlib.sha256(token.encode()).hexdigest())  # fmt: skip
        self.push()
        return token


def join_request(code: str, name: str = "Mia Chen") -> dict[str, Any]:
    """What a device sends to join."""
    return {
        "protocol": 1,
        "code": code,
        "device": "tablet 7",
        "learner": {"name": name, "picture": "fox", "band": "8-10"},
    }


def body(answer: httpx.Response) -> Any:
    """The JSON of an answer."""
    return json.loads(answer.content)
