"""portfolio student: the student app in this machine's browser."""

import argparse
from pathlib import Path
from typing import Any

from portfolio_app.commands.output import EXIT_DONE
from portfolio_app.settings import Settings


def add_arguments(families: Any) -> None:
    """Add the command to the command line."""
    family = families.add_parser("student", help="the student app, in this machine's browser")
    family.add_argument(
        "--data", type=Path, default=None, help="folder that keeps the learners of this device"
    )
    family.add_argument(
        "--port", type=int, default=None, help="port on this machine; 0 for any free one"
    )
    family.add_argument("--no-browser", action="store_true", help="only print the address")
    family.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    # Flet takes a while to load, and other commands do without it.
    from portfolio_app.student import local_server  # noqa: PLC0415

    local_server.serve(
        arguments.data or settings.data,
        port=settings.student_port if arguments.port is None else arguments.port,
        settings=settings,
        open_browser=not arguments.no_browser,
    )
    return EXIT_DONE
