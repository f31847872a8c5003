"""portfolio learner: the student program without screens, for scripts and for moving work in."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from portfolio_app.commands import (
    learner_add,
    learner_bundle,
    learner_goals,
    learner_growing,
    learner_keys,
    learner_leave,
    learner_show,
)
from portfolio_app.commands.output import EXIT_DONE, EXIT_FAILED, ask_secret, show
from portfolio_app.errors import BadInput, NotFound
from portfolio_app.locales import Words
from portfolio_app.model.assessment import Rating
from portfolio_app.model.judging import Begun
from portfolio_app.model.people import AVATARS, BANDS, DEFAULT_BAND
from portfolio_app.model.pins import Pin, Pins
from portfolio_app.settings import Settings
from portfolio_app.student import actions, judging
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import find_vault, new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from rubrics.rubric import Criterion, Level, Rubric

Job = Callable[[Portfolio, argparse.Namespace], int]


def add_arguments(families: Any) -> None:
    """Add the family to the command line."""
    family = families.add_parser("learner", help="the student program without screens")
    verbs = family.add_subparsers(dest="verb", required=True, metavar="VERB")
    shared = _shared_arguments()
    new = verbs.add_parser("new", parents=[shared], help="make a learner with a sealed vault")
    new.add_argument("--picture", choices=AVATARS, default=AVATARS[0])
    new.add_argument("--band", choices=BANDS, default=DEFAULT_BAND, help="age band")
    new.set_defaults(run=_new)
    for name, add, job in _verbs():
        verb = verbs.add_parser(
            name, parents=[shared], help=job.__doc__.partition(".")[0] if job.__doc__ else None
        )
        add(verb)
        verb.set_defaults(run=_opened(job))
    learner_keys.add_verbs(verbs, shared)
    learner_leave.add_send_left(verbs)


def _shared_arguments() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data", type=Path, default=None, help="folder that keeps the learners of this device"
    )
    shared.add_argument("--learner", required=True, help="name or id of the learner")
    shared.add_argument("--json", action="store_true", help="print one JSON document")
    return shared


def _verbs() -> tuple[tuple[str, Callable[[argparse.ArgumentParser], None], Job], ...]:
    return (
        ("join", _join_arguments, _join),
        ("add", learner_add.add_arguments, learner_add.add),
        ("list", learner_show.list_arguments, learner_show.list_),
        ("show", _work_argument, learner_show.show_work),
        ("tag", _tag_arguments, _tag),
        ("assess", _assess_arguments, _assess),
        ("reflect", _reflect_arguments, _reflect),
        ("goal", learner_goals.add_arguments, learner_goals.goal),
        ("profile", learner_growing.profile_arguments, learner_growing.profile),
        ("progress", learner_growing.progress_arguments, learner_growing.progress),
        ("sync", lambda verb: None, _sync),
        ("bundle-out", learner_bundle.file_argument, learner_bundle.bundle_out),
        ("bundle-in", learner_bundle.file_argument, learner_bundle.bundle_in),
        ("leave", learner_leave.leave_arguments, learner_leave.leave),
        ("export", lambda verb: None, _export),
    )


def _new(arguments: argparse.Namespace, settings: Settings) -> int:
    vaults = open_vaults(arguments.data or settings.data)
    if any(card.name == arguments.learner.strip() for card in vaults.list()):
        raise BadInput(
            "A learner of that name is already here. Choose another name, or add a letter to it."
        )
    secret = ask_secret(settings, "New PIN or passphrase", twice=True)
    portfolio = new_portfolio(
        vaults, arguments.learner, arguments.picture, secret, band=arguments.band,
        language=Words(settings.language).language,
    )  # fmt: skip
    vault_id = portfolio.vault.id
    portfolio.close()
    made = {
        "id": vault_id,
        "name": arguments.learner.strip(),
        "picture": arguments.picture,
        "band": arguments.band,
    }
    show(made, [f"{made['name']} has a sealed portfolio now."], as_json=arguments.json)
    return EXIT_DONE


def _opened(job: Job) -> Callable[[argparse.Namespace, Settings], int]:
    def run(arguments: argparse.Namespace, settings: Settings) -> int:
        with _unlocked(arguments, settings) as portfolio:
            return job(portfolio, arguments)

    return run


@contextmanager
def _unlocked(arguments: argparse.Namespace, settings: Settings) -> Iterator[Portfolio]:
    vaults = open_vaults(arguments.data or settings.data)
    card = find_vault(vaults, arguments.learner)
    portfolio = open_portfolio(vaults, card.id, ask_secret(settings, "PIN or passphrase"))
    arguments.vaults = vaults
    try:
        yield portfolio
    finally:
        portfolio.close()


def _join_arguments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("url", metavar="URL", help="the school's address")
    verb.add_argument("code", metavar="CODE", help="the code on the class card")


def _join(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Join a school with a code. Work made before goes too."""
    Connection(portfolio, arguments.vaults).join(arguments.url, arguments.code)
    school = portfolio.school
    name = school.name if school else ""
    show(
        {"joined": True, "school": name},
        [f"Joined {name}. Send with: portfolio learner sync"],
        as_json=arguments.json,
    )
    return EXIT_DONE


def _work_argument(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "work", metavar="WORK", help="id of the work, the beginning of it, or its title"
    )


