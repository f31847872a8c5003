"""The command line: one file per family of commands; parsing and printing only.

Exit status 0 when it is done, 2 for wrong use or input, 1 for a failure. Errors go to standard
error in words; with `--json` standard output holds one JSON document and nothing else.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from portfolio_app.commands.output import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_WRONG_USE
from portfolio_app.errors import BadInput, NotFound, PortfolioError, WrongSecret
from portfolio_app.settings import Settings

FAMILIES = ("demo", "student", "learner", "school")


def run(arguments: Sequence[str]) -> int:
    """Parse and run one command; the exit status. Never a traceback for bad input."""
    parser = argparse.ArgumentParser(
        prog="portfolio", description="A student portfolio that works with the radio off."
    )
    families = parser.add_subparsers(
        dest="family", required=True, metavar="demo | student | learner | school"
    )
    for family in _wanted(arguments):
        import_module(f"portfolio_app.commands.{family}").add_arguments(families)
    try:
        chosen = parser.parse_args(arguments)
        settings = Settings.from_environment(os.environ)
        result: int = chosen.run(chosen, settings)
    except (BadInput, NotFound, WrongSecret) as problem:
        return _say(str(problem), EXIT_WRONG_USE)
    except PortfolioError as problem:
        return _say(str(problem), EXIT_FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        return EXIT_FAILED
    except KeyboardInterrupt:
        return _say("Stopped. What was done before stays.", EXIT_INTERRUPTED)
    return result


def _wanted(arguments: Sequence[str]) -> tuple[str, ...]:
    """Only the family that is asked for is loaded: a learner's command needs no web server."""
    named = tuple(family for family in FAMILIES if arguments[:1] == [family])
    return named or FAMILIES


def _say(sentence: str, status: int) -> int:
    print(f"portfolio: {sentence}", file=sys.stderr)
    return status
