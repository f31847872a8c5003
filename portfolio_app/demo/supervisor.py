"""Runs the demo: the real school and the real student app, the page, and the end of it all.

Whatever ends this process, the warden ends its children. The learners' folder is new for each run
unless one was given; a demo in a given folder is gone on with, not made again.
"""

import secrets
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from portfolio_app.demo.build import (
    LOGS_FOLDER,
    MAKING_NAME,
    SCHOOL_FOLDER,
    STUDENT_FOLDER,
    Note,
    Places,
    Tell,
    keep_note,
    make_class,
    read_note,
    words_sha256,
)
from portfolio_app.demo.page import SignIns, page_maker, stage_files
from portfolio_app.demo.processes import LOOPBACK, Child, DidNotStart, Warden, free_port
from portfolio_app.demo.school_side import class_code
from portfolio_app.demo.stage import Stage
from portfolio_app.demo.story import Story, read_story
from portfolio_app.errors import BadInput
from portfolio_app.locales import Words
from portfolio_app.school.setup import new_password
from portfolio_app.student.learner import real_world

SCHOOL_HOST = "localhost"
"""Another name than the student app's 127.0.0.1, so that neither is sent the other's cookie."""

KEY_BYTES = 24
HEALTH_PATH = "/v1/health"
LOOK_EVERY_SECONDS = 1.0
_KEPT_VARIABLE = "PORTFOLIO_LANGUAGE"
_LAUNCH_KEY_VARIABLE = "PORTFOLIO_LAUNCH_KEY"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run of the demo is asked for. `folder` None makes one in `cache` for this run alone;
    a port is None for the usual one, 0 for any free one.
    """

    folder: Path | None
    cache: Path
    student_port: int | None
    school_port: int | None
    usual_student_port: int
    usual_school_port: int
    language: str
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ready:
    """A demo that answers: addresses, sign-ins, and where it is kept."""

    stage: str
    sign_ins: SignIns
    story: Story
    folder: Path
    is_cleared: bool


def run_demo(plan: Plan, *, tell: Tell, ready: Callable[[Ready], None]) -> None:
    """Run the demo until it is told to stop (Ctrl-C, SIGTERM, SIGHUP). `ready` is called once.

    Raises BadInput for a taken port or a folder with something else in it, DidNotStart when a
    program of the demo does not start or ends by itself.
    """
    with ExitStack() as closing, _stopped_by_signals():
        story = read_story()
        note = read_note(plan.folder) if plan.folder is not None else None
        student_port = _student_port(plan)
        school_port = _school_port(plan, note)
        warden = Warden()
        closing.callback(warden.close)
        places = Places(_folder(plan, warden))
        launch_key = secrets.token_urlsafe(KEY_BYTES)
        school = _school(plan, places, school_port, warden)
        student = _student(plan, places, student_port, launch_key, warden)
        closing.callback(_stop_both, school, student)
        address = f"http://{SCHOOL_HOST}:{school_port}"
        tell("starting")
        student.start()
        note = _prepare(plan, places, note, school, address, story, tell)
        student.wait_until_up()
        sign_ins = SignIns(
            f"http://{LOOPBACK}:{student_port}/?key={launch_key}",
            address,
            note.password,
            class_code(places.school, address),
            note.recovery_paper,
        )
        stage = _stage(school, story, sign_ins, plan.language)
        closing.callback(stage.stop)
        ready(Ready(stage.address, sign_ins, story, places.folder, plan.folder is None))
        _watch(student)


def _prepare(
    plan: Plan,
    places: Places,
    note: Note | None,
    school: Child,
    address: str,
    story: Story,
    tell: Tell,
) -> Note:
    """Start the school, and make the class where there is none yet."""
    if note is not None:
        school.start()
        school.wait_until_up()
        return note
    for name in (SCHOOL_FOLDER, STUDENT_FOLDER):
        shutil.rmtree(places.folder / name, ignore_errors=True)
    (places.folder / MAKING_NAME).touch()
    password = new_password()
    paper = make_class(
        places, address, story, password,
        language=Words(plan.language).language, real_ms=real_world().now_ms,
        start_school=school.start, wait_for_school=school.wait_until_up, tell=tell,
    )  # fmt: skip
    made = Note(words_sha256(), school.port, password, paper)
    keep_note(places.folder, made)
    return made


def _folder(plan: Plan, warden: Warden) -> Path:
    if plan.folder is None:
        plan.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="demo-", dir=plan.cache))
        warden.clear(folder)
    else:
        folder = plan.folder.absolute()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as problem:
            raise BadInput(
                f"The folder {folder} cannot be made: {problem.strerror}. Give --data another one."
            ) from None
    (folder / LOGS_FOLDER).mkdir(mode=0o700, exist_ok=True)
    return folder


def _student_port(plan: Plan) -> int:
    wanted = plan.usual_student_port if plan.student_port is None else plan.student_port
    return free_port(wanted, "--port")


def _school_port(plan: Plan, note: Note | None) -> int:
    """The learners of a kept demo know their school by its port, so it stays."""
    if note is None:
        wanted = plan.usual_school_port if plan.school_port is None else plan.school_port
        return free_port(wanted, "--school-port")
    if plan.school_port not in (None, note.school_port):
        raise BadInput(
            f"The demo in {plan.folder} was made for the school port {note.school_port}."
            " Leave out --school-port, or give --data a new folder."
        )
    return free_port(note.school_port, "--school-port and a new --data folder")


def _school(plan: Plan, places: Places, port: int, warden: Warden) -> Child:
    arguments = [
        "school",
        "serve",
        "--data",
        str(places.school),
        "--host",
        LOOPBACK,
        "--port",
        str(port),
    ]
    return Child(
        arguments, port=port, path=HEALTH_PATH, environment=_clean(plan.environment),
        log=places.logs / "school.log", warden=warden,
    )  # fmt: skip


def _student(plan: Plan, places: Places, port: int, launch_key: str, warden: Warden) -> Child:
    arguments = ["student", "--data", str(places.student), "--port", str(port), "--no-browser"]
    environment = {**_clean(plan.environment), _LAUNCH_KEY_VARIABLE: launch_key}
    return Child(
        arguments, port=port, path="/", environment=environment,
        log=places.logs / "student.log", warden=warden,
    )  # fmt: skip


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    """What the children inherit: none of our own settings but the language."""
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith("PORTFOLIO_") or name == _KEPT_VARIABLE
    }


def _stage(school: Child, story: Story, sign_ins: SignIns, language: str) -> Stage:
    key = secrets.token_urlsafe(KEY_BYTES)
    stage = Stage(school, key, page_maker(story, sign_ins, Words(language)), stage_files())
    stage.start()
    return stage


def _stop_both(school: Child, student: Child) -> None:
    with ThreadPoolExecutor(2) as stopping:
        list(stopping.map(Child.stop, (school, student)))


def _watch(student: Child) -> None:
    """Return never; the signal does. The school may be off, the student app may not."""
    pause = threading.Event()
    while not pause.wait(LOOK_EVERY_SECONDS):
        if not student.is_running:
            raise DidNotStart("The student app ended by itself. Start the demo again.")


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Inside, a signal to stop is a KeyboardInterrupt; on the way out, one more changes nothing."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for one in before:
            signal.signal(one, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {
        number: signal.signal(number, stop)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    yield
