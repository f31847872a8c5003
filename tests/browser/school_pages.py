"""A school with a class, works and an open link, served on this machine for a real browser.

The same made-up school as in the school's own tests, behind a real socket instead of a stand-in.
"""

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import httpx
import uvicorn
from PIL import Image

from portfolio_app.model.people import ClassId
from portfolio_app.school import app, setup
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.workshop.sheet import case_id, form_of
from portfolio_app.school.workshop.starts import start_of
from portfolio_app.sealing.recovery_texts import private_key_text
from tests.school import forgetting, making
from tests.school.making import Device, HandClock, MadeSchool, cheap_passwords
from tests.school.test_voices import put_thought

EMAIL = "t@example.org"
LOOPBACK = "127.0.0.1"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
CAPTION = "I built it with my own hands"
THOUGHT = "I am proud that it swims"
WHY = "I tried it four times"
FEEDBACK = "What a fine boat"
STORY = "These are my boats"


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages of the school are, as paths."""

    address: str
    token: str
    room: str
    answered: str
    waiting: Sequence[str]
    locked_out: Sequence[str]
    draft: str
    other_words: str

    def paths(self) -> dict[str, str]:
        """Every page that a teacher or a guest can see, by name."""
        return {
            "queue": "/",
            "waiting work": self.waiting[0],
            "answered work": self.answered,
            "classes": "/classes",
            "class": self.room,
            "cards": f"{self.room}/cards",
            "family": f"/s/{self.token}",
            "link over": "/s/never-made",
            "nothing here": "/no-such-page",
            "how to join": "/join",
            "learner": self.answered.partition("/works/")[0],
            "what the class has shown": f"{self.room}/progress",
            "rules of the class": f"{self.room}/rules",
            "library": "/library",
            "new rubric": "/library/rubrics/new?kind=analytic",
            "new continuum": "/library/rubrics/new?kind=continuum",
            "draft of a rubric": self.draft,
            "rubric in another language": self.other_words,
            "locked out": "/locked-out",
            "let in": self.locked_out[0],
            "locked out, not seen yet": self.locked_out[1],
            "locked out, seen": self.locked_out[2],
        }


@contextmanager
def served_school(data: Path) -> Iterator[Pages]:
    """Make the school, fill it through its own doors, and serve it while the block lasts."""
    line = socket.socket()
    line.bind(("127.0.0.1", 0))
    host = f"localhost:{line.getsockname()[1]}"
    address = f"http://{host}"
    clock = HandClock()
    setup.make_school(data, {}, name="Hill School", address=address, now_ms=clock())
    school = app.open_school(
        SchoolSettings(data, address), {}, clock=clock, passwords=cheap_passwords()
    )
    config = uvicorn.Config(app.build_app(school), log_level="critical", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
    thread.start()
    try:
        with httpx.Client(
            base_url=address.replace("localhost", LOOPBACK), headers={"host": host}
        ) as http:
            made = MadeSchool(school, http, clock, data)  # type: ignore[arg-type]
            yield _filled(made, address)
    finally:
        server.should_exit = True
        thread.join(20)
        line.close()


def _filled(made: MadeSchool, address: str) -> Pages:
    made.add_teacher(EMAIL, "4B")
    room = made.classes["4B"].id
    device = made.join("4B", "Mia Chen")
    device.make_work("boat", "My paper boat", caption=CAPTION, words=THOUGHT, why=WHY)
    _add_picture(device, "boat")
    teacher = _SameOrigin(made, address)
    answered = f"/learners/{device.learner}/works/boat"
    rubric = made.school.library.catalog([]).rubrics[0]
    levels = {f"level.{one.id}": one.levels[-1].id for one in rubric.criteria}
    form = {**teacher.hidden(answered), **levels, "words": FEEDBACK, "next_step": "Add a sail"}
    assert teacher.post(answered, action="send_and_approve", **form).status_code == 303
    token = device.share(["boat"], "Boats", STORY)
    waiting = []
    for number, title in enumerate(("My kite", f"{LONG}{LONG}", "My robot")):
        made.clock.pass_ms(60_000)
        device.make_work(f"waits{number}", title, caption=f"{LONG} {CAPTION}", why=WHY)
        waiting.append(f"/learners/{device.learner}/works/waits{number}")
    device.share(["waits1"], "Not looked at yet")
    _add_thoughts(made, device)
    teacher.send(f"/classes/{room}/learners", name=f"Omar {LONG}")
    locked_out = _locked_out(made, teacher)
    draft, other_words = _rubrics(made, teacher, room)
    return Pages(
        address, token, f"/classes/{room}", answered, waiting, locked_out, draft, other_words
    )


def _add_thoughts(made: MadeSchool, device: Device) -> None:
    """What belongs to no work: about a goal, a skill, and two works beside each other."""
    framework = made.school.library.catalog([]).frameworks[0]
    device.write("goal", "swim", title="Swim to the island", made_ms=made.clock())
    put_thought(device, "of-goal", goal="swim", words=THOUGHT)
    skill = f"{framework.id}/{framework.competencies[-1].id}"
    put_thought(device, "of-skill", competency=skill)
    put_thought(device, "of-two", works=["boat", "waits0"], words=f"{LONG} {LONG}")
    device.push()


def _rubrics(made: MadeSchool, teacher: making.Browser, room: str) -> tuple[str, str]:
    """The addresses of a draft, and of a rubric in a language that some of its words are in."""
    sheet = start_of("analytic", made.school.words, lambda: case_id(made.school.new_id()))
    lines = tuple(
        replace(one, title=f"Criterion {at} {LONG}") for at, one in enumerate(sheet.lines)
    )
    form = form_of(replace(sheet, title="Boats that float", lines=lines))
    kept = teacher.send("/library/rubrics", **form, action="keep-draft").headers["location"]
    form |= {f"class.{room}": "1", "id": case_id(made.school.new_id()), "draft": ""}
    assert teacher.send("/library/rubrics", **form, action="save").status_code == 303
    place = f"/library/rubrics/{form['id']}/words"
    rubric = made.school.library.catalog([ClassId(room)]).rubric(form["id"])
    assert rubric is not None
    said = {"base": rubric.source_hash, "language": "nl", "t0": "Boten die drijven"}
    assert teacher.send(place, **said).status_code == 303
    return kept, f"{place}?language=nl"


def _locked_out(made: MadeSchool, teacher: making.Browser) -> Sequence[str]:
    """A learner who was let in, one whom nobody has seen yet, and one who only needs the key."""
    key = forgetting.set_key(made)
    places = []
    for number, name in enumerate(("Lea Sund", f"Ida {LONG}", "Noor Aziz")):
        vault = f"{number:032x}"
        assert forgetting.tell_vault(made.join("4B", name), vault).status_code == 200
        question = forgetting.question_for(key, vault)
        forgetting.ask(made, question)
        place = f"/locked-out/{question.request.id}"
        if name != f"Ida {LONG}":
            teacher.send(place, action="vouch", digits=forgetting.digits_of(question))
        places.append(place)
    teacher.send(places[0], action="answer", key=private_key_text(key), passphrase="")
    return places


class _SameOrigin(making.Browser):
    """A signed-in teacher without a window."""

    def __init__(self, made: MadeSchool, address: str) -> None:
        super().__init__(made)
        self._address = address
        answer = self.post("/sign-in", email=EMAIL, password=making.PASSWORD)
        assert answer.status_code == 303, answer.text

    def post(self, path: str, **form: str) -> httpx.Response:
        return self._ask("POST", path, {"origin": self._address}, form)


def _add_picture(device: Device, work: str) -> None:
    sink = BytesIO()
    Image.new("RGB", (1200, 900), "#0B5D5E").save(sink, "JPEG")
    shown = device.put_media(sink.getvalue())
    device.write("file", f"{work}-large", artifact=work, media=shown, media_type="image/jpeg",
                 size_bytes=len(sink.getvalue()), name="boat.jpg", preview=shown, thumbnail=shown,
                 width=1200, height=900, position=1)  # fmt: skip
    device.push()
