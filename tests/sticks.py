"""Bundles on a stick for tests: written and read as the commands do it."""

from pathlib import Path

from portfolio_app.commands.bundle_file import BundleFile, write_whole
from portfolio_app.student import bundles
from portfolio_app.student.bundles import BundleMade, BundleRead
from portfolio_app.student.portfolio import Portfolio


def write_bundle(portfolio: Portfolio, path: Path) -> BundleMade:
    """What waits, in a file."""
    made = bundles.make_bundle(portfolio)
    write_whole(path, made.pieces)
    return made


def read_bundle(portfolio: Portfolio, path: Path) -> BundleRead:
    """A school's answer, from a file."""
    with BundleFile(path) as source:
        return bundles.read_bundle(portfolio, source)
