"""What the learner decides about ideas: never, when they ask, or always; and "Not this one".

No Flet, no HTTP, no clock of its own. Every function may raise BadInput or StorageFull.
"""

from portfolio_app.errors import BadInput
from portfolio_app.model.records import SUGGESTING
from portfolio_app.model.suggestions import ASK, OFF, Seen, Suggestion, suggest
from portfolio_app.student.about_me import profile
from portfolio_app.student.goals import goals
from portfolio_app.student.growing import progress_of
from portfolio_app.student.judging import drafts
from portfolio_app.student.portfolio import Portfolio, Write
from portfolio_app.student.thinking import reflections

SETTING_ID = "suggestions"
"""The one record of the setting, the same on every device."""


def setting(portfolio: Portfolio) -> str:
    """When ideas are shown: "off", "ask" or "on"; who never chose finds a button to ask."""
    for _, record in portfolio.records("suggestion_setting"):
        if record.get("choice") in SUGGESTING:
            return str(record["choice"])
    return ASK


def choose(portfolio: Portfolio, choice: str) -> None:
    """Decide when ideas are shown: "off", "ask" or "on"."""
    if choice not in SUGGESTING:
        raise BadInput(f"Choose one of these: {', '.join(SUGGESTING)}.")
    if choice != setting(portfolio):
        portfolio.write([Write("suggestion_setting", SETTING_ID, "choice", choice)])


def ideas(portfolio: Portfolio) -> tuple[Suggestion, ...]:
    """What could be done next; nothing where the learner wants no ideas."""
    if setting(portfolio) == OFF:
        return ()
    hidden = {
        str(record["id"]): int(record["hidden_ms"])
        for _, record in portfolio.records("suggestion")
        if record.get("hidden_ms") is not None
    }
    return suggest(
        Seen(
            works=portfolio.works(),
            goals=goals(portfolio),
            progress=progress_of(portfolio),
            band=portfolio.learner.band,
            now_ms=portfolio.now_ms(),
            thoughts=reflections(portfolio),
            begun=drafts(portfolio),
            showcases=portfolio.showcases(),
            interests=profile(portfolio).now("interests"),
            hidden=hidden,
            is_known=lambda ref: portfolio.catalog.competency(ref) is not None,
        )
    )


def put_away(portfolio: Portfolio, suggestion: str) -> None:
    """Say "Not this one": the idea with this id rests for a while, on every device."""
    portfolio.write([Write("suggestion", suggestion, "hidden_ms", portfolio.now_ms())])


def bring_back(portfolio: Portfolio, suggestion: str) -> None:
    """Undo `put_away`."""
    portfolio.write([Write("suggestion", suggestion, "hidden_ms", None)])
