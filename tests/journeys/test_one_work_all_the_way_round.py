"""The main job without screens: one work from the first tap to the family, and back.

Everything is real but the browser: a sealed vault, the school server in a process of its own, HTTP
in between, the teacher's and the family's pages as they are served. After each step the data and
log folders are searched for the learner's words and pictures.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from portfolio_app.errors import SchoolUnreachable
from portfolio_app.model.assessment import Difference, Rating, compare
from portfolio_app.model.sending import Sending
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.plaintext import leaks, needles
from tests.processes import TEACHER, TEACHER_PASSWORD, RunningSchool, school
from tests.webpage import Page, Visitor

ORIENTATION = 274
SECRET = "1357"
TITLE = "The bridge that held a kilogram"
CAPTION = "Paper straws and only one roll of tape"
WHY = "Because I measured it three times over"
THOUGHT = "I am proud that it held the heavy book at last"
FEEDBACK = "Your triangles made it strong, Ada, well planned"
STORY = "How I learned to build with triangles"
TEXTS = {"title": TITLE, "caption": CAPTION, "why": WHY, "thought": THOUGHT, "story": STORY}


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningSchool]:
    with school(tmp_path) as started:
        yield started


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None, megapixels=12, seed=7)


def test_one_work_all_the_way_round(tmp_path: Path, running: RunningSchool, photo: bytes) -> None:
    device = tmp_path / "device"
    portfolio = new_portfolio(open_vaults(device), "Ada", "owl", SECRET)
    wanted = needles(TEXTS, {"original": photo})
    folders = [device, tmp_path / "school"]

    running.stop()
    work_id = _make_a_work(portfolio, photo)
    work = portfolio.work(work_id)
    assert work is not None
    wanted |= needles({}, {"thumbnail": b"".join(portfolio.read_media(work.thumbnail))})
    assert portfolio.sending(work_id) is Sending.SAVED_HERE
    _nothing_lies_open(folders, wanted)

    # Switched on; the learner joins, and what was made before goes too.
    running.start()
    teacher = _signed_in(running)
    connection = Connection(portfolio)
    connection.join(running.address, _class_code(teacher))
    connection.exchange()
    assert portfolio.sending(work_id) is Sending.SAFE
    assert portfolio.sending_overall().waiting_media == 0
    _nothing_lies_open(folders, wanted)

    # The teacher finds it at the top of the queue and answers.
    page = _top_of_the_queue(teacher)
    for said in (TITLE, CAPTION, WHY, THOUGHT):
        assert said in page.words
    _shows_the_photo_without_its_place(teacher, page)
    _answer(portfolio, teacher, page, work_id)
    _nothing_lies_open(folders, wanted | needles({"feedback": FEEDBACK}, {}))

    connection.exchange()
    _sees_both_sides(portfolio, work_id)
    _shows_it_to_the_family(portfolio, running, work_id)
    _nothing_lies_open(folders, wanted | needles({"feedback": FEEDBACK}, {}))

    # Closed, opened again, and all of it is there.
    vault_id, work = portfolio.vault.id, portfolio.work(work_id)
    portfolio.close()
    again = open_portfolio(open_vaults(device), vault_id, SECRET)
    assert again.work(work_id) == work
    assert work is not None
    assert b"".join(again.read_media(again.original_of(work.files[0].id) or "")) == photo
    again.close()


def test_an_unsealed_control_is_caught(tmp_path: Path, photo: bytes) -> None:
    wanted = needles(TEXTS, {"original": photo})
    (tmp_path / "notes").write_text(f"draft: {WHY}")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "f_0001").write_bytes(b"head" + photo[len(photo) // 2 :])
    (tmp_path / "utf16").write_bytes(b"\x01" + THOUGHT.encode("utf-16-le"))
    assert {leak.path.name for leak in leaks([tmp_path], wanted)} == {"notes", "f_0001", "utf16"}


def test_without_a_school_nothing_is_lost(tmp_path: Path) -> None:
    portfolio = new_portfolio(open_vaults(tmp_path), "Ada", "owl", SECRET)
    actions.add_work(portfolio, [Source("letter.txt", [b"Dear grandma"])], "A letter")
    with pytest.raises(SchoolUnreachable):
        Connection(portfolio, timeout_seconds=2).join("http://127.0.0.1:9", "ABCD-EFGH")
    assert portfolio.school is None
    assert portfolio.sending_overall().state is Sending.SAVED_HERE
    portfolio.close()


def _make_a_work(portfolio: Portfolio, photo: bytes) -> str:
    pieces = (photo[start : start + 65_536] for start in range(0, len(photo), 65_536))
    work_id = actions.add_work(portfolio, [Source("IMG_2041.JPG", pieces)])
    actions.set_title(portfolio, work_id, TITLE)
    actions.set_caption(portfolio, work_id, CAPTION)
    reference = portfolio.catalog.frameworks[0].competencies[1].ref
    actions.tag(portfolio, work_id, reference)
    rubric = portfolio.catalog.rubrics_for([reference], "8-10")[0]
    ratings = {criterion.id: Rating(criterion.levels[1].id, WHY) for criterion in rubric.criteria}
    actions.assess(portfolio, work_id, rubric.id, ratings)
    actions.reflect(portfolio, work_id, "proud", THOUGHT)
    work = portfolio.work(work_id)
    assert work is not None
    assert work.files[0].height > work.files[0].width, "orientation 6 stands upright"
    return work_id


def _signed_in(running: RunningSchool) -> Visitor:
    teacher = Visitor(running.host, running.port)
    page = teacher.get("/")
    assert page.path.startswith("/sign-in")
    form = page.forms[0]
    page = teacher.post(
        form.action or page.path, form.with_values(email=TEACHER, password=TEACHER_PASSWORD)
    )
    assert page.status == 200
    assert page.path == "/"
    return teacher


def _class_code(teacher: Visitor) -> str:
    page = teacher.get("/classes")
    link = next((link for link in page.links if re.fullmatch(r"/classes/[0-9a-z-]+", link)), None)
    if link is None:
        form = next(form for form in page.forms if form.action == "/classes")
        page = teacher.post(form.action, form.with_values(name="Class 4B"))
    else:
        page = teacher.get(link)
    if not (found := re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", page.words)):
        form = next(form for form in page.forms if form.action.endswith("/code"))
        page = teacher.post(form.action, form.with_values(action="renew"))
        found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", page.words)
    assert found, page.words
    return found[0]


def _top_of_the_queue(teacher: Visitor) -> Page:
    queue = teacher.get("/")
    works = [link for link in queue.links if re.fullmatch(r"/learners/[^/]+/works/[^/?]+", link)]
    page = teacher.get(works[0])
    assert TITLE in page.words
    return page


def _shows_the_photo_without_its_place(teacher: Visitor, page: Page) -> None:
    picture = next(source for source in page.pictures if source.endswith("/preview"))
    status, body, headers = teacher.raw(picture)
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    assert "no-store" in headers["cache-control"]
    original = picture.removesuffix("preview") + "original"
    for content in (body, teacher.raw(original)[1]):
        with Image.open(io.BytesIO(content)) as image:
            exif = image.getexif()
            assert set(exif) <= {ORIENTATION}
            assert not exif.get_ifd(ExifTags.IFD.GPSInfo)


def _answer(portfolio: Portfolio, teacher: Visitor, page: Page, work_id: str) -> None:
    work = portfolio.work(work_id)
    assert work is not None
    rubric = portfolio.catalog.rubric(work.self_assessments[-1].rubric)
    assert rubric is not None
    form = next(form for form in page.forms if form.action == page.path)
    given = {f"level.{c.id}": c.levels[1].id for c in rubric.criteria}
    given[f"level.{rubric.criteria[0].id}"] = rubric.criteria[0].levels[2].id
    given |= {"words": FEEDBACK, "next_step": "Try it with newspaper", "action": "send_and_approve"}
    done = teacher.post(form.action, form.with_values(**given))
    assert done.status == 200


def _sees_both_sides(portfolio: Portfolio, work_id: str) -> None:
    work = portfolio.work(work_id)
    assert work is not None
    assert work.feedback[-1].words == FEEDBACK
    assert work.is_approved
    rubric = portfolio.catalog.rubric(work.feedback[-1].rubric)
    assert rubric is not None
    sides = compare(rubric, work.self_assessments[-1].ratings, work.feedback[-1].ratings)
    assert [side.difference for side in sides][:2] == [Difference.TEACHER_SAW_MORE, Difference.SAME]


def _shows_it_to_the_family(portfolio: Portfolio, running: RunningSchool, work_id: str) -> None:
    connection = Connection(portfolio)
    showcase_id = actions.make_showcase(portfolio, "What I can build", STORY, [work_id])
    link = actions.share(portfolio, showcase_id)
    connection.exchange()
    _family_sees_exactly_that(portfolio, running, link.id)
    actions.take_back(portfolio, link.id)
    connection.exchange()
    _family_sees_nothing(portfolio, running, link.id)


def _family_sees_exactly_that(portfolio: Portfolio, running: RunningSchool, link_id: str) -> None:
    address = portfolio.link_address(link_id) or ""
    family = Visitor(running.host, running.port)
    page = family.get(address.removeprefix(running.address))
    assert page.status == 200
    for said in ("What I can build", STORY, TITLE, CAPTION, THOUGHT, "Ada"):
        assert said in page.words
    for kept in (FEEDBACK, WHY, "IMG_2041"):
        assert kept not in page.text
    assert len(page.pictures) >= 1
    for picture in page.pictures:
        assert family.raw(picture)[0] == 200


def _family_sees_nothing(portfolio: Portfolio, running: RunningSchool, link_id: str) -> None:
    path = (portfolio.link_address(link_id) or "").removeprefix(running.address)
    family = Visitor(running.host, running.port)
    over, never = family.get(path), family.get("/s/" + "x" * 32)
    assert over.status == never.status == 404
    assert over.text == never.text, "a link that is over tells no more than one that never was"
    assert family.raw(path + "/p/0")[0] == family.raw(path + "/p/1")[0] == 404


def _nothing_lies_open(folders: list[Path], wanted: dict[bytes, str]) -> None:
    found = leaks([folder for folder in folders if folder.exists()], wanted)
    assert not found, [(leak.what, leak.path.name) for leak in found]
