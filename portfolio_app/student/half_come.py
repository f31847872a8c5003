"""Files that broke off on their way in while nobody looked, noted so that they can be told of.

Only their names, sealed with the rest. No Flet may enter.
"""

from collections.abc import Collection, Mapping, Sequence

from portfolio_app.student.portfolio import Portfolio

NOTED_LIMIT = 40
_SETTING = "half_come"


def note_coming(portfolio: Portfolio, token: str, names: Sequence[str]) -> None:
    """Note that files of these names are on their way in; without names, that they are no more."""
    with portfolio.durable():
        others = {key: old for key, old in _noted(portfolio).items() if key != token}
        noted = {**others, token: list(names)} if names else others
        portfolio.vault.put_setting(_SETTING, dict([*noted.items()][-NOTED_LIMIT:]))


def broken_off(portfolio: Portfolio, still_coming: Collection[str] = ()) -> tuple[str, ...]:
    """The names of files that did not come in whole while nobody looked."""
    noted = _noted(portfolio)
    return tuple(name for token in noted if token not in still_coming for name in noted[token])


def forget_broken_off(portfolio: Portfolio, names: Collection[str]) -> None:
    """The learner was told of these."""
    with portfolio.durable():
        noted = _noted(portfolio)
        kept = {token: old for token, old in noted.items() if not set(old) <= set(names)}
        portfolio.vault.put_setting(_SETTING, kept)


def _noted(portfolio: Portfolio) -> Mapping[str, list[str]]:
    with portfolio.lock:
        return dict(portfolio.vault.get_setting(_SETTING) or {})
