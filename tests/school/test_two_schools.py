"""Two schools side by side: no id, token or code of one opens anything of the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.school.making import MadeSchool, join_request, made_school


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[MadeSchool, MadeSchool]]:
    with made_school(tmp_path / "one") as one, made_school(tmp_path / "two") as two:
        yield one, two


def test_nothing_of_one_school_opens_the_other(two: tuple[MadeSchool, MadeSchool]) -> None:
    here, there = two
    device = there.join("4B")
    device.make_work("work1", "A secret red house")
    theirs = there.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    theirs.post(place, **theirs.hidden(place), action="approve")
    token = device.share(["work1"])
    session = dict(theirs.cookies)
    ours = here.sign_in("t@example.org")
    never = f"/learners/{'0' * 32}/works/work1"
    for path in (place, f"{place}/work1-file/original", f"/classes/{there.classes['4B'].id}"):
        answer = ours.get(path)
        assert answer.status_code == 404, path
        assert answer.content == ours.get(never).content
    for path in (f"/s/{token}", f"/s/{token}/p/0"):
        assert here.http.get(path).status_code == 404
    ours.cookies = session
    assert ours.get("/").status_code == 303
    code = there.classes["4B"].code
    assert here.http.post("/v1/join", json=join_request(code)).json()["reason"] == "wrong_code"
    assert theirs.get(place).status_code == 200
    device.made = here
    assert device.ask("POST", "/v1/sync", b'{"protocol":1,"cursors":{}}').status_code == 401
    media = device.views("file")[0]["media"]
    assert device.ask("GET", f"/v1/media/self/{media}").status_code == 401


def test_the_same_learner_id_in_both_stays_two_learners(
    two: tuple[MadeSchool, MadeSchool],
) -> None:
    """A device that names the other school's learner writes only for its own."""
    here, there = two
    ours, theirs = here.join("4B"), there.join("4B")
    theirs.make_work("work1", "Theirs")
    ours.make_work("work1", "Ours")
    theirs.pull()
    ours.pull()
    assert (ours.view("work1")["title"], theirs.view("work1")["title"]) == ("Ours", "Theirs")
