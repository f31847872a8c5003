"""How commands print and ask: JSON or lines, and secrets that never stand in an argument."""

import getpass
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from portfolio_app.errors import BadInput
from portfolio_app.settings import Settings

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_WRONG_USE = 2
EXIT_INTERRUPTED = 130


def show(document: Mapping[str, Any], lines: Iterable[str], *, as_json: bool) -> None:
    """Print one JSON document, or the lines for people."""
    if as_json:
        print(json.dumps(document, ensure_ascii=False))
        return
    for line in lines:
        print(line)


def ask_secret(settings: Settings, question: str, *, twice: bool = False) -> str:
    """A PIN or passphrase from the environment (PORTFOLIO_SECRET) or a prompt; BadInput without
    either.
    """
    if settings.secret:
        return settings.secret
    if not sys.stdin.isatty():
        raise BadInput(
            "No secret was given. Set PORTFOLIO_SECRET, or run this in a terminal that can ask."
        )
    secret = getpass.getpass(f"{question}: ")
    if twice and getpass.getpass("The same again: ") != secret:
        raise BadInput("The two were not the same. Nothing was made; try again.")
    return secret
