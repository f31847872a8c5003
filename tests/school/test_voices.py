"""A voice on the pages of teachers and families: played there, and nothing else is."""

from html import unescape

from portfolio_app.model.voice import RATE_HZ, VOICE_TYPE, as_wav
from rubrics.catalog import Catalog
from tests.school.making import Device, MadeSchool
from tests.school.test_pages import Elements, approve

OWN = Catalog.bundled().frameworks[0]
SOUND = b"\x05\x06" * RATE_HZ
VOICE = b"".join(as_wav(len(SOUND), [SOUND]))
OTHER = b"".join(as_wav(len(SOUND), [SOUND[::-1]]))


def put_voice(device: Device, record: str, raw: bytes = VOICE, **more: str) -> None:
    media = device.put_media(raw)
    device.write("file", record, artifact="work1", media=media, media_type=VOICE_TYPE,
                 size_bytes=len(raw), name="voice.wav", position=1, **more)  # fmt: skip


def put_thought(device: Device, record: str, raw: bytes = VOICE, **about: object) -> None:
    """Something said about a goal, a skill or two works: its file belongs to no work."""
    media = device.put_media(raw)
    device.write("reflection", record, prompt="goal_want", at_ms=device.made.clock(), **about)
    device.write("file", f"{record}-voice", media=media, media_type=VOICE_TYPE,
                 size_bytes=len(raw), name="voice.wav", position=0, part_of=record)  # fmt: skip


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


def test_thoughts_that_belong_to_no_work_are_heard_by_the_teacher_alone(made: MadeSchool) -> None:
    device = made.join("4B")
    for work in ("work1", "work2"):
        device.make_work(work, "Kite")
    skill = "/".join((OWN.id, OWN.competencies[-1].id))
    device.write("goal", "goal1", title="Swim", made_ms=made.clock())
    put_thought(device, "of-goal", goal="goal1")
    put_thought(device, "of-skill", OTHER, competency=skill)
    put_thought(device, "of-two", works=["work1", "work2"])
    put_thought(device, "binned", goal="goal1")
    device.write("reflection", "binned", binned_ms=made.clock())
    device.push()
    place = f"/learners/{device.learner}"
    made.add_teacher("o@example.org", "5A")
    teacher, stranger = (made.sign_in(one) for one in ("t@example.org", "o@example.org"))
    page = teacher.get(place).text
    names = ("of-goal", "of-skill", "of-two")
    assert sounds(page) == [f"{place}/thoughts/{one}-voice/voice" for one in names]
    assert page.index("of-goal-voice") < page.index("thoughts-title") < page.index("of-skill")
    assert OWN.competencies[-1].wording() in unescape(page)
    assert f'href="{place}/works/work2"' in page
    answer = teacher.get(f"{place}/thoughts/of-skill-voice/voice")
    assert (answer.status_code, answer.content) == (200, OTHER)
    for who, file in ((stranger, "of-goal"), (teacher, "binned"), (teacher, "work1")):
        assert who.get(f"{place}/thoughts/{file}-voice/voice").status_code == 404
    # Nothing of it is part of a work, so no link that shows the works has it.
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    approve(made, device, "work2", action="send_and_approve", words="Nice", next_step="")
    family = f"/s/{device.share(['work1', 'work2'])}"
    assert "Kite" in made.http.get(family).text
    assert sounds(made.http.get(family).text) == []
    assert made.http.get(f"{family}/v/0").status_code == 404


def test_a_thought_with_anything_but_a_voice_plays_nothing(made: MadeSchool) -> None:
    device = made.join("4B")
    device.write("goal", "goal1", title="Swim", made_ms=made.clock())
    put_thought(device, "page", b"<script>alert(1)</script>" * 9, goal="goal1")
    device.push()
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/thoughts/page-voice/voice"
    assert teacher.get(place).status_code == 404
