"""A learner who writes to the school with a program of their own, and a teacher and guests who
must not notice.
"""

import hashlib

import pytest

from portfolio_app.model.values import TIME_LIMIT_MS
from portfolio_app.school import app
from tests.school.making import TINY_JPEG, Browser, Device, MadeSchool

DAY_MS = 24 * 3600 * 1000


def place_of(device: Device, work: str) -> str:
    return f"/learners/{device.learner}/works/{work}"


def decide(teacher: Browser, place: str, action: str) -> int:
    return teacher.post(place, **teacher.hidden(place), action=action).status_code


def test_a_picture_that_is_named_after_the_approval_is_not_approved(made: MadeSchool) -> None:
    device, teacher = made.join("4B"), made.sign_in("t@example.org")
    shown, unseen = device.put_media(TINY_JPEG + b"kind"), device.put_media(TINY_JPEG + b"unkind")
    device.write("artifact", "work1", title="A red house", made_ms=made.clock())
    device.write("file", "file1", artifact="work1", media=shown, name="photo.jpg", position=0)
    device.push()
    assert decide(teacher, place_of(device, "work1"), "approve") == 303
    token = device.share(["work1"])
    assert "A red house" in made.http.get(f"/s/{token}").text
    device.write("file", "file1", preview=unseen)
    device.push()
    assert not device.refused
    assert "A red house" not in made.http.get(f"/s/{token}").text
    assert made.http.get(f"/s/{token}/p/0").status_code == 404


@pytest.mark.parametrize("action", ["approve", "send_and_approve"])
def test_nobody_approves_a_picture_that_is_not_here_yet(made: MadeSchool, action: str) -> None:
    device, teacher = made.join("4B"), made.sign_in("t@example.org")
    raw, place = TINY_JPEG + b"late", place_of(device, "work1")
    late = hashlib.sha256(raw).hexdigest()
    device.write("artifact", "work1", title="A red house", made_ms=made.clock())
    device.write("file", "file1", artifact="work1", media=late, preview=late, position=0)
    device.push()
    form = {**teacher.hidden(place), "action": action, "words": "Well done"}
    answer = teacher.post(place, **form)
    assert answer.status_code == 409
    assert "still on their way" in answer.text
    assert "Well done" in answer.text
    device.pull()
    assert not device.views("approval")
    assert not device.views("feedback")
    assert decide(teacher, place, "not_yet") == 303
    device.put_media(raw)
    assert teacher.post(place, **form).status_code == 303


def test_nobody_puts_a_showcase_behind_the_link_of_another(made: MadeSchool) -> None:
    mia, eve = made.join("4B"), made.join("4B", "Eve")
    token = mia.share([], title="Mia's show")
    hashed = hashlib.sha256(token.encode()).hexdigest()
    eve.share([], title="Eve's show")
    (showcase,) = (record for (_, record), (kind, _) in eve.confirmed.items() if kind == "showcase")
    for _ in range(2):
        eve.write("link", app.new_id(), showcase=showcase, until_ms=made.clock() + DAY_MS,
                  hash=hashed)  # fmt: skip
    eve.push()
    assert list(eve.refused.values()) == ["not_allowed"] * 2
    assert "Mia&#39;s show" in made.http.get(f"/s/{token}").text
    link = next(record for (_, record), (kind, _) in mia.confirmed.items() if kind == "link")
    mia.write("link", link, taken_back_ms=made.clock())
    mia.push()
    assert made.http.get(f"/s/{token}").status_code == 404


@pytest.mark.parametrize("at_ms", [TIME_LIMIT_MS, TIME_LIMIT_MS + 1, 1 << 48])
def test_no_time_of_a_learner_breaks_a_page(made: MadeSchool, at_ms: int) -> None:
    device, teacher = made.join("4B"), made.sign_in("t@example.org")
    device.make_work("work1", "A red house")
    device.write("artifact", "work2", title="From far away", made_ms=at_ms)
    device.write("self_assessment", "check2", artifact="work2", rubric="any", ratings={},
                 at_ms=at_ms)  # fmt: skip
    device.push()
    assert bool(device.refused) is (at_ms > TIME_LIMIT_MS)
    for path in ("/", "/waiting", place_of(device, "work1"), place_of(device, "work2")):
        assert teacher.get(path).status_code == 200, path


def test_nobody_else_on_the_machine_reads_the_schools_folders(made: MadeSchool) -> None:
    made.join("4B").make_work("work1", "A red house")
    for path in (made.data, *made.data.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path
