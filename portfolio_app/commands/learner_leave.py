"""portfolio learner leave and send-left: off a shared device, and what was left on it to school."""

import argparse
from pathlib import Path
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, EXIT_FAILED, show
from portfolio_app.settings import Settings
from portfolio_app.student import leaving, parcels
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.portfolio_shapes import Leaving

_LOOKED = {
    "at_once": "Everything is at school.",
    "sealed": "What waits goes to school later, sealed: this device cannot read it.",
    "no_school": "This portfolio is on this device only: join a school first, or it would be lost.",
    "no_keys": "Something is not at school yet: sync first, or take it there with bundle-out.",
    "decide": "The school did not take something: decide in the app what becomes of it first.",
}


def leave_arguments(verb: argparse.ArgumentParser) -> None:
    """`--yes` does it."""
    verb.add_argument("--yes", action="store_true", help="do it; without this it is only looked at")


def add_send_left(verbs: Any) -> None:
    """A verb about no learner: nobody knows whose it is."""
    verb = verbs.add_parser("send-left", help="hand in what people left behind on this device")
    verb.add_argument("--data", type=Path, default=None, help="folder of this device's learners")
    verb.add_argument("--json", action="store_true", help="print one JSON document")
    verb.set_defaults(run=_send_left)


def leave(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Take the portfolio off this device. What waits for school is left behind, sealed."""
    if not arguments.yes:
        found = leaving.look(portfolio)
        _show(found, arguments, has_left=False)
        return EXIT_DONE
    vaults = arguments.vaults
    left = leaving.leave(portfolio, vaults, Connection(portfolio, vaults))
    parcels.hand_in(vaults.outgoing)
    _show(left, arguments, has_left=True)
    return EXIT_DONE


def _show(found: Leaving, arguments: argparse.Namespace, *, has_left: bool) -> None:
    lines = [
        f"{found.works} works are not at school yet ({found.changes} changes and {found.files}"
        " files).",
        "The portfolio is off this device." if has_left else _LOOKED[found.way],
    ]
    document = {
        "left": has_left, "way": found.way, "works": found.works, "changes": found.changes,
        "files": found.files, "refused": found.refused,
    }  # fmt: skip
    show(document, lines, as_json=arguments.json)


def _send_left(arguments: argparse.Namespace, settings: Settings) -> int:
    vaults = open_vaults(arguments.data or settings.data)
    found = parcels.hand_in(vaults.outgoing)
    is_done = not parcels.has_any(vaults.outgoing)
    line = "Nothing that people left here waits for school any more."
    if not is_done:
        line = "Something that people left here still waits for school."
    if found.refused:
        line += " The school did not take all of it; show this to the school."
    show({"done": is_done, "refused": found.refused}, [line], as_json=arguments.json)
    return EXIT_DONE if is_done else EXIT_FAILED
