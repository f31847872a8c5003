"""The school's half of letting in who forgot: keys, whose vault is whose, questions, answers."""

import re
from dataclasses import replace
from typing import Any

import pytest

from portfolio_app.errors import BadInput
from portfolio_app.school import recovery
from portfolio_app.school.database import ledger, recovery_rows
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.recovery_key_file import SchoolRecoveryKey, write_key_file
from portfolio_app.sealing.recovery_texts import private_key_text, question_text, read_answer
from portfolio_app.sealing.school_recovery import open_answer
from portfolio_app.sealing.secret import SecretParameters
from tests.plaintext import leaks
from tests.school.forgetting import (
    VAULT,
    VAULT_KEY,
    ask,
    digits_of,
    look,
    question_for,
    set_key,
    tell_vault,
)
from tests.school.making import Browser, Device, MadeSchool, join_request

PASSPHRASE = "four quiet herons standing"
QUICK = SecretParameters("scrypt", 8, 1, 1, bytes(16))


def key_words(private_key: bytes) -> str:
    return write_key_file(
        SchoolRecoveryKey(private_key, "Hill School", 1), PASSPHRASE, QUICK
    ).decode()


@pytest.fixture
def key(made: MadeSchool) -> bytes:
    return set_key(made)


@pytest.fixture
def mia(made: MadeSchool, key: bytes) -> Device:
    """A learner whose device told of its vault."""
    device = made.join("4B")
    assert tell_vault(device).status_code == 200
    return device


@pytest.fixture
def teacher(made: MadeSchool) -> Browser:
    return made.sign_in("t@example.org")


def let_in(teacher: Browser, question: Any, key: bytes) -> None:
    place = f"/locked-out/{question.request.id}"
    assert teacher.send(place, action="vouch", digits=digits_of(question)).status_code == 303
    done = teacher.send(place, action="answer", key=key_words(key), passphrase=PASSPHRASE)
    assert done.status_code == 303, done.text


def test_a_device_gets_the_key_when_it_joins(made: MadeSchool) -> None:
    first = made.http.post("/v1/join", json=join_request(made.classes["4B"].code)).json()
    assert "recovery" not in first, "who says no vault is told no key"
    body = {**join_request(made.classes["4B"].code), "vault": VAULT}
    assert made.http.post("/v1/join", json=body).json()["recovery"] == {"keys": [], "replaced": []}
    key = public_key_of(set_key(made)).hex()
    body["vault"] = "c3" * 16
    offered = made.http.post("/v1/join", json=body).json()["recovery"]
    assert offered == {"keys": [key], "replaced": []}
    assert made.http.post("/v1/join", json={**body, "vault": "C3" * 16}).status_code == 400


def test_a_new_school_key_reaches_devices_that_joined_before(
    made: MadeSchool, mia: Device, key: bytes
) -> None:
    with pytest.raises(BadInput, match="--replace"):
        set_key(made)
    made.clock.pass_ms(1)
    fresh = set_key(made, replaces=True)
    told = tell_vault(mia).json()
    assert told["keys"] == [public_key_of(fresh).hex()]
    assert told["replaced"] == [public_key_of(key).hex()]
    with pytest.raises(BadInput, match="had that recovery key"):
        made.school.database.write(
            lambda t: recovery.set_key(
                t, public_key_of(key), replaces=True, actor="office", now_ms=made.clock()
            )
        )


def test_a_vault_is_whose_it_was_first_and_no_stranger_gets_a_key_for_it(
    made: MadeSchool, mia: Device
) -> None:
    omar = made.join("4B", "Omar")
    refused = tell_vault(omar)
    assert (refused.status_code, refused.json()["reason"]) == (409, "other_learner")
    assert "keys" not in refused.json()
    body = {**join_request(made.classes["4B"].code, "Lea"), "vault": VAULT}
    joined = made.http.post("/v1/join", json=body)
    assert joined.status_code == 200
    assert "recovery" not in joined.json()


