"""Off a shared tablet: what waits goes up after its learner left; the tablet cannot read it."""

import re
from pathlib import Path

import pytest

from portfolio_app.errors import NotFound
from portfolio_app.student import leaving, parcels
from portfolio_app.student.actions import Source, add_work, reflect
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.plaintext import leaks, needles
from tests.processes import (
    TEACHER,
    TEACHER_PASSWORD,
    RunningSchool,
    portfolio,
    portfolio_json,
    school,
)
from tests.student.at_school import class_code
from tests.webpage import Visitor

pytestmark = pytest.mark.journey

SECRET = "2580"
TITLE = "My paper boat sails"
THOUGHT = "I am proud of the sail"


def own_code(running: RunningSchool, learner: str) -> str:
    """A code for one learner, as the teacher gives it to who comes with another device."""
    teacher = Visitor(running.host, running.port)
    form = teacher.get("/").forms[0]
    teacher.post(
        form.action or "/sign-in", form.with_values(email=TEACHER, password=TEACHER_PASSWORD)
    )
    links = [link for link in teacher.get("/classes").links if re.fullmatch(r"/classes/\w+", link)]
    for link in links:
        page = teacher.get(link)
        for form in page.forms:
            if form.action.endswith(f"/learners/{learner}/code"):
                teacher.post(form.action, form.with_values())
                told = portfolio_json("school", "cards", "--data", str(running.data))
                return str(told["classes"][0]["learners"][0]["code"])
    raise AssertionError("The teacher does not see this learner.")


def offline_work(tablet: Path, running: RunningSchool) -> tuple[str, bytes]:
    """A learner joins, the school goes away, and a work is made; learner's id at school, photo."""
    vaults = open_vaults(tablet)
    made = new_portfolio(vaults, "Ada", "owl", SECRET)
    connection = Connection(made, vaults)
    connection.join(running.address, class_code(running))
    connection.exchange()
    running.stop()
    photo = tablet.parent / "boat.jpg"
    make_photo(photo, 1)
    raw = photo.read_bytes()
    photo.unlink()
    work = add_work(made, [Source("boat.jpg", [raw])], TITLE)
    reflect(made, work, "proud", THOUGHT)
    learner = made.school.learner_id if made.school else ""
    made.close()
    return learner, raw


def on_another_device(folder: Path, running: RunningSchool, learner: str) -> Portfolio:
    vaults = open_vaults(folder)
    found = new_portfolio(vaults, "Ada", "owl", SECRET)
    connection = Connection(found, vaults)
    connection.join(running.address, own_code(running, learner))
    connection.exchange()
    return found


def test_work_leaves_a_shared_tablet_after_its_learner(tmp_path: Path) -> None:
    tablet = tmp_path / "tablet"
    tablet.mkdir()
    data = ("--data", str(tablet))
    with school(tmp_path) as running:
        learner, raw = offline_work(tablet, running)
        who = ("--learner", "Ada", *data)
        looked = portfolio_json("learner", "leave", *who, PORTFOLIO_SECRET=SECRET)
        assert (looked["left"], looked["way"], looked["works"]) == (False, "sealed", 1)
        left = portfolio_json("learner", "leave", "--yes", *who, PORTFOLIO_SECRET=SECRET)
        assert (left["left"], left["works"]) == (True, 1)
        assert open_vaults(tablet).list() == ()
        assert leaks([tablet], needles({"title": TITLE, "thought": THOUGHT}, {"photo": raw})) == []
        assert list(tablet.rglob("*.bundle"))
        assert portfolio("learner", "send-left", *data).returncode == 1, "no school yet"
        running.start()
        assert portfolio_json("learner", "send-left", *data) == {"done": True, "refused": False}
        assert portfolio_json("learner", "send-left", *data)["done"], "twice is no harm"
        assert not list(tablet.rglob("*.bundle"))
        found = on_another_device(tmp_path / "home", running, learner)
        (work,) = found.works()
        assert (work.title, work.reflections[0].words) == (TITLE, THOUGHT)
        assert len(work.files) == 1
        assert found.has_media(work.files[0].thumbnail or "")
        found.close()


def test_the_same_learner_may_come_back_to_the_tablet(tmp_path: Path) -> None:
    """Nothing waits and the school answers: the tablet is empty at once and signed out."""
    tablet = tmp_path / "tablet"
    with school(tmp_path) as running:
        vaults = open_vaults(tablet)
        made = new_portfolio(vaults, "Ada", "owl", SECRET)
        connection = Connection(made, vaults)
        connection.join(running.address, class_code(running))
        add_work(made, [Source("boat.txt", [b"a boat"])], TITLE)
        vault_id, learner = made.vault.id, made.school.learner_id if made.school else ""
        left = leaving.leave(made, vaults, connection)
        assert left.way == "at_once", "it was sent before, and asked for again"
        assert not parcels.hand_in(vaults.outgoing).refused
        assert vaults.outgoing.parcels() == ()
        with pytest.raises(NotFound):
            open_portfolio(open_vaults(tablet), vault_id, SECRET)
        again = on_another_device(tablet, running, learner)
        assert [work.title for work in again.works()] == [TITLE]
        again.close()
