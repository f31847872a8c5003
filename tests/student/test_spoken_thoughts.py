"""Thoughts that belong to no work, said aloud, on a real sealed vault: kept, heard, put away."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.reflection import Reflection, Subject
from portfolio_app.model.voice import thoughts_aloud
from portfolio_app.school.erasure import BIN_MS
from portfolio_app.student import actions, goals, recording, thinking
from portfolio_app.student.actions import Source
from portfolio_app.student.kept_here import kept_here
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.recording import Place
from tests.journeys.test_bundles import _join as join_school
from tests.school.making import Browser, MadeSchool, made_school
from tests.student.scenes import SECRET, Script, make_in, make_portfolio
from tests.student.test_deletions import _by_stick as by_stick
from tests.student.test_recording import heard, record, sealed_files, sound


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def of_goal(portfolio: Portfolio) -> tuple[Subject, str]:
    return Subject(goal=goals.make_goal(portfolio, "Swim to the island")), "goal_want"


def of_skill(portfolio: Portfolio) -> tuple[Subject, str]:
    framework = portfolio.catalog.frameworks[0]
    return Subject(competency=f"{framework.id}/{framework.competencies[-1].id}"), "can_where"


def of_two(portfolio: Portfolio) -> tuple[Subject, str]:
    made = [actions.add_work(portfolio, [Source("a.txt", [one])]) for one in (b"a", b"b")]
    return thinking.pair_of(portfolio, made), "compare_new"


SUBJECTS = [of_goal, of_skill, of_two]


@pytest.mark.parametrize("about", SUBJECTS)
def test_a_thought_about_anything_is_voice_or_words_or_both(
    portfolio: Portfolio, about: Callable[[Portfolio], tuple[Subject, str]]
) -> None:
    subject, prompt = about(portfolio)
    works = portfolio.works()
    made = record(portfolio, Place(prompt=prompt, subject=subject), sound(1, 1))
    (thought,) = thinking.reflections(portfolio)
    assert (made.work, thought.id, thought.subject) == ("", made.thought, subject)
    assert (thought.prompt, thought.words) == (prompt, "")
    (take,) = thinking.spoken(portfolio)[thought.id]
    assert (take.id, heard(portfolio, take.media)) == (made.file, sound(1, 1))
    thinking.reflect_again(portfolio, thought.id, "Because of the ducks.")
    place = Place("", thought.id, prompt, made.file, subject)
    again = record(portfolio, place, sound(1, 2))
    (take,) = thinking.spoken(portfolio)[thought.id]
    assert (take.id, take.replaces) == (again.file, made.file)
    assert [one.words for one in thinking.reflections(portfolio)] == ["Because of the ducks."]
    assert portfolio.works() == works


def test_what_is_said_counts_as_kept_here_and_waits_for_school(portfolio: Portfolio) -> None:
    subject, prompt = of_goal(portfolio)
    before = kept_here(portfolio).files_bytes
    record(portfolio, Place(prompt=prompt, subject=subject), sound(1))
    (takes,) = thinking.spoken(portfolio).values()
    assert kept_here(portfolio).files_bytes - before == takes[0].size_bytes
    assert takes[0].media in portfolio.media_queue
    assert portfolio.free_space(1 << 30).files == 0  # the school has not confirmed it


def test_what_was_said_before_a_crash_still_belongs_to_its_goal(tmp_path: Path) -> None:
    left = make_portfolio(tmp_path / "device")
    subject, prompt = of_goal(left)
    one = recording.begin(left, Place(prompt=prompt, subject=subject))
    recording.keep_piece(left, one, sound(2, 1))
    shutil.copytree(tmp_path / "device", tmp_path / "after")
    vault_id = left.vault.id
    left.close()
    script = Script(now=Script().now + 1_000_000)
    for _ in range(1_000):  # ids that the first life did not use
        script.new_id()
    again = open_portfolio(open_vaults(tmp_path / "after"), vault_id, SECRET, script.world())
    (begun,) = recording.begun(again)
    assert begun.place == Place(prompt=prompt, subject=subject)
    made = recording.finish(again, begun.id)
    assert made is not None
    (take,) = thinking.spoken(again)[made.thought]
    assert heard(again, take.media) == sound(2, 1)
    again.close()


def test_an_older_app_finds_a_place_that_it_can_read(portfolio: Portfolio) -> None:
    """It knows four fields of a place, and would stumble over a fifth."""
    subject, prompt = of_goal(portfolio)
    recording.begin(portfolio, Place(prompt=prompt, subject=subject))
    (row,) = portfolio.vault.db.table(recording.TABLE)
    assert set(row["place"]) == {"work", "about", "prompt", "replaces"}
    assert row["place"]["work"] == ""  # and so it makes a work of its own of it


def test_where_its_subject_or_thought_is_gone_it_is_a_work(portfolio: Portfolio) -> None:
    with pytest.raises(NotFound):
        recording.begin(portfolio, Place(prompt="goal_want", subject=Subject(goal="f" * 32)))
    with pytest.raises(NotFound):  # a question about something else
        recording.begin(portfolio, Place(prompt="tricky", subject=of_goal(portfolio)[0]))
    subject, prompt = of_goal(portfolio)
    made = record(portfolio, Place(prompt=prompt, subject=subject), sound(1))
    one = recording.begin(portfolio, Place("", made.thought, prompt, made.file, subject))
    recording.keep_piece(portfolio, one, sound(1, 3))
    thinking.bin_thought(portfolio, made.thought)
    kept = recording.finish(portfolio, one)
    assert kept is not None
    assert portfolio.existing_work(kept.work).files[0].id == kept.file


def test_the_bin_takes_a_thought_with_its_voice_and_gives_both_back(portfolio: Portfolio) -> None:
    subject, prompt = of_goal(portfolio)
    made = record(portfolio, Place(prompt=prompt, subject=subject), sound(1))
    files = sealed_files(portfolio)
    thinking.bin_thought(portfolio, made.thought)
    assert thinking.reflections(portfolio) == ()
    (binned,) = thinking.reflections(portfolio, binned=True)
    assert (binned.id, sealed_files(portfolio)) == (made.thought, files)
    with pytest.raises(NotFound):
        thinking.reflect_again(portfolio, made.thought, "More")
    thinking.take_thought_from_bin(portfolio, made.thought)
    assert [one.id for one in thinking.reflections(portfolio)] == [made.thought]
    assert made.thought in thinking.spoken(portfolio)


def test_a_thought_about_one_work_goes_only_with_its_work(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [Source("a.txt", [b"a"])])
    thought = actions.reflect(portfolio, work_id, "proud", "The tail.")
    with pytest.raises(BadInput, match="belongs to a work"):
        thinking.bin_thought(portfolio, thought)
    # Whatever another app says of it: a page of the school would go on showing it.
    assert not Reflection.read({"id": "r", "artifact": work_id, "binned_ms": 5}).is_binned


def test_the_teacher_hears_it_and_from_the_bin_it_goes_everywhere(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        vaults, script = open_vaults(tmp_path / "device"), Script(now=made.clock())
        portfolio = make_in(vaults, "Ada", script)
        join_school(portfolio, made)
        subject, prompt = of_goal(portfolio)
        said = record(portfolio, Place(prompt=prompt, subject=subject), sound(1, 1))
        kept = record(portfolio, Place(prompt=prompt, subject=subject), sound(1, 2))
        by_stick(portfolio, made, tmp_path)
        takes = thinking.spoken(portfolio)
        media = {one: takes[one][0].media for one in (said.thought, kept.thought)}
        assert portfolio.school is not None
        teacher = made.sign_in("t@example.org")
        learner = next(iter(re.findall("/learners/([0-9a-z-]+)", class_page(made, teacher))))
        place = f"/learners/{learner}/thoughts/{said.file}/voice"
        heard_there = teacher.get(place)
        assert heard_there.content == b"".join(portfolio.read_media(media[said.thought]))
        thinking.bin_thought(portfolio, said.thought)
        by_stick(portfolio, made, tmp_path)
        assert teacher.get(place).status_code == 404
        made.school.eraser.tidy(made.clock())
        made.clock.pass_ms(BIN_MS + 1)
        script.now += BIN_MS + 1
        made.school.eraser.tidy(made.clock())
        by_stick(portfolio, made, tmp_path)
        assert thinking.reflections(portfolio, binned=True) == ()
        assert list(thinking.spoken(portfolio)) == [kept.thought]
        assert not portfolio.has_media(media[said.thought])
        assert portfolio.has_media(media[kept.thought])
        portfolio.close()


def class_page(made: MadeSchool, teacher: Browser) -> str:
    return teacher.get(f"/classes/{made.classes['4B'].id}").text


def test_two_takes_that_replace_each_other_are_both_heard() -> None:
    fields = {"media_type": "audio/wav", "part_of": "t"}
    takes = [
        {"id": "a", "media": "1", "replaces": "b", **fields},
        {"id": "b", "media": "2", "replaces": "a", **fields},
        {"id": "c", "media": "3", "part_of": "other", "media_type": "audio/wav"},
        {"id": "d", "media": "4", "artifact": "w", **fields},  # of a work: the work shows it
        {"id": "e", "media": "5", "part_of": "t", "media_type": "image/jpeg"},
    ]
    found = thoughts_aloud(takes)
    assert {thought: [one.id for one in files] for thought, files in found.items()} == {
        "t": ["a", "b"],
        "other": ["c"],
    }