def test_a_learner_is_let_in_by_her_teacher(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    question = question_for(key)
    asked = ask(made, question).json()
    assert asked["id"] == question.request.id
    assert asked["until_ms"] - asked["server_ms"] == 7 * 24 * 3600 * 1000
    assert look(made, question) == {"protocol": 1, "state": "waiting"}
    assert "A learner asks to get back in" in teacher.get("/").text
    page = teacher.get(f"/locked-out/{question.request.id}").text
    assert "Mia Chen asks to get back in" in page
    assert "tablet 7" in page
    assert digits_of(question) not in page
    assert 'name="key"' not in page, "first somebody sees the learner"
    let_in(teacher, question, key)
    told = look(made, question)
    assert open_answer(question, bytes.fromhex(told["answer"])) == VAULT_KEY
    (opening,) = tell_vault(mia).json()["openings"]
    assert opening == {"at_ms": made.clock(), "by": "Ada Berg", "device": "tablet 7"}
    assert "asks to get back in" not in teacher.get("/").text
    assert made.school.database.read(ledger.first_broken) is None


def test_the_answer_is_also_there_as_text(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    question = question_for(key)
    brought = teacher.send("/locked-out", question=question_text(question.request).lower())
    assert brought.headers["location"] == f"/locked-out/{question.request.id}"
    place = brought.headers["location"]
    teacher.send(place, action="vouch", digits=digits_of(question))
    paper = private_key_text(key)
    assert teacher.send(place, action="answer", key=paper, passphrase="").status_code == 303
    shown = teacher.get(place).text
    text = re.search(r"<pre[^>]*>(.*?)</pre>", shown, re.DOTALL)
    assert text is not None
    question_id, answer = read_answer(text[1])
    assert question_id == question.request.id
    assert open_answer(question, answer) == VAULT_KEY


@pytest.mark.parametrize(
    ("typed", "status"),
    [("000 000 000 000", 400), ("", 400), ("12", 400), ("１２３", 400), ("x" * 500, 400)],
)
def test_nobody_is_answered_without_the_digits_of_the_device(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser, typed: str, status: int
) -> None:
    question = question_for(key)
    ask(made, question)
    place = f"/locked-out/{question.request.id}"
    missed = teacher.send(place, action="vouch", digits=typed)
    assert missed.status_code == status
    assert "not the digits" in missed.text
    done = teacher.send(place, action="answer", key=key_words(key), passphrase=PASSPHRASE)
    assert done.status_code == 400
    assert look(made, question)["state"] == "waiting"


def test_digits_may_be_typed_in_many_ways(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    question = question_for(key)
    ask(made, question)
    eastern = (
        digits_of(question)
        .replace(" ", "-")
        .translate({ord("0") + n: 0x0660 + n for n in range(10)})
    )
    place = f"/locked-out/{question.request.id}"
    assert teacher.send(place, action="vouch", digits=f" {eastern} ").status_code == 303


def test_a_wrong_key_a_wrong_phrase_and_a_strange_box_answer_nothing(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    good = question_for(key)
    other_vault = question_for(key, "d4" * 16)
    swapped = replace(
        good, request=replace(good.request, sealed=other_vault.request.sealed)
    )  # another vault's box under this vault's name
    ask(made, swapped)
    place = f"/locked-out/{swapped.request.id}"
    teacher.send(place, action="vouch", digits=digits_of(swapped))
    for words, phrase, said in (
        (key_words(key), "not the passphrase", "passphrase does not open"),
        (key_words(new_private_key()), PASSPHRASE, "not the recovery key"),
        (private_key_text(new_private_key()), "", "not the recovery key"),
        ("PORTFOLIO-KEY-1:0000", "", "not the recovery key"),
        ("{}", PASSPHRASE, "not the recovery key"),
        ("", "", "not the recovery key"),
        (key_words(key), PASSPHRASE, "not for this portfolio"),
    ):
        done = teacher.send(place, action="answer", key=words, passphrase=phrase)
        assert done.status_code == 400, said
        assert said in done.text
        assert "herons" not in done.text, "a passphrase is not shown again"
        assert key.hex() not in done.text
        assert look(made, swapped)["state"] == "waiting"


def test_an_answer_opens_nothing_but_its_question(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    first, second = question_for(key), question_for(key)
    ask(made, first)
    let_in(teacher, first, key)
    answer = bytes.fromhex(look(made, first)["answer"])
    with pytest.raises(SealBroken):
        open_answer(second, answer)


def test_another_teacher_brings_no_question_and_is_told_nothing(
    made: MadeSchool, mia: Device, key: bytes
) -> None:
    made.add_teacher("o@example.org", "5A")
    other = made.sign_in("o@example.org")
    known, unknown = question_for(key), question_for(key, "e5" * 16)
    answers = [other.send("/locked-out", question=question_text(one.request))
               for one in (known, unknown)]  # fmt: skip
    assert [one.status_code for one in answers] == [409, 409]
    shown = [re.sub(r"(<textarea.*?</textarea>)", "", one.text, flags=re.DOTALL) for one in answers]
    assert shown[0] == shown[1], "whether the vault is known is not for them to see"
    assert made.http.get(f"/v1/recovery/answers/{known.request.id}").status_code == 404


def test_the_newest_question_of_a_vault_counts(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    first, second = question_for(key), question_for(key)
    assert ask(made, first).json() == ask(made, first).json(), "the same again is the same"
    ask(made, second)
    assert look(made, first)["state"] == "replaced"
    refused = ask(made, first)
    assert (refused.status_code, refused.json()["reason"]) == (409, "over")
    old = teacher.send(f"/locked-out/{first.request.id}", action="vouch", digits=digits_of(first))
    assert old.status_code == 400
    assert "answer the newest question" in old.text
    let_in(teacher, second, key)
    again = teacher.send(f"/locked-out/{second.request.id}", action="refuse")
    assert again.status_code == 400, "an answer that was given is not taken back"


def test_a_question_is_over_after_a_week_and_what_it_held_is_gone(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    waiting, answered = question_for(key), question_for(key)
    ask(made, answered)
    let_in(teacher, answered, key)
    ask(made, waiting)
    made.clock.pass_ms(recovery.QUESTION_LIFE_MS)
    assert look(made, waiting)["state"] == look(made, answered)["state"] == "over"
    assert "answer" not in look(made, answered)
    assert ask(made, waiting).json()["reason"] == "over"
    ask(made, question_for(key))
    for one, state in ((waiting, "over"), (answered, "answered_before")):
        kept = made.school.database.read(
            lambda t, one=one: recovery_rows.question(t, one.request.id)  # type: ignore[misc]
        )
        assert kept is not None
        assert (kept.state, kept.document) == (state, {"device": "tablet 7"})
    assert len(tell_vault(mia).json()["openings"]) == 1


def test_questions_are_taken_from_known_vaults_for_own_keys_and_not_too_often(
    made: MadeSchool, mia: Device, key: bytes
) -> None:
    unknown = ask(made, question_for(key, "e5" * 16))
    assert (unknown.status_code, unknown.json()["reason"]) == (404, "unknown_vault")
    other = ask(made, question_for(new_private_key()))
    assert (other.status_code, other.json()["reason"]) == (409, "other_key")
    assert made.http.get(f"/v1/recovery/answers/{'0' * 32}").status_code == 404
    assert made.http.get("/v1/recovery/answers/x").status_code == 400
    codes = [ask(made, question_for(key)).status_code for _ in range(6)]
    assert codes == [200, 200, 200, 200, 200, 429]
    assert ask(made, question_for(key)).json()["wait_seconds"] == 60
    made.clock.pass_ms(60_000)
    assert ask(made, question_for(key)).status_code == 200


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({"protocol": 2}, 426), ({"protocol": None}, 400), ({"request": []}, 400),
        ({"request": {}}, 400), ({"device": 7}, 400), ({"device": "x" * 81}, 400),
        ({"padding": "x" * 20_000}, 413),
    ],
)  # fmt: skip
def test_odd_questions_are_refused(
    made: MadeSchool, mia: Device, key: bytes, other: dict[str, Any], status: int
) -> None:
    assert ask(made, question_for(key), **other).status_code == status
    good = question_for(key)
    zeros = replace(good, request=replace(good.request, reply_key=bytes(32)))
    assert ask(made, zeros).status_code == 400
    for text in ("", "PORTFOLIO-ASK-1:", "x" * 1999):
        teacher = made.sign_in("t@example.org")
        assert teacher.send("/locked-out", question=text).status_code == 400


def test_a_question_made_with_the_key_before_is_still_answered_by_it(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    question = question_for(key)
    made.clock.pass_ms(1)
    set_key(made, replaces=True)
    assert ask(made, question).status_code == 200
    let_in(teacher, question, key)


def test_nothing_that_opens_a_vault_lies_at_the_school(
    made: MadeSchool, mia: Device, key: bytes, teacher: Browser
) -> None:
    question = question_for(key)
    ask(made, question)
    sealed = question.request.sealed
    let_in(teacher, question, key)
    answer = bytes.fromhex(look(made, question)["answer"])
    wanted = {key: "school key", VAULT_KEY: "vault key", sealed: "box", answer: "answer",
              PASSPHRASE.encode(): "passphrase"}  # fmt: skip
    wanted |= {one.hex().encode(): name for one, name in wanted.items()}
    assert not leaks([made.data], wanted)
