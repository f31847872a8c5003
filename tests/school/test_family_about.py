"""About me behind a link: the words that the learner chose, and nothing else of a profile."""

from itertools import product
from typing import Any

import pytest

from portfolio_app.model.people import LearnerId, learner_scope
from portfolio_app.model.profile import SENSITIVE_TOPICS
from portfolio_app.model.records import TOPICS, VISIBLE_TO
from portfolio_app.school import app, coaching
from portfolio_app.school.coaching import Moment
from portfolio_app.school.database import people
from portfolio_app.school.family import routes
from tests.school.making import Device, MadeSchool
from tests.school.test_pages import approve

NO_TIME_MS = 987_654_321_012


def say(device: Device, entry: str, topic: str, visible: str, **more: Any) -> None:
    """An entry whose every field can be told from all others when it stands on a page."""
    words = f"{entry.capitalize()} in words."
    device.write("profile_entry", entry, topic=topic, visible=visible, words=words,
                 at_ms=NO_TIME_MS, **more)  # fmt: skip


def shared(device: Device, about: list[str]) -> str:
    """A link to a showcase that was given these entries."""
    return device.share(["work1"], about=about)


def page(made: MadeSchool, token: str) -> str:
    return made.http.get(f"/s/{token}").text


def a_full_profile(made: MadeSchool, device: Device) -> list[str]:
    """Every topic for every audience, as it stands, said anew, taken off; and what teachers say."""
    entries = []
    for topic, visible in product(TOPICS, VISIBLE_TO):
        place = f"{topic}-{visible}"
        for kind, more in (("now", {}), ("past", {}), ("off", {"retired_ms": NO_TIME_MS})):
            say(device, f"{place}-{kind}", topic, visible, still_ms=NO_TIME_MS + 1, **more)
            entries.append(f"{place}-{kind}")
        say(device, f"{place}-anew", topic, "teacher", replaces=f"{place}-past")
    device.push()

    def note(transaction: Any) -> None:
        who = people.find(transaction, made.teachers["t@example.org"])
        now = Moment(made.clock(), app.new_id)
        learner = LearnerId(device.learner)
        coaching.note(transaction, who, learner, now, topic="interests", words="Noted in words.")
        coaching.invite(transaction, who, learner, now, topic="interests", words="Asked in words.")

    made.school.database.write(note)
    return entries


def test_the_page_says_what_was_chosen_for_families_and_nothing_else(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", words="Yes", action="send_and_approve")
    entries = a_full_profile(made, device)
    bare = page(made, shared(device, []))
    assert "in words." not in bare
    assert "family-about" not in bare
    token = shared(device, entries)
    seen = page(made, token)
    for entry in entries:
        topic, visible, kind = entry.split("-")
        is_told = visible == "family" and kind == "now" and topic not in SENSITIVE_TOPICS
        assert (f"{entry.capitalize()} in words." in seen) == is_told, entry
        assert entry not in seen, "not even its id"
    for hidden in ("-anew", "Noted", "Asked", str(NO_TIME_MS), "teacher", "Ada", "Chen"):
        assert hidden not in seen.partition("<main")[2], hidden
    assert seen.index("Strengths-family-now") < seen.index("Interests-family-now")


def test_one_given_entry_shows_none_of_its_neighbours(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", words="Yes", action="send_and_approve")
    a_full_profile(made, device)
    seen = page(made, shared(device, ["interests-family-now"]))
    assert seen.count("in words.") == 1
    assert "What I like" in seen
    assert "What I am good at" not in seen


def test_taking_it_back_removes_it_and_saying_it_anew_changes_it(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    say(device, "boats", "interests", "family")
    device.push()
    token = shared(device, ["boats"])
    assert "Boats in words." not in page(made, token), "no work may be seen yet"
    approve(made, device, "work1", words="Yes", action="send_and_approve")
    assert "Boats in words." in page(made, token)
    say(device, "bridges", "interests", "family", replaces="boats")
    device.push()
    seen = page(made, token)
    assert "Bridges in words." in seen
    assert "Boats in words." not in seen
    device.write("profile_entry", "bridges", visible="me")
    device.push()
    assert "in words." not in page(made, token)


def test_nobody_shows_the_profile_of_another(made: MadeSchool) -> None:
    mia, eve = made.join("4B"), made.join("4B", "Eve Moon")
    say(mia, "boats", "interests", "family")
    mia.push()
    eve.make_work("work1", "A red house")
    approve(made, eve, "work1", words="Yes", action="send_and_approve")
    assert "in words." not in page(made, shared(eve, ["boats"]))
    assert learner_scope(LearnerId(mia.learner)) != learner_scope(LearnerId(eve.learner))


def test_what_a_child_types_never_becomes_markup(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", words="Yes", action="send_and_approve")
    device.write("profile_entry", "nasty", topic="interests", visible="family", at_ms=1,
                 words="<script>alert(1)</script>\nand more")  # fmt: skip
    device.push()
    seen = page(made, shared(device, ["nasty"]))
    assert "<script>alert" not in seen
    assert "&lt;script&gt;alert(1)" in seen


def test_the_test_sees_a_page_that_tells_too_much(
    made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "told_in", lambda profile, _chosen: profile.entries)
    with pytest.raises(AssertionError):
        test_the_page_says_what_was_chosen_for_families_and_nothing_else(made)
