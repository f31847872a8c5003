"""Many deletions at once ask first; a work binned here and edited there comes back; nothing goes
out of an older version.
"""

from dataclasses import replace

import pytest

from portfolio_app.model.deletion import ASKED, asks_first
from portfolio_app.school import deleting
from sync import history, wire
from sync.change import Change, Rule
from sync.versions import JOINER
from tests.school.making import Device, MadeSchool


def second_device(first: Device) -> Device:
    return type(first)(first.made, first.token, first.learner)


def with_works(made: MadeSchool, count: int) -> Device:
    device = made.join("4B")
    for number in range(count):
        device.write("artifact", f"work{number}", title=f"Work {number}", made_ms=made.clock())
    device.pull()
    return device


def bin_works(device: Device, works: range) -> list[Change]:
    return [
        change
        for number in works
        for change in device.write("artifact", f"work{number}", binned_ms=device.made.clock())
    ]


@pytest.mark.parametrize(
    ("going", "kept", "asks"),
    [
        (20, 200, False), (21, 200, True), (5, 25, False), (5, 24, True), (4, 4, False),
        (5, 5, True), (0, 0, False), (21, 1_000, True),
    ],
)  # fmt: skip
def test_how_many_may_go_without_asking(going: int, kept: int, asks: bool) -> None:
    assert asks_first(going, kept) is asks


def test_too_many_deletions_at_once_are_sent_back_and_the_rest_is_taken(made: MadeSchool) -> None:
    device = with_works(made, 10)
    going = bin_works(device, range(5))
    other = device.write("artifact", "work9", title="Still mine")
    reply = device.push()
    assert reply.refused == {change.id: "asks_first" for change in going}
    assert set(reply.accepted) == {other[0].id}
    assert device.view("work0").get("binned_ms") is None


def test_deletions_that_a_person_was_asked_about_are_taken(made: MadeSchool) -> None:
    device = with_works(made, 10)
    going = [replace(change, extra={ASKED: True}) for change in bin_works(device, range(5))]
    device.pending = going
    reply = device.push()
    assert set(reply.accepted) == {change.id for change in going}
    assert not reply.refused


def test_a_repeat_of_deletions_that_were_taken_is_taken_again(made: MadeSchool) -> None:
    device = with_works(made, 30)
    first = bin_works(device, range(4))
    device.push()
    for start in (4, 8, 12, 16, 20):
        bin_works(device, range(start, start + 4))
        device.push()
    # With as few left as now, the first four would ask: but they were taken before.
    raw = wire.encode_request(wire.SyncRequest({}, tuple(first)))
    own = {change.id: change for change in first}
    again = wire.decode_reply(device.ask("POST", "/v1/sync", raw).content, own)
    assert set(again.accepted) == own.keys()


def test_new_works_that_come_in_their_bin_are_no_deletion(made: MadeSchool) -> None:
    device = made.join("4B")
    for number in range(8):
        device.write("artifact", f"work{number}", title="Old", made_ms=1, binned_ms=2)
    assert not device.push().refused


def test_a_work_edited_here_and_binned_there_comes_back(made: MadeSchool) -> None:
    first = with_works(made, 2)
    second = second_device(first)
    second.pull()
    first.write("artifact", "work0", caption="I am still working on this")
    second.write("artifact", "work0", binned_ms=made.clock())
    second.push()
    first.push()
    second.pull()
    for device in (first, second):
        assert device.view("work0")["binned_ms"] is None
        assert device.view("work0")["recovered_ms"] > 0
    assert first.confirmed == second.confirmed
    stored = first.confirmed["self", "work0"][1]["binned_ms"]
    assert len(stored["id"]) == 32


def test_the_other_way_round_too_and_for_what_belongs_to_a_work(made: MadeSchool) -> None:
    first = with_works(made, 2)
    second = second_device(first)
    second.pull()
    first.write("reflection", "thought", artifact="work0", prompt="proud", words="Look", at_ms=1)
    second.write("artifact", "work0", binned_ms=made.clock())
    first.push()
    second.push()
    first.pull()
    assert first.view("work0")["binned_ms"] is None
    assert first.confirmed == second.confirmed


