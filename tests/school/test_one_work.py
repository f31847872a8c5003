"""The way of one work through the school, from joining to a link that was taken back."""

import re

from tests.school.making import TINY_JPEG, MadeSchool


def test_a_work_goes_to_the_teacher_and_her_answer_comes_back(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    made.clock.pass_ms(60_000)
    teacher = made.sign_in("t@example.org")
    queue = teacher.get("/").text
    place = f"/learners/{device.learner}/works/work1"
    assert queue.index("A red house") < queue.index("Still being worked on")
    page = teacher.get(place)
    assert page.status_code == 200
    for words in ("A red house", "Mia Chen", "I am proud of the sky", "I tried hard", "A caption"):
        assert words in page.text, words
    picture = teacher.get(f"{place}/work1-file/preview")
    assert picture.headers["content-type"] == "image/jpeg"
    assert picture.content.startswith(TINY_JPEG)
    original = teacher.get(f"{place}/work1-file/original")
    assert original.headers["content-disposition"].startswith("attachment")
    assert original.content == TINY_JPEG + b"A red house"
    chosen = dict(re.findall(r'name="(level\.[^"]+)" value="([^"]+)"', page.text))
    answer = teacher.post(
        place, **teacher.hidden(place), **chosen, words="Warm colours.", next_step="Add a door.",
        action="send_and_approve",
    )  # fmt: skip
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?sent=1"
    assert "Nothing waits for you" in teacher.get("/").text
    device.pull()
    (feedback,) = device.views("feedback")
    assert feedback["words"] == "Warm colours."
    assert feedback["next_step"] == "Add a door."
    assert feedback["by"] == "Ada Berg"
    assert feedback["self_assessment"] == "work1-check"
    assert set(feedback["ratings"]) == {name.removeprefix("level.") for name in chosen}
    (approval,) = device.views("approval")
    assert approval["decision"] == "approved"


def test_a_family_sees_what_is_shared_until_it_is_taken_back(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    token = device.share(["work1"])
    before = made.http.get(f"/s/{token}")
    assert before.status_code == 200
    assert "A red house" not in before.text
    assert made.http.get(f"/s/{token}/p/0").status_code == 404
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    teacher.post(place, **teacher.hidden(place), words="Yes", action="send_and_approve")
    page = made.http.get(f"/s/{token}")
    assert "A red house" in page.text
    assert "Mia" in page.text
    assert "Chen" not in page.text
    assert "Yes" not in page.text
    assert "<script" not in page.text
    assert "set-cookie" not in page.headers
    assert made.http.get(f"/s/{token}/p/0").content.startswith(TINY_JPEG)
    link = next(record for (_, record), (kind, _) in device.confirmed.items() if kind == "link")
    device.write("link", link, taken_back_ms=made.clock())
    device.push()
    after, unknown = made.http.get(f"/s/{token}"), made.http.get("/s/never-made")
    assert after.status_code == unknown.status_code == 404
    assert after.content == unknown.content
    assert made.http.get(f"/s/{token}/p/0").status_code == 404
