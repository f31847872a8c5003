"""Signing in: what lets a teacher in, what keeps a guesser out, and when a session is over."""

import pytest

from portfolio_app.errors import BadInput, TooManyTries, WrongSecret
from portfolio_app.school.accounts import (
    FREE_MISSES,
    SESSION_IDLE_MS,
    SESSION_LIFE_MS,
    check_password,
)
from tests.school.making import PASSWORD, Browser, MadeSchool


def sign_in(made: MadeSchool, email: str, password: str) -> int:
    return Browser(made).post("/sign-in", email=email, password=password).status_code


def test_an_address_is_compared_without_case_and_a_password_is_not(made: MadeSchool) -> None:
    assert sign_in(made, " T@Example.ORG ", PASSWORD) == 303
    assert sign_in(made, "t@example.org", PASSWORD.upper()) == 403
    assert sign_in(made, "t@example.org", PASSWORD + " ") == 403
    assert sign_in(made, "t@example.org", "") == 403


def test_the_cookie_is_out_of_reach_for_scripts(made: MadeSchool) -> None:
    answer = Browser(made).post("/sign-in", email="t@example.org", password=PASSWORD)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "domain" not in cookie


def test_unknown_people_get_the_same_answer(made: MadeSchool) -> None:
    browser = Browser(made)
    known = browser.post("/sign-in", email="t@example.org", password="wrong wrong wrong")
    unknown = browser.post("/sign-in", email="x@example.org", password="wrong wrong wrong")
    # The form keeps what this visitor typed; everything else is the same.
    same = unknown.text.replace("x@example.org", "t@example.org")
    assert (known.status_code, known.text) == (unknown.status_code, same)


@pytest.mark.parametrize("email", ["t@example.org", "nobody@example.org"])
def test_guessing_costs_waiting_time_that_grows(made: MadeSchool, email: str) -> None:
    tried = 0
    for _ in range(24 * 12):
        try:
            made.school.accounts.sign_in(email, "wrong wrong wrong")
        except TooManyTries:
            pass
        except WrongSecret:
            tried += 1
        made.clock.pass_ms(5 * 60_000)
    assert FREE_MISSES <= tried <= 40
    if email == "t@example.org":
        made.clock.pass_ms(3600 * 1000)
        assert sign_in(made, email, PASSWORD) == 303
        assert sign_in(made, email, "wrong wrong wrong") == 403


def test_a_locked_teacher_gets_in_after_waiting_and_not_before(made: MadeSchool) -> None:
    for _ in range(FREE_MISSES):
        assert sign_in(made, "t@example.org", "wrong wrong wrong") == 403
    assert sign_in(made, "t@example.org", PASSWORD) == 429
    made.clock.pass_ms(61_000)
    assert sign_in(made, "t@example.org", PASSWORD) == 303


def test_a_session_ends_when_idle_and_after_a_day_of_work(made: MadeSchool) -> None:
    teacher = made.sign_in("t@example.org")
    made.clock.pass_ms(SESSION_IDLE_MS - 1)
    assert teacher.get("/").status_code == 200
    made.clock.pass_ms(SESSION_IDLE_MS + 1)
    assert teacher.get("/").status_code == 303
    teacher = made.sign_in("t@example.org")
    for _ in range(SESSION_LIFE_MS // (SESSION_IDLE_MS // 2)):
        assert teacher.get("/").status_code == 200
        made.clock.pass_ms(SESSION_IDLE_MS // 2)
    made.clock.pass_ms(1)
    assert teacher.get("/").status_code == 303


def test_a_page_that_refreshes_itself_keeps_no_session_open(made: MadeSchool) -> None:
    teacher = made.sign_in("t@example.org")
    last = teacher.get("/waiting", headers={"hx-request": "true"})
    assert last.status_code == 200
    for _ in range(5):
        made.clock.pass_ms(SESSION_IDLE_MS // 4)
        last = teacher.get("/waiting", headers={"hx-request": "true"})
    assert last.status_code == 401
    assert last.headers["hx-redirect"] == "/sign-in"


def test_signing_out_ends_the_session_at_the_school(made: MadeSchool) -> None:
    teacher = made.sign_in("t@example.org")
    kept = dict(teacher.cookies)
    assert teacher.send("/sign-out").status_code == 303
    teacher.cookies = kept
    assert teacher.get("/").status_code == 303


def test_a_devices_token_and_a_links_token_open_no_page(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A house")
    for token in (device.token, device.share(["work1"])):
        browser = Browser(made)
        browser.cookies = {"portfolio_school": token}
        assert browser.get("/").status_code == 303
    session = made.sign_in("t@example.org").cookies["portfolio_school"]
    device.token = session
    assert device.ask("POST", "/v1/sync", b'{"protocol":1,"cursors":{}}').status_code == 401


@pytest.mark.parametrize("wanted", ["//evil.test", "https://evil.test", "/\\evil", "/a?b", "/%0d"])
def test_signing_in_leads_nowhere_else(made: MadeSchool, wanted: str) -> None:
    answer = Browser(made).post("/sign-in", email="t@example.org", password=PASSWORD, next=wanted)
    assert answer.headers["location"] == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(made: MadeSchool) -> None:
    away = Browser(made).get("/classes").headers["location"]
    assert away == "/sign-in?next=/classes"
    answer = Browser(made).post(
        "/sign-in", email="t@example.org", password=PASSWORD, next="/classes"
    )
    assert answer.headers["location"] == "/classes"


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaa", "Password123!", "x" * 257])
def test_passwords_that_are_guessed_first_are_refused(password: str) -> None:
    with pytest.raises(BadInput):
        check_password(password)
