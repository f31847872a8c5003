"""The device's half: taking the school's key, asking when everything was forgotten, the answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import (
    BadInput,
    NotFound,
    Refused,
    SchoolUnreachable,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.recovery_texts import answer_text, read_question
from portfolio_app.sealing.school_recovery import RecoveryRequest, answer_request, comparison_of
from portfolio_app.student.connection import Connection
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.recovery import (
    QUESTION_LIFE_MS,
    Asking,
    AskRefused,
    Pending,
    QuestionOver,
    address_on,
)
from portfolio_app.student.school_way import known_schools, remember_school
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.vaults import Vaults
from tests.student.scenes import Script, make_in
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import NOTHING_NEW, WELCOME
from tests.student.vault.device import quick_parameters

FIRST, SECOND = bytes(range(32)), bytes(range(1, 33))
NEW_SECRET = "a river under stones"


def offer(*keys: bytes, replaced: tuple[bytes, ...] = ()) -> dict[str, Any]:
    return {
        "keys": [public_key_of(key).hex() for key in keys],
        "replaced": [public_key_of(key).hex() for key in replaced],
    }


@pytest.fixture
def school() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


@pytest.fixture
def script() -> Script:
    return Script()


def vaults_in(folder: Path) -> Vaults:
    keeper = FileKeeper(RealDisk(), folder / "device")
    return Vaults(folder / "learners", new_secret_parameters=quick_parameters, keeper=keeper)


@pytest.fixture
def vaults(tmp_path: Path) -> Vaults:
    return vaults_in(tmp_path)


@pytest.fixture
def portfolio(vaults: Vaults, script: Script) -> Iterator[Portfolio]:
    opened = make_in(vaults, "Ada", script)
    yield opened
    opened.close()


@pytest.fixture
def asking(vaults: Vaults, script: Script) -> Asking:
    return Asking(vaults, script.world(), timeout_seconds=5)


@pytest.fixture
def ada(vaults: Vaults, portfolio: Portfolio) -> str:
    """A locked vault that the school can open."""
    vaults.ways.set_school_key(portfolio.vault.id, public_key_of(FIRST), now_ms=1)
    portfolio.close()
    return portfolio.vault.id


def join(
    portfolio: Portfolio, vaults: Vaults, school: Scripted, recovery: Any = None
) -> Connection:
    school.answers.append((200, {**WELCOME, "recovery": recovery} if recovery else WELCOME))
    connection = Connection(portfolio, vaults, timeout_seconds=5)
    connection.join(school.address, "abcd-efgh")
    return connection


def exchange(connection: Connection, school: Scripted, told: Any) -> None:
    school.answers += [(200, NOTHING_NEW), told]
    connection.exchange()
    assert not school.answers


def keys_of(portfolio: Portfolio, vaults: Vaults) -> set[bytes]:
    return set(vaults.ways.school_keys(portfolio.vault.id))


def ask(asking: Asking, ada: str, school: Scripted) -> Pending:
    """Ask, and be taken."""
    before = asking.pending(ada)
    school.answers.append((500, {}))
    with pytest.raises(SchoolUnreachable):
        asking.ask(ada, school.address)
    request = RecoveryRequest.from_json(json.loads(school.asked[-1][2])["request"])
    assert request.vault_id == ada
    assert asking.pending(ada) == before, "a question that did not arrive is not waited for"
    school.echo_id = True
    return asking.ask(ada, school.address)


def answered(pending: Pending, private_key: bytes = FIRST) -> str:
    return answer_request(private_key, pending.question.request).hex()


def test_joining_gives_the_school_a_way_in(
    portfolio: Portfolio, vaults: Vaults, school: Scripted, asking: Asking
) -> None:
    join(portfolio, vaults, school, offer(FIRST))
    assert json.loads(school.asked[0][2])["vault"] == portfolio.vault.id
    assert keys_of(portfolio, vaults) == {public_key_of(FIRST)}
    assert asking.known_schools() == (school.address,)
    assert asking.can_ask(portfolio.vault.id)


@pytest.mark.parametrize(
    "recovery",
    [
        None, [], {"keys": 7}, {"keys": ["zz" * 32]}, {"keys": ["00" * 32]}, {"keys": [None, {}]},
        {"keys": ["0" * 63]}, {"replaced": ["00" * 32]},
    ],
)  # fmt: skip
def test_an_offer_that_is_none_keeps_nobody_from_joining(
    portfolio: Portfolio, vaults: Vaults, school: Scripted, recovery: Any
) -> None:
    join(portfolio, vaults, school, recovery)
    assert portfolio.school is not None
    assert keys_of(portfolio, vaults) == set()


def test_a_school_joined_before_is_asked_once_and_then_each_hour(
    portfolio: Portfolio, vaults: Vaults, school: Scripted, script: Script
) -> None:
    connection = join(portfolio, vaults, school)
    exchange(connection, school, (404, {}))  # an older school
    assert keys_of(portfolio, vaults) == set()
    school.answers.append((200, NOTHING_NEW))
    connection.exchange()
    script.now += 3600 * 1000
    told = {**offer(FIRST), "openings": [{"at_ms": 5, "by": "Ms Ito", "device": "tablet"}, 7]}
    exchange(connection, school, (200, told))
    assert school.asked[-1][1] == "/v1/recovery/vault"
    assert keys_of(portfolio, vaults) == {public_key_of(FIRST)}
    assert [(one.at_ms, one.by) for one in portfolio.school_openings] == [(5, "Ms Ito")]


def test_a_new_school_key_takes_the_place_of_the_one_before(
    portfolio: Portfolio, vaults: Vaults, school: Scripted, script: Script
) -> None:
    connection = join(portfolio, vaults, school, offer(FIRST))
    exchange(connection, school, (200, offer(SECOND, replaced=(FIRST,))))
    assert keys_of(portfolio, vaults) == {public_key_of(SECOND)}
    revision = vaults._keys_of(portfolio.vault.id).read().revision
    script.now += 3600 * 1000
    exchange(connection, school, (200, offer(SECOND, replaced=(FIRST,))))
    assert vaults._keys_of(portfolio.vault.id).read().revision == revision, "nothing to do"


def test_a_school_closes_no_way_that_another_school_was_given(
    portfolio: Portfolio, vaults: Vaults, school: Scripted
) -> None:
    vaults.ways.set_school_key(portfolio.vault.id, public_key_of(FIRST), now_ms=1)
    join(portfolio, vaults, school, offer(SECOND, replaced=(FIRST,)))
    assert keys_of(portfolio, vaults) == {public_key_of(FIRST), public_key_of(SECOND)}


def test_a_whole_question_and_answer(
    vaults: Vaults, ada: str, school: Scripted, asking: Asking, script: Script
) -> None:
    pending = ask(asking, ada, school)
    assert pending.comparison == comparison_of(pending.question.request)
    assert read_question(pending.as_text()) == pending.question.request
    school.answers.append((200, {"state": "waiting"}))
    assert asking.answer(pending) is None
    school.answers.append((200, {"state": "answered", "answer": answered(pending)}))
    way = asking.answer(pending)
    assert way is not None
    vaults.change_secret(ada, way, NEW_SECRET, now_ms=script.now_ms())
    asking.give_up(pending)
    assert asking.pending(ada) is None
    vaults.unlock(ada, NEW_SECRET, now_ms=script.now_ms()).close()


def test_a_question_outlives_the_app_but_not_its_week(
    vaults: Vaults, ada: str, school: Scripted, asking: Asking, script: Script, tmp_path: Path
) -> None:
    pending = ask(asking, ada, school)
    other = Asking(vaults_in(tmp_path), script.world())
    assert other.pending(ada) == pending
    script.now += QUESTION_LIFE_MS
    assert Asking(vaults_in(tmp_path), script.world()).pending(ada) is None
    assert not list((tmp_path / "device").glob("question-*"))


@pytest.mark.parametrize("harm", [b"", b"\x02", b"\x01" * 300, b"\x01" * 500 + b"\xff"])
def test_a_kept_question_that_is_damaged_is_none(
    ada: str, asking: Asking, tmp_path: Path, harm: bytes
) -> None:
    (tmp_path / "device").mkdir(exist_ok=True)
    (tmp_path / "device" / f"question-{ada}").write_bytes(harm)
    assert asking.pending(ada) is None


@pytest.mark.parametrize("state", ["refused", "replaced", "over", "something new"])
def test_a_question_that_nobody_will_answer_is_dropped(
    ada: str, school: Scripted, asking: Asking, state: str
) -> None:
    pending = ask(asking, ada, school)
    school.answers.append((200, {"state": state}))
    with pytest.raises(QuestionOver) as over:
        asking.answer(pending)
    assert over.value.state == (state if state != "something new" else "over")
    assert asking.pending(ada) is None


def test_a_question_that_the_school_forgot_is_over(
    ada: str, school: Scripted, asking: Asking
) -> None:
    pending = ask(asking, ada, school)
    school.answers.append((404, {}))
    with pytest.raises(QuestionOver):
        asking.answer(pending)


def test_answers_that_do_not_fit_are_refused_by_name_and_the_question_waits_on(
    vaults: Vaults, ada: str, school: Scripted, asking: Asking, script: Script
) -> None:
    old = asking.ask_by_text(ada)
    replayed = answered(old)
    pending = ask(asking, ada, school)
    for answer in (replayed, "zz", None, "00" * 80, answered(pending)[:-2] + "00"):
        school.answers.append((200, {"state": "answered", "answer": answer}))
        with pytest.raises(WrongSecret, match="another question"):
            asking.answer(pending)
    with pytest.raises(BadInput, match="another question"):
        asking.answer_from_text(pending, answer_text(old.question.request.id, b"\0" * 80))
    with pytest.raises(WrongSecret):
        asking.answer_from_text(pending, answer_text(pending.question.request.id, b"\0" * 80))
    assert asking.pending(ada) == pending
    # Right for its question, and for another learner's vault: no way into this one.
    bert = make_in(vaults, "Bert", script)
    vaults.ways.set_school_key(bert.vault.id, public_key_of(FIRST), now_ms=1)
    bert.close()
    his = asking.ask_by_text(bert.vault.id)
    way = asking.answer_from_text(
        his, answer_text(his.question.request.id, bytes.fromhex(answered(his)))
    )
    with pytest.raises(WrongSecret, match="not for this portfolio"):
        vaults.change_secret(ada, way, NEW_SECRET, now_ms=script.now_ms())


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (404, {"reason": "unknown_vault"}, AskRefused),
        (409, {"reason": "other_key"}, AskRefused),
        (409, {"reason": "over"}, AskRefused),
        (429, {"reason": "wait", "wait_seconds": 30}, TooManyTries),
        (426, {}, Refused),
        (404, {}, SchoolUnreachable),
        (500, b"<html>", SchoolUnreachable),
        (200, {"id": "0" * 32}, SchoolUnreachable),
        (200, b"[" * 50_000, SchoolUnreachable),
    ],
)
def test_asking_says_what_went_wrong(
    ada: str, school: Scripted, asking: Asking, status: int, answer: Any, error: type[Exception]
) -> None:
    school.answers.append((status, answer))
    with pytest.raises(error):
        asking.ask(ada, school.address)
    assert asking.pending(ada) is None


def test_the_right_one_of_several_schools_is_found(
    vaults: Vaults, ada: str, school: Scripted, asking: Asking, script: Script
) -> None:
    vaults.unlock(ada, "2468", now_ms=script.now_ms())
    vaults.ways.set_school_key(ada, public_key_of(SECOND), now_ms=1)
    vaults._open[ada].close()
    school.answers.append((409, {"reason": "other_key"}))
    school.echo_id = True
    pending = asking.ask(ada, school.address)
    assert pending.question.request.school_key == public_key_of(FIRST)


def test_without_a_school_there_is_nobody_to_ask(portfolio: Portfolio, asking: Asking) -> None:
    assert not asking.can_ask(portfolio.vault.id)
    with pytest.raises(NotFound):
        asking.ask(portfolio.vault.id, "https://school.example")
    with pytest.raises(NotFound):
        asking.ask_by_text(portfolio.vault.id)


@pytest.mark.parametrize(
    ("card", "address"),
    [
        ("https://school.example/join#ABCD-1234", "https://school.example"),
        (" https://school.example:8443/join#ABCD ", "https://school.example:8443"),
        ("school.example", "https://school.example"),
        ("https://host.example/school/join", "https://host.example/school"),
    ],
)
def test_the_address_stands_on_the_class_card(card: str, address: str) -> None:
    assert address_on(card) == address


@pytest.mark.parametrize("card", ["", "ABCD 1234", "http://school.example/join", "https://[x"])
def test_what_is_no_card(card: str) -> None:
    with pytest.raises(BadInput):
        address_on(card)


def test_a_locked_vault_does_not_tell_its_school(
    portfolio: Portfolio, vaults: Vaults, school: Scripted, tmp_path: Path
) -> None:
    join(portfolio, vaults, school, offer(FIRST))
    portfolio.close()
    own = tmp_path / "learners" / portfolio.vault.id
    address = school.address.encode()
    assert not any(address in path.read_bytes() for path in own.rglob("*") if path.is_file())
    assert address in (tmp_path / "device" / "schools").read_bytes()


def test_a_device_remembers_few_schools_the_newest_first(tmp_path: Path) -> None:
    keeper = FileKeeper(RealDisk(), tmp_path / "device")
    for number in range(20):
        remember_school(keeper, f"https://school{number}.example/" + "x" * 150)
    remember_school(keeper, "https://school19.example/" + "x" * 150)
    found = known_schools(keeper)
    assert [one[14:16] for one in found[:2]] == ["19", "18"]
    assert 2 < len(found) <= 8
    for damaged in (b"{}", b"[7]", b"\xff", b"[" * 900):
        (tmp_path / "device" / "schools").write_bytes(damaged)
        assert known_schools(keeper) == ()


def test_fresh_questions_never_share_a_reply_key(ada: str, asking: Asking) -> None:
    found = {asking.ask_by_text(ada).question.request.reply_key for _ in range(8)}
    assert len(found) == 8
    assert public_key_of(new_private_key()) not in found