def _tag_arguments(verb: argparse.ArgumentParser) -> None:
    _work_argument(verb)
    verb.add_argument(
        "competency",
        metavar="COMPETENCY",
        help="FRAMEWORK/ITEM, as `list competencies` prints them",
    )
    verb.add_argument("--remove", action="store_true", help="take it off again")


def _tag(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Say which competency a work shows."""
    work = learner_show.find_work(portfolio, arguments.work)
    change = actions.untag if arguments.remove else actions.tag
    change(portfolio, work.id, arguments.competency)
    return learner_show.print_work(portfolio, work.id, arguments)


def _assess_arguments(verb: argparse.ArgumentParser) -> None:
    _work_argument(verb)
    verb.add_argument(
        "rubric", metavar="RUBRIC", help="id of the rubric, as `list rubrics` prints them"
    )
    verb.add_argument(
        "levels",
        metavar="CRITERION=LEVEL",
        nargs="+",
        help="ids, or numbers from 1 in the rubric's order",
    )
    verb.add_argument(
        "--why", metavar="CRITERION=WORDS", action="append", default=[], help="why that level"
    )
    verb.add_argument(
        "--pin", metavar="CRITERION=WORK", action="append", default=[], help="a work that shows it"
    )
    verb.add_argument("--draft", action="store_true", help="keep it for later, for nobody else")


def _assess(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Judge a work against a rubric."""
    work = learner_show.find_work(portfolio, arguments.work)
    rubric = portfolio.catalog.rubric(arguments.rubric)
    if rubric is None:
        raise NotFound("That rubric is not on this device. See: portfolio learner list rubrics.")
    reasons = dict(_pair(item, rubric, "--why") for item in arguments.why)
    ratings = {}
    for item in arguments.levels:
        criterion, level = _pair(item, rubric, "CRITERION=LEVEL")
        ratings[criterion] = Rating(
            _level(_criterion(rubric, criterion), level), reasons.get(criterion, "")
        )
    pins = _pins(portfolio, rubric, arguments.pin)
    if arguments.draft:
        judging.keep_draft(portfolio, work.id, rubric.id, Begun(ratings, pins))
    else:
        actions.assess(portfolio, work.id, rubric.id, ratings, pins)
    return learner_show.print_work(portfolio, work.id, arguments)


def _pins(portfolio: Portfolio, rubric: Rubric, given: Sequence[str]) -> Pins:
    pins: dict[str, tuple[Pin, ...]] = {}
    for item in given:
        criterion, name = _pair(item, rubric, "--pin CRITERION=WORK")
        pin = Pin(learner_show.find_work(portfolio, name).id)
        pins[criterion] = (*pins.get(criterion, ()), pin)
    return pins


def _pair(item: str, rubric: Rubric, what: str) -> tuple[str, str]:
    name, separator, value = item.partition("=")
    if not separator:
        raise BadInput(f"'{item[:80]}' is not {what}. Put an equals sign between the two.")
    return _criterion(rubric, name).id, value


def _criterion(rubric: Rubric, name: str) -> Criterion:
    for place, criterion in enumerate(rubric.criteria, 1):
        if name in (criterion.id, criterion.title, str(place)):
            return criterion
    raise BadInput(
        f"The rubric has no criterion '{name[:80]}'. Give its id or its number from 1 to "
        f"{len(rubric.criteria)}."
    )


def _level(criterion: Criterion, name: str) -> str:
    found: Level | None = None
    for place, level in enumerate(criterion.levels, 1):
        if name in (level.id, level.name, str(place)):
            found = level
    if found is None:
        raise BadInput(
            f"There is no level '{name[:80]}'. Give its id or its number from 1 to "
            f"{len(criterion.levels)}."
        )
    return found.id


def _reflect_arguments(verb: argparse.ArgumentParser) -> None:
    _work_argument(verb)
    verb.add_argument(
        "prompt", metavar="PROMPT", help="the question, such as proud, tricky, learned, next_time"
    )
    verb.add_argument("words", metavar="WORDS", help="the answer; - reads it from standard input")


def _reflect(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Answer a question about a work."""
    work = learner_show.find_work(portfolio, arguments.work)
    words = sys.stdin.read() if arguments.words == "-" else arguments.words
    actions.reflect(portfolio, work.id, arguments.prompt, words)
    return learner_show.print_work(portfolio, work.id, arguments)


def _sync(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Send what waits to school and fetch what is new."""
    done = Connection(portfolio, arguments.vaults).exchange()
    document = {
        "pushed": done.pushed,
        "pulled": done.pulled,
        "media_sent": done.media_sent,
        "media_got": done.media_got,
        "refused": done.refused,
        "state": portfolio.sending_overall().state.value,
    }
    lines = [
        f"Sent {done.pushed} changes and {done.media_sent} files; got {done.pulled} "
        f"records and {done.media_got} files.",
        *learner_bundle.not_taken(done.refused),
    ]
    show(document, lines, as_json=arguments.json)
    return EXIT_DONE


def _export(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Take the whole portfolio out (not yet)."""
    sentence = (
        "Taking the whole portfolio out as one archive is not built yet. Nothing was written."
    )
    print(f"portfolio: {sentence}", file=sys.stderr)
    if arguments.json:
        show({"exported": False, "reason": sentence}, [], as_json=True)
    return EXIT_FAILED
