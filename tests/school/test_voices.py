"""A voice on the pages of teachers and families: played there, and nothing else is."""

from portfolio_app.model.voice import RATE_HZ, VOICE_TYPE, as_wav
from tests.school.making import Device, MadeSchool
from tests.school.test_pages import Elements, approve

SOUND = b"\x05\x06" * RATE_HZ
VOICE = b"".join(as_wav(len(SOUND), [SOUND]))
OTHER = b"".join(as_wav(len(SOUND), [SOUND[::-1]]))


def put_voice(device: Device, record: str, raw: bytes = VOICE, **more: str) -> None:
    media = device.put_media(raw)
    device.write("file", record, artifact="work1", media=media, media_type=VOICE_TYPE,
                 size_bytes=len(raw), name="voice.wav", position=1, **more)  # fmt: skip


def sounds(page: str) -> list[str]:
    found = Elements(page).attributes
    return [value for name, value in found if name == "src" and value and "/v" in value]


def test_what_was_said_is_heard_by_teacher_and_family(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "Kite")
    put_voice(device, "about", part_of="work1-file")
    put_voice(device, "thought", OTHER, part_of="work1-thought")
    device.push()
    place = f"/learners/{device.learner}/works/work1"
    teacher = made.sign_in("t@example.org")
    assert sounds(teacher.get(place).text) == [
        f"{place}/{one}/voice" for one in ("about", "thought")
    ]
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    family = f"/s/{device.share(['work1'])}"
    assert sounds(made.http.get(family).text) == [f"{family}/v/{one}" for one in (0, 1)]
    for answer in (teacher.get(f"{place}/about/voice"), made.http.get(f"{family}/v/0")):
        assert (answer.status_code, answer.content) == (200, VOICE)
        assert answer.headers["content-type"] == VOICE_TYPE
    part = made.http.get(f"{family}/v/0", headers={"range": "bytes=44-47"})
    assert (part.status_code, part.content) == (206, SOUND[:4])
    assert made.http.get(f"{family}/v/2").status_code == 404


def test_a_thought_without_words_is_shown_with_its_voice(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "Kite", words="")
    put_voice(device, "said", part_of="work1-thought")
    device.push()
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    place = f"/learners/{device.learner}/works/work1"
    assert sounds(made.sign_in("t@example.org").get(place).text) == [f"{place}/said/voice"]
    family = f"/s/{device.share(['work1'])}"
    page = made.http.get(family).text
    assert sounds(page) == [f"{family}/v/0"]
    assert "thought" in page


def test_what_says_that_it_is_a_voice_and_holds_more_is_not_played(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "Kite")
    put_voice(device, "page", b"<script>alert(1)</script>" * 9)
    put_voice(device, "behind", VOICE + b"LIST a place")
    device.push()
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    place = f"/learners/{device.learner}/works/work1"
    teacher = made.sign_in("t@example.org")
    family = f"/s/{device.share(['work1'])}"
    for record, number in (("page", 0), ("behind", 1)):
        assert teacher.get(f"{place}/{record}/voice").status_code == 404
        assert made.http.get(f"{family}/v/{number}").status_code == 404


def test_something_said_later_is_not_heard_before_it_is_approved(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "Kite")
    device.push()
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    family = f"/s/{device.share(['work1'])}"
    assert "Kite" in made.http.get(family).text
    put_voice(device, "later", part_of="work1-file")
    device.push()
    assert "Kite" not in made.http.get(family).text
    assert made.http.get(f"{family}/v/0").status_code == 404
