"""A session that ends while a teacher types loses no word, and sends none by itself."""

import html
import re
from pathlib import Path

from portfolio_app.school import lost_sessions
from portfolio_app.school.accounts import SESSION_IDLE_MS
from portfolio_app.school.workshop import sheet
from tests.school.making import PASSWORD, MadeSchool

NOTE = 'Mia built a "boat" <with> care\nand tried again'


def fields_of(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return {html.unescape(name): html.unescape(value) for name, value in found}


def test_what_was_typed_goes_through_signing_in(made: MadeSchool) -> None:
    mia = made.join("4B")
    teacher = made.sign_in("t@example.org")
    path = f"/learners/{mia.learner}"
    old = teacher.hidden(path)["form_token"]
    made.clock.pass_ms(SESSION_IDLE_MS + 1)
    typed = {"form_token": old, "action": "note", "topic": "", "words": NOTE}
    asked = teacher.post(path, **typed)
    assert asked.status_code == 403
    carried = fields_of(asked.text)
    assert (carried["kept.words"], carried["kept_path"]) == (NOTE, path)
    assert old not in asked.text

    wrong = teacher.post("/sign-in", **carried, email="t@example.org", password="not this one")
    assert fields_of(wrong.text)["kept.words"] == NOTE
    again = teacher.post("/sign-in", **carried, email="t@example.org", password=PASSWORD)
    assert again.status_code in (200, 201, 303)
    assert f'action="{path}"' in again.text
    # Nothing was kept yet: it takes a press of the button.
    assert "tried again" not in teacher.get(path).text
    sent = teacher.post(path, **fields_of(again.text))
    assert sent.status_code == 303
    assert "tried again" in teacher.get(path).text


def test_nothing_typed_is_the_plain_way(made: MadeSchool) -> None:
    teacher = made.sign_in("t@example.org")
    made.clock.pass_ms(SESSION_IDLE_MS + 1)
    assert teacher.post("/classes", form_token="x").headers["location"] == "/sign-in"
    assert teacher.post("/sign-out", form_token="x", words="y").headers["location"] == "/sign-in"


def test_signing_in_leads_to_no_other_place(made: MadeSchool, tmp_path: Path) -> None:
    teacher = made.sign_in("t@example.org")
    again = teacher.post(
        "/sign-in", email="t@example.org", password=PASSWORD, kept_path="//elsewhere.example/x",
        **{"kept.words": "hello"},
    )  # fmt: skip
    assert 'action="/"' in again.text
    assert "elsewhere" not in again.text


def test_the_grid_of_a_rubric_fits() -> None:
    assert sheet.BYTES_LIMIT == lost_sessions.BYTES_LIMIT
    assert sheet.FIELDS_LIMIT == lost_sessions.FIELDS_LIMIT
