"""What the school deletes goes from the device: works from the bin, closed classes, a learner."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import LearnerErased, PortfolioError
from portfolio_app.school.erasure import BIN_MS
from portfolio_app.student import actions, erasure
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.open_vault import Vault
from portfolio_app.student.vault.vaults import Vaults
from sync.change import Change, Rule, to_json
from sync.digest import EMPTY_DIGEST, record_fingerprint, replace
from sync.merge import apply
from tests.journeys.test_bundles import _back, _join, _to_school
from tests.processes import RunningSchool, portfolio_json, school
from tests.processes import portfolio as run
from tests.school.making import MadeSchool, made_school
from tests.sticks import read_bundle, write_bundle
from tests.student.at_school import class_code
from tests.student.scenes import SECRET, Script, make_in, make_portfolio
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import NOTHING_NEW, WELCOME


class Killed(BaseException):
    """The program ends here, without a word."""


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeSchool]:
    with made_school(tmp_path / "school") as running:
        yield running


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


def _add(portfolio: Portfolio, *contents: bytes) -> str:
    sources = [Source(f"{number}.txt", [words]) for number, words in enumerate(contents)]
    return actions.add_work(portfolio, sources, "A letter")


def _media(portfolio: Portfolio, work_id: str) -> list[str]:
    work = portfolio.work(work_id)
    assert work is not None
    return [file.media for file in work.files]


def _by_stick(portfolio: Portfolio, made: MadeSchool, folder: Path) -> None:
    write_bundle(portfolio, folder / "there")
    back = _back(made, _to_school(made, folder / "there"), folder / "back")
    read_bundle(portfolio, back)


@pytest.mark.parametrize("killed_at", ["nowhere", "files", "log"])
def test_a_purged_work_goes_with_its_files_but_not_those_of_others(
    tmp_path: Path, made: MadeSchool, killed_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vaults = open_vaults(tmp_path / "device")
    script = Script(now=made.clock())
    portfolio = make_in(vaults, "Ada", script)
    _join(portfolio, made)
    purged, kept = _add(portfolio, b"only here", b"in both"), _add(portfolio, b"in both")
    only_here, in_both = _media(portfolio, purged)
    first_file = portfolio.work(purged).files[0].id  # type: ignore[union-attr]
    _by_stick(portfolio, made, tmp_path)
    actions.put_in_bin(portfolio, purged)
    _by_stick(portfolio, made, tmp_path)
    made.school.eraser.tidy(made.clock())
    made.clock.pass_ms(BIN_MS + 1)
    script.now += BIN_MS + 1
    made.school.eraser.tidy(made.clock())
    if killed_at != "nowhere":
        owner, name = (
            (portfolio.vault.media, "clear_leftovers")
            if killed_at == "files"
            else (Vault, "compact")
        )
        with monkeypatch.context() as planted:
            planted.setattr(owner, name, _kill)
            with pytest.raises(Killed):
                _by_stick(portfolio, made, tmp_path)
    else:
        _by_stick(portfolio, made, tmp_path)
    assert portfolio.work(purged) is None
    portfolio.close()
    again = open_portfolio(vaults, portfolio.vault.id, SECRET, script.world())
    assert (again.has_media(only_here), again.has_media(in_both)) == (False, True)
    assert again.original_of(first_file) is None
    assert not again.has_original(only_here)
    assert again.work(kept) is not None
    assert len(list(again.vault.media._folder.iterdir())) == 1
    assert not again.vault.get_setting("deleting")
    again.close()


def _kill(*_: object, **__: object) -> None:
    raise Killed


def test_a_closed_class_takes_its_frameworks_along(
    tmp_path: Path, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Portfolio, "refresh_catalog", lambda _: None)  # what is in it is no matter
    portfolio = make_portfolio(tmp_path)
    received = portfolio.vault.media.receive([b"{}"])
    change = Change(
        "a" * 32, "c/ants", "lib1", "library", "media", Rule.APPEND, received.sha256_hex,
        "019000000000-0000-0000000000000001",
    )  # fmt: skip
    scripted.answers.append((200, WELCOME))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(scripted.address, "abcd-efgh")
    total = replace(
        EMPTY_DIGEST,
        record_fingerprint("library", "lib1", {}),
        record_fingerprint("library", "lib1", apply({}, change)),
    )
    page: dict[str, Any] = {"start": 0, "rows": [[1, to_json(change)]], "cursor": 1}
    page |= {"more": False, "digest": total}
    open_class = {**NOTHING_NEW, "pages": {**NOTHING_NEW["pages"], "c/ants": page}}  # type: ignore[dict-item]
    scripted.answers += [(200, open_class), (200, b"{}")]
    connection.exchange()
    assert portfolio.has_media(received.sha256_hex)
    assert "c/ants" in portfolio.store.positions
    scripted.answers += [(200, {**NOTHING_NEW, "dropped": ["c/ants"]})]
    connection.exchange()
    assert not portfolio.has_media(received.sha256_hex)
    assert "c/ants" not in portfolio.store.positions
    assert portfolio.store.library() == []
    assert list(portfolio.vault.media._folder.iterdir()) == []
    portfolio.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    with school(tmp_path_factory.mktemp("school")) as started:
        yield started


@pytest.fixture(scope="module")
def code(running: RunningSchool) -> str:
    return class_code(running)


STEPS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "nowhere": lambda planted: None,
    "before the files": lambda planted: planted.setattr(Portfolio, "finish_deleting", _kill),
    "before the answer": lambda planted: planted.setattr(erasure, "_confirm", _kill),
    "after the answer": lambda planted: planted.setattr(Vaults, "note_erased", _kill),
    "before the vault": lambda planted: planted.setattr(Vaults, "remove", _kill),
}


@pytest.mark.parametrize("killed_at", STEPS)
def test_an_erased_learner_is_gone_from_the_device_and_the_school_knows(
    tmp_path: Path,
    running: RunningSchool,
    code: str,
    killed_at: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vaults = open_vaults(tmp_path)
    portfolio = make_in(vaults, "Ada", Script())
    connection = Connection(portfolio, vaults)
    connection.join(running.address, code)
    learner = portfolio.school.learner_id  # type: ignore[union-attr]
    _add(portfolio, b"Dear grandma")
    connection.exchange()
    sealed = portfolio.vault.media._folder
    assert len(list(sealed.iterdir())) == 1
    _erase(running, learner)
    with monkeypatch.context() as planted:
        STEPS[killed_at](planted)
        with pytest.raises((Killed, LearnerErased)):
            connection.exchange()
    if killed_at != "nowhere":
        assert killed_at == "before the files" or list(sealed.iterdir()) == []
        if not portfolio.vault.closed:
            portfolio.close()
        vaults = open_vaults(tmp_path)
        again = open_portfolio(vaults, portfolio.vault.id, SECRET, Script().world())
        assert again.works() == ()
        assert Connection(again, vaults).is_joined
        with pytest.raises(LearnerErased):
            Connection(again, vaults).exchange()
    assert vaults.list() == ()
    assert vaults.erased_ms() is not None
    assert not sealed.parent.exists()
    assert _waiting(running) == 0


def _erase(running: RunningSchool, learner: str) -> None:
    where = ("--data", str(running.data))
    asked = _confirming_word("school", "erase", learner, *where)
    done = portfolio_json("school", "erase", learner, "--confirm", asked, *where)
    assert done["erased"]


def _confirming_word(*arguments: str) -> str:
    """The word that confirms; the command itself ends with 1, because nothing was done."""
    said = run(*arguments).stdout
    return said.split("--confirm ")[1].split()[0]


def _waiting(running: RunningSchool) -> int:
    waiting: int = portfolio_json("school", "erasures", "--data", str(running.data))["waiting"]
    return waiting


def test_an_order_for_somebody_else_is_refused(tmp_path: Path, scripted: Scripted) -> None:
    portfolio = make_portfolio(tmp_path)
    work_id = _add(portfolio, b"Dear grandma")
    scripted.answers.append((200, WELCOME))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(scripted.address, "abcd-efgh")
    order = {"id": "e" * 32, "scopes": ["c/ants"]}
    scripted.answers += [(200, {**NOTHING_NEW, "erased": order})]
    with pytest.raises(PortfolioError):
        connection.exchange()
    assert portfolio.work(work_id) is not None
    portfolio.close()
