"""Handing in what others left here: a part goes when the school took it, and for nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.student import parcels
from portfolio_app.student.portfolio_shapes import OnTheWay
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.outgoing import Leavings, Note, Outgoing
from portfolio_app.student.vault.removal import LEAVING_NAME, OUTGOING_NAME
from tests.student.scripted import Scripted, scripted_school

PARTS = (b"the first part" * 1000, b"the second part" * 1000)


@pytest.fixture
def school() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


def parcel(folder: Path, *addresses: str, holds_work: bool = True) -> Outgoing:
    """A parcel of two parts, as it lies there once its learner has gone."""
    leavings = Leavings(RealDisk(), folder)
    leavings.begin(Note(addresses, holds_work))
    for number, raw in enumerate(PARTS, 1):
        leavings.add(number, [raw[:100], raw[100:]])
    leavings.end()
    (folder / OUTGOING_NAME).mkdir()
    (folder / LEAVING_NAME).rename(folder / OUTGOING_NAME / ("a" * 32))
    return Outgoing(RealDisk(), folder)


def test_what_the_school_took_goes_and_the_parcel_with_it(tmp_path: Path, school: Scripted) -> None:
    outgoing = parcel(tmp_path, school.address)
    assert parcels.lies_here(outgoing) == OnTheWay(holds_work=True)
    school.answers += [(200, {"taken": True})] * 2
    assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay()
    assert school.asked == [("POST", "/v1/bundles", raw) for raw in PARTS]
    assert not parcels.has_any(outgoing)
    assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay(), "nothing is asked again"
    assert len(school.asked) == 2


@pytest.mark.parametrize("answer", [(200, {}), (200, b"taken"), (503, {}), (429, {}), (507, {})])
def test_anything_else_leaves_it_here_for_later(
    tmp_path: Path, school: Scripted, answer: tuple[int, object]
) -> None:
    outgoing = parcel(tmp_path, school.address)
    school.answers += [answer] * 2
    assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay(holds_work=True)
    assert len(outgoing.parcels()[0].parts) == 2


@pytest.mark.parametrize("status", [400, 404, 413])
def test_what_the_school_refuses_stays_and_is_said(
    tmp_path: Path, school: Scripted, status: int
) -> None:
    outgoing = parcel(tmp_path, school.address)
    school.answers += [(status, {"sentence": "No."}), (200, {"taken": True})]
    found = parcels.hand_in(outgoing, timeout_seconds=5)
    assert found == OnTheWay(holds_work=True, refused=True)
    assert outgoing.parcels()[0].parts == ("0001.bundle",), "the other part went all the same"


def test_without_a_school_it_waits_and_the_next_address_is_tried(
    tmp_path: Path, school: Scripted
) -> None:
    outgoing = parcel(tmp_path, "http://localhost:9", school.address)
    school.answers += [(200, {"taken": True}), (500, {})]
    assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay(holds_work=True)
    assert outgoing.parcels()[0].parts == ("0002.bundle",)
    school.answers += [(200, {"taken": True})]
    assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay()


def test_word_that_a_copy_is_gone_is_not_called_work(tmp_path: Path) -> None:
    outgoing = parcel(tmp_path, "http://localhost:9", holds_work=False)
    assert parcels.has_any(outgoing)
    assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay()


def test_only_one_program_sends_at_a_time(tmp_path: Path, school: Scripted) -> None:
    outgoing = parcel(tmp_path, school.address)
    with outgoing.turn():
        other = Outgoing(RealDisk(), tmp_path)
        assert parcels.hand_in(other, timeout_seconds=5) == OnTheWay(holds_work=True)
    assert school.asked == []


def test_a_note_that_cannot_be_read_is_shown_and_nothing_is_lost(tmp_path: Path) -> None:
    outgoing = parcel(tmp_path, "http://localhost:9")
    (note,) = tmp_path.rglob("note.json")
    for broken in (b"", b"{}", b'{"addresses": 7}', b"[" * 4000, bytes(5000)):
        note.write_bytes(broken)
        assert parcels.hand_in(outgoing, timeout_seconds=5) == OnTheWay(True, True)
    assert len(list(tmp_path.rglob("*.bundle"))) == 2


def test_a_program_that_ended_after_the_last_part_is_tidied_up_after(tmp_path: Path) -> None:
    outgoing = parcel(tmp_path, "http://localhost:9")
    for part in list(tmp_path.rglob("*.bundle")):
        part.unlink()
    parcels.hand_in(outgoing, timeout_seconds=5)
    assert outgoing.parcels() == ()
