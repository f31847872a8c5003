"""What a learner decides about ideas, on a sealed vault and from another device."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput
from portfolio_app.model.suggestions import Kind, suggestion_id
from portfolio_app.student import actions, goals, suggesting
from portfolio_app.student.portfolio import Portfolio
from tests.student.scenes import make_portfolio
from tests.student.test_own_tools import arrives, letter


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def kinds(portfolio: Portfolio) -> list[Kind]:
    return [idea.kind for idea in suggesting.ideas(portfolio)]


def test_who_never_chose_is_asked_and_a_choice_is_kept(portfolio: Portfolio) -> None:
    assert suggesting.setting(portfolio) == "ask"
    for choice in ("on", "off", "ask"):
        suggesting.choose(portfolio, choice)
        assert suggesting.setting(portfolio) == choice
        assert bool(suggesting.ideas(portfolio)) == (choice != "off")
    with pytest.raises(BadInput):
        suggesting.choose(portfolio, "always")


def test_a_choice_of_another_device_counts_here(portfolio: Portfolio) -> None:
    arrives(portfolio, "suggestion_setting", suggesting.SETTING_ID, {"choice": "off"})
    assert suggesting.ideas(portfolio) == ()
    suggesting.choose(portfolio, "on")
    assert kinds(portfolio) == [Kind.FIRST], "said later, it counts"
    away = suggestion_id(Kind.FIRST, "first work")
    arrives(portfolio, "suggestion", away, {"hidden_ms": portfolio.now_ms()})
    assert kinds(portfolio) == []


def test_what_is_put_away_comes_back_by_undo(portfolio: Portfolio) -> None:
    goal = goals.make_goal(portfolio, "Swim")
    (first, second) = suggesting.ideas(portfolio)
    assert (first.kind, second.goal) == (Kind.FIRST, goal)
    suggesting.put_away(portfolio, second.id)
    assert kinds(portfolio) == [Kind.FIRST]
    suggesting.bring_back(portfolio, second.id)
    assert suggesting.ideas(portfolio) == (first, second)


def test_nothing_in_the_bin_is_an_idea(portfolio: Portfolio) -> None:
    work = letter(portfolio)
    assert Kind.FIRST not in kinds(portfolio)
    actions.put_in_bin(portfolio, work)
    assert kinds(portfolio) == [Kind.FIRST]