@pytest.mark.parametrize("who", ["the same device", "a device that had seen it"])
def test_a_deletion_that_knew_of_the_edit_stands(made: MadeSchool, who: str) -> None:
    first = with_works(made, 2)
    first.write("artifact", "work0", caption="The last word")
    other = first
    if who != "the same device":
        first.push()
        other = second_device(first)
        other.pull()
    other.write("artifact", "work0", binned_ms=made.clock())
    other.push()
    first.pull()
    assert first.view("work0")["binned_ms"] is not None


def test_an_edit_of_what_lies_in_the_bin_leaves_it_there(made: MadeSchool) -> None:
    first = with_works(made, 2)
    first.write("artifact", "work0", binned_ms=made.clock())
    first.push()
    second = second_device(first)
    second.pull()
    second.write("artifact", "work0", title="Tidied in the bin")
    second.push()
    assert second.view("work0")["binned_ms"] is not None


def test_a_teachers_answer_does_not_bring_a_work_back(made: MadeSchool) -> None:
    change = Change("1" * 32, "p/x", "f1", "feedback", "words", Rule.APPEND, "Good", "0" * 12)
    assert not deleting._edits(change)


def test_an_older_value_is_found_in_the_history(made: MadeSchool) -> None:
    first = with_works(made, 1)
    second = second_device(first)
    second.pull()
    made.clock.pass_ms(10)
    first.write("artifact", "work0", title="From the first")
    made.clock.pass_ms(10)
    second.write("artifact", "work0", title="From the second")
    first.push()
    second.push()
    reply = _history(first, "work0")
    versions = history.versions(reply.pages["self"].rows, second.confirmed["self", "work0"][1])
    told = [(version.change.value, version.is_standing) for version in versions["title"]]
    assert told == [("From the second", True), ("From the first", False), ("Work 0", False)]


def test_a_history_comes_in_pages_and_is_nobody_elses(
    made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio_app.school.writing.HISTORY_LIMIT", 2)
    device, other = with_works(made, 1), made.join("4B", "Omar")
    for number in range(3):
        device.write("artifact", "work0", title=f"Title {number}")
        device.push()
    found, after, more = [], 0, True
    while more:
        page = _history(device, "work0", after).pages["self"]
        found += [row.change.field for row in page.rows]
        assert 0 < len(page.rows) <= 2
        after, more = page.cursor, page.more
    assert found == ["title", "made_ms", "title", "title", "title"]
    assert _history(other, "work0").pages["self"].rows == ()


@pytest.mark.parametrize("after", ["-1", "x", "1" * 40, "٣"])
def test_a_place_in_a_history_that_is_none_is_refused(made: MadeSchool, after: str) -> None:
    answer = made.join("4B").ask("GET", f"/v1/history/self/work0?after={after}")
    assert answer.status_code == 400


def test_texts_of_two_devices_are_joined_on_their_way_through_the_school(made: MadeSchool) -> None:
    first = made.join("4B")
    second = second_device(first)
    first.make_work("work1", "Cats", caption="I like cats. They sleep a lot.")
    second.pull()
    first.write("artifact", "work1", caption="I love cats. They sleep a lot.")
    second.write("artifact", "work1", caption="I like cats. They purr a lot.")
    first.push()
    second.push()
    first.pull()
    assert first.view("work1")["caption"] == ["I love cats. They purr a lot."]
    assert first.confirmed == second.confirmed
    rows = _history(first, "work1").pages["self"].rows
    assert [row.change.author == JOINER for row in rows].count(True) == 1


def test_a_joined_caption_still_fits_the_table(made: MadeSchool) -> None:
    first = made.join("4B")
    second = second_device(first)
    middle = "x" * 6_000
    first.make_work("work1", "Cats", caption=f"a. {middle}. b")
    second.pull()
    first.write("artifact", "work1", caption=f"{'y' * 3_000} a. {middle}. b")
    second.write("artifact", "work1", caption=f"a. {middle}. b {'z' * 3_000}")
    first.push()
    second.push()
    assert len(second.view("work1")["caption"]) == 2


def _history(device: Device, record: str, after: int = 0) -> wire.SyncReply:
    answer = device.ask("GET", f"/v1/history/self/{record}?after={after}")
    assert answer.status_code == 200, answer.text
    return wire.decode_reply(answer.content)
