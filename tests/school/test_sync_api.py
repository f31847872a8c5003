"""Devices and the school: pushes that repeat, rules that hold, requests nobody should send."""

import hashlib
import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest

from portfolio_app.school import app
from sync import wire
from sync.change import Rule
from tests.school.making import HandClock, MadeSchool, join_request, made_school, reopened


def test_a_push_whose_answer_was_lost_is_repeated_and_changes_nothing(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    changes = device.write("artifact", "work1", title="A blue house")
    cursors = {scope: at.cursor for scope, at in device.positions.items()}
    raw = wire.encode_request(wire.SyncRequest(cursors, tuple(changes)))
    own = {one.id: one for one in changes}
    lost = wire.decode_reply(device.ask("POST", "/v1/sync", raw).content, own)
    reply = device.push(changes)
    assert lost.accepted == reply.accepted == {changes[0].id: changes[0].stamp}
    assert lost.pages == reply.pages
    assert len(reply.pages["self"].rows) == 1


def test_two_devices_of_one_learner_agree(made: MadeSchool) -> None:
    first = made.join("4B")
    second = type(first)(made, first.token, first.learner)
    first.make_work("work1", "A red house")
    second.pull()
    first.write("artifact", "work1", caption="From the first")
    second.write("artifact", "work1", caption="From the second")
    first.push()
    second.push()
    first.pull()
    second.pull()
    assert first.confirmed == second.confirmed
    assert sorted(first.view("work1")["caption"]) == ["From the first", "From the second"]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("feedback", "words", "I am my own teacher"),
        ("approval", "decision", "approved"),
        ("library", "title", "Mine"),
    ],
)
def test_a_learner_writes_nothing_that_is_the_teachers(
    made: MadeSchool, kind: str, field: str, value: str
) -> None:
    device = made.join("4B")
    (change,) = device.write(kind, "forged", **{field: value})
    assert device.push([change]).refused == {change.id: "not_allowed"}


def test_a_learner_names_no_portfolio_but_their_own(made: MadeSchool) -> None:
    mia, omar = made.join("4B"), made.join("4B", "Omar")
    omar.make_work("work1", "Mine")
    (change,) = mia.write("artifact", "work1", title="Taken over")
    mia.pending.clear()
    for scope in (f"p/{omar.learner}", f"p/{mia.learner}", f"c/{made.classes['4B'].id}", "s/x"):
        forged = replace(change, id=app.new_id(), scope=scope, author=omar.learner)
        assert mia.push([forged]).refused == {forged.id: "not_allowed"}
    cursors = json.dumps({"protocol": 1, "cursors": {f"p/{omar.learner}": 0, "s/x": 0}})
    answer = mia.ask("POST", "/v1/sync", cursors.encode())
    reply = wire.decode_reply(answer.content)
    assert set(reply.pages) == {"self", f"c/{made.classes['4B'].id}"}
    assert set(reply.dropped) == {f"p/{omar.learner}", "s/x"}
    omar.pull()
    assert omar.view("work1")["title"] == "Mine"


