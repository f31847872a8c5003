"""Promise 2, where a child forgets: the school lets them in again, and all work is there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, WrongSecret
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_portfolio, open_vaults, real_world
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.recovery import Asking, QuestionOver
from portfolio_app.student.vault.slots import SchoolAnswer, TypedSecret
from portfolio_app.student.vault.vaults import Vaults
from tests.plaintext import leaks, needles
from tests.processes import (
    TEACHER,
    TEACHER_PASSWORD,
    RunningSchool,
    portfolio,
    portfolio_json,
    school,
)
from tests.webpage import Visitor

pytestmark = pytest.mark.journey

OLD, NEW, AGAIN = "2580", "a river under stones", "1379"
PASSPHRASE = "four quiet herons standing"
TITLE = "The bridge of straws"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    """A school with a recovery key in a file outside its folder, and a class of its teacher."""
    folder = tmp_path_factory.mktemp("forgotten")
    with school(folder) as found:
        made = portfolio_json(
            "school", "recovery-key", "--data", str(found.data), "--out", str(folder / "stick.key"),
            PORTFOLIO_RECOVERY_PASSPHRASE=PASSPHRASE,
        )  # fmt: skip
        assert made["key"] not in (folder / "stick.key").read_text().replace(made["key"], "")
        yield found


@pytest.fixture(scope="module")
def teacher(running: RunningSchool) -> Visitor:
    visitor = Visitor(running.host, running.port)
    form = visitor.get("/").forms[0]
    typed = form.with_values(email=TEACHER, password=TEACHER_PASSWORD)
    visitor.post(form.action or "/sign-in", typed)
    form = next(one for one in visitor.get("/classes").forms if one.action == "/classes")
    visitor.post(form.action, form.with_values(name="Class 4B"))
    return visitor


@pytest.fixture
def vaults(tmp_path: Path) -> Vaults:
    return open_vaults(tmp_path / "tablet")


@pytest.fixture
def ana(vaults: Vaults, running: RunningSchool, teacher: Visitor) -> str:
    """A learner with a work at school, whose portfolio is locked; its id."""
    opened = new_portfolio(vaults, "Ana", "owl", OLD)
    _add_a_work(opened)
    connection = Connection(opened, vaults)
    connection.join(running.address, _class_code(teacher))
    connection.exchange()
    opened.close()
    return opened.vault.id


def test_a_learner_who_forgot_is_let_in_and_all_work_is_there(
    vaults: Vaults, ana: str, running: RunningSchool, teacher: Visitor
) -> None:
    asking = Asking(vaults, real_world())
    assert asking.can_ask(ana)
    assert asking.known_schools() == (running.address,)
    pending = asking.ask(ana, f"{running.address}/join#ABCD-1234")
    assert asking.answer(pending) is None
    assert pending.as_text().startswith("PORTFOLIO-ASK-1:")
    # The app is closed meanwhile: another program finds the question again.
    later = Asking(open_vaults(vaults._folder.parent), real_world())
    again = later.pending(ana)
    assert again == pending

    _teacher_sees_her(teacher, pending.comparison)
    waiting = portfolio_json("school", "answer", "--data", str(running.data))["waiting"]
    assert [(one["learner"], one["digits_seen"]) for one in waiting] == [("Ana", True)]
    _office_answers(running, pending.comparison, waiting[0]["id"])

    way = later.answer(again)
    assert isinstance(way, SchoolAnswer)
    vaults.change_secret(ana, way, NEW, now_ms=real_world().now_ms())
    later.give_up(again)
    assert later.pending(ana) is None
    with pytest.raises(WrongSecret):
        open_portfolio(vaults, ana, OLD)
    opened = open_portfolio(vaults, ana, NEW)
    assert [work.title for work in opened.works()] == [TITLE]
    Connection(opened, vaults).exchange()
    (opening,) = opened.school_openings
    assert opening.by == ""
    opened.close()
    _nothing_secret_at_school(running, vaults, ana)


def test_an_answer_by_text_needs_no_connection(
    vaults: Vaults, ana: str, running: RunningSchool, tmp_path: Path
) -> None:
    asking = Asking(vaults, real_world())
    pending = asking.ask_by_text(ana)
    (tmp_path / "question.txt").write_text(pending.as_text().lower())
    done = portfolio_json(
        *("school", "answer", "--text", str(tmp_path / "question.txt")),
        *("--key", str(running.data.parent / "stick.key"), "--digits", pending.comparison),
        PORTFOLIO_RECOVERY_PASSPHRASE=PASSPHRASE,
    )
    other = asking.ask_by_text(ana)
    with pytest.raises(BadInput, match="another question"):
        asking.answer_from_text(other, done["answer"])
    way = asking.answer_from_text(pending, done["answer"])
    vaults.change_secret(ana, way, AGAIN, now_ms=real_world().now_ms())
    open_portfolio(vaults, ana, AGAIN).close()


def test_no_answer_without_the_right_digits_and_none_after_a_no(
    vaults: Vaults, ana: str, running: RunningSchool, teacher: Visitor
) -> None:
    asking = Asking(vaults, real_world())
    pending = asking.ask(ana, running.address)
    wrong = pending.comparison[:-1] + str((int(pending.comparison[-1]) + 1) % 10)
    question = pending.question.request.id
    done = portfolio(
        "school", "answer", question, "--data", str(running.data), "--digits", wrong,
        "--key", str(running.data.parent / "stick.key"), PORTFOLIO_RECOVERY_PASSPHRASE=PASSPHRASE,
    )  # fmt: skip
    assert done.returncode == 2
    assert "not the digits" in done.stderr
    assert asking.answer(pending) is None
    form = teacher.get(f"/locked-out/{question}").forms[-1]
    teacher.post(form.action, form.with_values(action="refuse"))
    with pytest.raises(QuestionOver) as refused:
        asking.answer(pending)
    assert refused.value.state == "refused"
    assert asking.pending(ana) is None


def _add_a_work(opened: Portfolio) -> None:
    work = actions.add_work(opened, [Source("straws.txt", [b"it held two kilos"])])
    actions.set_title(opened, work, TITLE)


def _class_code(teacher: Visitor) -> str:
    page = teacher.get("/classes")
    link = next(link for link in page.links if re.fullmatch(r"/classes/[0-9a-z-]+", link))
    found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", teacher.get(link).words)
    assert found
    return found[0]


def _teacher_sees_her(teacher: Visitor, digits: str) -> None:
    assert "A learner asks to get back in" in teacher.get("/").words
    page = teacher.get("/locked-out")
    (link,) = [one for one in page.links if re.fullmatch(r"/locked-out/[0-9a-f]{32}", one)]
    page = teacher.get(link)
    assert "Ana asks to get back in" in page.words
    assert digits not in page.text, "the digits are read from the device, not copied from the page"
    form = next(one for one in page.forms if any(name == "digits" for name, _ in one.values))
    page = teacher.post(form.action, form.with_values(digits=digits, action="vouch"))
    assert "saw the learner" in page.words


def _office_answers(running: RunningSchool, digits: str, question: str) -> None:
    key = str(running.data.parent / "stick.key")
    command = ("school", "answer", question[:8], "--data", str(running.data), "--key", key)
    wrong = portfolio(*command, "--digits", digits, PORTFOLIO_RECOVERY_PASSPHRASE="not the phrase")
    assert wrong.returncode == 2
    assert "passphrase" in wrong.stderr
    done = portfolio(*command, "--digits", digits, PORTFOLIO_RECOVERY_PASSPHRASE=PASSPHRASE)
    assert done.returncode == 0, done.stderr
    assert "Ana may choose a new secret" in done.stdout


def _nothing_secret_at_school(running: RunningSchool, vaults: Vaults, ana: str) -> None:
    """Neither half of anything that opens a vault lies at the school or in its log."""
    key, _ = vaults._keys_of(ana).unlock(TypedSecret(NEW), now_ms=real_world().now_ms())
    stick = json.loads((running.data.parent / "stick.key").read_text())
    texts = {"key": key.hex(), "stick": stick["sealed"], "phrase": PASSPHRASE, "secret": NEW}
    wanted = {**needles(texts, {}), key: "the vault's key"}
    found = leaks([running.data], wanted)
    assert not found, [(leak.what, leak.path.name) for leak in found]
    assert not any(one in running.log.read_text() for one in (key.hex(), PASSPHRASE, NEW))
