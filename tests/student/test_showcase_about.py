"""About me in a showcase, as a learner chooses it, on a sealed vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.profile import told_in
from portfolio_app.model.records import ABOUT_LIMIT
from portfolio_app.student import about_me, actions
from portfolio_app.student.actions import Source
from portfolio_app.student.portfolio import Portfolio
from tests.student.scenes import make_portfolio


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def showcase_of(portfolio: Portfolio, *about: str) -> str:
    work = actions.add_work(portfolio, [Source("letter.txt", [b"Dear moon"])], "A letter")
    return actions.make_showcase(portfolio, "Best of", "", [work], about)


def told(portfolio: Portfolio) -> list[str]:
    (showcase,) = portfolio.showcases()
    return [one.words for one in told_in(about_me.profile(portfolio), showcase.about)]


def test_it_tells_what_was_chosen_until_that_is_taken_back(portfolio: Portfolio) -> None:
    boats = about_me.say(portfolio, "interests", "I like boats.", "family")
    knots = about_me.say(portfolio, "strengths", "I can tie knots.", "family")
    showcase_id = showcase_of(portfolio, boats, knots)
    items = portfolio.showcases()[0].items
    assert told(portfolio) == ["I can tie knots.", "I like boats."]
    actions.change_showcase(portfolio, showcase_id, "Best of", "New story", items)
    assert told(portfolio) == ["I can tie knots.", "I like boats."], "it was not asked to change"
    actions.change_showcase(portfolio, showcase_id, "Best of", "New story", items, [boats])
    assert told(portfolio) == ["I like boats."]
    about_me.show_to(portfolio, boats, "teacher")
    assert told(portfolio) == []
    about_me.show_to(portfolio, boats, "family")
    assert told(portfolio) == ["I like boats."]
    bridges = about_me.say(portfolio, "interests", "I like bridges.", replaces=boats)
    assert told(portfolio) == ["I like bridges."]
    about_me.take_off(portfolio, bridges)
    about_me.put_back(portfolio, bridges)
    assert told(portfolio) == [], "what comes back is the learner's alone"


def test_a_repeat_changes_nothing(portfolio: Portfolio) -> None:
    boats = about_me.say(portfolio, "interests", "I like boats.", "family")
    showcase_id = showcase_of(portfolio, boats)
    items, before = portfolio.showcases()[0].items, len(portfolio.store.pending())
    actions.change_showcase(portfolio, showcase_id, "Best of", "", items, [boats, boats])
    assert len(portfolio.store.pending()) == before


def test_what_families_may_not_see_is_not_taken(portfolio: Portfolio) -> None:
    quiet = about_me.say(portfolio, "interests", "I like boats.", "teacher")
    needs = about_me.say(portfolio, "needs", "I need time.", "teacher")
    gone = about_me.say(portfolio, "interests", "I like mud.", "family")
    about_me.take_off(portfolio, gone)
    for entry in (quiet, needs, gone, "0" * 32):
        with pytest.raises(NotFound):
            showcase_of(portfolio, entry)
    assert portfolio.showcases() == ()


def test_a_showcase_tells_only_so_much(portfolio: Portfolio) -> None:
    some = [
        about_me.say(portfolio, "interests", f"I like {number}.", "family")
        for number in range(ABOUT_LIMIT + 1)
    ]
    with pytest.raises(BadInput):
        showcase_of(portfolio, *some)
    showcase_of(portfolio, *some[1:])
    assert len(told(portfolio)) == ABOUT_LIMIT
