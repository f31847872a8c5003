"""portfolio learner bundle-out and bundle-in: to school and back on a stick, without a network."""

import argparse
from pathlib import Path

from portfolio_app.commands.bundle_file import BundleFile, write_whole
from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.student import bundles
from portfolio_app.student.portfolio import Portfolio


def file_argument(verb: argparse.ArgumentParser) -> None:
    """The one file that both take."""
    verb.add_argument("file", type=Path, metavar="FILE", help="the bundle, such as work.bundle")


def bundle_out(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Write what waits for school into a file for a stick."""
    done = bundles.make_bundle(portfolio)
    write_whole(arguments.file, done.pieces)
    show(
        {"changes": done.changes, "files": done.files, "bundle": str(arguments.file)},
        [f"{done.changes} changes and {done.files} files are in {arguments.file.name}, sealed."],
        as_json=arguments.json,
    )
    return EXIT_DONE


def bundle_in(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Take the school's answer from a file."""
    with BundleFile(arguments.file) as source:
        done = bundles.read_bundle(portfolio, source)
    document = {
        "pulled": done.pulled,
        "files": done.files,
        "media_sent": done.media_sent,
        "refused": done.refused,
        "state": portfolio.sending_overall().state.value,
    }
    lines = [
        f"Got {done.pulled} records and {done.files} files; "
        f"{done.media_sent} files are safe at school.",
        *not_taken(done.refused),
    ]
    show(document, lines, as_json=arguments.json)
    return EXIT_DONE


def not_taken(changes: int) -> list[str]:
    """The line for what the school refused; none where it took everything."""
    if not changes:
        return []
    return [f"The school did not take {changes} changes; they are kept here. Ask your teacher."]
