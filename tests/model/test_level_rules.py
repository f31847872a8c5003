"""Rules by which judgements become a level, against tables worked out by hand."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from portfolio_app.model import level_rules
from portfolio_app.model.level_rules import (
    METHODS,
    LevelRule,
    nearest_place,
    share_of,
    standing,
)

# Levels 1 to 5 as shares 0, .25, .5, .75, 1; each row worked out on paper.
TABLE = [
    # judgements (oldest first)      latest  best  most common  decaying average, 65 %
    ((0.5,), 0.5, 0.5, 0.5, 0.5),
    ((0.0, 1.0), 1.0, 1.0, 1.0, 0.65),
    ((1.0, 0.0), 0.0, 1.0, 0.0, 0.35),
    ((0.25, 0.25, 0.75), 0.75, 0.75, 0.25, 0.575),
    ((0.75, 0.25, 0.25, 0.75), 0.75, 0.75, 0.75, 0.5964375),
    ((0.0, 0.5, 0.5, 1.0, 0.25), 0.25, 1.0, 0.5, 0.443746875),
    ((1.0, 1.0, 0.5, 0.5), 0.5, 1.0, 0.5, 0.56125),
]


@pytest.mark.parametrize(("shares", "latest", "best", "most_common", "decaying"), TABLE)
def test_the_table_worked_out_by_hand(
    shares: tuple[float, ...], latest: float, best: float, most_common: float, decaying: float
) -> None:
    found = {method: standing(shares, LevelRule(method)) for method in METHODS}
    wanted = dict(zip(METHODS, (latest, best, most_common, decaying), strict=True))
    assert found == pytest.approx(wanted)


def test_the_decaying_average_of_seven_scores() -> None:
    """1, 4, 2, 3, 5, 3, 6 at 65 %: 1, 2.95, 2.3325, 2.766375, 4.218231, 3.426381, 5.099233."""
    scores = [score / 10 for score in (1, 4, 2, 3, 5, 3, 6)]
    assert standing(scores, LevelRule("decaying_average")) == pytest.approx(0.5099233328)


def test_the_share_of_the_newest_is_the_schools() -> None:
    assert standing((0.0, 1.0), LevelRule("decaying_average", 80)) == pytest.approx(0.8)
    assert standing((0.0, 1.0, 0.0), LevelRule("decaying_average", 50)) == pytest.approx(0.25)


@pytest.mark.parametrize("method", METHODS)
def test_without_a_judgement_there_is_no_number(method: str) -> None:
    with pytest.raises(ValueError, match="Nothing was judged"):
        standing((), LevelRule(method))


@pytest.mark.parametrize(
    ("share", "levels", "place"),
    [
        (0.0, 4, 0), (1.0, 4, 3), (0.16, 4, 0), (0.17, 4, 1), (0.5, 4, 2), (0.5, 3, 1),
        (0.25, 3, 1), (0.24, 3, 0), (0.75, 3, 2), (1.0, 1, 0), (0.0, 1, 0), (0.5, 2, 1),
    ],
)  # fmt: skip
def test_the_nearest_level_is_the_higher_one_halfway(share: float, levels: int, place: int) -> None:
    assert nearest_place(share, levels) == place


@given(st.integers(1, 20).flatmap(lambda n: st.tuples(st.integers(0, n - 1), st.just(n))))
def test_a_level_that_was_chosen_is_shown_as_itself(chosen: tuple[int, int]) -> None:
    place, levels = chosen
    assert nearest_place(share_of(place, levels), levels) == place


# Properties, and for each a fault that it must catch; nothing is made smaller for that.
_QUICK = settings(max_examples=60, deadline=None, phases=(Phase.generate,))
Rule = Callable[[Sequence[float], LevelRule], float]
_SHARES = st.lists(
    st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 1.0]), min_size=1, max_size=12
)
_RULES = st.builds(LevelRule, st.sampled_from(METHODS), st.integers(1, 99))


def _stays_within(rule: Rule) -> None:
    @_QUICK
    @given(_SHARES, _RULES)
    def holds(shares: list[float], chosen: LevelRule) -> None:
        found = rule(shares, chosen)
        assert min(shares) - 1e-9 <= found <= max(shares) + 1e-9

    holds()


def _is_the_definition(rule: Rule) -> None:
    """The average as one sum: each judgement weighs p q^k, the first one q^n."""

    @_QUICK
    @given(_SHARES, st.integers(1, 99))
    def holds(shares: list[float], percent: int) -> None:
        newest, rest = Fraction(percent, 100), 1 - Fraction(percent, 100)
        weights = [newest * rest**age for age in range(len(shares) - 1)]
        weights.append(rest ** (len(shares) - 1))
        exact = sum(w * Fraction(s) for w, s in zip(weights, reversed(shares), strict=True))
        found = rule(shares, LevelRule("decaying_average", percent))
        assert found == pytest.approx(float(exact), abs=1e-9)

    holds()


def _names_one_that_was_given(rule: Rule) -> None:
    @_QUICK
    @given(_SHARES, st.sampled_from(["latest", "best", "most_common"]))
    def holds(shares: list[float], method: str) -> None:
        found = rule(shares, LevelRule(method))
        assert found in shares
        if method == "most_common":
            assert all(shares.count(found) >= shares.count(other) for other in shares)

    holds()


PROPERTIES = (_stays_within, _is_the_definition, _names_one_that_was_given)


@pytest.mark.parametrize("holds", PROPERTIES)
def test_the_rules_keep_their_properties(holds: Callable[[Rule], None]) -> None:
    holds(standing)


def _adds_up(shares: Sequence[float], rule: LevelRule) -> float:
    return sum(shares)


def _weighs_the_oldest(shares: Sequence[float], rule: LevelRule) -> float:
    return level_rules.standing(tuple(reversed(shares)), rule)


def _plain_mean(shares: Sequence[float], rule: LevelRule) -> float:
    return sum(shares) / len(shares)


@pytest.mark.parametrize(
    ("holds", "fault"),
    [
        (_stays_within, _adds_up),
        (_is_the_definition, _weighs_the_oldest),
        (_is_the_definition, _plain_mean),
        (_names_one_that_was_given, _plain_mean),
    ],
)
def test_a_planted_fault_is_caught(holds: Callable[[Rule], None], fault: Rule) -> None:
    with pytest.raises(AssertionError):
        holds(fault)