def test_a_teachers_words_cannot_be_rewritten_by_anybody(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    teacher.post(place, **teacher.hidden(place), words="Well done", action="send")
    device.pull()
    record = next(name for (_, name), (kind, _) in device.confirmed.items() if kind == "feedback")
    (change,) = device.write("feedback", record, words="Best ever")
    assert device.push([change]).refused == {change.id: "not_allowed"}


def test_what_a_newer_app_wrote_is_kept_and_passed_on(made: MadeSchool) -> None:
    first = made.join("4B")
    second = type(first)(made, first.token, first.learner)
    (known,) = first.write("artifact", "work1", title="A house")
    newer = replace(known, id=app.new_id(), record="goal1", kind="goal", field="steps",
                    rule=Rule.SET, value={"step": 1}, schema=7, extra={"mood": [1]})  # fmt: skip
    assert not first.push([known, newer]).refused
    second.pull()
    assert second.confirmed["self", "goal1"][0] == "goal"


def test_a_clock_that_runs_ahead_is_brought_back(made: MadeSchool) -> None:
    device = made.join("4B")
    made.clock.pass_ms(10 * 365 * 24 * 3600 * 1000)
    changes = device.write("artifact", "work1", title="From the future")
    made.clock.ms -= 10 * 365 * 24 * 3600 * 1000
    reply = device.push(changes)
    assert reply.accepted[changes[0].id] < changes[0].stamp


def test_a_revoked_device_is_closed_out_at_its_next_request(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    page = teacher.get(f"/classes/{made.classes['4B'].id}").text
    place = page.split('action="/devices/')[1].split('"')[0]
    assert teacher.send(f"/devices/{place}", class_id=made.classes["4B"].id).status_code == 303
    for method, path in (("POST", "/v1/sync"), ("GET", f"/v1/media/self/{'a' * 64}")):
        assert device.ask(method, path, b'{"protocol":1,"cursors":{}}').status_code == 401


DEEP = b'{"protocol":1,"cursors":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
HOSTILE = {
    "nothing": b"", "not JSON": b"{", "a list": b"[]", "half UTF-8": b'{"protocol":1,"x":"\xff"}',
    "deep": DEEP, "NaN": b'{"protocol":NaN}', "no protocol": b"{}",
    "text as protocol": b'{"protocol":"1"}', "NUL": b'{"protocol":1,"cursors":{"\\u0000":1}}',
    "huge number": b'{"protocol":1,"cursors":{"self":' + b"9" * 400 + b"}}",
    "negative cursor": b'{"protocol":1,"cursors":{"self":-1}}',
    "changes as text": b'{"protocol":1,"cursors":{},"changes":"x"}',
    "a change of nulls": b'{"protocol":1,"cursors":{},"changes":[null]}',
    "a lone surrogate": b'{"protocol":1,"changes":[{"rule":"scalar","value":"\\ud800"}]}',
    "many changes": b'{"protocol":1,"cursors":{},"changes":[' + b"{}," * 600 + b"{}]}",
    "many scopes": b'{"protocol":1,"cursors":{' + b",".join(b'"p/%d":1' % n for n in range(99))
    + b"}}",
}  # fmt: skip


def test_nothing_malformed_is_a_server_error(made: MadeSchool) -> None:
    device = made.join("4B")
    for name, path in itertools.product(HOSTILE, ("/v1/sync", "/v1/join")):
        answer = device.ask("POST", path, HOSTILE[name])
        assert answer.status_code in (400, 413), (name, path, answer.text)
        assert set(answer.json()) == {"sentence"}


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_json_must_say_that_it_is(made: MadeSchool, content_type: str) -> None:
    device = made.join("4B")
    for path in ("/v1/sync", "/v1/join"):
        answer = device.ask("POST", path, b'{"protocol":1}', **{"content-type": content_type})
        assert answer.status_code == 415


def test_too_much_is_refused_and_a_newer_protocol_named(made: MadeSchool) -> None:
    device = made.join("4B")
    assert device.ask("POST", "/v1/sync", b" " * (wire.REQUEST_BYTES_LIMIT + 1)).status_code == 413
    assert device.ask("POST", "/v1/join", b" " * 20_000).status_code == 413
    assert device.ask("POST", "/v1/sync", b'{"protocol":2}').status_code == 426
    assert device.ask("DELETE", "/v1/sync").status_code == 405
    assert device.ask("GET", "/v1/nowhere").status_code == 404
    assert device.ask("GET", "/v1/" + "x" * 5_000).status_code == 414


@pytest.mark.parametrize("token", ["", "x", "x" * 10_000, "é", "Bearer"])
def test_a_token_that_is_none_is_refused(made: MadeSchool, token: str) -> None:
    headers = {"authorization": f"Bearer {token}".encode(), "content-type": b"application/json"}
    answer = made.http.post("/v1/sync", content=b"{}", headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 401


def test_media_must_be_what_was_announced(made: MadeSchool) -> None:
    device = made.join("4B")
    wrong = device.ask("PUT", f"/v1/media/self/{'a' * 64}", b"something else")
    assert wrong.status_code == 422
    assert not [one for one in (made.data / "media").rglob("*") if one.is_file()]
    for name in ("A" * 64, "a" * 63, "..", "%2e%2e%2fschool.key", "a" * 65):
        assert device.ask("PUT", f"/v1/media/self/{name}", b"x").status_code == 404


def test_media_comes_back_whole_in_part_and_not_at_all(made: MadeSchool) -> None:
    device, other = made.join("4B"), made.join("4B", "Omar")
    raw = bytes(range(256)) * 300
    name = device.put_media(raw)
    path = f"/v1/media/self/{name}"
    assert device.put_media(raw) == name
    assert device.ask("GET", path).content == raw
    assert device.ask("HEAD", path).headers["content-length"] == str(len(raw))
    for wanted, start, stop in (
        ("bytes=0-0", 0, 1), ("bytes=16384-16385", 16_384, 16_386), ("bytes=-5", -5, None),
        ("bytes=70000-", 70_000, None), ("bytes=5-999999999", 5, None),
    ):  # fmt: skip
        part = device.ask("GET", path, range=wanted)
        assert part.status_code == 206
        assert part.content == raw[start:stop]
    assert device.ask("GET", path, range="bytes=999999-").status_code == 416
    for ignored in ("bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=a-b"):
        assert device.ask("GET", path, range=ignored).content == raw
    assert other.ask("GET", path).status_code == 404


def test_a_file_that_is_too_large_is_refused_with_and_without_its_length(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        code = made.classes["4B"].code
    with reopened(tmp_path / "school", HandClock(), file_bytes=1_000) as made:
        made.classes["4B"] = type("Code", (), {"code": code})()
        device = made.join("4B")
        raw = b"x" * 1_001
        path = f"/v1/media/self/{hashlib.sha256(raw).hexdigest()}"
        assert device.ask("PUT", path, raw).status_code == 413
        pieces = made.http.put(path, content=iter([raw]), headers=device.headers)
        assert pieces.status_code == 413
        assert device.ask("PUT", f"/v1/media/self/{'a' * 64}", raw[:10]).status_code == 422


def test_a_code_is_typed_as_people_type(made: MadeSchool) -> None:
    code = made.classes["4B"].code
    for typed in (code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} ",
                  code.replace("0", "o").replace("1", "l")):  # fmt: skip
        made.join("4B")
        assert made.http.post("/v1/join", json=join_request(typed)).status_code == 200


def test_a_code_ends_by_time_by_count_and_by_the_teacher(made: MadeSchool) -> None:
    teacher, place = made.sign_in("t@example.org"), f"/classes/{made.classes['4B'].id}"

    def reason() -> str:
        answer = made.http.post("/v1/join", json=join_request(made.classes["4B"].code))
        return str(answer.json().get("reason", answer.status_code))

    assert reason() == "200"
    teacher.send(f"{place}/code", action="end")
    assert reason() == "code_over"
    assert (
        made.http.post("/v1/join", json=join_request("ZZZZ-ZZZZ")).json()["reason"] == "wrong_code"
    )


def test_a_personal_code_brings_in_one_device_even_when_an_answer_was_lost(
    made: MadeSchool,
) -> None:
    teacher, place = made.sign_in("t@example.org"), f"/classes/{made.classes['4B'].id}"
    teacher.send(f"{place}/learners", name="Zoë Ruiz")
    page = teacher.get(place).text
    code = page.split('chip accent code">')[1].split("<")[0]
    lost = made.http.post("/v1/join", json=join_request(code))
    again = made.http.post("/v1/join", json=join_request(code))
    assert (lost.status_code, again.status_code) == (200, 200)
    assert lost.json()["learner_id"] == again.json()["learner_id"]
    sync = {"content": b'{"protocol":1,"cursors":{}}'}
    bearer = {"content-type": "application/json", "authorization": "Bearer "}
    old = bearer | {"authorization": f"Bearer {lost.json()['token']}"}
    new = bearer | {"authorization": f"Bearer {again.json()['token']}"}
    assert made.http.post("/v1/sync", headers=old, **sync).status_code == 401  # type: ignore[arg-type]
    assert made.http.post("/v1/sync", headers=new, **sync).status_code == 200  # type: ignore[arg-type]
    third = made.http.post("/v1/join", json=join_request(code))
    assert third.json()["reason"] == "code_over"
    assert "Joined" in teacher.get(place).text


def test_too_many_codes_in_a_minute_must_wait(made: MadeSchool) -> None:
    answers = [made.http.post("/v1/join", content=b"{}").status_code for _ in range(125)]
    assert 429 in answers
    assert 500 not in answers
