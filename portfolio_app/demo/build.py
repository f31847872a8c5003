"""The whole story lived through once: learners, school and teacher, in a folder of their own.

The children's portfolios are filled side by side in threads while the programs start.
"""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

from portfolio_app.demo.learners import fill_portfolio, finish_term, go_on, join_school
from portfolio_app.demo.school_side import Desk, found_school
from portfolio_app.demo.story import FILE_NAMES, Story, StoryLearner
from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.learner import open_vaults

WORKERS = 3
NOTE_NAME = "demo.json"
NOTE_BYTES_LIMIT = 64 * 1024
MAKING_NAME = ".making"
SCHOOL_FOLDER = "school"
STUDENT_FOLDER = "student"
LOGS_FOLDER = "logs"

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Note:
    """What a finished demo remembers: the edition of its words, the school's port, the sign-in,
    and the school's recovery key, which demos made before there was one do not have.
    """

    words_sha256: str
    school_port: int
    password: str
    recovery_paper: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one demo."""

    folder: Path

    @property
    def school(self) -> Path:
        """The school server's data."""
        return self.folder / SCHOOL_FOLDER

    @property
    def student(self) -> Path:
        """The student app's data."""
        return self.folder / STUDENT_FOLDER

    @property
    def logs(self) -> Path:
        """What the programs say on their error output."""
        return self.folder / LOGS_FOLDER


def read_note(folder: Path) -> Note | None:
    """What a demo in this folder remembers; None where there is none yet.

    Raises BadInput for a folder with something else in it, StoreDamaged for an unreadable note.
    """
    path = folder / NOTE_NAME
    if not path.exists():
        if folder.exists() and any(folder.iterdir()) and not (folder / MAKING_NAME).exists():
            raise BadInput(
                f"The folder {folder} holds something else. Give --data a new or empty folder."
            )
        return None
    try:
        with path.open("rb") as file:
            return Note(**json.loads(file.read(NOTE_BYTES_LIMIT)))
    except (OSError, ValueError, TypeError):
        raise StoreDamaged(
            f"{path} cannot be read. Remove the folder, or give another --data."
        ) from None


def keep_note(folder: Path, note: Note) -> None:
    """Say that the demo in this folder is whole."""
    path = folder / NOTE_NAME
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(note)), encoding="utf-8")
    (folder / MAKING_NAME).unlink(missing_ok=True)


def words_sha256() -> str:
    """Which edition of the story this program tells."""
    told = b"".join((files(__package__) / name).read_bytes() for name in FILE_NAMES)
    return hashlib.sha256(told).hexdigest()


def make_class(
    places: Places,
    address: str,
    story: Story,
    password: str,
    *,
    language: str,
    real_ms: Callable[[], int],
    start_school: Callable[[], None],
    wait_for_school: Callable[[], None],
    tell: Tell,
) -> str:
    """Make the school and every term; `start_school` is called once its folder is there.

    Returns the school's recovery key as text for paper.
    """
    tell("making")
    roster = found_school(places.school, address, story, password)
    start_school()
    vaults = open_vaults(places.student)
    with (
        closing(Desk(places.school, address, story, roster)) as desk,
        ThreadPoolExecutor(WORKERS, thread_name_prefix="learner") as learners,
    ):

        def live_through(learner: StoryLearner) -> None:
            pupil = fill_portfolio(story, learner, vaults, real_ms, language)
            with closing(pupil.portfolio):
                wait_for_school()
                join_school(pupil, address, roster.entries[learner.name].code)
                desk.answer(pupil)
                go_on(story, pupil)
                desk.answer_again(pupil)
                finish_term(pupil)

        try:
            list(learners.map(live_through, story.learners))
        except BaseException:
            learners.shutdown(wait=False, cancel_futures=True)
            raise
    return roster.recovery_paper
