"""portfolio learner badge, recovery-code, ways, unlock-with, ask-school: keys without screens.

A secret or code comes from the environment (PORTFOLIO_SECRET, PORTFOLIO_CODE) or a prompt, never
from an argument. A fresh code is printed once and kept nowhere.
"""

import argparse
import getpass
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, EXIT_FAILED, ask_secret, show
from portfolio_app.errors import BadInput, SchoolUnreachable
from portfolio_app.settings import Settings
from portfolio_app.student.learner import (
    check_new_secret,
    find_vault,
    open_portfolio,
    open_vaults,
    real_world,
)
from portfolio_app.student.recovery import ASK_AGAIN_SECONDS, Asking, Pending
from portfolio_app.student.vault.slots import BadgeCode, RecoveryCode, TypedSecret, Way
from portfolio_app.student.vault.vaults import VaultCard, Vaults

WAIT_SECONDS_LIMIT = 7 * 24 * 3600
CODES: dict[str, Callable[[str], Way]] = {"badge": BadgeCode, "recovery-code": RecoveryCode}

Job = Callable[[Vaults, VaultCard, argparse.Namespace, Settings], int]


def add_verbs(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verbs about keys."""
    jobs: tuple[tuple[str, str, Job], ...] = (
        ("ways", "list what opens the portfolio", _ways),
        ("badge", "make a badge; the badge before opens nothing more", _badge),
        ("recovery-code", "make a code to print; the one before opens nothing more", _recovery),
        ("unlock-with", "set a new secret by a badge or recovery code", _unlock_with),
        ("ask-school", "ask the school to let in again who forgot, and set a new secret", _ask),
    )
    made = {}
    for name, text, job in jobs:
        made[name] = verbs.add_parser(name, parents=[shared], help=text)
        made[name].set_defaults(run=_found(job))
    made["unlock-with"].add_argument("way", choices=sorted(CODES))
    ask = made["ask-school"]
    ask.add_argument(
        "school", metavar="SCHOOL", nargs="?", help="its address, or what its card says"
    )
    ask.add_argument("--wait", type=int, default=0, metavar="SECONDS", help="wait for the answer")
    ask.add_argument(
        "--by-text", action="store_true", help="print the question, read the answer from input"
    )


def _found(job: Job) -> Callable[[argparse.Namespace, Settings], int]:
    def run(arguments: argparse.Namespace, settings: Settings) -> int:
        vaults = open_vaults(arguments.data or settings.data)
        return job(vaults, find_vault(vaults, arguments.learner), arguments, settings)

    return run


def _ways(vaults: Vaults, card: VaultCard, arguments: argparse.Namespace, _: Settings) -> int:
    kinds = vaults.ways.kinds(card.id)
    schools = [key.hex() for key in vaults.ways.school_keys(card.id)]
    lines = [*kinds, *(f"school key {key}" for key in schools)]
    show({"ways": kinds, "school_keys": schools}, lines, as_json=arguments.json)
    return EXIT_DONE


def _badge(
    vaults: Vaults, card: VaultCard, arguments: argparse.Namespace, settings: Settings
) -> int:
    way, now_ms = TypedSecret(ask_secret(settings, "PIN or passphrase")), real_world().now_ms()
    code = vaults.ways.new_badge(card.id, way, now_ms=now_ms)
    show({"badge": code}, [code], as_json=arguments.json)
    return EXIT_DONE


def _recovery(
    vaults: Vaults, card: VaultCard, arguments: argparse.Namespace, settings: Settings
) -> int:
    way, now_ms = TypedSecret(ask_secret(settings, "PIN or passphrase")), real_world().now_ms()
    code = vaults.ways.new_recovery_code(card.id, way, now_ms=now_ms)
    show({"recovery_code": code}, [code], as_json=arguments.json)
    return EXIT_DONE


def _unlock_with(
    vaults: Vaults, card: VaultCard, arguments: argparse.Namespace, settings: Settings
) -> int:
    way = CODES[arguments.way](_ask_code(settings))
    vaults.ways.check(card.id, way, now_ms=real_world().now_ms())
    _begin_again(vaults, card, way, settings)
    show({"new_secret": True}, ["The new secret opens the portfolio."], as_json=arguments.json)
    return EXIT_DONE


def _ask(vaults: Vaults, card: VaultCard, arguments: argparse.Namespace, settings: Settings) -> int:
    asking = Asking(vaults, real_world())
    pending = _question(asking, card, arguments)
    print(f"Show your school these digits: {pending.comparison}", file=sys.stderr)
    if arguments.by_text:
        print(pending.as_text(), file=sys.stderr, flush=True)
        way: Way | None = asking.answer_from_text(pending, sys.stdin.read())
    else:
        way = _wait(asking, pending, min(arguments.wait, WAIT_SECONDS_LIMIT))
    if way is None:
        until = datetime.fromtimestamp(pending.until_ms / 1000, tz=UTC).isoformat()
        lines = [f"No answer yet. Ask again with the same command until {until}."]
        found = {"answered": False, "comparison": pending.comparison, "until": until}
        show(found, lines, as_json=arguments.json)
        return EXIT_FAILED
    _begin_again(vaults, card, way, settings)
    asking.give_up(pending)
    document = {"answered": True, "comparison": pending.comparison}
    show(document, ["The new secret opens the portfolio."], as_json=arguments.json)
    return EXIT_DONE


def _question(asking: Asking, card: VaultCard, arguments: argparse.Namespace) -> Pending:
    """The question that waits already, or a new one."""
    waiting = asking.pending(card.id)
    if waiting is not None and (arguments.by_text or waiting.address):
        return waiting
    if arguments.by_text:
        return asking.ask_by_text(card.id)
    school = arguments.school or next(iter(asking.known_schools()), "")
    if not school:
        raise BadInput("Give the school's address, as its card says it.")
    return asking.ask(card.id, school)


def _wait(asking: Asking, pending: Pending, wait_seconds: int) -> Way | None:
    """Look at least once; a school out of reach is asked again while there is time."""
    until = time.monotonic() + wait_seconds
    while True:
        is_last = time.monotonic() + ASK_AGAIN_SECONDS > until
        try:
            way = asking.answer(pending)
        except SchoolUnreachable:
            if is_last:
                raise
            way = None
        if way is not None or is_last:
            return way
        time.sleep(ASK_AGAIN_SECONDS)


def _begin_again(vaults: Vaults, card: VaultCard, way: Way, settings: Settings) -> None:
    """Set a new secret by another way in, and see that it opens."""
    secret = ask_secret(settings, "New PIN or passphrase", twice=True)
    check_new_secret(secret)
    vaults.change_secret(card.id, way, secret, now_ms=real_world().now_ms())
    open_portfolio(vaults, card.id, secret).close()


def _ask_code(settings: Settings) -> str:
    if settings.code:
        return settings.code
    if not sys.stdin.isatty():
        raise BadInput(
            "No code was given. Set PORTFOLIO_CODE, or run this in a terminal that can ask."
        )
    return getpass.getpass("Code: ")
