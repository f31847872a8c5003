"""Promise 3: one child's work is closed to the next child on the same tablet."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import PortfolioError, StoreDamaged, TooManyTries, WrongSecret
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.plaintext import leaks, needles

DIARY = "Nobody may know that I like the robotics club best"


@pytest.fixture
def tablet(tmp_path: Path) -> Iterator[tuple[Path, str, Portfolio]]:
    """A tablet with Ada's locked portfolio on it and Ben's open one."""
    vaults = open_vaults(tmp_path)
    ada = new_portfolio(vaults, "Ada", "owl", "1357")
    work_id = actions.add_work(ada, [Source("diary.txt", [DIARY.encode()])], "My diary page")
    actions.reflect(ada, work_id, "proud", DIARY)
    ada_id = ada.vault.id
    ada.close()
    ben = new_portfolio(vaults, "Ben", "bear", "2468")
    yield tmp_path, ada_id, ben
    ben.close()


def test_the_next_child_sees_nothing_of_it(tablet: tuple[Path, str, Portfolio]) -> None:
    folder, ada_id, ben = tablet
    assert ben.works() == ()
    assert not leaks([folder], needles({"diary": DIARY}, {}))
    with pytest.raises(WrongSecret):
        open_portfolio(open_vaults(folder), ada_id, "2468")


def test_guessing_is_slowed_and_a_restart_does_not_help(
    tablet: tuple[Path, str, Portfolio],
) -> None:
    folder, ada_id, _ = tablet
    problems = [_refusal(folder, ada_id, f"{guess:04d}") for guess in range(10)]
    assert isinstance(problems[-1], TooManyTries)
    assert isinstance(_refusal(folder, ada_id, "1357"), TooManyTries), "even the right one waits"


def _refusal(folder: Path, vault_id: str, secret: str) -> WrongSecret:
    with pytest.raises(WrongSecret) as problem:
        open_portfolio(open_vaults(folder), vault_id, secret)
    return problem.value


@pytest.mark.parametrize("what", ["keys", "log", "media"])
def test_files_carried_over_from_another_vault_are_refused(
    tablet: tuple[Path, str, Portfolio], what: str
) -> None:
    folder, ada_id, ben = tablet
    learners = folder / "learners"
    ben_id = ben.vault.id
    ben.close()
    for path in sorted((learners / ada_id).rglob("*")):
        if path.is_file() and what in str(path.relative_to(learners / ada_id)):
            target = learners / ben_id / path.relative_to(learners / ada_id)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    try:
        opened = open_portfolio(open_vaults(folder), ben_id, "2468")
    except (WrongSecret, StoreDamaged):
        return
    assert opened.works() == ()
    with pytest.raises(PortfolioError):
        b"".join(opened.read_media("0" * 64))
    opened.close()
