"""To school and back on a stick: nothing is lost or doubled, and nobody else can look inside."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.commands.bundle_file import BundleFile
from portfolio_app.errors import BadInput, NotAllowed, PortfolioError
from portfolio_app.model.sending import Sending
from portfolio_app.school import bundles as school_bundles
from portfolio_app.school.bundles import Taken
from portfolio_app.school.database import access
from portfolio_app.sealing.bundles import LIFE_MS
from portfolio_app.student import actions, bundles
from portfolio_app.student.actions import Source
from portfolio_app.student.portfolio import SCHOOL, Portfolio
from tests.school.making import Device, MadeSchool, join_request, made_school
from tests.sticks import read_bundle, write_bundle
from tests.student.scenes import Script, make_portfolio

LETTER = b"%PDF-1.7 a letter\n"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeSchool]:
    with made_school(tmp_path / "school") as running:
        yield running


@pytest.fixture
def portfolio(tmp_path: Path, made: MadeSchool) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path / "device", script=Script(now=made.clock()))
    _join(opened, made)
    yield opened
    opened.close()


def _join(portfolio: Portfolio, made: MadeSchool) -> Device:
    told = made.http.post("/v1/join", json=join_request(made.classes["4B"].code, "Ada")).json()
    school = {
        "address": "https://school.test", "name": told["school"], "token": told["token"],
        "learner_id": told["learner_id"], "public_address": "https://school.test",
    }  # fmt: skip
    with portfolio.durable():
        portfolio.vault.put_setting(SCHOOL, school)
    bundles.keep_school_keys(portfolio, told["bundle_keys"])
    return Device(made, told["token"], told["learner_id"])


def _add(portfolio: Portfolio, title: str) -> str:
    source = Source("letter.pdf", iter([LETTER + title.encode()]))
    return actions.add_work(portfolio, [source], title)


def _to_school(made: MadeSchool, path: Path) -> Taken:
    with BundleFile(path) as source:
        return school_bundles.take(made.school, source)


def _back(made: MadeSchool, taken: Taken, path: Path) -> Path:
    path.write_bytes(b"".join(school_bundles.answer(made.school, taken.asked)))
    return path


def test_work_goes_to_school_and_the_answer_comes_back(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    work = _add(portfolio, "My letter")
    stick = tmp_path / "work.bundle"
    written = write_bundle(portfolio, stick)
    assert (written.changes > 0, written.files > 0) == (True, True)
    assert b"My letter" not in stick.read_bytes()
    assert portfolio.sending(work) is Sending.WAITING, "on the stick is not at school yet"
    taken = _to_school(made, stick)
    assert (taken.accepted, taken.refused, taken.files) == (written.changes, 0, written.files)
    done = read_bundle(portfolio, _back(made, taken, tmp_path / "back.bundle"))
    assert done.media_sent == written.files
    assert portfolio.sending(work) is Sending.SAFE
    assert not portfolio.store.pending()


def test_twice_late_and_after_a_newer_one_does_no_harm(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    old, new = tmp_path / "old.bundle", tmp_path / "new.bundle"
    _add(portfolio, "First")
    write_bundle(portfolio, old)
    second = _add(portfolio, "Second")
    write_bundle(portfolio, new)
    newer, older, again = (_to_school(made, path) for path in (new, old, new))
    assert (older.files, again.files) == (0, 0)
    answers = [_back(made, one, tmp_path / f"{at}.bundle") for at, one in enumerate((newer, older))]
    for path in (answers[1], answers[0], answers[1], answers[0]):
        read_bundle(portfolio, path)
    assert portfolio.sending(second) is Sending.SAFE
    assert len(portfolio.works()) == 2
    device = Device(made, portfolio.school.token, "") if portfolio.school else None
    assert device is not None
    device.pull()
    own = {key: kept for key, kept in device.confirmed.items() if key[0] == "self"}
    assert own == {key: portfolio.store.confirmed(*key) for key in own}


def test_the_same_over_the_network_in_between_does_no_harm(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    _add(portfolio, "First")
    stick = tmp_path / "work.bundle"
    write_bundle(portfolio, stick)
    other = Device(made, portfolio.school.token, "") if portfolio.school else None
    assert other is not None
    other.pending = list(portfolio.store.pending())
    other.push()
    taken = _to_school(made, stick)
    head = max(page.cursor for page in other.push().pages.values())
    assert head == other.positions["self"].cursor, "nothing was stored twice"
    read_bundle(portfolio, _back(made, taken, tmp_path / "back.bundle"))
    assert not portfolio.store.pending()


def test_what_the_teacher_wrote_comes_back_too_even_without_a_new_bundle(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    work = _add(portfolio, "My letter")
    stick = tmp_path / "work.bundle"
    write_bundle(portfolio, stick)
    _to_school(made, stick)
    browser = made.sign_in("t@example.org")
    learner = portfolio.school.learner_id if portfolio.school else ""
    path = f"/learners/{learner}/works/{work}"
    browser.post(path, **browser.hidden(path), action="send", words="Well done",
                 next_step="")  # fmt: skip
    (asked,) = school_bundles.waiting(made.school)
    raw = b"".join(school_bundles.answer(made.school, asked))
    back = tmp_path / "back.bundle"
    back.write_bytes(raw)
    read_bundle(portfolio, back)
    found = portfolio.work(work)
    assert found is not None
    assert [one.words for one in found.feedback] == ["Well done"]


def test_a_device_that_was_signed_out_brings_nothing(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    _add(portfolio, "First")
    stick = tmp_path / "work.bundle"
    write_bundle(portfolio, stick)
    learner = portfolio.school.learner_id if portfolio.school else ""
    (device,) = made.school.database.read(lambda t: access.devices_of(t, [learner]))
    made.school.database.write(lambda t: access.revoke_device(t, device.id, made.clock()))
    with pytest.raises(NotAllowed):
        _to_school(made, stick)
    assert list(school_bundles.waiting(made.school)) == []


def test_another_learner_another_school_and_an_old_bundle_are_refused(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    stick, back = tmp_path / "work.bundle", tmp_path / "back.bundle"
    _add(portfolio, "First")
    write_bundle(portfolio, stick)
    _back(made, _to_school(made, stick), back)
    other = make_portfolio(tmp_path / "other", script=Script(now=made.clock()))
    _join(other, made)
    with pytest.raises(BadInput):
        read_bundle(other, back)
    with made_school(tmp_path / "second") as foreign, pytest.raises(BadInput):
        _to_school(foreign, stick)
    made.clock.pass_ms(2 * LIFE_MS)
    with pytest.raises(BadInput, match="too old"):
        _to_school(made, stick)
    other.close()


def test_a_stick_pulled_out_early_leaves_what_came_before(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    for number in range(3):
        _add(portfolio, f"Letter {number}")
    stick, half = tmp_path / "work.bundle", tmp_path / "half.bundle"
    write_bundle(portfolio, stick)
    raw = stick.read_bytes()
    for end in range(0, len(raw), max(1, len(raw) // 25)):
        half.write_bytes(raw[:end])
        with pytest.raises(PortfolioError):
            _to_school(made, half)
    taken = _to_school(made, stick)
    back = _back(made, taken, tmp_path / "back.bundle")
    whole = back.read_bytes()
    for end in range(0, len(whole), max(1, len(whole) // 25)):
        half.write_bytes(whole[:end])
        with pytest.raises(PortfolioError):
            read_bundle(portfolio, half)
    read_bundle(portfolio, back)
    assert not portfolio.store.pending()
    assert len(portfolio.media_queue) == 0


def test_a_portfolio_that_was_told_no_keys_says_what_to_do(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio
) -> None:
    alone = make_portfolio(tmp_path / "alone")
    with pytest.raises(BadInput, match="no school"):
        bundles.make_bundle(alone)
    alone.close()
    bundles.keep_school_keys(portfolio, {"recipient": "zz", "signer": None})
    portfolio.vault.put_setting(bundles.BUNDLE_KEYS, None)
    with pytest.raises(BadInput, match="over the network"):
        bundles.make_bundle(portfolio)
