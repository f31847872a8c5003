"""portfolio learner bundle-out and bundle-in: to school and back on a stick, without a network."""

import argparse
from pathlib import Path

from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.student import bundles
from portfolio_app.student.portfolio import Portfolio


def file_argument(verb: argparse.ArgumentParser) -> None:
    """The one file that both take."""
    verb.add_argument("file", type=Path, metavar="FILE", help="the bundle, such as work.bundle")


def bundle_out(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Write what waits for school into a file for a stick."""
    done = bundles.write_bundle(portfolio, arguments.file)
    show(
        {"changes": done.changes, "files": done.files, "bundle": str(arguments.file)},
        [f"{done.changes} changes and {done.files} files are in {arguments.file.name}, sealed."],
        as_json=arguments.json,
    )
    return EXIT_DONE


def bundle_in(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Take the school's answer from a file."""
    done = bundles.read_bundle(portfolio, arguments.file)
    document = {
        "pulled": done.pulled,
        "files": done.files,
        "media_sent": done.media_sent,
        "refused": done.refused,
        "state": portfolio.sending_overall().state.value,
    }
    lines = [
        f"Got {done.pulled} records and {done.files} files; "
        f"{done.media_sent} files are safe at school."
    ]
    if done.refused:
        lines.append(
            f"The school did not take {done.refused} changes; they are kept here. Ask your teacher."
        )
    show(document, lines, as_json=arguments.json)
    return EXIT_DONE
