"""An open portfolio as the screens show it, read at one moment. No Flet may enter."""

from portfolio_app.model.suggestions import ON
from portfolio_app.student.about_me import invited, profile
from portfolio_app.student.attention import attention, outlook
from portfolio_app.student.file_choices import waiting_files
from portfolio_app.student.goals import goals
from portfolio_app.student.growing import class_rules
from portfolio_app.student.half_come import broken_off
from portfolio_app.student.holdings import Holding
from portfolio_app.student.judging import drafts
from portfolio_app.student.recording import begun
from portfolio_app.student.school_years import year_begins
from portfolio_app.student.sketching import waiting_sketches
from portfolio_app.student.state import Snapshot
from portfolio_app.student.suggesting import ideas, setting
from portfolio_app.student.thinking import all_reflections, spoken
from portfolio_app.student.versions import versions_of


def snapshot_of(holding: Holding) -> Snapshot:
    """Read everything that screens show; blocks, so it belongs in a thread."""
    portfolio = holding.portfolio
    with portfolio.lock:
        works, showcases, aims = portfolio.works(), portfolio.showcases(), goals(portfolio)
        choice = setting(portfolio)
        told = all_reflections(portfolio)
        thoughts = tuple(one for one in told if not (one.is_binned or one.artifact))
        return Snapshot(
            vault_id=holding.vault_id,
            learner=portfolio.learner,
            works=works,
            binned=portfolio.works(binned=True),
            sending=portfolio.sendings(work.id for work in works),
            showcases=showcases,
            links={one.id: portfolio.links(one.id) for one in showcases},
            outlook=outlook(portfolio),
            catalog=portfolio.catalog,
            goals=aims,
            binned_goals=goals(portfolio, binned=True),
            profile=profile(portfolio),
            invitations=invited(portfolio),
            thoughts=thoughts,
            binned_thoughts=tuple(one for one in told if one.is_binned),
            spoken=spoken(portfolio),
            begun=drafts(portfolio),
            rules=class_rules(portfolio),
            suggesting=choice,
            # Who asks for ideas is given some then: they cost a look at every work.
            suggestions=ideas(portfolio) if choice == ON else (),
            attention=attention(portfolio),
            large_files=waiting_files(portfolio),
            stopped=holding.stopped,
            year_begins=year_begins(portfolio),
            sketches=waiting_sketches(portfolio),
            recordings=begun(portfolio, frozenset(holding.coming)),
            broken_off=broken_off(portfolio, holding.coming),
            versions=versions_of(portfolio, works, showcases, thoughts, aims),
        )
